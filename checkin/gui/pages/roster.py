"""The page « Roster »: the list as it will be printed, printed or saved from where it is looked at."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from checkin.gui.page import Frame, Page
from checkin.gui.printing.dialog import Kind, ask_printer
from checkin.gui.printing.order import PrintOrder, carry_out
from checkin.gui.printing.preview import Preview
from checkin.gui.tasks import Lane
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _, n_
from checkin.services.rostering import Order


class RosterPage(Page):
    """A preview of the roster in one of its orders."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.order = Order.NAME
        self.preview = Preview(_("Preview of the roster"))
        self._pages = label("", Part.MUTED)
        self.orders = {order: button(words, kind="choice") for order, words in _orders().items()}
        self.save_button = button(_("Save as PDF…"), "save")
        self.print_button = button(_("Print…"), "print", "primary")
        self.print_button.setShortcut("Ctrl+P")
        for order, choice in self.orders.items():
            choice.clicked.connect(partial(self.show_order, order))
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)
        self._lay_out()

    def enter(self) -> None:
        """Draw the roster as the list is now."""
        self.show_order(self.order)

    def show_order(self, order: Order, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        """Show the roster in another order."""
        self.order = order
        for one, choice in self.orders.items():
            choice.setChecked(one is order)
        self.run(lambda _job: self.desk.rostering.pdf(order), self._show)

    def save(self, path: Path) -> None:
        """Write the roster that is shown to a file."""
        order = self.order
        self.run(
            lambda _job: self.desk.rostering.save(path, order),
            lambda _done: self.frame.tell(Notice(_("The roster was saved."), str(path), Tone.SUCCESS)),
        )

    def print_as(self, order: PrintOrder) -> None:
        """Send what is shown to a printer."""
        pdf = self.preview.pdf
        self.run(
            lambda _job: carry_out(pdf, order),
            lambda done: self.frame.tell(
                Notice(_("The roster was sent to the printer."), done.printer or done.file, Tone.SUCCESS)
            ),
            lane=Lane.OUTSIDE,
        )

    def _show(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)
        count = self.preview.page_count
        self._pages.setText(n_("One page, A4", "{count} pages, A4", count).format(count=count))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save the roster"), str(Path.home() / _("roster.pdf")), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def _ask_printer(self) -> None:
        pages = self.preview.page_count
        order = ask_printer(self, self.frame.memory, Kind.ROSTER, _("Roster"), pages)
        if order is not None:
            self.print_as(order)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Roster"), Part.H1))
        titles.addWidget(self._pages)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for widget in (*self.orders.values(), self.save_button, self.print_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.preview, 1)


def _orders() -> dict[Order, str]:
    return {
        Order.NAME: _("By name"),
        Order.ORGANISATION: _("By organisation"),
        Order.PARTY: _("By party"),
    }
