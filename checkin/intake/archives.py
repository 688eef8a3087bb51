"""What must hold of a zipped workbook before anything opens it: no bomb, no external entity, no damage.

The central directory is believed only in what it admits; every XML part is then read once, in pieces, and
its end compared with what the directory promised.
"""

import io
import re
import zipfile
import zlib

from checkin.domain.errors import InputError
from checkin.language import _

_MOST_PARTS = 5_000
_MOST_BYTES = 600_000_000
_SMALL_BYTES = 30_000_000
_MOST_RATIO = 150
_PIECE = 1 << 20
_OVERLAP = 64
_MOST_CELLS = 20_000_000
_WIDEST = 16_384

_ROW = re.compile(rb'<(?:\w+:)?row [^>]*?\br="(\d+)"')
_WIDE = re.compile(rb' r="([A-Z]{2,3})\d')
_REPEATED_CELL = re.compile(
    rb'number-columns-repeated="\d{4,}"[^>]*(?:[^/]>|/>\s*<table:(?:covered-)?table-cell)'
)
_REPEATED_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="\d{5,}"[^>]*>(?:(?!</table:table-row>).)*?office:value',
    re.DOTALL,
)


def check(data: bytes) -> None:
    """Raise InputError if a zipped workbook is damaged, no workbook, or would swell beyond all measure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, len(data))
            names = {part.filename for part in parts}
            if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
                raise InputError(
                    _("The file is an archive, but no workbook."),
                    _("Take the list out of it, then import that."),
                )
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _check_part(archive, part)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        OSError,
        ValueError,
        RuntimeError,
    ) as error:
        raise InputError(
            _("The workbook is damaged."), _("Open it in a spreadsheet program and save it again.")
        ) from error


def _check_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(part.file_size for part in parts)
    swells = total > _SMALL_BYTES and total > _MOST_RATIO * packed
    if len(parts) > _MOST_PARTS or total > _MOST_BYTES or swells:
        raise _bomb()


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read one part in pieces that overlap a little, and look at what a parser would have to swallow."""
    last_row, widest, before = 0, 1, b""
    is_sheet = part.filename.startswith("xl/worksheets/")
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            window = before + piece
            if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                raise InputError(
                    _("The workbook refers to something outside itself, which no guest list does."),
                    _("Don’t open it; ask its sender what it is."),
                )
            if is_sheet:
                last_row, widest = _extent(window, last_row, widest)
            elif part.filename == "content.xml" and (
                _REPEATED_CELL.search(window) or _REPEATED_ROW.search(window)
            ):
                raise _bomb()
            before = window[-_OVERLAP:]
    if last_row * widest > _MOST_CELLS:
        raise _bomb()


def _extent(window: bytes, last_row: int, widest: int) -> tuple[int, int]:
    """Return the last row so far and the rightmost column so far (26 for any of A to Z)."""
    tail = window[max(window.rfind(b"<row "), 0) :]
    if found := _ROW.search(tail):
        last_row = max(last_row, int(found[1]))
    wide = set(_WIDE.findall(window))
    return last_row, max([widest, 26, *map(_column, wide)])


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
