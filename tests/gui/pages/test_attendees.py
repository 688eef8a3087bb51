from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.pages.attendees import AttendeesPage

LIST = "Nom;Prénom;Organisme;Accompagnants\nDi Martino;Nino;AFPA;\nNguyen;Linh;Région;Paul Roy\n;;;\n"


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> AttendeesPage:
    made = AttendeesPage(door.frame)
    qtbot.addWidget(made)
    made.resize(1260, 660)
    made.show()
    made.enter()
    settle()
    return made


def _names(page: AttendeesPage) -> list[str]:
    return [member.attendee.name for member in page.table.rows_model.rows]


def test_the_list_is_narrowed_as_one_types(page: AttendeesPage) -> None:
    assert len(_names(page)) == 5
    page.search.setText("artois")
    assert _names(page) == ["Zoé d’Artois"]
    page.search.setText("maison jeunes zoe")
    assert _names(page) == ["Zoé d’Artois"]
    page.search.clear()
    page.filters["marked"].click()
    assert _names(page) == ["Nino Di Martino"]


def test_a_file_is_looked_at_before_it_is_applied_and_undone_in_one_click(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, door: Any, qtbot: QtBot
) -> None:
    file = tmp_path / "invités.csv"
    file.write_text(LIST, "cp1252")
    page.import_files([file])
    settle()
    assert [page.assistant.preview.tabs.tabText(n) for n in range(page.assistant.preview.tabs.count())] == [
        "Nouveau  1",
        "Modifié  1",
    ]
    assert len(_names(page)) == 5
    with qtbot.waitSignal(door.frame.told) as told:
        page.assistant.preview.apply_button.click()
    settle()
    assert len(_names(page)) == 7
    told.args[0].action[1]()
    settle()
    assert len(_names(page)) == 5


def test_the_same_file_twice_changes_nothing(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    page.import_files([file])
    settle()
    page.assistant.preview.apply_button.click()
    settle()
    page.import_files([file])
    settle()
    assert not page.assistant.preview.apply_button.isEnabled()
    tabs = page.assistant.preview.tabs
    assert "Inchangé  2" in [tabs.tabText(at) for at in range(tabs.count())]


def test_a_reply_may_be_left(page: AttendeesPage, settle: Callable[[], None], tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, "utf-8")
    page.import_files([file])
    settle()
    table = page.assistant.preview.tabs.widget(0)
    table.opened.emit(table.rows_model.row(0))  # type: ignore[union-attr]  # a table of the preview
    page.assistant.preview.apply_button.click()
    settle()
    assert "Linh Nguyen" not in _names(page)


def test_a_file_that_is_no_list_is_told_in_a_sentence(
    page: AttendeesPage, settle: Callable[[], None], tmp_path: Path, door: Any, qtbot: QtBot
) -> None:
    file = tmp_path / "list.xlsx"
    file.write_bytes(b"PK\x03\x04 not a workbook")
    with qtbot.waitSignal(door.frame.told):
        page.import_files([file])
    settle()
    assert not page.assistant.progress.isVisible()
