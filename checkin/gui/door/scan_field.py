"""The field at a door: a scanner types into it, or a person does; it always has the focus."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from checkin.gui.icons import icon
from checkin.gui.tokens import Colour

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LONGEST = 400  # a machine-readable zone with every blank somebody may type


class ScanField(QLineEdit):
    """`entered` says what a scanner or a person ended with Enter or Tab; other keys have their own names.

    `typed` follows every letter, so that a name is searched as it is written.
    """

    entered = Signal(str)
    typed = Signal(str)
    moved = Signal(int)  # -1 up, 1 down
    put_aside = Signal()
    ticked = Signal()
    function = Signal(int)  # F1 is 1

    def __init__(self, invitation: str) -> None:
        super().__init__()
        self.setProperty("part", "scan")
        self.setPlaceholderText(invitation)
        self.setAccessibleName(invitation)
        self.setMaxLength(_LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        glass = QAction(icon("scan", Colour.MUTED), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self.typed)

    def event(self, event: QEvent) -> bool:
        """Take Tab as the Enter of a scanner that was set up so, before Qt moves the focus.

        Ctrl+Z is the page's: it undoes what was recorded, not what was typed.
        """
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return True
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        ):
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Name the keys of the door; all others are typed."""
        key = event.key()
        if key in _ENTER:
            text = self.text().strip()
            self.clear()
            self.entered.emit(text)
        elif key in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self.put_aside.emit()
        elif key == Qt.Key.Key_Space and not self.text():
            self.ticked.emit()
        elif Qt.Key.Key_F1 <= key <= Qt.Key.Key_F10:
            self.function.emit(key - Qt.Key.Key_F1 + 1)
        else:
            super().keyPressEvent(event)
