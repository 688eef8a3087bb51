"""The page « Room »: one scan in, the next one out, and how many are inside against what the room holds."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin import words
from checkin.domain.admission import Member
from checkin.domain.attendance import Occupancy, Passage
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import Unreadable, read
from checkin.gui.door.band import Band
from checkin.gui.door.counter import Counter
from checkin.gui.door.latest import Done
from checkin.gui.door.members import Members, Shown
from checkin.gui.door.name import LargeName
from checkin.gui.door.scan_field import ScanField
from checkin.gui.door.side import Side
from checkin.gui.looks import LOOKS, PASSAGES
from checkin.gui.page import Frame, Page
from checkin.gui.scanning.scanners import Scanners
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState
from checkin.gui.widgets.text import Elided, Part
from checkin.language import _
from checkin.services.attending import Crossing, PassageKind

if TYPE_CHECKING:
    from checkin.gui.tasks import Job

_FOUND = 30
_NEARLY_FULL = 0.9
_INSISTED = (PassageKind.FULL, PassageKind.NOT_ADMITTED)


class RoomPage(Page):
    """One desk at the room's door."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.crossing: Crossing | None = None
        self._search: Job | None = None
        room = self.desk.event.room
        self.field = ScanField(_("Scan a code, or type a name"))
        self.found = Members()
        self.side = Side(self, Counter(room.name if room else _("Room")), _("Last passages"))
        self._idle = EmptyState("room", _("Ready"), _("One scan counts in, the next one counts out."))
        self._stack = QStackedWidget()
        for widget in (self._idle, self.found, self._card()):
            self._stack.addWidget(widget)
        self.scanners = Scanners(self)
        self._lay_out()
        self._connect()
        self.setEnabled(room is not None)

    def enter(self) -> None:
        """Count anew, and wait for a scan."""
        self.field.setFocus()
        if self.desk.event.room is not None:
            self._refresh()

    def _connect(self) -> None:
        self.scanners.scanned.connect(lambda text: self._run(lambda: self.desk.attending.scan(text)))
        self.field.entered.connect(self._enter_pressed)
        self.field.typed.connect(self._search_for)
        self.field.moved.connect(self.found.step)
        self.field.put_aside.connect(self.put_aside)
        self.field.function.connect(lambda _number: self.insist())
        self.found.pressed.connect(lambda _at: self._cross_found())
        self.side.latest.finished.connect(self.field.setFocus)
        self.side.latest.scanned.connect(self._enter_pressed)
        self.side.undo_with(self.desk.attending.void)
        self.side.undone.connect(self.put_aside)
        self.side.undone.connect(self._refresh)

    def _enter_pressed(self, text: str) -> None:
        is_found = self._stack.currentWidget() is self.found and self.found.current() is not None
        if not isinstance(read(text), Unreadable) or (text and not is_found):
            self._run(lambda: self.desk.attending.scan(text))
        elif is_found:
            self._cross_found()

    def _search_for(self, text: str) -> None:
        if self._search is not None:
            self._search.drop()
        if text.strip():
            self._search = self.run(lambda _job: self.desk.searching.find(text, _FOUND), self._show_found)

    def _show_found(self, found: Sequence[Member]) -> None:
        self.found.show_all([Shown(member) for member in found])
        self._stack.setCurrentWidget(self.found if found else self._idle)

    def _cross_found(self) -> None:
        member = self.found.current()
        if member is not None:
            self.field.clear()
            who = member.attendee.id
            self._run(lambda: self.desk.attending.cross(who))

    def insist(self) -> None:
        """Count in someone whom the rules held back: a supervisor stands there."""
        held = self.crossing
        if held is not None and held.kind in _INSISTED and held.verdict.holder is not None:
            who = held.verdict.holder.attendee.id
            self._run(lambda: self.desk.attending.cross(who, insist=True))

    def put_aside(self) -> None:
        """Put the card aside."""
        self.crossing = None
        self._stack.setCurrentWidget(self._idle)

    def _run(self, work: Callable[[], Crossing]) -> None:
        self.run(lambda _job: work(), self._show_crossing)

    def _show_crossing(self, crossing: Crossing) -> None:
        self.crossing = crossing
        holder = crossing.verdict.holder
        is_refused = crossing.kind is PassageKind.REFUSED
        look = LOOKS[crossing.verdict.kind] if is_refused else PASSAGES[crossing.kind.value]
        said = words.verdict(crossing.verdict) if is_refused else words.passage(crossing.kind.value)
        self._band.say(said, look)
        self._name.say(words.name(holder.attendee) if holder else "")
        self._about.say(holder.attendee.organisation if holder else "")
        self._insist.setVisible(crossing.kind in _INSISTED)
        self._stack.setCurrentIndex(2)
        self.frame.sounds.play(look.sound)
        self._show_occupancy(crossing.occupancy)
        self._refresh()

    def _refresh(self) -> None:
        attending = self.desk.attending
        self.side.look(
            attending.occupancy, lambda: [_done(*one) for one in attending.latest()], self._show_occupancy
        )

    def _show_occupancy(self, occupancy: Occupancy) -> None:
        tone = Tone.SUCCESS
        if occupancy.share >= _NEARLY_FULL:
            tone = Tone.DANGER if occupancy.is_full else Tone.WARNING
        capacity = occupancy.capacity
        of = _("inside, of {count} places").format(count=capacity) if capacity else _("inside")
        self.side.counter.show_count(occupancy.inside, capacity, of, tone)

    def _card(self) -> QWidget:
        card = QFrame()
        card.setProperty("part", "card")
        self._band, self._name, self._about = Band(), LargeName(), Elided("", Part.H2)
        self._insist = button(_("Count in all the same  (F1)"), "warning", "danger")
        self._insist.clicked.connect(self.insist)
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, Space.L)
        column.setSpacing(0)
        column.addWidget(self._band)
        body = QVBoxLayout()
        body.setContentsMargins(Space.L, Space.L, Space.L, 0)
        body.setSpacing(Space.S)
        for widget in (self._name, self._about, self._insist):
            body.addWidget(widget)
        body.addStretch()
        column.addLayout(body, 1)
        return card

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.field, 1)
        head.addWidget(self.scanners.button())
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.side)


def _done(passage: Passage, person: Attendee) -> Done:
    way = passage.direction.value
    return Done(passage.id, words.name(person), passage.at, way, passage.desk, passage.void_reason)
