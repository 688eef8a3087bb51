"""A name as large as its place allows, to be read from two metres."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from checkin.gui.theme import FAMILY
from checkin.gui.tokens import Size

_LEAST = 30


class LargeName(QLabel):
    """One line that grows smaller rather than being cut."""

    def __init__(self, largest: int = Size.NAME) -> None:
        super().__init__()
        self._largest = largest
        self.setTextFormat(Qt.TextFormat.PlainText)
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
        while size > _LEAST and self._width(size) > self.width():
            size -= 2
        if self.font().pixelSize() != size:
            self.setStyleSheet(f"font-size: {size}px; font-weight: 700")

    def _width(self, size: int) -> int:
        font = QFont(FAMILY)
        font.setPixelSize(size)
        font.setBold(True)
        return QFontMetrics(font).horizontalAdvance(self.text())
