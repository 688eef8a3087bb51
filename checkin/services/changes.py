"""What an import would change, as values: changes of people, meetings of two who may be one, choices."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.intake.proposals import PersonName, Proposal, Source

Pair = tuple[Attendee | None, Attendee]  # someone before (None: new) and after
Place = tuple[int, int]  # which proposal of the reading; 0 who replied, 1, 2, … the companions, -1 the answer
_NOT_SHOWN = frozenset({"id", "party_id", "position", "written", "language"})


class ChangeKind(StrEnum):
    """What an import makes of one reply."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CORRECTED = "corrected"  # a later reply of the same person takes its place
    NOT_COMING = "not_coming"  # declined and was never on the list, or answered nothing: nothing is kept


class Likeness(StrEnum):
    """Why two may be one person."""

    TWICE = "twice"  # an earlier line or message of the same import is theirs too
    ANSWERED = "answered"  # known as someone's companion, and now answers alone
    BROUGHT = "brought"  # named as a companion, and on the list elsewhere
    SPELLING = "spelling"  # the same e-mail, the name spelled in another way
    NAMESAKE = "namesake"  # the same name, another e-mail
    ADDRESS = "address"  # the same e-mail, another name
    AWAY = "away"  # on a list without answers, and known not to come


# What is not so until somebody says so.
_APART = frozenset({Likeness.NAMESAKE, Likeness.ADDRESS, Likeness.AWAY})


@dataclass(frozen=True, slots=True, repr=False)
class Meeting:
    """Someone in a reply who may be somebody known; `is_one` is what the import takes them for.

    Of someone AWAY, who is known, it is whether they come again.
    """

    place: Place
    name: PersonName
    email: str
    known: Attendee
    why: Likeness
    is_one: bool
    host: Attendee | None = None  # whom the known one accompanies, if anybody


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person decided about a plan; without it, all of it but what is offered unticked.

    `left` holds the places (0, 1, …) of replies to leave; `kept` the (person, field) that stay as they are;
    `turned` the meetings to take for the contrary of what the import takes them for; `gone` the parties that
    are no longer on the list and are taken off it.
    """

    left: frozenset[int] = frozenset()
    kept: frozenset[tuple[UUID, str]] = frozenset()
    turned: frozenset[Place] = frozenset()
    gone: frozenset[UUID] = frozenset()

    def are_one(self, place: Place, why: Likeness) -> bool:
        """Whether the two who meet here are one person."""
        return (why not in _APART) != (place in self.turned)


@dataclass(frozen=True, slots=True, repr=False)
class FieldChange:
    """One field of one person, before and after, as text."""

    person: Attendee
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """What one reply changes: each person of the party before (None: new) and after, and whom it met."""

    proposal: Proposal
    people: tuple[Pair, ...]
    meetings: tuple[Meeting, ...] = ()
    is_corrected: bool = False  # who replied is spoken of by a later change

    @property
    def source(self) -> Source:
        """Where the reply stood."""
        return self.proposal.source

    @property
    def kind(self) -> ChangeKind:
        """What it amounts to."""
        if self.is_corrected and all(was == now for was, now in self.people):
            return ChangeKind.CORRECTED
        if not self.people:
            return ChangeKind.NOT_COMING
        if self.people[0][0] is None:
            return ChangeKind.NEW
        return ChangeKind.SAME if all(was == now for was, now in self.people) else ChangeKind.CHANGED

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs, field by field; a new person is one change of the field "name"."""
        return tuple(change for was, now in self.people for change in _differences(was, now))


@dataclass(frozen=True, slots=True, repr=False)
class Gone:
    """A party that stood on an earlier version of the list and doesn't on this one; where it stood."""

    source: Source
    people: tuple[Pair, ...]

    @property
    def lead(self) -> Attendee:
        """Who replied."""
        return self.people[0][1]


def _differences(was: Attendee | None, now: Attendee) -> Iterator[FieldChange]:
    if was is None:
        yield FieldChange(now, "name", "", now.name)
        return
    for name in (field.name for field in fields(Attendee) if field.name not in _NOT_SHOWN):
        if getattr(was, name) != getattr(now, name):
            yield FieldChange(now, name, str(getattr(was, name)), str(getattr(now, name)))
