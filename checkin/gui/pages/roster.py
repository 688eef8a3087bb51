"""The page « Roster »: the list and the badges as they will be printed, to print or to save."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout

from checkin.domain.errors import CheckinError
from checkin.gui.page import Frame, Page
from checkin.gui.printing.badge_bar import BadgeBar
from checkin.gui.printing.dialog import Kind, ask_printer
from checkin.gui.printing.order import PrintOrder, carry_out
from checkin.gui.printing.preview import Preview
from checkin.gui.tasks import Job, Lane
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice, notice_of
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _, n_
from checkin.services.rostering import Order

_MOST = 500  # badges for what is searched
_ALPHABETICAL = frozenset({Order.PERSON, Order.NAME})  # where a companion is not found under the lead alone


class RosterPage(Page):
    """A preview of the roster in one of its orders, or of the badges."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.order = Order.NAME
        self.kind = Kind.ROSTER
        self._job: Job | None = None
        self.preview = Preview(_("Preview of what is printed"))
        self._pages = label("", Part.MUTED)
        self._pages.setWordWrap(False)
        self.orders = {order: button(words, kind="choice") for order, words in _orders().items()}
        self.leads = QCheckBox(_("Say with whom"))
        self.leads.setChecked(True)
        self.leads.setToolTip(_("Beside the name of each companion, whom they come with"))
        self.badges_button, self.badge_bar = button(_("Badges"), kind="choice"), BadgeBar()
        self.save_button = button(_("Save as PDF…"), "save")
        self.print_button = button(_("Print…"), "print", "primary")
        self.print_button.setShortcut("Ctrl+P")
        self._connect()
        self._lay_out()

    def enter(self) -> None:
        """Draw it as the list is now."""
        for one, choice in self.orders.items():
            choice.setChecked(self.kind is Kind.ROSTER and one is self.order)
        self.badges_button.setChecked(self.kind is Kind.BADGE)
        self.badge_bar.setVisible(self.kind is Kind.BADGE)
        self.leads.setVisible(self.kind is Kind.ROSTER and self.order in _ALPHABETICAL)
        if self._job is not None:
            self._job.drop()  # what is typed comes faster than it is drawn
        draw = self._drawing()
        self._job = self.run(lambda _job: draw(), self._show, failed=self._show_none)

    def show_order(self, order: Order, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        """Show the roster in one of its orders."""
        self.kind, self.order = Kind.ROSTER, order
        self.enter()

    def show_badges(self) -> None:
        """Show the badges."""
        self.kind = Kind.BADGE
        self.enter()

    def save(self, path: Path) -> None:
        """Write what is shown to a file."""
        done = Notice(_("The PDF was saved."), str(path), Tone.SUCCESS)
        order = PrintOrder(path.name, file=str(path))
        self.print_as(order, done)

    def print_as(self, order: PrintOrder, done: Notice | None = None) -> None:
        """Send what is shown to a printer."""
        pdf = self.preview.pdf
        told = done or Notice(_("It was sent to the printer."), order.printer or order.file, Tone.SUCCESS)
        self.run(lambda _job: carry_out(pdf, order), lambda _done: self.frame.tell(told), lane=Lane.OUTSIDE)

    def _drawing(self) -> Callable[[], bytes]:
        """Return what draws the document that is chosen, for the worker."""
        desk, order, leads = self.desk, self.order, self.leads.isChecked()
        if self.kind is Kind.ROSTER:
            return lambda: desk.rostering.pdf(order, leads=leads)
        bar = self.badge_bar
        labels, start, who = bar.product.key, bar.start.value(), bar.who.text().strip()

        def draw() -> bytes:
            found = [one.attendee.id for one in desk.searching.find(who, _MOST)] if who else None
            return desk.badges.pdf(labels, start, found)

        return draw

    def _show(self, pdf: bytes) -> None:
        self.preview.show_pdf(pdf)
        count = self.preview.page_count
        self._pages.setText(n_("One page", "{count} pages", count).format(count=count))
        self._allow(printing=True)

    def _show_none(self, error: CheckinError) -> None:
        self.preview.show_pdf(b"")
        self._pages.setText(error.happened)
        if self.kind is Kind.ROSTER:  # nobody to make a badge for is no news: the name is still being typed
            self.frame.tell(notice_of(error))
        self._allow(printing=False)

    def _allow(self, *, printing: bool) -> None:
        for one in (self.save_button, self.print_button):
            one.setEnabled(printing)

    def _ask_where(self) -> None:
        name = _("roster.pdf") if self.kind is Kind.ROSTER else _("badges.pdf")
        dialog = QFileDialog(self, _("Save as PDF"), str(Path.home() / name), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def _ask_printer(self) -> None:
        title = _("Roster") if self.kind is Kind.ROSTER else _("Badges")
        media = self.badge_bar.product.media if self.kind is Kind.BADGE else ""
        order = ask_printer(self, self.frame.memory, self.kind, title, self.preview.page_count, media)
        if order is not None:
            self.print_as(order)

    def _connect(self) -> None:
        for order, choice in self.orders.items():
            choice.clicked.connect(partial(self.show_order, order))
        self.badges_button.clicked.connect(self.show_badges)
        self.badge_bar.changed.connect(self.enter)
        self.leads.toggled.connect(lambda _checked: self.enter())
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Roster"), Part.H1))
        below = QHBoxLayout()
        below.setSpacing(Space.M)
        below.addWidget(self._pages)
        below.addWidget(self.leads, 1)
        titles.addLayout(below)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for widget in (*self.orders.values(), self.badges_button, self.save_button, self.print_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.badge_bar)
        column.addWidget(self.preview, 1)


def _orders() -> dict[Order, str]:
    return {
        Order.PERSON: _("Alphabetical"),
        Order.NAME: _("By name"),
        Order.ORGANISATION: _("By organisation"),
        Order.PARTY: _("By party"),
    }
