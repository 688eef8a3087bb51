from collections.abc import Callable
from pathlib import Path
from threading import Event as Flag
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.pages.evacuation import EvacuationPage
from checkin.gui.printing.dialog import Kind
from checkin.gui.printing.order import PrintOrder
from checkin.gui.widgets.banner import Notice


@pytest.fixture
def spooled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have a spooler that keeps the document, and the name of the printer beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = f'#!/bin/sh\nprintf "%s " "$@" >{folder}/told\n/bin/cat >{folder}/given\n'
    (folder / "lp").write_text(script)
    (folder / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def told(door: Any) -> list[Notice]:
    notices: list[Notice] = []
    door.frame.told.connect(notices.append)
    return notices


@pytest.fixture
def page(door: Any, qtbot: QtBot) -> EvacuationPage:
    for name in ("Artois", "Martino"):
        door.desk.admitting.admit(door.person(name).id, door.desk.admitting.new_admission_id())
    made = EvacuationPage(door.frame)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    return made


def test_it_shows_who_is_inside(page: EvacuationPage, settle: Callable[[], None]) -> None:
    page.enter()
    settle()
    words = page.preview.text_of(0)
    assert "Di Martino" in words
    assert "Eriksson" not in words
    assert page.summary.text().startswith("2 personnes à l’intérieur")


def test_looking_at_it_prints_nothing(
    page: EvacuationPage, settle: Callable[[], None], spooled: Path
) -> None:
    page.enter()
    settle()
    assert not (spooled / "told").exists()


def test_the_alarm_prints_it_at_once_on_its_own_printer(
    page: EvacuationPage, settle: Callable[[], None], spooled: Path, told: list[Notice]
) -> None:
    page.frame.memory.remember_printer(Kind.EVACUATION, "Loge")
    page.sound()
    page.enter()
    settle()
    assert "-d Loge" in (spooled / "told").read_text()
    assert (spooled / "given").read_bytes() == page.preview.pdf
    assert told[-1].detail == "Loge"
    page.enter()
    settle()
    assert len(told) == 1  # once an alarm


def test_a_printer_that_fails_is_told_beside_the_list_on_the_screen(
    page: EvacuationPage, settle: Callable[[], None], spooled: Path, told: list[Notice]
) -> None:
    (spooled / "lp").write_text("#!/bin/sh\nexit 1\n")
    page.sound()
    page.enter()
    settle()
    assert page.preview.page_count == 1
    assert told[-1].action is not None


def test_it_does_not_wait_for_what_the_database_is_given(
    page: EvacuationPage, settle: Callable[[], None], qtbot: QtBot, tmp_path: Path
) -> None:

    go_on = Flag()
    page.run(lambda _job: go_on.wait(20))
    page.enter()
    qtbot.waitUntil(lambda: page.preview.page_count == 1)
    page.print_as(PrintOrder("Liste", file=str(tmp_path / "a.pdf")))
    qtbot.waitUntil((tmp_path / "a.pdf").exists)
    go_on.set()
    settle()


def test_f12_shows_and_prints_it_from_any_page(
    door: Any, qtbot: QtBot, memory: Memory, spooled: Path
) -> None:
    window = MainWindow(lambda _wish: door.desk, memory)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.opened):
        window.start()
    for key in ("entrance", "attendees"):
        window.show_page(key)
        (spooled / "given").unlink(missing_ok=True)
        with qtbot.waitActive(window):
            window.activateWindow()
        QTest.keyClick(window, Qt.Key.Key_F12)
        assert isinstance(window.page, EvacuationPage)
        qtbot.waitUntil(lambda: window.workers.is_idle, timeout=20_000)
        assert (spooled / "given").read_bytes() == window.page.preview.pdf
    window.show_page("home")
    assert not isinstance(window.page, EvacuationPage)
    window.close()
