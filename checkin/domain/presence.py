"""Who is in the building, and where they were last seen: what security needs when the alarm rings.

Derived from the admissions and the passages, never stored. Where these leave a doubt, the person is inside:
someone looked for in vain costs minutes, someone nobody looks for may cost a life.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from checkin.domain.attendance import Direction
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind


class Move(NamedTuple):
    """As much of a standing passage as says where someone is."""

    attendee_id: UUID
    checkpoint_id: UUID
    number: int
    direction: Direction
    at: datetime


@dataclass(frozen=True, slots=True)
class Sighting:
    """Where and when someone who is inside was last recorded; `room` is None in the rest of the building."""

    room: Checkpoint | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Present:
    """Someone who is in the building; `lead` is whom an unnamed companion came with."""

    attendee: Attendee
    seen: Sighting
    lead: Attendee | None = None

    @property
    def needs_help(self) -> bool:
        """Whether the list has to say so first."""
        return bool(self.attendee.assistance)


@dataclass(frozen=True, slots=True)
class Muster:
    """Everyone who is in the building, as it was true at the instant `at`."""

    present: tuple[Present, ...]
    at: datetime

    @property
    def to_help(self) -> tuple[Present, ...]:
        """Those who need help, in the order of the list."""
        return tuple(one for one in self.present if one.needs_help)

    @property
    def others(self) -> tuple[Present, ...]:
        """The rest, in the order of the list."""
        return tuple(one for one in self.present if not one.needs_help)


def sightings(
    admitted: Mapping[UUID, datetime], moves: Iterable[Move], checkpoints: Collection[Checkpoint]
) -> dict[UUID, Sighting]:
    """Return where each person who is inside was last seen, of those `admitted` (and when) and who moved.

    Inside is who was let in, or went into a room, and has not gone out by the entrance since. Whoever left a
    room is still in the building.
    """
    rooms = {place.id: place for place in checkpoints if place.kind is CheckpointKind.ROOM}
    found = {who: Sighting(None, at) for who, at in admitted.items()}
    for who, last in _last(moves).items():
        if who in admitted and last.at < admitted[who]:  # let in since
            continue
        room = rooms.get(last.checkpoint_id)
        if last.direction is Direction.IN:
            found[who] = Sighting(room, last.at)
        elif room is not None:
            found[who] = Sighting(None, last.at)
        else:
            found.pop(who, None)
    return found


def _last(moves: Iterable[Move]) -> dict[UUID, Move]:
    """Return the last move of each person, wherever it was."""
    last: dict[UUID, Move] = {}
    for move in moves:
        known = last.get(move.attendee_id)
        if known is None or (known.at, known.number) < (move.at, move.number):
            last[move.attendee_id] = move
    return last
