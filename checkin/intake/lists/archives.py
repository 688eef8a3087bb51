"""What must hold of a zipped workbook before anything opens it: no bomb, no external entity, no damage.

The central directory is believed only in what it admits. Every XML part is then read once, in pieces, for
what a parser would have to swallow: how far the cells spread, how often they repeat, how long a text is.
"""

import io
import re
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass

from checkin.domain.errors import InputError
from checkin.language import _

_MOST_PARTS = 5_000
_MOST_BYTES = 600_000_000
_SMALL_BYTES = 30_000_000
_MOST_RATIO = 150
_PIECE = 1 << 20
_OVERLAP = 64
_MOST_CELLS = 20_000_000
_MOST_TEXT = 150_000_000  # bytes of text once each cell has its own
_LONGEST_TEXT = 400_000  # bytes of one: a cell holds 32,767 characters at most, and their formats
_WIDEST = 16_384

_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d+)"')
_WIDE = re.compile(rb' r="([A-Z]{2,3})\d')
_SHARED = re.compile(rb"<si\b.*?</si>|<si/>", re.DOTALL)
_REFERENCE = re.compile(rb"<v>(\d+)</v>")
_CELLS_REPEATED = re.compile(
    rb'number-columns-repeated="(\d+)"[^>]*(?:[^/]>|/>\s*<table:(?:covered-)?table-cell)'
)
_ROWS_REPEATED = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="(\d+)"[^>]*>(?:(?!</table:table-row>).)*?office:value',
    re.DOTALL,
)


@dataclass(slots=True)
class _Extent:
    """How far the parts of a workbook would spread, as far as they were read."""

    last_row: int = 0
    widest: int = 26
    longest_text: int = 0
    rows_repeated: int = 1
    cells_repeated: int = 1
    run: int = 0  # bytes since the last text began

    def measure_sheet(self, window: bytes) -> None:
        tail = window[max(window.rfind(b"<row "), 0) :]
        if found := _ROW.search(tail):
            self.last_row = max(self.last_row, int(found[1]))
        self.widest = max(self.widest, *map(_column, set(_WIDE.findall(window))), 0)

    def measure_texts(self, piece: bytes, mark: bytes) -> None:
        first, *others = piece.split(mark)
        runs = [self.run + len(first), *map(len, others)]
        self.longest_text = max(self.longest_text, *runs)
        self.run = runs[-1]

    def measure_repeats(self, window: bytes) -> None:
        self.cells_repeated = max(self.cells_repeated, *map(int, _CELLS_REPEATED.findall(window)), 1)
        self.rows_repeated = max(self.rows_repeated, *map(int, _ROWS_REPEATED.findall(window)), 1)


def check(data: bytes) -> None:
    """Raise InputError if a zipped workbook is damaged, no workbook, or would swell beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(archive, len(data))
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError,
    ) as error:  # fmt: skip
        raise InputError(
            _("The workbook is damaged."), _("Open it in a spreadsheet program and save it again.")
        ) from error


def _check_parts(archive: zipfile.ZipFile, packed: int) -> None:
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    swells = total > _SMALL_BYTES and total > _MOST_RATIO * packed
    if len(parts) > _MOST_PARTS or total > _MOST_BYTES or swells:
        raise _bomb()
    if not {part.filename for part in parts} & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise InputError(
            _("The file is an archive, but no workbook."), _("Take the list out of it, then import that.")
        )
    extents = {
        part.filename: _extent(archive, part) for part in parts if part.filename.endswith((".xml", ".rels"))
    }
    _check_shared_texts(archive, extents)


def _extent(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> _Extent:
    """Return how far one part spreads; read in pieces that overlap a little."""
    extent, before = _Extent(), b""
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            window = before + piece
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                raise InputError(
                    _("The workbook refers to something outside itself, which no guest list does."),
                    _("Don’t open it; ask its sender what it is."),
                )
            _measure(extent, part.filename, window, piece)
            before = window[-_OVERLAP:]
    repeated = extent.cells_repeated * extent.rows_repeated
    too_far = extent.last_row * extent.widest > _MOST_CELLS or repeated > _MOST_CELLS
    if too_far or (repeated > 1 and repeated * extent.longest_text > _MOST_TEXT):
        raise _bomb()
    return extent


def _measure(extent: _Extent, name: str, window: bytes, piece: bytes) -> None:
    if name.startswith("xl/worksheets/"):
        extent.measure_sheet(window)
    elif name == "xl/sharedStrings.xml":
        extent.measure_texts(piece, b"<si>")
        if extent.longest_text > _LONGEST_TEXT:
            raise _bomb()
    elif name == "content.xml":
        extent.measure_texts(piece, b"<text:p")
        extent.measure_repeats(window)


def _check_shared_texts(archive: zipfile.ZipFile, extents: dict[str, _Extent]) -> None:
    """Refuse a long text that a great many cells share: each would have its own once it is read."""
    longest = extents.get("xl/sharedStrings.xml", _Extent()).longest_text
    sheets = [name for name in extents if name.startswith("xl/worksheets/")]
    rows = sum(extents[name].last_row for name in sheets)
    if longest * rows <= _MOST_TEXT:
        return
    lengths = [len(found[0]) for found in _SHARED.finditer(archive.read("xl/sharedStrings.xml"))]
    times: Counter[bytes] = Counter()
    for name in sheets:
        times.update(_references(archive, name))
    used = ((int(number), count) for number, count in times.items())
    if sum(lengths[number] * count for number, count in used if number < len(lengths)) > 2 * _MOST_TEXT:
        raise _bomb()


def _references(archive: zipfile.ZipFile, name: str) -> Counter[bytes]:
    times: Counter[bytes] = Counter()
    before = b""
    with archive.open(name) as stream:
        while piece := stream.read(_PIECE):
            head, _mark, before_next = (before + piece).rpartition(b"</c>")
            times.update(_REFERENCE.findall(head + b"</c>"))
            before = before_next
    return times


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return min(number, _WIDEST)


def _bomb() -> InputError:
    return InputError(
        _("The workbook would grow beyond all measure when unpacked."),
        _("Don’t open it; ask its sender what it is."),
    )
