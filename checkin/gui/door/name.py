"""A name as large as its place allows, to be read from two metres."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkin.gui.theme import FAMILY
from checkin.gui.tokens import Size
from checkin.gui.widgets.text import AT_THE_LEFT

_LEAST = 30  # px of a name on one line; a longer one goes on two, and is all there
_LEAST_OF_TWO = 16


class LargeName(QLabel):
    """One line, or two, that grow smaller rather than being cut; at the left in every script."""

    def __init__(self, largest: int = Size.NAME) -> None:
        super().__init__()
        self._largest = largest
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(AT_THE_LEFT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(round(largest * 1.25))

    def say(self, name: str) -> None:
        """Show a name."""
        self.setText(name)
        self.setAccessibleName(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the name to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = self._largest
        while size > _LEAST and _letters(size).horizontalAdvance(self.text()) > self.width():
            size -= 2
        is_long = _letters(size).horizontalAdvance(self.text()) > self.width()
        while is_long and size > _LEAST_OF_TWO and not self._fits_wrapped(size):
            size -= 1
        self.setWordWrap(is_long)
        if self.font().pixelSize() != size:
            self.setStyleSheet(f"font-size: {size}px; font-weight: 700")

    def _fits_wrapped(self, size: int) -> bool:
        place = QRect(0, 0, self.width(), 0)
        needed = _letters(size).boundingRect(place, Qt.TextFlag.TextWordWrap, self.text())
        return needed.height() <= self.height() and needed.width() <= self.width()


def _letters(size: int) -> QFontMetrics:
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setBold(True)
    return QFontMetrics(font)
