"""The occasion: its programme, the places people pass, and what its organiser allows."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class CheckpointKind(StrEnum):
    """What is asked where people pass."""

    ENTRANCE = "entrance"  # is this person expected, and is it really them?
    ROOM = "room"  # who is inside now?


class ExpiredDocuments(StrEnum):
    """What the event's policy says of an identity document that has expired."""

    ACCEPT = "accept"
    ASK = "ask"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of the programme; instants in UTC."""

    starts: datetime
    ends: datetime
    title: str
    speakers: str = ""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A place where people pass; `capacity` is in persons, None where nobody counts."""

    id: UUID
    kind: CheckpointKind
    name: str
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What the organiser allows at the door."""

    identity_required: bool = True
    expired_documents: ExpiredDocuments = ExpiredDocuments.ASK
    walk_ins: bool = True
    extra_companions: bool = True
    badges: bool = False  # one is printed at each admission
    supervisor_pin: str = ""  # its hash (services.supervising); without one nobody overrides
    notice_same_document: bool = False  # keep a keyed digest of each document, to notice one shown twice


@dataclass(frozen=True, slots=True)
class Event:
    """The occasion; instants in UTC, shown in Europe/Paris."""

    id: UUID
    title: str
    starts: datetime
    ends: datetime
    subject: str = ""
    organiser: str = ""
    reply_to: str = ""
    building: str = ""
    address: str = ""
    programme: tuple[Slot, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    policy: Policy = field(default_factory=Policy)

    def checkpoint(self, kind: CheckpointKind) -> Checkpoint | None:
        """Return the first checkpoint of this kind, None where the event has none."""
        return next((place for place in self.checkpoints if place.kind is kind), None)

    @property
    def entrance(self) -> Checkpoint:
        """The building's entrance; every event has one (services.events sees to it)."""
        return next(place for place in self.checkpoints if place.kind is CheckpointKind.ENTRANCE)

    @property
    def room(self) -> Checkpoint | None:
        """The room whose attendance is counted, if the event has one."""
        return self.checkpoint(CheckpointKind.ROOM)
