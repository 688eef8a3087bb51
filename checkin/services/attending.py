"""The room: in, out, back in; one scan toggles, and the count is held against the capacity."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from checkin.domain.admission import Member, Verdict, VerdictKind
from checkin.domain.attendance import Direction, Occupancy, Passage, attended, inside
from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.domain.event import Checkpoint, Slot
from checkin.language import _
from checkin.services.admitting import Admitting
from checkin.services.context import Context
from checkin.store import attendees, passages
from checkin.store.database import Connection

_OPENS = frozenset({VerdictKind.WELCOME, VerdictKind.ALREADY_ADMITTED})


class PassageKind(StrEnum):
    """What became of a scan at the room's door."""

    IN = "in"
    OUT = "out"
    FULL = "full"  # nobody more fits; a supervisor may insist
    NOT_ADMITTED = "not_admitted"  # has not passed the entrance; a supervisor may insist
    REFUSED = "refused"  # not a code that opens anything, as the verdict says


@dataclass(frozen=True, slots=True)
class Crossing:
    """What became of a scan at the room's door, who it was, and how many are inside after it."""

    kind: PassageKind
    verdict: Verdict
    occupancy: Occupancy
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Attending:
    """The rooms of one event at one desk."""

    context: Context

    def room(self) -> Checkpoint:
        """Return the event's room; raises InputError for an event without one."""
        found = self.context.event.room
        if found is None:
            raise InputError(
                _("This event has no room to count."), _("Add one with its capacity to the event.")
            )
        return found

    def scan(self, text: str, *, insist: bool = False) -> Crossing:
        """Record that the holder of a code passes the room's door, the way they were not.

        `insist` lets someone in although the room is full or they have not passed the entrance.
        """
        return self._cross(Admitting(self.context).scan(text), insist=insist)

    def cross(
        self, attendee_id: UUID, direction: Direction | None = None, *, insist: bool = False
    ) -> Crossing:
        """Record that someone found by name passes; asked for the way they are already, nothing changes."""
        return self._cross(Admitting(self.context).look_up(attendee_id), direction, insist=insist)

    def void(self, passage_id: UUID, reason: str) -> bool:
        """Undo a passage, the last of its person only; False when it was voided or followed by another."""
        with self.context.database.transaction() as connection:
            passages.lock(connection, self.room().id)
            done = passages.void_last(
                connection, passage_id, self.context.now(), self.context.operator, reason
            )
            if done:
                self.context.note(connection, "passage.void", passage_id)
            return done

    def occupancy(self) -> Occupancy:
        """Return how many are in the room now."""
        with self.context.database.reading() as connection:
            return self._occupancy(connection)

    def inside(self, at: datetime | None = None) -> list[Attendee]:
        """Return who is in the room, at an instant or now, in alphabetical order."""
        with self.context.database.reading() as connection:
            return self._people(connection, inside(passages.all_at(connection, self.room().id), at))

    def attended(self, slot: Slot) -> list[Attendee]:
        """Return who was in the room during a slot of the programme, in alphabetical order."""
        with self.context.database.reading() as connection:
            return self._people(connection, attended(passages.all_at(connection, self.room().id), slot))

    def latest(self, limit: int = 20) -> list[tuple[Passage, Attendee]]:
        """Return the last passages, the latest first, the voided ones too, and whose they are."""
        with self.context.database.reading() as connection:
            found = passages.latest(connection, self.room().id, limit)
            people = {p.id: p for p in attendees.some(connection, {one.attendee_id for one in found})}
        return [(one, people[one.attendee_id]) for one in found]

    def _cross(self, verdict: Verdict, direction: Direction | None = None, *, insist: bool) -> Crossing:
        with self.context.database.transaction() as connection:
            passages.lock(connection, self.room().id)
            holder = verdict.holder
            if holder is None:
                return Crossing(PassageKind.REFUSED, verdict, self._occupancy(connection))
            return self._pass(connection, verdict, holder, direction, insist)

    def _pass(
        self,
        connection: Connection,
        verdict: Verdict,
        holder: Member,
        direction: Direction | None,
        insist: bool,  # noqa: FBT001 - handed through
    ) -> Crossing:
        last = passages.last(connection, holder.attendee.id, self.room().id)
        was = last.direction if last else Direction.OUT
        way = direction or was.other
        occupancy = self._occupancy(connection)
        if was is Direction.OUT and verdict.kind not in _OPENS:  # whoever is inside may always leave
            return Crossing(PassageKind.REFUSED, verdict, occupancy)
        if way is was:
            return Crossing(PassageKind(way.value), verdict, occupancy, last)
        if way is Direction.IN and not insist:
            if not holder.is_here:
                return Crossing(PassageKind.NOT_ADMITTED, verdict, occupancy)
            if occupancy.is_full:
                return Crossing(PassageKind.FULL, verdict, occupancy)
        passage = self._passage(holder, last, way)
        passages.add(connection, self.context.event.id, passage)
        return Crossing(PassageKind(way.value), verdict, self._occupancy(connection), passage)

    def _passage(self, holder: Member, last: Passage | None, way: Direction) -> Passage:
        context = self.context
        number = last.number + 1 if last else 1
        return Passage(
            context.new_id(),
            holder.attendee.id,
            self.room().id,
            number,
            way,
            context.now(),
            context.operator,
            context.desk,
        )

    def _occupancy(self, connection: Connection) -> Occupancy:
        room = self.room()
        return Occupancy(passages.count_inside(connection, room.id), room.capacity)

    def _people(self, connection: Connection, ids: frozenset[UUID]) -> list[Attendee]:
        return sorted(attendees.some(connection, ids), key=lambda person: person.sort_key)
