"""The letters on paper: Source Sans Pro, embedded in each document as a subset of what it uses.

The files come from the package `font-source-sans-pro` (OFL-1.1) and hold Latin with Vietnamese, Greek and
Cyrillic. What they lack is written in Latin letters (`legible`) rather than as empty boxes.

Making a subset takes longer than drawing a page. So every document starts from the same `REPERTOIRE`, whose
subset is made and compressed once a process; a document only makes one of its own for letters beyond it.
"""

from __future__ import annotations

import unicodedata
import zlib
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from anyascii import anyascii
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

REGULAR = "SourceSansPro-Regular"
STRONG = "SourceSansPro-Semibold"
REPERTOIRE = "".join(map(chr, range(33, 127))) + "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒàâäçéèêëîïñôöùûüœ’«»–—…·×°€→\u202f"

_BLANKS = {" ": " ", "\N{NO-BREAK SPACE}": " "}
_KNOWN = frozenset(REPERTOIRE).union(_BLANKS)
_PACKAGE = "font_source_sans_pro"
_PLACES = 32  # at which a document may have its fonts: remembered for so many
_SUBSET = 256  # codes in one subset: where the second begins


class _SharedFace(ttfonts.TTFontFace):  # type: ignore[misc]  # ReportLab has no types
    """A font file that remembers the subsets it made."""

    def makeSubset(self, subset: list[int]) -> bytes:  # noqa: N802 - ReportLab's name
        return self._subset(tuple(subset))

    def get_table(self, tag: str) -> bytes:
        """Return a table of the file, but none that a font inside a PDF does without (ISO 32000-1, 9.9)."""
        if tag in {"name", "OS/2"}:
            raise KeyError(tag)
        return super().get_table(tag)

    @lru_cache(maxsize=64)  # noqa: B019 - the faces live as long as the process
    def _subset(self, letters: tuple[int, ...]) -> bytes:
        return bytes(super().makeSubset(list(letters)))


class _SharedFont(ttfonts.TTFont):  # type: ignore[misc]  # the same
    """A font that puts the same objects into every document that needs the REPERTOIRE only."""

    _shared: _Objects | None = None

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        if len(self.state[doc].subsets) > 1:
            super().addObjects(doc)
        elif self._shared is None:
            self._shared = self._made(doc)
        else:
            self._shared.put(doc)
            del self.state[doc]

    def _made(self, doc: pdfdoc.PDFDocument) -> _Objects:
        there = set(doc.idToObject)
        name = f"{self.state[doc].internalName}+0"
        super().addObjects(doc)
        originals = {key: item for key, item in doc.idToObject.items() if key not in there}
        for item in originals.values():
            if isinstance(item, pdfdoc.PDFStream):
                compress(item, 9)
        originals[name].Widths = originals[name].Widths.format(doc)
        made = {key: copy(item) for key, item in originals.items()}
        for item in made.values():
            del item.__InternalName__  # a copy that belongs to no document yet
        return _Objects(name, made)


@dataclass(frozen=True, slots=True)
class _Objects:
    """A font's objects by the names under which documents refer to them, and which of them is the font."""

    name: str
    made: dict[str, pdfdoc.PDFObject]
    written: dict[int, dict[str, bytes]] = field(default_factory=dict)  # by the number of the first

    def put(self, doc: pdfdoc.PDFDocument) -> None:
        first = doc.objectcounter
        if first not in self.written and len(self.written) < _PLACES:
            self.written[first] = self._written_at(first)
        for key, item in (self.written.get(first) or self.made).items():
            doc.Reference(item if isinstance(item, bytes) else copy(item), key)
        doc.idToObject["BasicFonts"].dict[self.name] = pdfdoc.PDFObjectReference(self.name)

    def _written_at(self, first: int) -> dict[str, bytes]:
        """Return the objects as they stand in a document where they are numbered from there on."""
        document = pdfdoc.PDFDocument(compression=1)
        document.objectcounter = first
        items = {key: copy(item) for key, item in self.made.items()}
        for key, item in items.items():
            document.Reference(item, key)
        return {key: pdfdoc.format(item, document, toplevel=1) for key, item in items.items()}


def compress(stream: pdfdoc.PDFStream, level: int = 6) -> None:
    """Compress a stream now, not each time that a document is saved."""
    stream.content = zlib.compress(pdfdoc.pdfdocEnc(stream.content), level)
    stream.dictionary["Filter"] = pdfdoc.PDFName("FlateDecode")


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


def literals(name: str, text: str, document: pdfdoc.PDFDocument) -> list[tuple[str, str]]:
    """Return `text` as PDF shows it in a document that `start` began: names of fonts and string literals.

    Most texts need the REPERTOIRE only, whose letters have the same codes in every document.
    """
    font = _font(name)
    if _KNOWN.issuperset(text):
        return [(font.getSubsetInternalName(0, document), text.translate(_repertoire()))]
    return [
        (font.getSubsetInternalName(subset, document), escapePDF(raw))
        for subset, raw in font.splitString(text, document)
    ]


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


def legible(text: str) -> str:
    """Return `text` with every letter the fonts lack in Latin letters, and without control characters."""
    if _covered().issuperset(text):
        return text
    return "".join(_shown(letter) for letter in unicodedata.normalize("NFC", text))


@lru_cache(maxsize=4096)
def _shown(letter: str) -> str:
    if letter in _covered():
        return letter
    if letter.isspace():
        return " "
    return "".join(latin for latin in anyascii(letter) if latin in _covered())


@cache
def _covered() -> frozenset[str]:
    """Return what both weights can show: no bare accents, which `legible` joins to their letters."""
    common = set(_font(REGULAR).face.charToGlyph) & set(_font(STRONG).face.charToGlyph)
    letters = map(chr, common)
    return frozenset(
        letter
        for letter in letters
        if (letter.isprintable() or letter.isspace()) and not unicodedata.combining(letter)
    )


@cache
def _font(name: str) -> ttfonts.TTFont:
    font = _SharedFont(name, str(file(name)))
    font.face.__class__ = _SharedFace
    pdfmetrics.registerFont(font)
    return font


def file(name: str) -> Path:
    """Return where the package keeps the file; the package itself is not imported: it needs pkg_resources."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The package {_PACKAGE} is not installed.", name=_PACKAGE)
    return Path(spec.submodule_search_locations[0]) / "files" / f"{name}.ttf"
