"""What an identity document says, and why a text says nothing: values that never print what they hold."""

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import groupby

from checkin.domain.identity.checks import DocumentKind

Pieces = tuple[tuple[str, bool], ...]  # a text in pieces, each with whether it is marked
_MISSING = "·"  # stands where a character is missing


class Format(StrEnum):
    """How the machine-readable zone is laid out."""

    TD1 = "TD1"  # ICAO 9303-5, three lines of 30
    TD2 = "TD2"  # ICAO 9303-6, two lines of 36
    TD3 = "TD3"  # ICAO 9303-4, two lines of 44
    MRV_A = "MRV-A"  # ICAO 9303-7, a visa of two lines of 44
    MRV_B = "MRV-B"  # ICAO 9303-7, a visa of two lines of 36
    FRENCH_CARD = "FRENCH_CARD"  # the French identity card of 1995–2021, two lines of 36
    FRENCH_LICENCE = "FRENCH_LICENCE"  # the French driving licence since 2013, one line of 30


class Field(StrEnum):
    """A part of a machine-readable zone."""

    CODE = "code"
    STATE = "state"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    NUMBER = "number"
    BIRTH = "birth"
    SEX = "sex"
    EXPIRY = "expiry"
    NATIONALITY = "nationality"
    OPTIONAL = "optional"
    OPTIONAL_2 = "optional_2"
    ISSUED = "issued"
    OFFICE = "office"
    COMPOSITE = "composite"


class Sex(StrEnum):
    """What the document says; many say nothing."""

    FEMALE = "F"
    MALE = "M"
    UNSPECIFIED = ""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date whose day, or month and day, may be unknown (ICAO 9303-3, 4.8)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first(self) -> date:
        """The first day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """A name as a machine-readable zone prints it: A–Z, in parts; a compound may hold a space.

    `family_cut` and `given_cut` tell that the field is full to its last column, so that the name may go on.
    """

    family: tuple[str, ...]
    given: tuple[str, ...] = ()
    family_cut: bool = False
    given_cut: bool = False

    def __repr__(self) -> str:
        return "Name(…)"


@dataclass(frozen=True, slots=True)
class Check:
    """One check digit: what it covers, its place (from 1), and whether it holds."""

    field: Field
    line: int
    column: int
    holds: bool


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """What a machine-readable zone says, all of its check digits holding.

    That proves it was read right, not that the document is genuine. `number` is whole, fillers dropped;
    `optional` has the optional fields in their order, fillers as blanks; `issued` is the month of issue,
    which only the French card of 1995–2021 tells; `birth` and `expiry` are None where unknown or not told.
    """

    format: Format
    code: str
    kind: DocumentKind
    issuing_state: str
    number: str
    name: Name
    checks: tuple[Check, ...]
    birth: PartialDate | None = None
    sex: Sex = Sex.UNSPECIFIED
    expiry: PartialDate | None = None
    nationality: str = ""
    optional: tuple[str, ...] = ()
    issued: PartialDate | None = None

    def __repr__(self) -> str:
        return f"Document({self.format}, {self.kind}, …)"


class Reason(StrEnum):
    """Why a text is no document."""

    NOT_AN_MRZ = "not_an_mrz"
    WRONG_LENGTH = "wrong_length"
    WRONG_CHARACTER = "wrong_character"
    WRONG_DATE = "wrong_date"
    WRONG_CHECK_DIGIT = "wrong_check_digit"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, and its place: line and columns from 1, the last included.

    A wrong length gives the columns that are missing or too many; a wrong check digit, the field it covers
    together with the digit itself.
    """

    reason: Reason
    field: Field | None
    line: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a text gave no document: the main reason, and every problem at its place in the lines."""

    reason: Reason
    problems: tuple[Problem, ...] = ()
    checks: tuple[Check, ...] = ()
    lines: tuple[str, ...] = field(default=(), repr=False, compare=False)

    def marked(self) -> tuple[Pieces, ...]:
        """Return the lines in pieces, each with whether it is wrong; `·` where a character is missing."""
        return tuple(self._pieces(number, line) for number, line in enumerate(self.lines, start=1))

    def _pieces(self, number: int, line: str) -> Pieces:
        places = [range(each.first, each.last + 1) for each in self.problems if each.line == number]
        end = max((len(line), *(place[-1] for place in places)))
        letters = enumerate(line.ljust(end, _MISSING), start=1)
        marks = ((letter, any(column in place for place in places)) for column, letter in letters)
        runs = groupby(marks, key=lambda mark: mark[1])
        return tuple(("".join(letter for letter, _ in run), is_wrong) for is_wrong, run in runs)
