from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.domain.errors import PlaceError
from checkin.domain.event import Checkpoint, CheckpointKind, Event
from checkin.gui.errors import BugDialog
from checkin.gui.first_page import FirstPage
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.opening import Source, Wish
from checkin.gui.page import Frame, Page, PageSpec
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import BannerArea, Notice
from checkin.settings import Settings

if TYPE_CHECKING:
    from checkin.app import Desk

EVENT = Event(
    UUID(int=1),
    "Repérer et remobiliser",
    datetime(2022, 11, 24, 9, 0, tzinfo=UTC),
    datetime(2022, 11, 24, 11, 45, tzinfo=UTC),
    checkpoints=(Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "127 rue de Grenelle"),),
)


@dataclass
class PlainDesk:
    """As much of a desk as the window itself looks at."""

    settings: Settings
    event: Event = EVENT
    closed: list[str] = field(default_factory=list)

    def close(self) -> None:
        self.closed.append("closed")


class Recorder(Page):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.seen: list[str] = []

    def enter(self) -> None:
        self.seen.append("enter")

    def leave(self) -> None:
        self.seen.append("leave")


SPECS = tuple(PageSpec(key, lambda key=key: key, "list", Recorder) for key in ("one", "two", "three"))  # type: ignore[misc]  # binds


@pytest.fixture
def desk(tmp_path: Path) -> PlainDesk:
    return PlainDesk(Settings(tmp_path, database=str(tmp_path / "event.checkin"), desk="Poste 1"))


@pytest.fixture
def wishes() -> list[Wish]:
    return []


@pytest.fixture
def window(qtbot: QtBot, memory: Memory, desk: PlainDesk, wishes: list[Wish]) -> Iterator[MainWindow]:
    def open_wish(wish: Wish) -> "Desk | None":
        wishes.append(wish)
        match wish.source:
            case Source.LAST:
                return None
            case Source.FILE:
                raise PlaceError("Ce fichier est abîmé.", "Prenez la copie.")
            case Source.NEW:
                raise ZeroDivisionError
            case Source.DEMONSTRATION:
                return cast("Desk", desk)

    made = MainWindow(open_wish, memory, SPECS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> MainWindow:
    with qtbot.waitSignal(window.opened):
        window.start(Wish(Source.DEMONSTRATION))
    return window


def shown(window: MainWindow) -> Recorder:
    assert isinstance(window.page, Recorder)
    return window.page


def test_without_a_last_event_it_opens_on_the_first_page(qtbot: QtBot, window: MainWindow) -> None:
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.page, FirstPage) and window.page.isEnabled())


def test_it_shows_the_event_on_its_first_page(opened: MainWindow) -> None:
    assert opened.windowTitle() == "Repérer et remobiliser – checkin"
    assert shown(opened).seen == ["enter"]


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_Eacute], ids=["digit", "azerty"])
def test_a_page_has_a_key_on_every_keyboard(opened: MainWindow, key: Qt.Key) -> None:
    first = shown(opened)
    QTest.keyClick(opened, key, Qt.KeyboardModifier.ControlModifier)
    assert shown(opened) is not first
    assert first.seen == ["enter", "leave"]


def test_a_page_is_built_once(opened: MainWindow) -> None:
    first = shown(opened)
    opened.show_page("three")
    opened.show_page("one")
    assert shown(opened) is first
    assert first.seen == ["enter", "leave", "enter"]


def test_the_shown_page_looks_again_when_something_changed(opened: MainWindow) -> None:
    assert opened.frame is not None
    opened.frame.note_change()
    assert shown(opened).seen == ["enter", "enter"]


def test_a_page_can_speak_and_ask_for_another(opened: MainWindow) -> None:
    assert opened.frame is not None
    opened.frame.tell(Notice("Attention", tone=Tone.WARNING))
    opened.frame.go("two")
    assert [notice.text for notice in opened.findChildren(BannerArea)[0].notices] == ["Attention"]
    assert shown(opened).seen == ["enter"]


def test_what_cannot_be_opened_is_said_and_the_choice_is_offered(qtbot: QtBot, window: MainWindow) -> None:
    window.start(Wish(Source.FILE, Path("broken.checkin")))
    qtbot.waitUntil(lambda: isinstance(window.page, FirstPage) and window.page.isEnabled())
    notices = window.findChildren(BannerArea)[0].notices
    assert [(notice.text, notice.detail) for notice in notices] == [
        ("Ce fichier est abîmé.", "Prenez la copie.")
    ]


def test_a_bug_is_shown_and_the_window_goes_on(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    window.start(Wish(Source.NEW))
    qtbot.waitUntil(lambda: bool(window.findChildren(BugDialog)))
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    window.findChildren(BugDialog)[0].accept()
    qtbot.waitUntil(lambda: isinstance(window.page, FirstPage))


def test_the_first_page_opens_what_is_chosen_there(
    qtbot: QtBot, window: MainWindow, wishes: list[Wish]
) -> None:
    window.show_first_page()
    first = window.findChildren(FirstPage)[0]
    with qtbot.waitSignal(window.opened):
        first.demonstration.emit()
    assert wishes == [Wish(Source.DEMONSTRATION)]


def test_going_back_to_the_choice_closes_the_event(qtbot: QtBot, opened: MainWindow, desk: PlainDesk) -> None:
    page = shown(opened)
    opened.show_first_page()
    assert page.seen == ["enter", "leave"]
    qtbot.waitUntil(lambda: desk.closed == ["closed"])
    assert opened.frame is None


def test_closing_keeps_the_place_and_lets_go_of_the_event(
    opened: MainWindow, desk: PlainDesk, memory: Memory
) -> None:
    opened.close()
    assert desk.closed == ["closed"]
    assert not memory.geometry.isEmpty()


def test_f11_fills_the_screen_and_back(qtbot: QtBot, opened: MainWindow) -> None:
    QTest.keyClick(opened, Qt.Key.Key_F11)
    qtbot.waitUntil(opened.isFullScreen)
    QTest.keyClick(opened, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not opened.isFullScreen())


def test_muting_is_remembered(opened: MainWindow, memory: Memory) -> None:
    opened._header.set_muted(muted=True)
    assert opened.sounds.muted
    assert memory.muted


def test_f12_without_an_event_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.start()
    qtbot.waitUntil(lambda: isinstance(window.page, FirstPage) and window.page.isEnabled())
    QTest.keyClick(window, Qt.Key.Key_F12)
    (notice,) = window.findChildren(BannerArea)[0].notices
    assert "F12" in notice.detail


class Taker(Recorder):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.taken: list[Path] = []
        frame.dropped.connect(self.taken.extend)


def _drop(window: MainWindow, *urls: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    event = QDropEvent(
        QPointF(700, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_files_are_dropped_anywhere_on_the_window(qtbot: QtBot, memory: Memory, desk: PlainDesk) -> None:
    specs = (*SPECS, PageSpec("attendees", lambda: "attendees", "list", Taker))
    window = MainWindow(lambda _wish: cast("Desk", desk), memory, specs)
    qtbot.addWidget(window)
    window.show()
    assert window.acceptDrops()
    _drop(window, "file:///tmp/early.csv")  # nothing is open yet: nowhere to go
    with qtbot.waitSignal(window.opened):
        window.start(Wish(Source.DEMONSTRATION))
    _drop(window, "https://example.org/a.csv")
    assert not isinstance(window.page, Taker)
    _drop(window, "file:///tmp/a.csv", "file:///tmp/mails")
    assert isinstance(window.page, Taker)
    assert window.page.taken == [Path("/tmp/a.csv"), Path("/tmp/mails")]  # noqa: S108 - nothing is written
    window.close()
