"""How a list is laid out: guessed, shown to a person, corrected, and read as they say."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkin.domain.errors import InputError
from checkin.intake.casing import clean
from checkin.intake.files import READERS, is_mail
from checkin.intake.lists.blocks import stacked
from checkin.intake.lists.columns import NAMES, Column, Shape, guess
from checkin.intake.lists.headers import Role, said_by
from checkin.intake.lists.reading import best_sheet
from checkin.intake.lists.reading import read as read_sheet
from checkin.intake.lists.tables import Sheet, Workbook, open_table
from checkin.intake.proposals import Reading
from checkin.language import _

__all__ = [
    "NAMES",
    "Column",
    "Role",
    "Shape",
    "Survey",
    "is_list",
    "kept",
    "key_of_shape",
    "keys_of",
    "recalled",
    "renumbered",
    "survey",
]

_HEADS = 20  # rows among which the one that heads the columns is looked for
_NUMBERED = (Role.COMPANION_GIVEN, Role.COMPANION_FAMILY)


@dataclass(frozen=True, slots=True, repr=False)
class Survey:
    """A list before it is read: its sheets, the one that was chosen, and how that is to be read.

    `guessed` is what the program made of it; `shape` the same, or what a person said of such a list before
    (`is_recalled`).
    """

    path: Path
    name: str
    workbook: Workbook
    sheet: Sheet
    guessed: Shape
    shape: Shape
    is_recalled: bool = False

    @property
    def sheets(self) -> tuple[tuple[str, bool], ...]:
        """The sheets' names, and whether each is hidden."""
        return tuple((tab.name, tab.hidden) for tab in self.workbook.tabs)

    @property
    def is_sure(self) -> bool:
        """Whether words at the head of the columns say who comes, and on one sheet only."""
        if self.is_recalled:
            return True
        said = any(said_by(column.label).role in NAMES for column in self.shape.columns if column.label)
        return said and self.shape.names_people and len(self.workbook.visible) == 1

    def read(self) -> Reading:
        """Return what is understood of the sheet; InputError where no column says who comes."""
        if not any(column.role in {Role.EMAIL, *NAMES} for column in self.shape.columns):
            raise InputError(
                _("No column of the list says who comes."), _("Say of a column that it holds names.")
            )
        reading = read_sheet(self.sheet, self.shape, self.name)
        return replace(reading, sheet=self.sheet.name, hidden_sheets=self.workbook.hidden)

    def on(self, sheet: str, header: int | None = None) -> "Survey":
        """Return the survey of another sheet, or under another header row (an index, -1: none)."""
        chosen = self.sheet if sheet == self.sheet.name else _sheet_named(self.workbook, sheet)
        guessed = guess(chosen) if header is None else _guess_under(chosen, header)
        return replace(self, sheet=chosen, guessed=guessed, shape=guessed, is_recalled=False)


def is_list(path: Path) -> bool:
    """Whether a path is read as a list of columns: no folder, mail or address card."""
    return not is_mail(path) and path.suffix.casefold() not in READERS


def survey(path: Path, name: str) -> Survey:
    """Return how a list is probably to be read; the errors are those of reading it."""
    workbook = open_table(path)
    sheet, shape = best_sheet(workbook)
    return Survey(path, name, workbook, sheet, shape, shape)


def key_of_shape(survey: Survey) -> str:
    """Return what lists of a survey's shape share: the words at the head of their columns."""
    return _key(survey.sheet, survey.shape.header, len(survey.shape.columns))


def keys_of(survey: Survey) -> dict[str, int]:
    """Return the keys a list may be known by, each with the index of the row that would head it.

    A person may have said that a row is the head which nothing tells from the others.
    """
    width = len(survey.shape.columns)
    rows = [at for at, row in enumerate(survey.sheet.rows[:_HEADS]) if any(map(str.strip, row))]
    return {_key(survey.sheet, at, width): at for at in (*rows, survey.shape.header)}


def kept(survey: Survey) -> dict[str, Any]:
    """Return what is to be remembered of how a person had a list read, as JSON keeps it."""
    return {"columns": [[column.role.value, column.group] for column in survey.shape.columns]}


def recalled(found: Survey, remembered: Mapping[str, dict[str, Any]]) -> Survey:
    """Return a survey as a person had a list of its shape read before; the survey itself where none was.

    Lists without heads are alike in nothing but their width: what was said of one is a better guess, no more.
    """
    header = next((at for key, at in keys_of(found).items() if key in remembered), None)
    if header is None:
        return found
    said: list[tuple[str, int]] = remembered[_key(found.sheet, header, len(found.shape.columns))]["columns"]
    under = found if header == found.shape.header else found.on(found.sheet.name, header)
    if len(said) != len(under.shape.columns):
        return found
    columns = tuple(
        replace(column, role=Role(role), group=group)
        for column, (role, group) in zip(under.shape.columns, said, strict=True)
    )
    shape = replace(under.shape, columns=columns)
    return replace(found, shape=shape, is_recalled=header >= 0)


def renumbered(shape: Shape) -> Shape:
    """Return a shape whose companions' columns are numbered in their order."""
    seen: dict[Role, int] = {}
    columns: list[Column] = []
    for column in shape.columns:
        seen[column.role] = seen.get(column.role, 0) + 1
        numbered = column.role in _NUMBERED or column.role is Role.COMPANIONS
        columns.append(replace(column, group=seen[column.role]) if numbered else column)
    return replace(shape, columns=tuple(columns))


def _key(sheet: Sheet, header: int, width: int) -> str:
    row = sheet.rows[header] if header >= 0 else []
    labels = (clean(row[at]) if at < len(row) else "" for at in range(width))
    return Shape(sheet.name, header, tuple(Column(label=text) for text in labels)).fingerprint


def _sheet_named(workbook: Workbook, name: str) -> Sheet:
    return stacked(next(tab for tab in workbook.tabs if tab.name == name).read())


def _guess_under(sheet: Sheet, header: int) -> Shape:
    """Return the guess with another header row: what stands above it is not looked at."""
    blank: list[list[str]] = [[] for _row in sheet.rows[: max(header, 0)]]
    guessed = guess(Sheet(sheet.name, [*blank, *sheet.rows[max(header, 0) :]], sheet.spans))
    if header < 0:
        return replace(guessed, header=-1, columns=tuple(replace(one, label="") for one in guessed.columns))
    return replace(guessed, header=header)
