from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.pages.confirmations import ConfirmationsPage


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path) -> ConfirmationsPage:
    made = ConfirmationsPage(door.frame)
    made.folder = tmp_path / "out"
    qtbot.addWidget(made)
    made.show()
    made.enter()
    settle()
    return made


def test_every_party_gets_its_file_and_a_second_run_writes_none(
    page: ConfirmationsPage, settle: Callable[[], None]
) -> None:
    page.issue()
    settle()
    first = {path: path.stat().st_mtime_ns for path in page.folder.iterdir()}
    assert len(first) == len(page.table.rows_model.rows) == 3
    page.issue()
    settle()
    assert {path: path.stat().st_mtime_ns for path in page.folder.iterdir()} == first
    assert page.issue_button.isEnabled()


def test_a_run_that_is_stopped_goes_on_later(
    page: ConfirmationsPage, settle: Callable[[], None], door: Any
) -> None:
    before = door.code("artois")
    page.issue()
    page.progress.cancelled.emit()
    settle()
    page.issue()
    settle()
    assert len(list(page.folder.iterdir())) == 3
    assert door.code("artois") == before


def test_replacing_one_revokes_its_codes(
    page: ConfirmationsPage, settle: Callable[[], None], door: Any
) -> None:
    old = door.code("martino")
    names = [one.party.lead.family_name for one in page.table.rows_model.rows]
    page.table.selectRow(names.index("Di Martino"))
    page.reissue()
    settle()
    assert door.code("martino") != old
    assert door.desk.admitting.scan(old).kind == "revoked"


def test_a_folder_that_refuses_is_told_in_a_banner(
    page: ConfirmationsPage, settle: Callable[[], None], qtbot: QtBot, tmp_path: Path, door: Any
) -> None:
    file = tmp_path / "file"
    file.write_text("")
    page.folder = file
    with qtbot.waitSignal(door.frame.workers.refused) as told:
        page.issue()
    settle()
    assert "ne peut pas" in told.args[0].happened
    assert page.issue_button.isEnabled()
