"""The rows of a list as proposals: those who come, those who don't, and the lines that can't be read."""

import re
from dataclasses import replace
from statistics import median

from checkin.domain.errors import InputError
from checkin.domain.folding import fold
from checkin.intake.lists.answers import answer_in
from checkin.intake.lists.blocks import stacked
from checkin.intake.lists.columns import NAMES, Shape, guess
from checkin.intake.lists.headers import Role
from checkin.intake.lists.parties import gather
from checkin.intake.lists.replies import ASIDE
from checkin.intake.lists.rows import Entry, RowReader
from checkin.intake.lists.tables import Sheet, Workbook
from checkin.intake.memory import forgetting, undisturbed
from checkin.intake.proposals import Problem, Reading
from checkin.language import _

_LOOK_AT = 2_000
_OLD = re.compile(
    r"\b(?:archives?|anciens?|anciennes?|old|brouillon|draft|modele|template|exemples?|copie|desistements?)\b"
)
_PARTED, _WHOLE = 2, 3  # how many cells people fill at least, where notes are told by filling one


def read_workbook(workbook: Workbook, name: str) -> Reading:
    """Return the reading of the visible sheet that looks most like a list of people.

    InputError if nothing stands in it, or no column says who comes.
    """
    sheet, shape = best_sheet(workbook)
    if not any(column.role in {Role.EMAIL, *NAMES} for column in shape.columns):
        raise InputError(
            _("No column of the list says who comes."),
            _("Give the columns headings such as “Nom” and “Prénom”, then import it again."),
        )
    return replace(read(sheet, shape, name), sheet=sheet.name, hidden_sheets=workbook.hidden)


def best_sheet(workbook: Workbook) -> tuple[Sheet, Shape]:
    """Return the visible sheet that looks most like a list of people, and the guess at its columns."""
    sheets = [stacked(sheet) for tab in workbook.visible if any(map(any, (sheet := tab.read()).rows))]
    if not sheets:
        raise InputError(_("The file is empty."), _("Check that it is the right file."))
    shapes = [guess(sheet) for sheet in sheets]
    return max(zip(sheets, shapes, strict=True), key=lambda pair: _likeness(*pair))


@forgetting()
@undisturbed()
def read(sheet: Sheet, shape: Shape, name: str) -> Reading:
    """Return the proposals and problems of one sheet, read as `shape` says; `name` is the file’s.

    InputError if nobody stands in it, and nothing that can't be read.
    """
    reader = RowReader(sheet, shape, name)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for index in range(shape.header + 1, _end(sheet, shape)):
        found = reader.read(index)
        if isinstance(found, Problem):
            problems.append(found)
        elif found is not None:
            entries.append(found)
            entries += [Entry(found.instead)] if found.instead else []
    if not entries and not problems:
        raise InputError(
            _("The list holds nobody: there is a header, and no name below it."),
            _("Check that it is the right file, and that it was exported with its answers."),
        )
    has_answers = any(column.role is Role.PRESENCE for column in shape.columns)
    return Reading(name, tuple(gather(entries)), tuple(problems), has_answers=has_answers)


def _end(sheet: Sheet, shape: Shape) -> int:
    """Return the index after the last person: lone cells below a gap are notes."""
    rows, start, end = sheet.rows, shape.header + 1, len(sheet.rows)
    mails = [at for at, column in enumerate(shape.columns) if column.role is Role.EMAIL]
    lone = next((at for at in range(end, start, -1) if _weight(rows[at - 1], mails) > 1), start)
    gap = next((at for at in range(lone, end) if not _weight(rows[at], mails)), end)
    if gap == end:  # as in most lists: no row more needs counting
        return end
    usual = median([weight for row in rows[start:lone] if (weight := _weight(row, mails))] or [0])
    parted = any(column.role is Role.GIVEN for column in shape.columns)
    return gap if usual >= (_PARTED if parted else _WHOLE) else end


def _weight(row: list[str], mails: list[int]) -> int:
    """Return how many cells hold something; an address counts twice."""
    return _filled(row) + any("@" in row[at] for at in mails if at < len(row))


def _filled(row: list[str]) -> int:
    return sum(map(bool, map(str.strip, row)))


def _likeness(sheet: Sheet, shape: Shape) -> tuple[int, int]:
    known = sum(bool(column.role) for column in shape.columns)
    if answer_in(sheet.name) in ASIDE or _OLD.search(fold(sheet.name)):
        return (int(shape.names_people), 0)  # « Absents », « Archives 2021 »
    return (known + 10 if shape.names_people else 0, min(len(sheet.rows), _LOOK_AT))
