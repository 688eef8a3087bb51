"""The search at a door: people as their name is typed, chosen with the arrows and Enter."""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from checkin import words
from checkin.domain.admission import Member
from checkin.domain.ticket import ALPHABET
from checkin.gui.door.members import Members, Shown
from checkin.gui.page import Page
from checkin.language import _
from checkin.services.searching import Found

if TYPE_CHECKING:
    from checkin.gui.tasks import Job

_MOST = 30
_LONGEST_TYPED = 24
_BETWEEN = re.compile("[ '’.-]")  # the parts of a name
_LONGEST_NAME = 12  # letters, all of them a code's: a scanner is typing, not a person


class Finder(QObject):
    """Fills `rows` with whom a text finds; only the newest text counts."""

    found = Signal(bool)  # whether anybody was; the text may have been emptied since
    opened = Signal(UUID)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self._job: Job | None = None
        self.rows = Members()
        self.rows.pressed.connect(lambda _at: self.open_current())

    def look_for(self, text: str) -> None:
        """Search for what has been typed so far."""
        if text and not _is_code_so_far(text):
            self._run(text, lambda found: self.found.emit(bool(found)))
        else:
            self.stop()

    def look_for_and_open(self, text: str, nobody: Callable[[], None]) -> None:
        """Search for a whole text that was typed faster than it was searched; `nobody` if it finds none."""
        self._run(text, lambda found: self.found.emit(bool(found)) if found else nobody())

    def look_for_name(self, text: str, field: QLineEdit, otherwise: Callable[[], None]) -> None:
        """Search for a reading that may be a name, typed faster than a scanner; `otherwise` if it is none."""

        def show(found: Sequence[Found]) -> None:
            if found:
                field.setText(text)  # to be gone on with
                self.found.emit(True)  # noqa: FBT003 - a signal
            else:
                otherwise()

        if _may_be_a_name(text):
            self._run(text, show)
        else:
            otherwise()

    def show_all(self, found: Sequence[Found]) -> None:
        """Show these people."""
        self.rows.show_all([Shown(one.member, _about(one)) for one in found])

    def show_members(self, found: Sequence[Member]) -> None:
        """Show these people, whose parties nobody asked for."""
        self.rows.show_all([Shown(one) for one in found])

    def open_current(self) -> None:
        """Choose the current row."""
        member = self.rows.current()
        if member is not None:
            self.opened.emit(member.attendee.id)

    def stop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.drop()

    def _run(self, text: str, then: Callable[[Sequence[Found]], None]) -> None:
        def show(found: Sequence[Found]) -> None:
            self.show_all(found)
            then(found)

        self.stop()
        find = self._page.desk.searching.find_with_parties
        self._job = self._page.run(lambda _job: find(text, _MOST), show)


def _about(one: Found) -> str:
    """Return what tells a person from another of the same name: the body, and whom they come with."""
    party = ", ".join(words.name(other) for other in one.others)
    together = _("with {names}").format(names=party) if party else ""
    return " · ".join(filter(None, (one.member.attendee.organisation, together)))


def _may_be_a_name(text: str) -> bool:
    is_short = len(text) <= _LONGEST_TYPED and not _is_code_so_far(text)
    return is_short and _BETWEEN.sub("", text).isalpha()


def _is_code_so_far(text: str) -> bool:
    return len(text) >= _LONGEST_NAME and set(text.upper()) <= set(ALPHABET)
