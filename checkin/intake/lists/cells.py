"""The cells of a row: cleaned, by what their columns hold, and what some of them say together."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from checkin.intake.casing import clean
from checkin.intake.lists.columns import Column
from checkin.intake.lists.headers import Role, names_guest

_SAYS_NOTHING = r"(?:[\s.…_–—/|·-]+|n/a|n\.?c\.?|n[ée]ant|\{.*\}|[(\[]\s*[)\]]|#[A-Z/0]+[!?]?)"
_BLANK = re.compile(_SAYS_NOTHING, re.IGNORECASE)
_ANY_BLANK = re.compile(rf"¦{_SAYS_NOTHING}(?=¦)", re.IGNORECASE)
_MOST_REMEMBERED = 1 << 14
_T = TypeVar("_T")


class Columns:
    """The columns of a sheet by what they hold, and what complete rows have in them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.each = columns
        self.by_role: dict[Role, list[int]] = defaultdict(list)
        for at, column in enumerate(columns):
            self.by_role[column.role].append(at)
        self.by_role[Role.EMAIL].sort(key=lambda at: not names_guest(columns[at].label))
        self._several: list[list[int]] = []

    def at(self, *roles: Role) -> list[int]:
        """Return the places of the columns with one of the roles."""
        return [at for role in roles for at in self.by_role.get(role, ())]

    def value(self, cells: list[str], role: Role) -> str:
        """Return the first that a row says of a role, "" if it says nothing."""
        return next(filter(None, map(cells.__getitem__, self.by_role.get(role, ()))), "")

    def values(self, cells: list[str], *roles: Role) -> list[str]:
        """Return all that a row says of the roles."""
        return [cells[at] for at in self.at(*roles) if cells[at]]

    def first_of(self, roles: Sequence[Role]) -> Callable[[list[str]], tuple[str, ...]]:
        """Return a function that gives the first that a row says of each of the roles, when `complete`."""
        return itemgetter(*map(self._place, roles))

    def complete(self, cells: list[str]) -> None:
        """Give a row all its cells, and behind them what `_place` says of."""
        cells += [""] * (len(self.each) - len(cells))
        if self._several:
            cells += [next(filter(None, map(cells.__getitem__, columns)), "") for columns in self._several]
        cells.append("")

    def _place(self, role: Role) -> int:
        """Return where a complete row has the first that it says of a role; without a column, a blank."""
        columns = self.by_role.get(role, [])
        if len(columns) > 1:
            self._several.insert(0, columns)
            return -1 - len(self._several)
        return columns[0] if columns else -1


class ByCells(dict[Any, _T]):
    """What cells of some columns say together, found out once: few rows say anything of their own.

    It belongs to the reading of one list, and goes with it.
    """

    def __init__(self, columns: list[int]) -> None:
        self._pick = itemgetter(*columns) if columns else _nothing

    def of(self, cells: list[str], find: Callable[[list[str]], _T]) -> _T:
        """Return what a row says, as `find` finds."""
        key = self._pick(cells)
        found = self.get(key)
        if found is None:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            found = self[key] = find(cells)
        return found


def _nothing(_cells: list[str]) -> str:
    return ""


def cleaned(row: list[str]) -> list[str]:
    """Return the cells of a row cleaned, all at once where there is nothing to clean, as in most rows.

    What says « n/a » is blank.
    """
    text = f"¦{'¦'.join(row)}¦"  # a sign that hardly any cell holds
    blanks = "  " in text or "¦ " in text or " ¦" in text
    if text.isprintable() and not blanks and unicodedata.is_normalized("NFC", text):
        cells = row.copy()
    else:
        cells = [_clean_lines(cell) for cell in row]
        text = f"¦{'¦'.join(cells)}¦"
    return ["" if _BLANK.fullmatch(cell) else cell for cell in cells] if _ANY_BLANK.search(text) else cells


def _clean_lines(cell: str) -> str:
    """Return a cell cleaned, its lines kept: several people may stand in one, one a line."""
    if "\n" not in cell:
        return clean(cell)
    return "\n".join(line for one in cell.splitlines() if (line := clean(one)))
