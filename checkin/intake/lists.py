"""The rows of a list as proposals: those who come, those who don't, and the lines that can't be read."""

from dataclasses import replace

from checkin.intake.columns import Shape, guess
from checkin.intake.parties import gather
from checkin.intake.proposals import Problem, Reading
from checkin.intake.rows import Entry, RowReader
from checkin.intake.tables import Sheet, Workbook

_LOOK_AT = 2_000


def read_workbook(workbook: Workbook, name: str) -> Reading:
    """Return the reading of the visible sheet that looks most like a list of people."""
    sheet, shape = best_sheet(workbook)
    return replace(read(sheet, shape, name), sheet=sheet.name, hidden_sheets=workbook.hidden)


def best_sheet(workbook: Workbook) -> tuple[Sheet, Shape]:
    """Return the visible sheet that looks most like a list of people, and the guess at its columns."""
    sheets = [tab.read() for tab in workbook.visible]
    shapes = [guess(sheet) for sheet in sheets]
    return max(zip(sheets, shapes, strict=True), key=lambda pair: _likeness(*pair))


def read(sheet: Sheet, shape: Shape, name: str) -> Reading:
    """Return the proposals and problems of one sheet, read as `shape` says; `name` is the file’s."""
    reader = RowReader(sheet, shape, name)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for index in range(shape.header + 1, len(sheet.rows)):
        found = reader.read(index)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            entries.append(found)
    return Reading(name, tuple(gather(entries)), tuple(problems))


def _likeness(sheet: Sheet, shape: Shape) -> tuple[int, int]:
    known = sum(bool(column.role) for column in shape.columns)
    return (known + 10 if shape.names_people else 0, min(len(sheet.rows), _LOOK_AT))
