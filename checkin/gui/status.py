"""The line at the window's foot: what is going on, and the keys."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Elided, Part, key_hint, label
from checkin.language import _


class StatusLine(QFrame):
    """A short text at the left; the keys that work everywhere at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setFixedHeight(36)
        self._text = Elided("", Part.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.M, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self._text, 1)
        self._of_event = (_hint("Ctrl+1 … 7", _("pages")), _hint("F12", _("evacuation")))
        for hint in self._of_event:
            row.addWidget(hint)
        row.addWidget(_hint("F11", _("full screen")))

    def show_page_keys(self, *, visible: bool) -> None:
        """Show the keys of an open event, or not, where there is none."""
        for hint in self._of_event:
            hint.setVisible(visible)

    def say(self, text: str) -> None:
        """Show another text."""
        self._text.say(text)


def _hint(keys: str, words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.XS)
    named = label(words, Part.SMALL)
    named.setWordWrap(False)
    row.addWidget(key_hint(keys))
    row.addWidget(named)
    return made
