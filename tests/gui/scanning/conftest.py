from collections.abc import Sequence
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLoggingCategory, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from checkin.domain.ticket import code_for
from checkin.gui.scanning.wedge import Wedge

QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")  # libraries that are optional

NAMED = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab, " ": Qt.Key.Key_Space}


class Counter(QWidget):
    """A page with a field and a button, and what its wedge gave."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.other, self.button = QLineEdit(), QLineEdit(), QPushButton("Press")
        column = QVBoxLayout(self)
        for widget in (self.field, self.other, self.button):
            column.addWidget(widget)
        self.pressed: list[bool] = []
        self.button.clicked.connect(lambda: self.pressed.append(True))
        self.wedge = Wedge(self)
        self.read: list[str] = []
        self.wedge.scanned.connect(self.read.append)
        self.now = 10_000

    def key(self, letter: str, gap: int, *, repeated: bool = False) -> None:
        """Press and release a key, `gap` ms after the one before, as the system would tell the window."""
        self.now += gap
        key = NAMED.get(letter, Qt.Key(ord(letter.upper())))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(
                kind, key, Qt.KeyboardModifier.NoModifier, letter.replace("\n", "\r"), repeated, 1
            )
            event.setTimestamp(self.now)
            window = QGuiApplication.focusWindow()
            assert window is not None
            QCoreApplication.sendEvent(window, event)

    def keys(self, letters: str, gap: int = 5) -> None:
        for letter in letters:
            self.key(letter, gap)

    def gaps(self, letters: str, gaps: Sequence[int]) -> None:
        for letter, gap in zip(letters, gaps, strict=True):
            self.key(letter, gap)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    made = Counter()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is made.windowHandle())
    made.field.setFocus()
    return made


@pytest.fixture
def code() -> str:
    return code_for(bytes(32), UUID(int=3))
