"""Who is in the building, and where they were last seen: what security needs when the alarm rings.

Derived from the admissions and the passages, never stored. Where these leave a doubt, the person is inside:
someone looked for in vain costs minutes, someone nobody looks for may cost a life.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from checkin.domain.admission import Admission
from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind


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
    admissions: Iterable[Admission], passages: Iterable[Passage], checkpoints: Collection[Checkpoint]
) -> dict[UUID, Sighting]:
    """Return where each person who is inside was last seen.

    Inside is who was let in, or went into a room, and has not gone out by the entrance since. Whoever left a
    room is still in the building.
    """
    rooms = {place.id: place for place in checkpoints if place.kind is CheckpointKind.ROOM}
    found = {one.attendee_id: Sighting(None, one.at) for one in admissions if one.counts}
    for who, last in _last(passages).items():
        admitted = found.get(who)
        if admitted is not None and last.at < admitted.at:  # let in since
            continue
        room = rooms.get(last.checkpoint_id)
        if last.direction is Direction.IN:
            found[who] = Sighting(room, last.at)
        elif room is not None:
            found[who] = Sighting(None, last.at)
        else:
            found.pop(who, None)
    return found


def _last(passages: Iterable[Passage]) -> dict[UUID, Passage]:
    """Return the last standing passage of each person, wherever it was."""
    last: dict[UUID, Passage] = {}
    for passage in passages:
        known = last.get(passage.attendee_id)
        if passage.counts and (known is None or (known.at, known.number) < (passage.at, passage.number)):
            last[passage.attendee_id] = passage
    return last
