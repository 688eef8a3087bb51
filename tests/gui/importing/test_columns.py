from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.domain.errors import InputError
from checkin.gui.importing.columns import ColumnsPage, role_words
from checkin.intake.proposals import Reading
from checkin.language import speak
from checkin.services.layouts import Role, Survey, survey

ROWS = [
    ["Journée du 24 novembre"],
    [],
    ["Quoi", "Machin", "Structure"],
    ["ROY", "Ana", "AFPA"],
    ["ALT", "Luc", "Région"],
    ["BA", "Eve", "AFPA"],
]
Show = Callable[[Path], ColumnsPage]


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "liste.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet, hidden = book.add_worksheet("Invités"), book.add_worksheet("Archives")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        hidden.write_row(0, 0, ["Nom", "Prénom"])
        hidden.write_row(1, 0, ["Old", "Max"])
        hidden.hide()
    return path


@pytest.fixture
def page(qtbot: QtBot, workbook: Path) -> ColumnsPage:
    made = ColumnsPage()
    qtbot.addWidget(made)
    made.resize(1260, 620)
    made.show()

    def read(found: Survey) -> None:
        try:
            made.show_reading(found.read())
        except InputError:
            made.show_reading(Reading(found.name))

    made.changed.connect(read)
    made.show_survey(survey(workbook, workbook.name))
    return made


def _choose(page: ColumnsPage, at: int, role: Role) -> None:
    box = page.roles[at]
    box.setCurrentIndex(box.findData(role.value))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def accepted(page: ColumnsPage) -> list[Survey]:
    found: list[Survey] = []
    page.accepted.connect(found.append)
    return found


def test_the_guess_stands_above_the_first_rows(page: ColumnsPage) -> None:
    shown = page.table.item(1, 2)
    first = page.table.verticalHeaderItem(1)
    assert shown is not None
    assert first is not None
    assert shown.text() == ([*ROWS[int(first.text()) - 1], "", "", ""])[2]
    assert len(page.roles) == 3


def test_a_column_is_corrected_and_what_comes_of_it_is_told(
    page: ColumnsPage, accepted: list[Survey]
) -> None:
    page.header.setCurrentIndex(page.header.findData(2))
    page.header.activated.emit(page.header.currentIndex())
    _choose(page, 0, Role.FAMILY)
    _choose(page, 1, Role.GIVEN)
    assert page._outcome.text() == "3 réponses · 0 accompagnant · 0 ligne illisible"
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (found,) = accepted
    names = [(p.name.given_name, p.name.family_name) for p in found.read().proposals]
    assert names == [("Ana", "Roy"), ("Luc", "Alt"), ("Eve", "Ba")]


def test_without_a_column_of_names_it_does_not_go_on(page: ColumnsPage, accepted: list[Survey]) -> None:
    for at in range(3):
        _choose(page, at, Role.NOTHING)
    assert not page.go_button.isEnabled()
    page.go_on()
    assert accepted == []
    assert page._outcome.text().startswith("Aucune colonne")
    page.enter()  # the focus has somewhere to go


def test_a_hidden_sheet_is_named_and_read_only_if_it_is_chosen(
    page: ColumnsPage, accepted: list[Survey]
) -> None:
    assert [page.sheet.itemText(at) for at in range(2)] == ["Invités", "Archives (masquée)"]
    assert page.sheet.currentText() == "Invités"
    page.sheet.setCurrentIndex(1)
    page.sheet.activated.emit(1)
    page.go_on()
    assert [p.name.given_name for p in accepted[0].read().proposals] == ["Max"]


def test_one_goes_back_to_the_guess(page: ColumnsPage) -> None:
    guessed = [box.currentData() for box in page.roles]
    for at in range(3):
        _choose(page, at, Role.NOTES)
    page.guess_button.click()
    assert [box.currentData() for box in page.roles] == guessed


def test_a_list_without_heads_has_its_first_row_read(page: ColumnsPage, accepted: list[Survey]) -> None:
    page.header.setCurrentIndex(0)
    page.header.activated.emit(0)
    _choose(page, 0, Role.FULL)
    page.go_on()
    assert accepted[0].shape.header == -1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_thing_a_column_may_hold_has_words_of_its_own(language: str) -> None:
    speak(language)
    words = role_words()
    assert set(words) == set(Role)
    assert len(set(words.values())) == len(words)
