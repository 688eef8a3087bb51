from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.pages.room import RoomPage
from checkin.services.attending import PassageKind


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> RoomPage:
    made = RoomPage(door.frame)
    qtbot.addWidget(made)
    made.resize(1260, 660)
    made.show()
    made.enter()
    settle()
    return made


@pytest.fixture
def scan(page: RoomPage, typed: Any, settle: Callable[[], None]) -> Callable[[str], PassageKind]:
    def scanned(text: str) -> PassageKind:
        typed(page.field, text)
        settle()
        assert page.crossing is not None
        return page.crossing.kind

    return scanned


def test_one_scan_counts_in_and_the_next_one_out(page: RoomPage, scan: Any, door: Any) -> None:
    door.desk.admitting.admit(door.person("martino").id, door.desk.admitting.new_admission_id())
    assert scan(door.code("martino")) is PassageKind.IN
    assert page.side.counter.figure == "1"
    assert scan(door.code("martino")) is PassageKind.OUT
    assert page.side.counter.figure == "0"


def test_who_did_not_pass_the_entrance_is_told_so_and_may_be_let_in(
    page: RoomPage, scan: Any, settle: Any, door: Any
) -> None:
    assert scan(door.code("martino")) is PassageKind.NOT_ADMITTED
    assert page.side.counter.figure == "0"
    page.insist()
    settle()
    assert page.side.counter.figure == "1"


def test_a_foreign_code_counts_nobody(page: RoomPage, scan: Any) -> None:
    assert scan("https://example.org/a") is PassageKind.REFUSED
    assert page.side.counter.figure == "0"
