"""How a list is laid out: guessed, shown to a person, corrected, and read as they say."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkin.domain.errors import InputError
from checkin.intake.files import READERS
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
    "recalled",
    "renumbered",
    "survey",
]

_NUMBERED = (Role.COMPANION_GIVEN, Role.COMPANION_FAMILY)


@dataclass(frozen=True, slots=True, repr=False)
class Survey:
    """A list before it is read: its sheets, the one that was chosen, and how that is to be read.

    `guessed` is what the program made of it, whose fingerprint names lists of this shape; `shape` the same
    or what a person said of such a list before (`is_recalled`).
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
    return not path.is_dir() and path.suffix.casefold() not in READERS


def survey(path: Path, name: str) -> Survey:
    """Return how a list is probably to be read; the errors are those of reading it."""
    workbook = open_table(path)
    sheet, shape = best_sheet(workbook)
    return Survey(path, name, workbook, sheet, shape, shape)


def kept(survey: Survey) -> dict[str, Any]:
    """Return what is to be remembered of how a person had a list read, as JSON keeps it."""
    corrected = survey.shape.header if survey.shape.header != survey.guessed.header else None
    columns = [[column.role.value, column.group] for column in survey.shape.columns]
    return {"sheet": survey.sheet.name, "header": corrected, "columns": columns}


def recalled(found: Survey, remembered: dict[str, Any] | None) -> Survey:
    """Return a survey as a person had a list of its shape read before; the survey itself where none was."""
    if remembered is None:
        return found
    if remembered["header"] is not None:
        found = replace(found.on(found.sheet.name, remembered["header"]), guessed=found.guessed)
    roles: list[tuple[str, int]] = remembered["columns"]
    if len(roles) != len(found.shape.columns):
        return found
    columns = tuple(
        replace(column, role=Role(role), group=group)
        for column, (role, group) in zip(found.shape.columns, roles, strict=True)
    )
    return replace(found, shape=replace(found.shape, columns=columns), is_recalled=True)


def renumbered(shape: Shape) -> Shape:
    """Return a shape whose companions' columns are numbered in their order."""
    seen: dict[Role, int] = {}
    columns: list[Column] = []
    for column in shape.columns:
        seen[column.role] = seen.get(column.role, 0) + 1
        numbered = column.role in _NUMBERED or column.role is Role.COMPANIONS
        columns.append(replace(column, group=seen[column.role]) if numbered else column)
    return replace(shape, columns=tuple(columns))


def _sheet_named(workbook: Workbook, name: str) -> Sheet:
    return next(tab for tab in workbook.tabs if tab.name == name).read()


def _guess_under(sheet: Sheet, header: int) -> Shape:
    """Return the guess with another header row: what stands above it is not looked at."""
    blank: list[list[str]] = [[] for _row in sheet.rows[: max(header, 0)]]
    guessed = guess(Sheet(sheet.name, [*blank, *sheet.rows[max(header, 0) :]], sheet.spans))
    if header < 0:
        return replace(guessed, header=-1, columns=tuple(replace(one, label="") for one in guessed.columns))
    return replace(guessed, header=header)
