"""The pages, in the order of the rail; each is imported when it is first shown."""

from checkin.gui.page import Frame, Page, PageSpec
from checkin.language import _


def _home(frame: Frame) -> Page:
    from checkin.gui.pages.home import HomePage  # noqa: PLC0415 - when first shown

    return HomePage(frame)


def _attendees(frame: Frame) -> Page:
    from checkin.gui.pages.attendees import AttendeesPage  # noqa: PLC0415 - when first shown

    return AttendeesPage(frame)


def _confirmations(frame: Frame) -> Page:
    from checkin.gui.pages.confirmations import ConfirmationsPage  # noqa: PLC0415 - when first shown

    return ConfirmationsPage(frame)


def _entrance(frame: Frame) -> Page:
    from checkin.gui.pages.entrance import EntrancePage  # noqa: PLC0415 - when first shown

    return EntrancePage(frame)


def _room(frame: Frame) -> Page:
    from checkin.gui.pages.room import RoomPage  # noqa: PLC0415 - when first shown

    return RoomPage(frame)


def _roster(frame: Frame) -> Page:
    from checkin.gui.pages.roster import RosterPage  # noqa: PLC0415 - when first shown

    return RosterPage(frame)


def _attendance(frame: Frame) -> Page:
    from checkin.gui.pages.attendance import AttendancePage  # noqa: PLC0415 - when first shown

    return AttendancePage(frame)


def _evacuation(frame: Frame) -> Page:
    from checkin.gui.pages.evacuation import EvacuationPage  # noqa: PLC0415 - when first shown

    return EvacuationPage(frame)


EVACUATION = PageSpec("evacuation", lambda: _("Evacuation"), "warning", _evacuation)  # at the rail's foot
PAGES = (
    PageSpec("home", lambda: _("Event"), "event", _home),
    PageSpec("attendees", lambda: _("Guests"), "people", _attendees),
    PageSpec("confirmations", lambda: _("Confirmations"), "mail", _confirmations),
    PageSpec("entrance", lambda: _("Entrance"), "door", _entrance),
    PageSpec("room", lambda: _("Room"), "room", _room),
    PageSpec("roster", lambda: _("Roster"), "list", _roster),
    PageSpec("attendance", lambda: _("Attendance"), "chart", _attendance),
)
