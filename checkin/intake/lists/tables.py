"""Spreadsheets and delimited text as rows of text, whatever their extension says.

What a file is, its first bytes say. A row's number is the one that a spreadsheet shows. Formulas are text,
and stay so: nothing is evaluated.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from checkin.domain.errors import InputError, PlaceError
from checkin.intake.lists import archives, delimited, markup
from checkin.language import _

LARGEST_BYTES = 100_000_000
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Span:
    """Merged cells: rows and columns counted from 0 within the sheet's rows, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one sheet, from its first line on, cells as a person sees them.

    `lines` are the rows' numbers where they are not counted from the first.
    """

    name: str
    rows: list[list[str]]
    spans: tuple[Span, ...] = ()
    lines: tuple[int, ...] = ()

    def line(self, row: int) -> int:
        """Return the number that a spreadsheet shows beside the row at index `row`."""
        return self.lines[row] if self.lines else row + 1


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of a workbook, not read yet; hidden ones are named, and read only if someone asks."""

    name: str
    hidden: bool
    read: Callable[[], Sheet]


@dataclass(frozen=True, slots=True)
class Workbook:
    """What one file holds, in its order; delimited text is one sheet without a name."""

    tabs: tuple[Tab, ...]

    @property
    def visible(self) -> tuple[Tab, ...]:
        """The sheets that a person sees on opening the file."""
        return tuple(tab for tab in self.tabs if not tab.hidden)

    @property
    def hidden(self) -> tuple[str, ...]:
        """The names of the sheets that a person does not see."""
        return tuple(tab.name for tab in self.tabs if tab.hidden)


def load(path: Path) -> bytes:
    """Return a file's bytes; InputError if it is empty or too large, PlaceError if it can't be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST_BYTES else b""
    except OSError as error:
        raise PlaceError(
            _("The file can’t be read."), _("Check that it exists and that you may open it.")
        ) from error
    if size > LARGEST_BYTES:
        raise InputError(_("The file is larger than any guest list."), _("Check that it is the right file."))
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise InputError(_("The file is empty."), _("Check that it is the right file."))
    return data


def open_table(path: Path, data: bytes | None = None) -> Workbook:
    """Return the sheets of a .csv, .txt, .tsv, .xlsx, .xls, .ods or .html file, told apart by what it holds.

    `data` are the file's bytes where they are at hand already. InputError if it is damaged, dangerous (a zip
    bomb, an external entity), protected, or nothing of the kind.
    """
    data = load(path) if data is None else data
    if data.startswith(_ZIP):
        archives.check(data)
        return _workbook(data)
    if data.startswith(_OLE):
        return _workbook(data)
    if markup.is_markup(data):
        return _document(markup.grids(delimited.text_of(data)))
    rows = delimited.parse(data)
    return Workbook((Tab("", hidden=False, read=lambda: Sheet("", rows)),))


def _workbook(data: bytes) -> Workbook:
    import io  # noqa: PLC0415

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    except PasswordError as error:
        raise InputError(
            _("The workbook is protected by a password."), _("Save it without one, then import it again.")
        ) from error
    except (CalamineError, OSError, ValueError) as error:
        raise damaged() from error
    return Workbook(
        tuple(
            Tab(meta.name, meta.visible != SheetVisibleEnum.Visible, partial(_sheet, book, meta.name))
            for meta in book.sheets_metadata
            if meta.typ == SheetTypeEnum.WorkSheet
        )
    )


def _document(grids: list[markup.Grid]) -> Workbook:
    """Return the tables of a page or an XML document as sheets."""
    return Workbook(tuple(Tab(grid.name, grid.hidden, partial(_sheet_of, grid)) for grid in grids))


def _sheet_of(grid: markup.Grid) -> Sheet:
    spans = tuple(Span(*cells) for cells in grid.merged)
    _fill_down(grid.rows, spans)
    return Sheet(grid.name, grid.rows, spans)


def damaged() -> InputError:
    """Return the refusal of a workbook that can't be opened."""
    return InputError(_("The workbook is damaged."), _("Open it in a spreadsheet program and save it again."))


def _sheet(book: CalamineWorkbook, name: str) -> Sheet:
    try:
        sheet = book.get_sheet_by_name(name)
        rows = [
            [cell if cell.__class__ is str else _SHOWN[cell.__class__](cell) for cell in row]
            for row in sheet.iter_rows()
        ]
    except (CalamineError, OSError, ValueError) as error:
        raise damaged() from error
    spans = _spans(sheet)
    _fill_down(rows, spans)
    return Sheet(name, rows, spans)


def _number(cell: float) -> str:
    return str(int(cell)) if cell == int(cell) else f"{cell:.15g}"


def _instant(cell: datetime) -> str:
    return f"{cell:%d/%m/%Y}" if cell.time() == time() else f"{cell:%d/%m/%Y %H:%M}"


# How a French spreadsheet shows a cell; looked up by class, because every cell of a large list passes here.
_SHOWN: dict[type, Callable[[Any], str]] = {
    str: str,
    bool: lambda cell: "VRAI" if cell else "FAUX",
    int: str,
    float: _number,
    datetime: _instant,
    date: lambda cell: f"{cell:%d/%m/%Y}",
    time: lambda cell: f"{cell:%H:%M}",
    timedelta: str,
}


def _spans(sheet: CalamineSheet) -> tuple[Span, ...]:
    """Return the merged cells; calamine leaves out blank columns on the left, but no rows above."""
    left = (sheet.start or (0, 0))[1]
    merged = sheet.merged_cell_ranges or []
    return tuple(
        Span(top, first - left, bottom, last - left)
        for (top, first), (bottom, last) in merged
        if first >= left
    )


def _fill_down(rows: list[list[str]], spans: tuple[Span, ...]) -> None:
    """Repeat what stands in a tall merged cell: it is meant for each of its rows."""
    for span in spans:
        if span.top < len(rows) and span.left < len(rows[span.top]):
            for row in rows[span.top + 1 : span.bottom + 1]:
                row.extend([""] * (span.left + 1 - len(row)))
                row[span.left] = row[span.left] or rows[span.top][span.left]
