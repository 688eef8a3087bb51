"""The font files as ReportLab reads them, taught to share their subsets and to say what their glyphs spell.

The packages hold what they were given unmodified: Source Sans Pro, Fira Sans and IBM Plex Sans Arabic (all
OFL-1.1).
"""

from __future__ import annotations

import unicodedata
import zlib
from copy import copy
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts

_PACKAGES = {
    "SourceSansPro": "font_source_sans_pro",
    "FiraSans": "fontpkg_fira_sans",
    "IBMPlexSansArabic": "fontpkg_ibm_plex_sans_arabic",
}


FIRST_LETTER = "\ue644"  # private: the lam of a ligature, with nothing to see
ACCENTS = frozenset(range(0x300, 0x370))  # by themselves, after their letter
_ACCENT_WIDTH = 320
_PLACES = 32  # at which a document may have its fonts: remembered for so many
_FORMS = 0xFB50  # where Unicode keeps the Arabic presentation forms


class _Face(ttfonts.TTFontFace):  # type: ignore[misc]  # ReportLab has no types
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


class Font(ttfonts.TTFont):  # type: ignore[misc]  # the same
    """A font whose text can be copied and searched: the form of a letter is spelt as the letter itself.

    Arabic is drawn with the presentation forms of Unicode, which nobody types. Where one form stands for two
    letters, it spells the second and an empty FIRST_LETTER after it the other, since what reads a page turns
    round what stands there from left to right.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self.face.__class__ = _Face
        self.face.charToGlyph[ord(FIRST_LETTER)] = self.face.charToGlyph[ord(" ")]
        self.face.charWidths[ord(FIRST_LETTER)] = 0
        # What reads a page takes the room beside an accent without width for a blank.
        self.face.charWidths.update(dict.fromkeys(ACCENTS.intersection(self.face.charToGlyph), _ACCENT_WIDTH))

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Put the font into a document."""
        subsets = [tuple(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            name = f"{ttfonts.SUBSETN(number).decode()}+{self.face.name.decode()}"
            stream = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = ttfonts.makeToUnicodeCMap(name, [_spelt(letter) for letter in subset])


def _spelt(letter: int) -> int:
    """Return the letter that is typed for a presentation form, the last one where it is a ligature."""
    if chr(letter) == FIRST_LETTER:
        return ord("\N{ARABIC LETTER LAM}")
    return ord(unicodedata.normalize("NFKC", chr(letter))[-1]) if letter >= _FORMS else letter


class SharedFont(Font):
    """A font that puts the same objects into every document that needs its first subset only."""

    _shared: _Objects | None = None

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802 - the same
        """Put the font into a document, as it was put into those before where that is enough."""
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


@cache
def font(name: str) -> Font:
    """Return the font of this PostScript name, known to ReportLab from then on."""
    made = (SharedFont if name.startswith("SourceSansPro") else Font)(name, str(file(name)))
    pdfmetrics.registerFont(made)
    return made


@cache
def letters(name: str) -> frozenset[str]:
    """Return what a font has a glyph for, accents by themselves included, control characters not."""
    known = map(chr, font(name).face.charToGlyph)
    return frozenset(one for one in known if one.isprintable() or one.isspace() or one == FIRST_LETTER)


@cache
def ink(name: str, letter: str) -> tuple[float, float]:
    """Return where the ink of a glyph begins and ends, from its origin, in thousandths of the size."""
    face = font(name).face
    at = face.get_table_pos("glyf")[0] + face.glyphPos[face.charToGlyph[ord(letter)]]
    left, right = (int.from_bytes(face.get_chunk(at + edge, 2), "big", signed=True) for edge in (2, 6))
    return left * 1000 / face.unitsPerEm, right * 1000 / face.unitsPerEm


def file(name: str) -> Path:
    """Return where its package keeps a font; the packages are not imported: one needs pkg_resources."""
    package = _PACKAGES[name.partition("-")[0]]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"The package {package} is not installed.", name=package)
    return Path(spec.submodule_search_locations[0]) / "files" / f"{name}.ttf"
