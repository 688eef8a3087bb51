"""One reading of lines in one format: fields checked, check digits computed, the document built."""

import re
from datetime import date

from checkin.domain.identity.check_digits import check_digit
from checkin.domain.identity.checks import DocumentKind
from checkin.domain.identity.dates import birth_date, expiry_date, issue_month
from checkin.domain.identity.document import (
    Check,
    Document,
    Field,
    Format,
    Name,
    PartialDate,
    Problem,
    Reason,
    Sex,
    Unread,
)
from checkin.domain.identity.layouts import Layout, Rule, Span
from checkin.domain.identity.specimen import printed

_LETTERS = re.compile(r"[A-Z<]")
_DIGITS = re.compile(r"[0-9<]")
_ALLOWED = {
    Field.CODE: re.compile(r"[A-Z0-9<]"),
    Field.STATE: _LETTERS,
    Field.NATIONALITY: _LETTERS,
    Field.NAME: _LETTERS,
    Field.FAMILY: _LETTERS,
    Field.GIVEN: _LETTERS,
    Field.BIRTH: _DIGITS,
    Field.EXPIRY: _DIGITS,
    Field.ISSUED: re.compile(r"[0-9]"),
    Field.SEX: re.compile(r"[FMX<]"),
}
_NAMES = (Field.NAME, Field.FAMILY)
_NAME = re.compile(r"[A-Z<]+")
_PARTED = re.compile(r"<<+|,")
_NAME_WIDTHS = {30, 31, 39}  # TD1, TD2 and MRV-B, TD3 and MRV-A


def read_as(layout: Layout, lines: tuple[str, ...], today: date) -> Document | Unread:
    """Return the document that `lines` (of the layout's size, A–Z, 0–9 and `<`) show, or what is wrong."""
    checks, misread = _checked(layout, lines)
    dates, impossible = _dated(layout, lines, today)
    # A date that no calendar has is the reason only where its digit holds: else it was misread.
    problems = (*_misspelt(layout, lines), *misread, *impossible)
    if problems:
        return Unread(problems[0].reason, problems, checks, lines)
    return _document(layout, lines, checks, dates)


def _misspelt(layout: Layout, lines: tuple[str, ...]) -> tuple[Problem, ...]:
    """Find the characters that their field can't hold, and a name without a letter."""
    problems = [
        Problem(Reason.WRONG_CHARACTER, field, span.line, column, column)
        for field, span in layout.fields.items()
        if field in _ALLOWED
        for column, letter in enumerate(span.of(lines), start=span.first)
        if not _ALLOWED[field].match(letter)
    ]
    problems += [
        Problem(Reason.WRONG_CHARACTER, field, span.line, span.first, span.first)
        for field, span in layout.fields.items()
        if (field in _NAMES and not span.of(lines).strip("<"))
        or (field is Field.STATE and span.of(lines).startswith("<"))
    ]
    return tuple(problems)


def _checked(layout: Layout, lines: tuple[str, ...]) -> tuple[tuple[Check, ...], tuple[Problem, ...]]:
    """Compute every check digit; return the checks, and a problem for each that does not hold."""
    checks = tuple(_check(layout, rule, lines) for rule in layout.rules)
    problems = tuple(
        Problem(Reason.WRONG_CHECK_DIGIT, rule.field, *_extent(rule))
        for rule, check in zip(layout.rules, checks, strict=True)
        if not check.holds
    )
    return checks, problems


def _extent(rule: Rule) -> tuple[int, int, int]:
    first = rule.at.first if rule.field is Field.COMPOSITE else rule.over[0].first
    return rule.at.line, first, rule.at.last


def _check(layout: Layout, rule: Rule, lines: tuple[str, ...]) -> Check:
    digit, covered = rule.at.of(lines), rule.covered(lines)
    place = rule.at
    if digit != "<":
        holds = digit == check_digit(covered)
    elif rule.field is Field.NUMBER and (tail := _tail(layout, lines)):
        place = layout.fields[Field.OPTIONAL]
        place = Span(place.line, place.first + len(tail) - 1, place.first + len(tail) - 1)
        holds = tail[-1] in {check_digit(covered + tail[:-1]), check_digit(covered + "<" + tail[:-1])}
    else:  # an empty field needs no digit; the composite is never empty
        holds = rule.field is not Field.COMPOSITE and not covered.strip("<")
    return Check(rule.field, place.line, place.first, holds)


def _tail(layout: Layout, lines: tuple[str, ...]) -> str:
    """Return the rest of a number of more than nine characters, its check digit last; "" if it has none.

    ICAO 9303-5, 4.2.2: `<` stands where the digit would, the rest opens the optional field. States differ on
    whether that `<` is counted in the sum.
    """
    if layout.long_numbers is None or "<" in layout.fields[Field.NUMBER].of(lines):
        return ""
    rest, _, _ = layout.fields[layout.long_numbers].of(lines).partition("<")
    return rest if len(rest) > 1 else ""


def _dated(
    layout: Layout, lines: tuple[str, ...], today: date
) -> tuple[dict[Field, PartialDate | None], tuple[Problem, ...]]:
    """Read the dates; return those known, and a problem for each that no calendar has."""
    dates: dict[Field, PartialDate | None] = {}
    problems: list[Problem] = []
    last = today
    readers = {Field.ISSUED: issue_month, Field.EXPIRY: expiry_date, Field.BIRTH: birth_date}
    for field, reader in readers.items():
        if (span := layout.fields.get(field)) is not None:
            try:
                dates[field] = found = reader(span.of(lines), last if field is Field.BIRTH else today)
            except ValueError:
                problems.append(Problem(Reason.WRONG_DATE, field, span.line, span.first, span.last))
            else:
                last = min(last, found.last) if found else last  # nobody is born after issue or expiry
    return dates, tuple(problems)


def _document(
    layout: Layout,
    lines: tuple[str, ...],
    checks: tuple[Check, ...],
    dates: dict[Field, PartialDate | None],
) -> Document:
    def text(field: Field) -> str:
        span = layout.fields.get(field)
        return span.of(lines) if span else ""

    number, optional = text(Field.NUMBER), text(Field.OPTIONAL)
    number_check = layout.rules[0].at.of(lines)
    if number_check == "<" and (tail := _tail(layout, lines)):
        number, optional = number + tail[:-1], optional[len(tail) :]
    code = text(Field.CODE).strip("<")
    optionals = (optional, text(Field.OPTIONAL_2))[: 2 if Field.OPTIONAL_2 in layout.fields else 1]
    return Document(
        format=layout.format,
        code=code,
        kind=_kind(layout.format, code, text(Field.STATE)),
        issuing_state=text(Field.STATE).strip("<"),
        number=number.replace("<", ""),
        name=_card_name(text(Field.FAMILY), text(Field.GIVEN))
        if text(Field.FAMILY)
        else _name(text(Field.NAME)),
        checks=checks,
        birth=dates.get(Field.BIRTH),
        sex={"F": Sex.FEMALE, "M": Sex.MALE}.get(text(Field.SEX), Sex.UNSPECIFIED),
        expiry=dates.get(Field.EXPIRY),
        nationality=text(Field.NATIONALITY).strip("<"),
        optional=tuple(_blank(each) for each in optionals) if Field.OPTIONAL in layout.fields else (),
        issued=dates.get(Field.ISSUED),
    )


def name_printed(text: str) -> Name | None:
    """Return a name given as a zone’s field prints it, with its fillers or without; None for other texts.

    Without them, one that is as long as a field of TD1, TD2 or TD3 may be cut. « d’Artois, Pascale » is
    understood too.
    """
    name = text.strip().upper()
    if not _NAME.fullmatch(name):
        name = "<<".join(filter(None, map(printed, _PARTED.split(name))))
    if not _NAME.fullmatch(name) or not name.strip("<"):
        return None
    return _name(name if len(name) in _NAME_WIDTHS else name + "<")


def _blank(text: str) -> str:
    return text.replace("<", " ").strip()


def _name(text: str) -> Name:
    """Return a name of which one field holds both parts (ICAO 9303-3, 4.6): `<<` parts them."""
    family, _, given = text.partition("<<")
    full = not text.endswith("<")
    return Name(_parts(family), _parts(given), family_cut=full, given_cut=full and bool(given))


def _card_name(family: str, given: str) -> Name:
    """Return a name of which each part has a field; `<<` parts given names, `<` the halves of a compound."""
    names = tuple(_blank(each) for each in given.split("<<"))
    full = bool(given) and not given.endswith("<")
    return Name(_parts(family), tuple(filter(None, names)), not family.endswith("<"), full)


def _parts(field: str) -> tuple[str, ...]:
    return tuple(filter(None, field.split("<")))


def _kind(layout: Format, code: str, state: str) -> DocumentKind:
    """Return what the code's letters mean (ICAO 9303-4 to -7, 4.2; R, S and F: the European permits).

    The United States print C1 and C2 on their permanent residents' cards.
    """
    if layout is Format.FRENCH_LICENCE:
        return DocumentKind.DRIVING_LICENCE
    if (state, code) in {("USA", "C1"), ("USA", "C2")}:
        return DocumentKind.RESIDENCE_PERMIT
    if code in {"IR", "AR", "CR", "AF", "AS", "TS", "IT", "RP"}:
        return DocumentKind.RESIDENCE_PERMIT
    if code.startswith("P") or code == "IP":
        return DocumentKind.PASSPORT
    return DocumentKind.IDENTITY_CARD if code[:1] in {"I", "C"} and code != "IV" else DocumentKind.OTHER
