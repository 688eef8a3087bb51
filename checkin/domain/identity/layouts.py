"""Where each format has its fields and check digits: one table, lines and columns from 1 as ICAO counts them.

TD1 9303-5, TD2 9303-6, TD3 9303-4, visas 9303-7 (each: section 4.2). The French card of 1995–2021 and the
French licence follow no ICAO part; their layouts are those that the cards themselves show.
"""

from dataclasses import dataclass
from functools import cached_property

from checkin.domain.identity.document import Field, Format


@dataclass(frozen=True, slots=True)
class Span:
    """Columns of a line, the last included."""

    line: int
    first: int
    last: int

    def of(self, lines: tuple[str, ...]) -> str:
        """Return what stands there."""
        return lines[self.line - 1][self.first - 1 : self.last]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check digit: the field it is of, its own place, and what it is computed over."""

    field: Field
    at: Span
    over: tuple[Span, ...]

    def covered(self, lines: tuple[str, ...]) -> str:
        """Return what the digit is computed over."""
        return "".join(span.of(lines) for span in self.over)


@dataclass(frozen=True)
class Layout:
    """A format: its size, its fields, its check digits, and how it begins."""

    format: Format
    lines: int
    width: int
    fields: dict[Field, Span]
    rules: tuple[Rule, ...]
    begins: str = ""
    long_numbers: Field | None = None  # where a number of more than nine characters goes on

    @cached_property
    def size(self) -> int:
        """How many characters it has, lines joined."""
        return self.lines * self.width

    def fits(self, text: str) -> bool:
        """Whether a text that begins so can be of this format: visas begin with V, nothing else does."""
        visa = self.format in {Format.MRV_A, Format.MRV_B}
        return text.startswith(self.begins) and visa == text.startswith("V")


def _digit(field: Field, line: int, column: int, *over: tuple[int, int, int]) -> Rule:
    return Rule(field, Span(line, column, column), tuple(Span(*span) for span in over))


def _second_line(width: int) -> tuple[dict[Field, Span], tuple[Rule, ...]]:
    """Return what TD2, TD3 and both visas share."""
    fields = {
        Field.CODE: Span(1, 1, 2),
        Field.STATE: Span(1, 3, 5),
        Field.NAME: Span(1, 6, width),
        Field.NUMBER: Span(2, 1, 9),
        Field.NATIONALITY: Span(2, 11, 13),
        Field.BIRTH: Span(2, 14, 19),
        Field.SEX: Span(2, 21, 21),
        Field.EXPIRY: Span(2, 22, 27),
    }
    rules = (
        _digit(Field.NUMBER, 2, 10, (2, 1, 9)),
        _digit(Field.BIRTH, 2, 20, (2, 14, 19)),
        _digit(Field.EXPIRY, 2, 28, (2, 22, 27)),
    )
    return fields, rules


def _visa(kind: Format, width: int) -> Layout:
    fields, rules = _second_line(width)
    return Layout(kind, 2, width, fields | {Field.OPTIONAL: Span(2, 29, width)}, rules)


def _td2() -> Layout:
    fields, rules = _second_line(36)
    composite = _digit(Field.COMPOSITE, 2, 36, (2, 1, 10), (2, 14, 20), (2, 22, 35))
    optional = {Field.OPTIONAL: Span(2, 29, 35)}
    return Layout(Format.TD2, 2, 36, fields | optional, (*rules, composite), long_numbers=Field.OPTIONAL)


def _td3() -> Layout:
    fields, rules = _second_line(44)
    personal = _digit(Field.OPTIONAL, 2, 43, (2, 29, 42))
    composite = _digit(Field.COMPOSITE, 2, 44, (2, 1, 10), (2, 14, 20), (2, 22, 43))
    optional = {Field.OPTIONAL: Span(2, 29, 42)}
    return Layout(Format.TD3, 2, 44, fields | optional, (*rules, personal, composite))


_TD1 = Layout(
    Format.TD1,
    lines=3,
    width=30,
    fields={
        Field.CODE: Span(1, 1, 2),
        Field.STATE: Span(1, 3, 5),
        Field.NUMBER: Span(1, 6, 14),
        Field.OPTIONAL: Span(1, 16, 30),
        Field.BIRTH: Span(2, 1, 6),
        Field.SEX: Span(2, 8, 8),
        Field.EXPIRY: Span(2, 9, 14),
        Field.NATIONALITY: Span(2, 16, 18),
        Field.OPTIONAL_2: Span(2, 19, 29),
        Field.NAME: Span(3, 1, 30),
    },
    rules=(
        _digit(Field.NUMBER, 1, 15, (1, 6, 14)),
        _digit(Field.BIRTH, 2, 7, (2, 1, 6)),
        _digit(Field.EXPIRY, 2, 15, (2, 9, 14)),
        _digit(Field.COMPOSITE, 2, 30, (1, 6, 30), (2, 1, 7), (2, 9, 15), (2, 19, 29)),
    ),
    long_numbers=Field.OPTIONAL,
)

# The number of the card is its month of issue, a department and a serial; the composite covers the name too.
_FRENCH_CARD = Layout(
    Format.FRENCH_CARD,
    lines=2,
    width=36,
    fields={
        Field.CODE: Span(1, 1, 2),
        Field.STATE: Span(1, 3, 5),
        Field.FAMILY: Span(1, 6, 30),
        Field.OFFICE: Span(1, 31, 36),
        Field.ISSUED: Span(2, 1, 4),
        Field.NUMBER: Span(2, 1, 12),
        Field.GIVEN: Span(2, 14, 27),
        Field.BIRTH: Span(2, 28, 33),
        Field.SEX: Span(2, 35, 35),
    },
    rules=(
        _digit(Field.NUMBER, 2, 13, (2, 1, 12)),
        _digit(Field.BIRTH, 2, 34, (2, 28, 33)),
        _digit(Field.COMPOSITE, 2, 36, (1, 1, 36), (2, 1, 35)),
    ),
    begins="IDFRA",
)

_FRENCH_LICENCE = Layout(
    Format.FRENCH_LICENCE,
    lines=1,
    width=30,
    fields={
        Field.CODE: Span(1, 1, 2),
        Field.STATE: Span(1, 3, 5),
        Field.NUMBER: Span(1, 6, 14),
        Field.EXPIRY: Span(1, 16, 21),
        Field.FAMILY: Span(1, 22, 29),
    },
    rules=(
        _digit(Field.NUMBER, 1, 15, (1, 1, 14)),
        _digit(Field.COMPOSITE, 1, 30, (1, 1, 29)),
    ),
    begins="D1FRA",
)

LAYOUTS: dict[Format, Layout] = {
    layout.format: layout
    for layout in (
        _TD1,
        _FRENCH_CARD,
        _td2(),
        _td3(),
        _visa(Format.MRV_A, 44),
        _visa(Format.MRV_B, 36),
        _FRENCH_LICENCE,
    )
}
