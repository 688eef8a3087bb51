"""Text by its part in the page."""

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkin.gui.theme import restyle
from checkin.gui.tokens import Tone

# Not where the script of a name begins: an Arabic one would leave the badges beside it alone.
AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class Part(StrEnum):
    """What a text is in the page; resources/theme.qss says how that looks."""

    BODY = "body"
    H1 = "h1"
    H2 = "h2"
    H3 = "h3"
    MUTED = "muted"
    SMALL = "small"
    OVERLINE = "overline"  # a small heading over what it names
    FIGURE = "figure"
    NAME = "name"


def label(text: str, part: Part = Part.BODY) -> QLabel:
    """Return a text that wraps; it is shown as it is, never read as HTML."""
    made = QLabel(text)
    made.setProperty("part", part.value)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(part not in {Part.FIGURE, Part.OVERLINE})
    return made


def key_hint(keys: str) -> QLabel:
    """Return the picture of a key: `key_hint("Ctrl+1")`."""
    made = label(keys)
    made.setProperty("part", "key")
    made.setWordWrap(False)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class Badge(QLabel):
    """A word in a pill, coloured by its tone."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("part", "badge")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.say(text, tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another word."""
        self.setText(text)
        restyle(self, tone=tone.value)


class Elided(QLabel):
    """A text of one line that ends in « … » where it does not fit; the whole is in its tool tip."""

    def __init__(self, text: str = "", part: Part = Part.BODY) -> None:
        super().__init__()
        self.setProperty("part", part.value)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(AT_THE_LEFT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._whole = ""
        self.say(text)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self._fit()

    def whole(self) -> str:
        """Return the text, whatever fits of it."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.ensurePolished()
        fitting = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(fitting)
        self.setToolTip(self._whole if fitting != self._whole else "")
