"""The list for the evacuation, on the screen and out of the printer on one key; nothing is asked in between.

It is the desk's own database that answers, on a worker that nothing else keeps waiting.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from checkin.domain.errors import CheckinError
from checkin.gui.page import Frame, Page
from checkin.gui.printing.dialog import Kind, ask_printer
from checkin.gui.printing.order import PrintOrder, carry_out
from checkin.gui.printing.preview import Preview
from checkin.gui.tasks import Lane
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice, notice_of
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _, clock, n_
from checkin.services.evacuating import Muster, Sheet


class EvacuationPage(Page):
    """Who is in the building. `sound` has the list that is read next printed as soon as it is shown."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._to_print = False
        self.preview = Preview(_("Evacuation list"))
        self.summary = label("", Part.MUTED)
        self.refresh_button = button(_("Refresh"), "refresh")
        self.print_button = button(_("Print…"), "print", "primary")
        self.print_button.setShortcut("Ctrl+P")
        self.refresh_button.clicked.connect(self.enter)
        self.print_button.clicked.connect(self._ask_printer)
        self._lay_out()

    def sound(self) -> None:
        """Print the list that is read next: the alarm rings."""
        self._to_print = True

    def enter(self) -> None:
        """Read who is inside now."""
        self.run(lambda _job: self.desk.evacuating.sheet(), self._show, lane=Lane.URGENT)

    def print_as(self, order: PrintOrder) -> None:
        """Send what is shown to a printer."""
        pdf = self.preview.pdf
        self.run(lambda _job: carry_out(pdf, order), self._tell_sent, failed=self._tell_not, lane=Lane.URGENT)

    def _show(self, sheet: Sheet) -> None:
        self.preview.show_pdf(sheet.pdf)
        self.summary.setText(_summary(sheet.muster))
        if self._to_print:
            self._to_print = False
            self.print_as(PrintOrder(_("Evacuation list"), self.frame.memory.printer(Kind.EVACUATION)))

    def _tell_sent(self, done: PrintOrder) -> None:
        text = _("The evacuation list was sent to the printer.")
        self.frame.tell(Notice(text, done.printer or done.file, Tone.SUCCESS))

    def _tell_not(self, error: CheckinError) -> None:
        told = notice_of(error)
        self.frame.tell(Notice(told.text, told.detail, told.tone, (_("Print…"), self._ask_printer)))

    def _ask_printer(self) -> None:
        pages = self.preview.page_count
        order = ask_printer(self, self.frame.memory, Kind.EVACUATION, _("Evacuation list"), pages)
        if order is not None:
            self.print_as(order)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Evacuation list"), Part.H1))
        titles.addWidget(self.summary)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        head.addWidget(self.refresh_button)
        head.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.preview, 1)


def _summary(muster: Muster) -> str:
    count, to_help = len(muster.present), len(muster.to_help)
    inside = n_("One person inside at {time}", "{count} people inside at {time}", count)
    said = [inside.format(count=count, time=clock(muster.at))]
    if to_help:
        helped = n_("one to be helped first", "{count} to be helped first", to_help)
        said.append(helped.format(count=to_help))
    return " · ".join(said)
