"""A badge for each admission, if the event prints them: off the GUI thread, and nobody waits for it."""

from checkin.domain.attendee import Attendee
from checkin.domain.errors import CheckinError
from checkin.gui.page import Page
from checkin.gui.printing.dialog import Kind
from checkin.gui.printing.order import PrintOrder, carry_out
from checkin.gui.tasks import Lane
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Notice
from checkin.language import _
from checkin.services.badging import LABELS, ROLL


class BadgePrinter:
    """Prints badges for a page, on the printer that this computer prints badges on."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def print_one(self, person: Attendee) -> None:
        """Print someone's badge on a label of the roll; a printer that does not take it is a banner."""
        page = self._page
        printer = page.frame.memory.printer(Kind.BADGE)
        order = PrintOrder(_("Badges"), printer, actual_size=True, media=LABELS[ROLL].media)
        page.run(
            lambda _job: carry_out(page.desk.badges.one(person.id), order),
            failed=self._tell,
            lane=Lane.OUTSIDE,
        )

    def _tell(self, error: CheckinError) -> None:
        again = _("The admission stands. Once the printer is ready, F8 on the card prints the badge again.")
        self._page.frame.tell(Notice(error.happened, f"{error.to_do} {again}", Tone.DANGER))
