from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.gui.page import Frame
from checkin.gui.pages.room import RoomPage
from checkin.gui.tokens import Tone
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


def test_a_supervisor_s_pin_is_asked_for_where_one_is_set(
    page: RoomPage, scan: Any, settle: Any, typed: Any, door: Any
) -> None:
    door.desk.supervising.set_pin("2580")
    assert scan(door.code("martino")) is PassageKind.NOT_ADMITTED
    page.insist()
    settle()
    assert page.side.counter.figure == "0"
    typed(page.prompt.line, "2580")
    settle()
    assert page.side.counter.figure == "1"


def test_a_room_nearly_full_says_how_many_places_are_left(
    door: Any, qtbot: QtBot, settle: Any, typed: Any
) -> None:
    room = replace(door.desk.event.room, capacity=1)
    event = replace(door.desk.event, checkpoints=(door.desk.event.entrance, room))
    page = RoomPage(Frame(replace(door.desk, event=event), door.frame.workers, door.frame.sounds))
    qtbot.addWidget(page)
    page.show()
    door.desk.admitting.admit(door.person("martino").id, door.desk.admitting.new_admission_id())
    typed(page.field, door.code("martino"))
    settle()
    assert page.card.band.sentence.text() == "Compté dans la salle. La salle est maintenant pleine."
    assert page.card.band.tone is Tone.WARNING
    door.desk.admitting.admit(door.person("eriksson").id, door.desk.admitting.new_admission_id())
    typed(page.field, door.code("eriksson"))
    settle()
    assert page.crossing is not None
    assert page.crossing.kind is PassageKind.FULL


def test_f10_lists_every_passage_and_counts_nobody(page: RoomPage, scan: Any, settle: Any, door: Any) -> None:
    door.desk.admitting.admit(door.person("martino").id, door.desk.admitting.new_admission_id())
    for _time in range(2):
        scan(door.code("martino"))
    QTest.keyClick(page.field, Qt.Key.Key_F10)
    settle()
    assert [one.name for one in page.ledger.rows_model.rows] == ["Nino Di Martino"] * 2
    model = page.ledger.rows_model
    assert [model.index(row, 1).data() for row in range(2)] == ["sortie", "entrée"]
    assert page.ledger.hasFocus()
    QTest.keyClick(page.ledger, Qt.Key.Key_Return)
    assert page.side.latest.is_asking
    QTest.keyClick(page.ledger, Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    assert page.side.counter.figure == "0"
    assert len(door.desk.attending.latest()) == 2


def test_a_name_that_is_typed_as_fast_as_a_scanner_is_searched(
    page: RoomPage, settle: Callable[[], None]
) -> None:
    page.take("martino")
    settle()
    assert page.field.text() == "martino"
    found = page.finder.rows.current()
    assert found is not None
    assert found.attendee.family_name == "Di Martino"
