"""Who is expected: attendees, and the parties they come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from checkin.domain.folding import sort_key


class Status(StrEnum):
    """What became of the invitation."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    CANCELLED = "cancelled"


EXPECTED = frozenset({Status.CONFIRMED, Status.TENTATIVE})


class Mark(StrEnum):
    """What reception sees beside the name."""

    NONE = ""
    SPEAKER = "speaker"
    VIP = "vip"
    ORGANISER = "organiser"
    PRESS = "press"


@dataclass(frozen=True, slots=True, repr=False)
class Attendee:
    """One person, a companion as much as the one who replied.

    The members of a party share `party_id`; `position` 0 is the lead, 1, 2, … the companions in the order
    of the reply. An unnamed companion has neither name until the door gives them one.
    """

    id: UUID
    party_id: UUID
    position: int
    given_name: str
    family_name: str
    title: str = ""
    email: str = ""
    organisation: str = ""
    function: str = ""
    status: Status = Status.CONFIRMED
    mark: Mark = Mark.NONE
    assistance: str = ""  # what the person needs to get in: a ramp, a seat, an interpreter
    note: str = ""  # for reception
    language: str = "fr"
    written: str = ""  # the name as it stood in the reply or the list

    def __repr__(self) -> str:
        return f"Attendee({self.id}, …)"  # whatever is logged or raised, it is never a name

    @property
    def is_lead(self) -> bool:
        """Whether this person is the one who replied."""
        return self.position == 0

    @property
    def is_named(self) -> bool:
        """Whether the reply named this person."""
        return bool(self.given_name or self.family_name)

    @property
    def is_expected(self) -> bool:
        """Whether this person is to be let in."""
        return self.status in EXPECTED

    @property
    def name(self) -> str:
        """Given name then family name; empty for an unnamed companion."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def list_name(self) -> str:
        """Family name then given name, as a list shows it; empty for an unnamed companion."""
        return f"{self.family_name} {self.given_name}".strip()

    @property
    def sort_key(self) -> tuple[str, ...]:
        """Where this person stands on an alphabetical list; the unnamed come last."""
        names = sort_key(self.family_name or self.given_name, self.given_name)
        return ("" if self.is_named else "~", *names, str(self.id))


@dataclass(frozen=True, slots=True)
class Party:
    """One RSVP: a lead and the companions."""

    lead: Attendee
    companions: tuple[Attendee, ...] = ()

    @property
    def id(self) -> UUID:
        """The party's identity, which outlives its lead."""
        return self.lead.party_id

    @property
    def members(self) -> tuple[Attendee, ...]:
        """The lead, then the companions."""
        return (self.lead, *self.companions)


def parties(attendees: Iterable[Attendee]) -> list[Party]:
    """Group attendees into parties, sorted by their leads' names; the lowest position present leads."""
    members = sorted(attendees, key=lambda person: (person.party_id, person.position))
    grouped = (tuple(party) for _, party in groupby(members, key=lambda person: person.party_id))
    return sorted((Party(first, tuple(rest)) for first, *rest in grouped), key=lambda p: p.lead.sort_key)
