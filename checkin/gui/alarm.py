"""F12 from wherever the person is: on any page, or before a dialog that keeps the window waiting."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from checkin.gui.application import the_application

_KEY = "F12"


class Alarm(QObject):
    """Emits `sounded`; a dialog of ours that stands in the way is closed first, as by Escape."""

    sounded = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._bind(window).setContext(Qt.ShortcutContext.ApplicationShortcut)
        the_application().focusWindowChanged.connect(self._reach)

    def _reach(self) -> None:
        """Bind the key in the dialog that has just come up: a window behind one hears no key."""
        dialog = QApplication.activeModalWidget()
        if dialog is not None and dialog.findChild(QShortcut, _KEY) is None:
            self._bind(dialog)

    def _bind(self, widget: QWidget) -> QShortcut:
        shortcut = QShortcut(QKeySequence(_KEY), widget)
        shortcut.setObjectName(_KEY)
        shortcut.activated.connect(self._sound)
        return shortcut

    def _sound(self) -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            dialog.reject()
        self.sounded.emit()
