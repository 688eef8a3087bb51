"""Who may come in: the one place that decides.

A scan shows, it does not admit. `decide` says what the rules make of a reading; the admission is recorded
after the identity decision.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from checkin.domain.attendance import Passage
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event
from checkin.domain.ticket import Ticket, Unreadable


class VerdictKind(StrEnum):
    """What the rules say of a reading."""

    WELCOME = "welcome"  # expected: check the identity, then admit
    ALREADY_ADMITTED = "already_admitted"
    UNKNOWN = "unknown"  # well formed, but no ticket of ours
    REVOKED = "revoked"  # a newer confirmation replaced it, or the party changed
    DECLINED = "declined"  # the person said they would not come, or was cancelled
    OTHER_EVENT = "other_event"  # a ticket of another event on this database
    MISREAD = "misread"  # a letter is wrong or missing: scan again
    FOREIGN = "foreign"  # not one of ours


class Refusal(StrEnum):
    """Why someone was turned away: a closed list, no free text; the code stays as good as it was."""

    NO_DOCUMENT = "no_document"
    ANOTHER_PERSON = "another_person"  # the document is somebody else's
    EXPIRED = "expired"
    SECURITY = "security"
    OTHER = "other"


class Exemption(StrEnum):
    """Why a supervisor lets in someone whom the rules hold back: a closed list, no free text."""

    ORGANISER = "organiser"  # the organiser agrees
    LIST_ERROR = "list_error"  # the list is wrong
    VOUCHED_FOR = "vouched_for"  # someone of the house knows the person
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Admission:
    """The recorded fact that someone was let in; voided, never deleted. Instants in UTC."""

    id: UUID
    attendee_id: UUID
    checkpoint_id: UUID
    at: datetime
    operator: str
    desk: str
    voided_at: datetime | None = None
    voided_by: str = ""
    void_reason: str = ""

    @property
    def counts(self) -> bool:
        """Whether it still stands."""
        return self.voided_at is None


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the party on the card, and their standing admission, if any."""

    attendee: Attendee
    admission: Admission | None = None

    @property
    def is_here(self) -> bool:
        """Whether this person has been let in."""
        return self.admission is not None


@dataclass(frozen=True, slots=True)
class Known:
    """What the store knows of a person: the ticket scanned, if one was, and the person's whole party."""

    ticket: Ticket | None
    holder: Member
    party: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What explains a verdict: what replaced a revoked confirmation, another's event, where someone is."""

    replaced_at: datetime | None = None
    event_title: str = ""
    event_starts: datetime | None = None
    passages: tuple[Passage, ...] = ()  # of the holder at the room's door, the last ones, in order


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reception sees after a scan or a choice from the search."""

    kind: VerdictKind
    holder: Member | None = None
    party: tuple[Member, ...] = ()
    ticket_id: UUID | None = None
    because: Circumstances = Circumstances()

    @property
    def may_enter(self) -> bool:
        """Whether the holder is to be admitted once the identity is checked."""
        return self.kind is VerdictKind.WELCOME

    @property
    def may_insist(self) -> bool:
        """Whether a supervisor can have the holder admitted all the same."""
        return self.kind in {VerdictKind.REVOKED, VerdictKind.DECLINED}

    @property
    def waiting(self) -> tuple[Member, ...]:
        """The expected members of the party who are not here yet, the lead first."""
        return tuple(m for m in self.party if not m.is_here and m.attendee.is_expected)


def decide(found: Known | Unreadable | None, event: Event) -> Verdict:
    """Return the verdict on what was found under a scan, or under a name chosen from the search.

    `found` is why the text is no code, or what the store knows of it; None where it knows nothing.
    """
    if isinstance(found, Unreadable):
        return Verdict(VerdictKind(found.value))
    if found is None:
        return Verdict(VerdictKind.UNKNOWN)
    if found.ticket is not None and found.ticket.event_id != event.id:
        return Verdict(VerdictKind.OTHER_EVENT)  # nothing of another event's people is shown
    ticket_id = found.ticket.id if found.ticket else None
    return Verdict(_standing(found), found.holder, found.party, ticket_id)


def _standing(known: Known) -> VerdictKind:
    if known.holder.is_here:
        return VerdictKind.ALREADY_ADMITTED
    if not known.holder.attendee.is_expected:
        return VerdictKind.DECLINED
    if known.ticket is not None and not known.ticket.is_live:
        return VerdictKind.REVOKED
    return VerdictKind.WELCOME
