"""Who is inside, and who attended what: derived from the passages, never stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from checkin.domain.event import Slot


class Direction(StrEnum):
    """Which way someone passed."""

    IN = "in"
    OUT = "out"

    @property
    def other(self) -> "Direction":
        """The way back."""
        return Direction.OUT if self is Direction.IN else Direction.IN


@dataclass(frozen=True, slots=True)
class Passage:
    """In or out at a checkpoint, the `number`th of this person there (1, 2, …); instants in UTC."""

    id: UUID
    attendee_id: UUID
    checkpoint_id: UUID
    number: int
    direction: Direction
    at: datetime
    operator: str
    desk: str
    voided_at: datetime | None = None
    void_reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it still stands."""
        return self.voided_at is None


_NEARLY_FULL = 0.9


@dataclass(frozen=True, slots=True)
class Occupancy:
    """How many are in a room, against what it holds (None: nobody counts)."""

    inside: int
    capacity: int | None

    @property
    def is_full(self) -> bool:
        """Whether nobody more fits."""
        return self.capacity is not None and self.inside >= self.capacity

    @property
    def is_nearly_full(self) -> bool:
        """Whether nine places of ten or more are taken: time to say so."""
        return self.share >= _NEARLY_FULL

    @property
    def places_left(self) -> int | None:
        """How many more fit, None where nobody counts."""
        return None if self.capacity is None else max(0, self.capacity - self.inside)

    @property
    def share(self) -> float:
        """How full the room is, 0.0 to 1.0 and beyond; 0.0 where nobody counts."""
        return self.inside / self.capacity if self.capacity else 0.0


def inside(passages: Iterable[Passage], at: datetime | None = None) -> frozenset[UUID]:
    """Return who is in at the instant `at` (now, if None): those whose last standing passage went in."""
    last: dict[UUID, Passage] = {}
    for passage in passages:
        if passage.counts and (at is None or passage.at <= at):
            known = last.get(passage.attendee_id)
            if known is None or known.number < passage.number:
                last[passage.attendee_id] = passage
    return frozenset(who for who, passage in last.items() if passage.direction is Direction.IN)


def attended(passages: Iterable[Passage], slot: Slot) -> frozenset[UUID]:
    """Return who was in the room at any moment of `slot` (its first instant included, its last not)."""
    standing = [passage for passage in passages if passage.counts]
    entered = {
        passage.attendee_id
        for passage in standing
        if passage.direction is Direction.IN and slot.starts <= passage.at < slot.ends
    }
    return inside(standing, slot.starts) | entered
