"""Tables in markup, which many a service exports as “.xls”: web pages, and Excel’s own XML of 2003.

Nothing is looked up outside the file, and no entity is known but HTML’s.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from checkin.intake.lists.delimited import no_list

_BEGINS = re.compile(
    rb"(?i)\W*(?:xml\b|!?doctype html|html|head|meta|body|style|table|div|center|(?:\w+:)?workbook)\b",
    re.DOTALL,
)
_BLANKS = re.compile(r"\s+")
_LOOK_AT_BYTES = 4096
_MOST_CELLS = 5_000_000
_WIDEST = 16_384
_ROWS, _CELLS = ("tr", "row"), ("td", "th", "cell")
_LINES = ("br", "p", "div", "li")


@dataclass(slots=True)
class Grid:
    """One table: its rows, and its merged cells as (top, left, bottom, right)."""

    name: str = ""
    hidden: bool = False
    rows: list[list[str]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


def is_markup(data: bytes) -> bool:
    """Whether bytes begin as a page or an XML document does."""
    head = data[:_LOOK_AT_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return head.startswith(b"<") and bool(_BEGINS.match(head))


def grids(text: str) -> list[Grid]:
    """Return the tables of a document that hold a row; InputError if there is none."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    found = [grid for grid in reader.found if any(map(any, grid.rows))]
    if not found:
        raise no_list()
    return found


class _Reader(HTMLParser):
    """Gathers the cells of each table; one that stands within a cell of another is a table of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Grid] = []
        self._open: list[Grid] = []
        self._tall: dict[int, int] = {}  # how many rows more the merged cell of a column reaches down
        self._cell: list[str] | None = None
        self._span = (1, 1)  # columns and rows of the open cell
        self._name, self._tag, self._size = "", "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._tag = tag.rpartition(":")[2]
        said = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        if self._tag == "worksheet":
            self._name = said.get("name", "")
        elif self._tag == "table":
            self._end_cell()
            self._tall = {}
            self._open.append(Grid(self._name))
            self.found.append(self._open[-1])
        elif self._tag in _ROWS and self._open:
            self._end_cell()
            self._begin_row(_number(said.get("index")))
        elif self._tag in _CELLS and self._open:
            self._end_cell()
            self._begin_cell(said)
        elif self._tag in _LINES and self._cell is not None:
            self._cell.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._tag in {"table", *_CELLS}:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in {"table", *_ROWS, *_CELLS}:
            self._end_cell()
        if tag == "table" and self._open:
            self._open.pop()
            self._tall = {}

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(_BLANKS.sub(" ", data))
        elif self._tag == "visible" and self.found and "hidden" in data.casefold():
            self.found[-1].hidden = True

    def _begin_row(self, index: int) -> None:
        rows = self._open[-1].rows
        self._count(max(1, index - len(rows)))
        rows += [[] for _row in range(len(rows) + 1, index)]
        rows.append([])
        self._tall = {at: more - 1 for at, more in self._tall.items() if more > 1}

    def _begin_cell(self, said: dict[str, str]) -> None:
        if not self._open[-1].rows:
            self._begin_row(0)
        row = self._open[-1].rows[-1]
        while self._tall.get(len(row)) or len(row) + 1 < min(_number(said.get("index")), _WIDEST):
            row.append("")
        across = _number(said.get("colspan")) or _number(said.get("mergeacross")) + 1
        down = _number(said.get("rowspan")) or _number(said.get("mergedown")) + 1
        self._cell, self._span = [], (min(across, _WIDEST - len(row)), down)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        grid, (across, down) = self._open[-1], self._span
        row, top = grid.rows[-1], len(grid.rows) - 1
        if across > 1 or down > 1:
            grid.merged.append((top, len(row), top + down - 1, len(row) + across - 1))
            self._tall |= {len(row) + at: down for at in range(across) if down > 1}
        self._count(max(across, 1))
        row += ["".join(self._cell).strip(), *[""] * (across - 1)]
        self._cell = None

    def _count(self, more: int) -> None:
        self._size += more
        if self._size > _MOST_CELLS:
            raise no_list()


def _number(text: str | None) -> int:
    return min(int(text), _MOST_CELLS + 1) if text and text.isdecimal() else 0
