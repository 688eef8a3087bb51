"""The one place that shows a bug, and keeps it: what went wrong and where, never the data it went wrong on.

The message of an exception may hold a name, a code or a line of somebody's list; so neither the log nor the
details that a person copies for support have it: only the exception's type and the places in the code.
"""

import logging
import platform
import sys
from traceback import extract_tb
from types import TracebackType

import PySide6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from checkin import __version__
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_log = logging.getLogger(__name__)


def details(bug: BaseException) -> str:
    """Return what support needs of a bug: versions, the exception's type, the places in the code."""
    lines = [
        f"checkin {__version__} · Python {platform.python_version()} · Qt {PySide6.__version__}",
        platform.platform(),
        "",
    ]
    while True:
        lines += [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(bug.__traceback__)]
        lines.append(f"{type(bug).__module__}.{type(bug).__qualname__}")
        if bug.__cause__ is None:
            return "\n".join(lines)
        bug = bug.__cause__
        lines.append("caused by")


def catch_bugs(window: QWidget) -> None:
    """From now on, show every exception that nobody caught in a dialog over `window`."""

    def hook(kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
        else:
            show_bug(bug, window)

    sys.excepthook = hook


def show_bug(bug: BaseException, parent: QWidget) -> "BugDialog":
    """Log a bug and show it; the window behind goes on working."""
    text = details(bug)
    _log.error("%s", text)
    dialog = BugDialog(text, parent)
    dialog.open()
    return dialog


class BugDialog(QDialog):
    """Says that the program made a mistake, that nothing was lost, and offers the details to copy."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A mistake in the program"))
        self.setMinimumWidth(640)
        self._text = text
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        layout.addLayout(self._heading())
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setMinimumHeight(200)
        layout.addWidget(shown)
        layout.addLayout(self._buttons())

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        words = QVBoxLayout()
        words.addWidget(label(_("The program made a mistake."), Part.H2))
        words.addWidget(
            label(
                _(
                    "What was recorded is safe, and you can go on. Please send the details below to whoever "
                    "looks after this program; they hold no personal data."
                )
            )
        )
        row.addWidget(Glyph("warning", Tone.WARNING.strong, 40))
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = button(_("Copy the details"), "copy")
        copy.clicked.connect(self.copy)
        close = button(_("Go on"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(close)
        return row

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._text)
