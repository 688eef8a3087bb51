"""What was understood of a list or a message: proposals for a person to look at, and problems by line."""

from dataclasses import dataclass
from enum import StrEnum

from checkin.domain.attendee import Mark


class Reply(StrEnum):
    """What someone answered to the invitation."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    NO_RSVP = "no_rsvp"  # an automatic reply, a delivery failure, a question alone, spam


@dataclass(frozen=True, slots=True)
class Source:
    """Where it stood: the line of a list (counted from 1, as a spreadsheet shows it), or the message."""

    file: str
    line: int | None = None
    message: int | None = None  # its place in the mailbox, counted from 1


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as a careful secretary would enter it, beside what was written."""

    given_name: str
    family_name: str
    title: str = ""
    written: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One reply: who, what they said, and who comes with them."""

    reply: Reply
    name: PersonName
    source: Source
    email: str = ""
    organisation: str = ""
    function: str = ""
    mark: Mark = Mark.NONE
    language: str = ""
    assistance: str = ""
    notes: str = ""
    companions: tuple[PersonName, ...] = ()
    unnamed_companions: int = 0
    sure: bool = True
    doubts: tuple[str, ...] = ()  # why it is not sure, in words
    text: str = ""  # what the person wrote, without what they quoted
    evidence: tuple[str, ...] = ()  # the sentences that decided, as they stand in the text, a line each
    in_place_of: PersonName = PersonName("", "")  # who declined, where this is the substitute


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that could not be taken, and why, in words."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was understood of one file."""

    file: str
    proposals: tuple[Proposal, ...] = ()
    problems: tuple[Problem, ...] = ()
    sheet: str = ""  # which sheet of a workbook was read
    hidden_sheets: tuple[str, ...] = ()  # sheets that a person does not see, and that were not read
    has_answers: bool = True  # a list without a column of answers says nothing of who has cancelled

    @property
    def coming(self) -> tuple[Proposal, ...]:
        """The proposals of those who come."""
        return tuple(p for p in self.proposals if p.reply in {Reply.CONFIRMED, Reply.TENTATIVE})

    @property
    def not_coming(self) -> int:
        """How many replies say that their author does not come."""
        return sum(p.reply in {Reply.DECLINED, Reply.CANCELLED} for p in self.proposals)
