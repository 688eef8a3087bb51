"""Any sequence of scans, keys, decisions and undos at the entrance and the room leaves the counts right."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from checkin.domain.attendance import inside
from checkin.gui.pages.entrance import EntrancePage
from checkin.gui.pages.room import RoomPage
from checkin.store import passages

NAMES = ("artois", "goff", "benali", "martino", "eriksson")
KEYS = (
    *(Qt.Key.Key_Return,) * 4,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Down,
    Qt.Key.Key_Up,
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(10)),
)
STEP = st.one_of(
    st.tuples(st.just("scan"), st.sampled_from((*NAMES, "foreign", "misread"))),
    st.tuples(st.just("key"), st.sampled_from(KEYS)),
    st.tuples(st.just("type"), st.sampled_from(("a", "di m", "zoe", "2580", "Ana Diaz"))),
    st.tuples(st.just("undo"), st.just("")),
    st.tuples(st.just("hurry"), st.booleans()),  # the next step does not wait for the answer to this one
)


@pytest.fixture
def codes(door: Any) -> dict[str, str]:
    """Give the codes once: a guest may be renamed by what is typed."""
    others = {"foreign": "https://example.org/12", "misread": "CBDEFGHIJKLNRTUVCBDEFGHIJKLNRTUV"}
    return {name: door.code(name) for name in NAMES} | others


def focused(page: EntrancePage | RoomPage) -> QWidget:
    """Return where a key goes."""
    found: QWidget | None = page.focusWidget()
    return found if found is not None and found.isVisible() else page.field


def do(page: EntrancePage | RoomPage, codes: dict[str, str], step: tuple[str, Any]) -> None:
    match step:
        case ("scan", who):
            page.take(codes[who])
        case ("key", key):
            QTest.keyClick(focused(page), key)
        case ("type", text):
            QTest.keyClicks(focused(page), text)
        case ("undo", _nothing):
            page.side.latest.undo_latest()
            reason = page.side.latest.findChild(QLineEdit)
            if page.side.latest.is_asking and reason is not None:
                QTest.keyClick(reason, Qt.Key.Key_Return)


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=st.lists(st.tuples(st.booleans(), STEP), max_size=30))
def test_any_sequence_leaves_the_counts_equal_to_the_rows(
    door: Any,
    codes: dict[str, str],
    qtbot: QtBot,
    settle: Callable[[], None],
    steps: list[tuple[bool, tuple[str, Any]]],
) -> None:
    entrance, room = EntrancePage(door.frame), RoomPage(door.frame)
    for page in (entrance, room):
        qtbot.addWidget(page)
        page.show()
        page.enter()
    settle()
    hurry = False
    for at_the_room, step in steps:
        if step[0] == "hurry":
            hurry = step[1]
            continue
        do(room if at_the_room else entrance, codes, step)
        if not hurry:
            settle()
    settle()
    for page in (entrance, room):
        page.enter()
    settle()
    desk = door.desk
    with desk.database.reading() as connection:
        derived = inside(passages.all_at(connection, desk.event.room.id))
    here = sum(member.is_here for member in desk.searching.everyone())
    standing = [one for one in desk.admitting.latest(10_000) if one.admission.counts]
    assert desk.admitting.counts()[0] == here == len(standing)
    assert len({one.attendee.id for one in standing}) == here
    assert entrance.side.counter.figure == str(here)
    assert room.side.counter.figure == str(len(derived)) == str(desk.attending.occupancy().inside)
    for page in (entrance, room):
        page.close()
