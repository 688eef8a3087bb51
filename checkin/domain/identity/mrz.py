"""A machine-readable zone: lines of text in, a document or the reasons why not out.

Where the lines come from is all the same: a reader that types like a keyboard, a hand, later a camera.
Which format it is, is decided by what fits, check digits included: an identity card of Romania begins with
ID on two lines of 36 as the French one does.
"""

import re
from collections.abc import Iterator
from datetime import date

from checkin.domain.identity.check_digits import ALPHABET
from checkin.domain.identity.document import Document, Format, Problem, Reason, Unread
from checkin.domain.identity.given_names import ALL_NAMES
from checkin.domain.identity.keyboards import readings
from checkin.domain.identity.layouts import LAYOUTS, Layout
from checkin.domain.identity.reading import read_as
from checkin.domain.identity.states import STATES

Lines = tuple[str, ...]

_LETTERS = frozenset(ALPHABET)
_BREAK = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_BLANKS = re.compile(r"[\s\ufeff\u200b]+")
_LEAST = 20  # a text shorter than this is no machine-readable zone, not even half typed
_VOWELS = frozenset("AEIOU")
_NEAR = 8  # so many characters too few or too many are a wrong length, more are another thing
_STRANGE = 4  # so many characters that no zone has are slips of a hand


def parse(text: str, today: date) -> Document | Unread:
    """Return the document that `text` shows, or why it shows none.

    Lines may be parted by CR, LF, Tab or nothing, in either case, mangled by another keyboard's layout;
    `today` decides the centuries of its two-digit years. Every check digit of a document returned holds.
    """
    broken = tuple(line for line in _BREAK.split(text) if line.strip())
    raw = tuple(_BLANKS.sub("", line) for line in broken)
    tried = [_read(lines, today) for lines in _as_typed(raw, broken)]
    plain = next((found for found in tried if isinstance(found, Document)), None)
    if plain is not None:
        return plain
    if not (_is_clean(raw) and _looks_like_one("".join(raw).upper())):
        tried += [_read(lines, today) for lines in _unmangled(raw)]
    documents = [found for found in tried if isinstance(found, Document)]
    if documents:
        return max(documents, key=_plausibility)  # the first of equals
    refusals = [found for found in tried if isinstance(found, Unread)] or [_misspelt(raw)]
    return min(refusals, key=_distance)


def _is_clean(lines: Lines) -> bool:
    return all(_LETTERS.issuperset(line.upper()) for line in lines)


def _as_typed(raw: Lines, broken: Lines) -> Iterator[Lines]:
    """Give the text as it stands, then with its blanks taken for fillers, where it can be read so."""
    if _is_clean(raw):
        yield tuple(line.upper() for line in raw)
        filled = tuple(line.replace(" ", "<").upper() for line in broken)
        if filled != tuple(line.upper() for line in raw) and _is_clean(filled):
            yield filled


def _unmangled(raw: Lines) -> Iterator[Lines]:
    """Give every reading that another keyboard's layout explains wholly."""
    shown = frozenset("".join(raw))
    for way in readings():
        if shown <= way.keys():
            yield tuple("".join(map(way.__getitem__, line)) for line in raw)


def _read(lines: Lines, today: date) -> Document | Unread:
    joined = "".join(lines)
    if not _looks_like_one(joined):
        return Unread(Reason.NOT_AN_MRZ)
    fitting = [(layout, _cut(joined, layout)) for layout in LAYOUTS.values() if layout.size == len(joined)]
    fitting += [
        (layout, lines[start : start + layout.lines])
        for layout in LAYOUTS.values()
        for start in range(len(lines) - layout.lines + 1)
        if len(lines) > layout.lines
        and all(len(line) == layout.width for line in lines[start : start + layout.lines])
    ]
    found = [read_as(layout, cut, today) for layout, cut in fitting if layout.fits("".join(cut))]
    document = next((each for each in found if isinstance(each, Document)), None)
    if document is not None:
        return document
    refusals = [each for each in found if isinstance(each, Unread)]
    if refusals and not _is_uneven(lines, fitting):
        return min(refusals, key=_distance)
    return _wrong_length(lines)


def _is_uneven(lines: Lines, fitting: list[tuple[Layout, Lines]]) -> bool:
    """Whether the text came in lines, but in none of the fitting formats' lines."""
    return len(lines) > 1 and all(cut != lines[: len(cut)] for _, cut in fitting)


def _cut(joined: str, layout: Layout) -> Lines:
    return tuple(joined[start : start + layout.width] for start in range(0, layout.size, layout.width))


def _looks_like_one(joined: str) -> bool:
    return len(joined) >= _LEAST and joined[0].isalpha() and ("<" in joined or joined.startswith("D1FRA"))


def _wrong_length(lines: Lines) -> Unread:
    """Say which columns are missing or too many, measured against the format that is nearest in size."""
    joined = "".join(lines)
    layout = min(
        (each for each in LAYOUTS.values() if each.fits(joined)),
        key=lambda each: (_excess(lines, each), joined.startswith("P") != (each.format is Format.TD3)),
    )
    if abs(layout.size - len(joined)) > _NEAR * layout.lines:
        return Unread(Reason.NOT_AN_MRZ)
    as_typed = len(lines) == layout.lines or len(joined) == layout.size
    measured = lines if as_typed else _wrapped(joined, layout)
    problems = (
        Problem(Reason.WRONG_LENGTH, None, number, *_beyond(len(line), layout.width))
        for number, line in enumerate(measured, start=1)
        if len(line) != layout.width
    )
    return Unread(Reason.WRONG_LENGTH, tuple(problems), lines=measured)


def _beyond(length: int, width: int) -> tuple[int, int]:
    return min(length, width) + 1, max(length, width)


def _excess(lines: Lines, layout: Layout) -> int:
    """Return how far lines are from a format's size; other line breaks add a little."""
    if len(lines) == layout.lines:
        return sum(abs(len(line) - layout.width) for line in lines)
    return abs(sum(map(len, lines)) - layout.size) + (_NEAR if len(lines) > 1 else 0)


def _wrapped(joined: str, layout: Layout) -> Lines:
    """Return a joined text in the format's lines, the last one short or long."""
    starts = range(0, layout.size - layout.width, layout.width)
    return (
        *(joined[start : start + layout.width] for start in starts),
        joined[layout.size - layout.width :],
    )


def _misspelt(raw: Lines) -> Unread:
    """Point at the characters that no machine-readable zone has, in a text that otherwise looks like one."""
    joined = "".join(raw).upper()
    strange = tuple(
        Problem(Reason.WRONG_CHARACTER, None, number, column, column)
        for number, line in enumerate(raw, start=1)
        for column, letter in enumerate(line, start=1)
        if letter.upper() not in _LETTERS
    )
    if (
        len(strange) > _STRANGE
        or not _looks_like_one(joined)
        or min(_excess(raw, layout) for layout in LAYOUTS.values())
    ):
        return Unread(Reason.NOT_AN_MRZ)
    return Unread(Reason.WRONG_CHARACTER, strange, lines=raw)


def _plausibility(document: Document) -> tuple[bool, bool, int, int]:
    """Say how likely a reading is: a name has no check digit, but Zoe is one and Yoe is none."""
    known = sum(word in ALL_NAMES for part in document.name.given for word in part.split())
    vowels = sum(letter in _VOWELS for part in document.name.family + document.name.given for letter in part)
    is_state = document.nationality in STATES or not document.nationality
    return document.issuing_state in STATES, is_state, known, vowels


def _distance(refusal: Unread) -> tuple[bool, bool, int]:
    """Order refusals: the one that says most about the place of the mistake first."""
    return (
        refusal.reason is Reason.NOT_AN_MRZ,
        refusal.reason is Reason.WRONG_LENGTH,
        len(refusal.problems),
    )
