"""The badge at the entrance: printed by a spooler of the test's own, once an admission, again on purpose."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.domain.errors import PlaceError
from checkin.gui.memory import Memory
from checkin.gui.page import Frame
from checkin.gui.pages.entrance import EntrancePage
from checkin.gui.printing.dialog import Kind
from checkin.store import journal

# Keeps what it was told, a line an order; takes nothing while there is a file named `off` beside it.
SPOOLER = f"""#!{sys.executable}
import sys
from pathlib import Path
here = Path(__file__).parent
given = sys.stdin.buffer.read()
if (here / "off").exists():
    sys.exit(1)
with (here / "told").open("a") as told:
    print(*sys.argv[1:], given[:5].decode(), file=told)
print("request id is Badges-1 (1 file(s))")
"""


@pytest.fixture
def spooler(put_spooler: Callable[[str], Path]) -> Path:
    return put_spooler(SPOOLER)


@pytest.fixture
def page(door: Any, memory: Memory, qtbot: QtBot, settle: Callable[[], None]) -> Iterator[EntrancePage]:
    policy = replace(door.desk.event.policy, badges=True)
    desk = replace(door.desk, event=replace(door.desk.event, policy=policy))
    memory.remember_printer(Kind.BADGE, "Brother")
    made = EntrancePage(Frame(desk, door.frame.workers, door.frame.sounds, memory))
    qtbot.addWidget(made)
    made.show()
    made.enter()
    settle()
    yield made
    settle()
    made.leave()


@pytest.fixture
def admit(page: EntrancePage, typed: Any, settle: Callable[[], None], door: Any) -> Callable[[str], None]:
    def admitted(name: str) -> None:
        typed(page.field, door.code(name))
        settle()
        QTest.keyClick(page.field, Qt.Key.Key_Return)
        settle()

    return admitted


def orders(spooler: Path) -> list[str]:
    told = spooler / "told"
    return told.read_text().splitlines() if told.exists() else []


def test_one_is_printed_for_an_admission_and_none_for_a_second_scan(spooler: Path, admit: Any) -> None:
    admit("martino")
    admit("martino")
    assert orders(spooler) == [
        "-d Brother -t Badges -n 1 -o media=Custom.62x90mm -o print-scaling=none - %PDF-"
    ]


def test_each_of_a_party_has_one(
    spooler: Path, page: EntrancePage, typed: Any, settle: Any, door: Any
) -> None:
    typed(page.field, door.code("artois"))
    settle()
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Return):
        QTest.keyClick(page.field, key)
        settle()
    assert len(orders(spooler)) == 3


def test_another_one_is_printed_on_purpose_and_on_record(
    spooler: Path, admit: Any, page: EntrancePage, settle: Any, door: Any
) -> None:
    admit("martino")
    QTest.keyClick(page.field, Qt.Key.Key_F8)
    settle()
    assert len(orders(spooler)) == 2
    with door.desk.database.reading() as connection:
        written = [line.action for line in journal.read(connection, door.desk.event.id)]
    assert written.count("badge.reprint") == 1


def test_a_printer_that_is_off_is_said_and_holds_nobody_up(
    spooler: Path, admit: Any, page: EntrancePage, settle: Any, door: Any
) -> None:
    (spooler / "off").touch()
    told: list[Any] = []
    page.frame.told.connect(told.append)
    admit("martino")
    assert "Brother" in told[0].text
    assert "F8" in told[0].detail
    assert page.visit is not None
    assert page.visit.admitted
    (spooler / "off").unlink()
    QTest.keyClick(page.field, Qt.Key.Key_F8)
    settle()
    admit("eriksson")
    assert len(orders(spooler)) == 2
    assert door.desk.admitting.counts()[0] == 2


def test_an_admission_stands_though_its_badge_is_not_recorded(
    spooler: Path, admit: Any, page: EntrancePage, monkeypatch: pytest.MonkeyPatch, door: Any, qtbot: QtBot
) -> None:
    def locked(*_given: object, **_named: object) -> bool:
        raise PlaceError("locked")

    monkeypatch.setattr("checkin.store.badges.take", locked)
    with qtbot.waitSignal(door.frame.workers.refused):
        admit("martino")
    assert page.visit is not None
    assert page.visit.admitted
    assert door.desk.admitting.counts()[0] == 1
    assert orders(spooler) == []


def test_an_event_without_badges_prints_none(
    spooler: Path, door: Any, qtbot: QtBot, typed: Any, settle: Any
) -> None:
    page = EntrancePage(door.frame)
    qtbot.addWidget(page)
    page.show()
    typed(page.field, door.code("martino"))
    settle()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    settle()
    QTest.keyClick(page.field, Qt.Key.Key_F8)
    settle()
    assert door.desk.admitting.counts()[0] == 1
    assert orders(spooler) == []
    page.leave()
