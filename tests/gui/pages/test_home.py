from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from checkin.gui.pages.home import HomePage


def test_the_event_at_a_glance(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> None:
    door.desk.admitting.admit(door.person("martino").id, door.desk.admitting.new_admission_id())
    page = HomePage(door.frame)
    qtbot.addWidget(page)
    page.show()
    page.enter()
    settle()
    assert {key: tile.figure.text() for key, tile in page.figures.items()} == {
        "attendees": "5",
        "confirmations": "3",
        "entrance": "1",
        "room": "0",
    }
    with qtbot.waitSignal(door.frame.wanted) as wanted:
        page.figures["confirmations"].go.click()
    assert wanted.args == ["confirmations"]
