"""Writing a machine-readable zone: for the demonstration's invented guests, and for tests.

Nothing here is of use to forge a document: any machine reads the sums from ICAO 9303-3.
"""

from collections.abc import Mapping

from checkin.domain.folding import fold
from checkin.domain.identity.check_digits import check_digit
from checkin.domain.identity.document import Field, Format
from checkin.domain.identity.layouts import LAYOUTS, Layout, Span

_NUMBER = 9  # columns a number has; the rest goes into the optional field


def write(layout: Format, values: Mapping[Field, str]) -> tuple[str, ...]:
    """Return the lines of a zone of this format, every check digit computed.

    `values` are as printed: A–Z, 0–9 and `<`, dates YYMMDD, the name as `printed_name` gives it. A name is
    cut where its field ends; so is anything else that is too long, but for a number that may go on.
    """
    form = LAYOUTS[layout]
    rows = [["<"] * form.width for _ in range(form.lines)]
    for field, span in form.fields.items():
        if field is not Field.ISSUED:  # the number begins with it
            _put(rows, span, values.get(field, ""))
    is_long = form.long_numbers is not None and len(values.get(Field.NUMBER, "")) > _NUMBER
    if is_long:
        _put_tail(rows, form, values)
    for rule in form.rules:
        if not (is_long and rule.field is Field.NUMBER):
            _put(rows, rule.at, check_digit(rule.covered(_lines(rows))))
    return _lines(rows)


def printed_name(family: str, given: str = "") -> str:
    """Return a name as ICAO 9303-3, 4.6 prints it: no accents, apostrophes closed up, `<<` between."""
    return "<<".join(filter(None, (printed(family), printed(given))))


def printed(words: str) -> str:
    """Return words as a name field prints them: « Jean-Claude » is JEAN<CLAUDE, « d’Artois » DARTOIS."""
    closed = "".join(letter for letter in words if letter not in "'’ʼ")
    return "<".join(fold(closed).upper().split())


def _put(rows: list[list[str]], span: Span, text: str) -> None:
    width = span.last - span.first + 1
    rows[span.line - 1][span.first - 1 : span.last] = text[:width].ljust(width, "<")


def _put_tail(rows: list[list[str]], form: Layout, values: Mapping[Field, str]) -> None:
    number = values[Field.NUMBER]
    tail = number[_NUMBER:] + check_digit(number)
    optional = values.get(Field.OPTIONAL, "")
    _put(rows, form.fields[Field.OPTIONAL], f"{tail}<{optional}")


def _lines(rows: list[list[str]]) -> tuple[str, ...]:
    return tuple("".join(row) for row in rows)
