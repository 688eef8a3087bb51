"""What the tests of lists share: a reading in words, and files made on the spot."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from checkin.intake.files import read
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply

Cell = str | float | bool | date | None
Rows = Iterable[Sequence[Cell]]


def _person(name: PersonName) -> str:
    return f"{name.given_name} / {name.family_name}"


def _in_words(proposal: Proposal) -> str:
    words = [_person(proposal.name)]
    if proposal.reply is Reply.TENTATIVE:
        words.insert(0, "?")
    if proposal.email:
        words.append(f"<{proposal.email}>")
    if proposal.organisation:
        words.append(f"[{proposal.organisation}]")
    words += [f"+ {_person(companion)}" for companion in proposal.companions]
    if proposal.unnamed_companions:
        words.append(f"+ {proposal.unnamed_companions}")
    return " ".join(words)


@pytest.fixture
def in_words() -> Callable[[Reading], list[str]]:
    """Tell a reading: a line for each who comes, then how many don't, then the lines that can't be read."""

    def tell(reading: Reading) -> list[str]:
        told = [_in_words(proposal) for proposal in reading.coming]
        told += [f"not coming: {reading.not_coming}"] if reading.not_coming else []
        return told + [f"line {problem.line}" for problem in reading.problems]

    return tell


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[..., Reading]:
    """Read delimited text, written in an encoding."""

    def reading(text: str, encoding: str = "utf-8", name: str = "list.csv") -> Reading:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return read(path, name)

    return reading


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook: the sheets' rows by their names; `hidden` ones are, `merged` cells ("A1:C1") are."""

    def write(hidden: Sequence[str] = (), merged: Sequence[str] = (), **sheets: Rows) -> Path:
        path = tmp_path / "list.xlsx"
        with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for cells in merged:
                    sheet.merge_range(cells, "")
                _fill(sheet, rows, book.add_format({"num_format": "dd/mm/yyyy"}))
                if name in hidden:
                    sheet.hide()
        return path

    return write


def _fill(sheet: "xlsxwriter.worksheet.Worksheet", rows: Rows, day: "xlsxwriter.format.Format") -> None:
    for line, row in enumerate(rows):
        for at, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(line, at, cell, day)
            elif cell is not None:
                sheet.write(line, at, cell)
