"""The page « Room »: one scan in, the next one out, and how many are inside against what the room holds."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from checkin import words
from checkin.domain.attendance import Occupancy, Passage
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import Unreadable, read
from checkin.gui.awake import Awake
from checkin.gui.door.counter import Counter
from checkin.gui.door.crossing_card import CrossingCard
from checkin.gui.door.finder import Finder
from checkin.gui.door.latest import Done
from checkin.gui.door.ledger import LIST_KEY, MOST, Ledger
from checkin.gui.door.pin import Pin
from checkin.gui.door.prompt import Prompt
from checkin.gui.door.scan_field import ScanField
from checkin.gui.door.side import Side
from checkin.gui.page import Frame, Page
from checkin.gui.scanning.scanners import Scanners
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.empty import EmptyState
from checkin.language import _
from checkin.services.attending import Crossing, PassageKind

_INSISTED = (PassageKind.FULL, PassageKind.NOT_ADMITTED)


class RoomPage(Page):
    """One desk at the room's door."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.crossing: Crossing | None = None
        self._awake = Awake(self)
        room = self.desk.event.room
        self.field, self.prompt = ScanField(_("Scan a code, or type a name")), Prompt()
        self.pin = Pin(self, self.prompt)
        self.finder, self.card, self.ledger = Finder(self), CrossingCard(), Ledger(ways=True)
        title = _("{title} · F10 all, Ctrl+Z undoes").format(title=_("Last passages"))
        self.side = Side(self, Counter(room.name if room else _("Room")), title)
        self._idle = EmptyState("room", _("Ready"), _("One scan counts in, the next one counts out."))
        self.scanners = Scanners(self, frame.memory)
        self._lay_out()
        self._connect()
        self.setEnabled(room is not None)

    def enter(self) -> None:
        """Count anew, and wait for a scan."""
        self._awake.hold()
        self.field.setFocus()
        if self.desk.event.room is not None:
            self._refresh()

    def leave(self) -> None:
        """Let the screen sleep again."""
        self._awake.release()

    def take(self, text: str) -> None:
        """Take a whole reading, of a scanner or a camera, and count its holder in or out."""

        def count() -> None:
            self._run(lambda: self.desk.attending.scan(text))

        if read(text) is Unreadable.FOREIGN:
            self.finder.look_for_name(text, self.field, count)
        else:
            count()

    def _connect(self) -> None:
        self.scanners.scanned.connect(self.take)
        self.field.entered.connect(self._enter_pressed)
        self.field.typed.connect(self.finder.look_for)
        self.field.moved.connect(self.finder.rows.step)
        self.field.put_aside.connect(self.put_aside)
        self.field.function.connect(self._function)
        self.card.insisted.connect(self.insist)
        self.finder.found.connect(self._show_found)
        self.finder.opened.connect(self._cross)
        self.prompt.closed.connect(self.field.setFocus)
        self.prompt.scanned.connect(self.take)
        self.ledger.opened.connect(self.side.latest.ask)
        self.ledger.left.connect(self.put_aside)
        self.side.latest.finished.connect(self.field.setFocus)
        self.side.latest.scanned.connect(self.take)
        self.side.undo_with(self.desk.attending.void)
        self.side.undone.connect(self.put_aside)
        self.side.undone.connect(self._refresh)

    def _enter_pressed(self, text: str) -> None:
        is_found = self._stack.currentWidget() is self.finder.rows and self.finder.rows.current() is not None
        if text and (read(text) is not Unreadable.FOREIGN or not is_found):
            self.take(text)
        elif is_found:
            self.finder.open_current()

    def _show_found(self, is_anybody: bool) -> None:  # noqa: FBT001 - a slot
        self._stack.setCurrentWidget(self.finder.rows if is_anybody else self._idle)

    def _cross(self, who: UUID) -> None:
        self.field.clear()
        self._run(lambda: self.desk.attending.cross(who))

    def _function(self, number: int) -> None:
        self._ask_ledger() if number == LIST_KEY else self.insist()

    def _ask_ledger(self) -> None:
        self.crossing = None
        attending = self.desk.attending
        self.run(lambda _job: [_done(*one) for one in attending.latest(MOST)], self._show_ledger)
        self.frame.say(_("Everything recorded here: Enter undoes, Esc goes back."))

    def _show_ledger(self, done: Sequence[Done]) -> None:
        self.prompt.hide()
        self.ledger.show_done(done)
        self._stack.setCurrentWidget(self.ledger)
        self.ledger.setFocus()

    def insist(self) -> None:
        """Count in someone whom the rules held back, if a supervisor says so."""
        held = self.crossing
        if held is not None and held.kind in _INSISTED and held.verdict.holder is not None:
            who = held.verdict.holder.attendee.id

            def count_in() -> None:
                self._run(lambda: self.desk.attending.cross(who, insist=True))

            self.pin.ask(count_in, where_unset=count_in)

    def put_aside(self) -> None:
        """Put the card aside."""
        self.crossing = None
        self.prompt.hide()
        self._stack.setCurrentWidget(self._idle)
        self.field.setFocus()

    def _run(self, work: Callable[[], Crossing]) -> None:
        self.crossing = None  # nobody insists on what is no longer shown
        self.finder.stop()
        self.run(lambda _job: work(), self._show_crossing)

    def _show_crossing(self, crossing: Crossing) -> None:
        self.crossing = crossing
        self.prompt.hide()
        look = self.card.show_crossing(crossing, may_insist=crossing.kind in _INSISTED)
        self._stack.setCurrentWidget(self.card)
        self.field.setFocus()
        self.frame.sounds.play(look.sound)
        self._show_occupancy(crossing.occupancy)
        self._refresh()

    def _refresh(self) -> None:
        attending = self.desk.attending
        self.side.look(
            attending.occupancy, lambda: [_done(*one) for one in attending.latest()], self._show_occupancy
        )

    def _show_occupancy(self, occupancy: Occupancy) -> None:
        tone = Tone.WARNING if occupancy.is_nearly_full else Tone.SUCCESS
        tone = Tone.DANGER if occupancy.is_full else tone
        capacity = occupancy.capacity
        of = _("inside, of {count} places").format(count=capacity) if capacity else _("inside")
        self.side.counter.show_count(occupancy.inside, capacity, of, tone)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self._idle, self.finder.rows, self.card, self.ledger):
            self._stack.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.field, 1)
        head.addWidget(self.scanners.button())
        left.addLayout(head)
        left.addWidget(self.prompt)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.side)


def _done(passage: Passage, person: Attendee) -> Done:
    way = passage.direction.value
    return Done(passage.id, words.name(person), passage.at, way, passage.desk, passage.void_reason)
