"""The letters on paper: Source Sans Pro, embedded in each document as a subset of what it uses.

It holds Latin with Vietnamese, Greek and Cyrillic; what it lacks comes from the fonts after it (`scripts`).

Making a subset takes longer than drawing a page. So every document starts from the same `REPERTOIRE`, whose
subset is made and compressed once a process; a document only makes one of its own for letters beyond it.
"""

import re
import unicodedata
from collections.abc import Iterator
from copy import copy
from functools import cache

from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc, ttfonts

from checkin.documents.faces import ACCENTS, compress, file, ink
from checkin.documents.faces import font as _font
from checkin.documents.scripts import REGULAR, STRONG, legible, runs

__all__ = [
    "REGULAR",
    "REPERTOIRE",
    "STRONG",
    "compress",
    "file",
    "legible",
    "register",
    "showing",
    "start",
    "width",
]

REPERTOIRE = "".join(map(chr, range(33, 127))) + "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒàâäçéèêëîïñôöùûüœ’«»–—…·×°€→\u202f"

_BLANKS = {" ": " ", "\N{NO-BREAK SPACE}": " "}
_KNOWN = frozenset(REPERTOIRE).union(_BLANKS)
_ACCENTS = re.compile("(?P<accent>[\u0300-\u036f])|[^\u0300-\u036f]+")
_BARE = dict.fromkeys(ACCENTS)
_ABOVE = 230  # Unicode's class of the accents above a letter
_CAPITAL = 0.17  # how much higher a capital is than a small letter, of the size
_SUBSET = 256  # codes in one subset: where the second begins


def register() -> None:
    """Make REGULAR and STRONG known to ReportLab; again is no harm."""
    for name in (REGULAR, STRONG):
        _font(name)


def start(document: pdfdoc.PDFDocument, *names: str) -> None:
    """Give a new document the REPERTOIRE of the named fonts; letters beyond it get subsets of their own."""
    for name in names:
        state = _font(name).state[document] = copy(_begun(name))
        state.assignments, state.subsets = dict(state.assignments), [list(state.subsets[0])]
        _font(name).getSubsetInternalName(0, document)


def showing(name: str, text: str, size: float, document: pdfdoc.PDFDocument) -> list[tuple[str, str]]:
    """Return how PDF shows `text` in a document that `start` began, made legible.

    Each part is the name of a font and the operator that shows its letters (ISO 32000-1, 9.4.3). Most texts
    need the REPERTOIRE only, whose letters have the same codes in every document.
    """
    if _KNOWN.issuperset(text):
        return [
            (_font(name).getSubsetInternalName(0, document), f"({text.translate(_repertoire())}) Tj"),
        ]
    return [
        (_font(one).getSubsetInternalName(subset, document), operator)
        for one, letters in runs(name, legible(text))
        for before, accent, piece in _apart(letters)
        for subset, raw in _font(one).splitString(piece, document)
        for operator in [_accent(one, before, accent, size, raw) if accent else f"({escapePDF(raw)}) Tj"]
    ]


def _apart(letters: str) -> Iterator[tuple[str, str, str]]:
    """Cut at accents by themselves: the letter before each piece, the accent that it is, if any, and it."""
    before = ""
    for found in _ACCENTS.finditer(letters):
        piece = found.group()
        is_accent = bool(before and found.group("accent"))
        yield before, piece if is_accent else "", piece
        before = before if is_accent else piece[-1]


def _accent(name: str, letter: str, accent: str, size: float, raw: bytes) -> str:
    """Return what puts an accent over or under the middle of the letter before it, higher on a capital."""
    face = _font(name).face
    left, right = ink(name, accent)
    back = face.getCharWidth(ord(letter)) / 2 + (left + right) / 2
    forth = face.getCharWidth(ord(accent)) - back
    shown = f"[{back:.0f} ({escapePDF(raw)}) {forth:.0f}] TJ"
    if unicodedata.combining(accent) == _ABOVE and not letter.islower():
        return f"{size * _CAPITAL:.2f} Ts {shown} 0 Ts"
    return shown


def width(name: str, text: str, size: float) -> float:
    """Return how wide `text` comes out, in points, made legible."""
    if _KNOWN.issuperset(text):
        return float(_font(name).stringWidth(text, size))
    return float(
        sum(
            _font(one).stringWidth(letters.translate(_BARE), size)
            for one, letters in runs(name, legible(text))
        )
    )


@cache
def _begun(name: str) -> ttfonts.TTFont.State:
    """Return how a font stands in a document that has shown the REPERTOIRE."""
    document = pdfdoc.PDFDocument()
    _font(name).splitString(REPERTOIRE, document)
    state = _font(name).state[document]
    state.nextCode = _SUBSET
    return state


@cache
def _repertoire() -> dict[int, str]:
    """Return how each letter of the REPERTOIRE stands in a string literal; the two fonts agree."""
    codes = _begun(REGULAR).assignments
    letters = {letter: escapePDF(bytes([codes[ord(letter)]])) for letter in REPERTOIRE}
    return str.maketrans(letters | _BLANKS)
