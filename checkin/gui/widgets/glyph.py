"""An icon that stands by itself, at any size."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from checkin.gui.icons import draw
from checkin.gui.tokens import Colour


class Glyph(QWidget):
    """The icon `name` in a square of `side`; on a round `ground`, if one is given."""

    def __init__(
        self, name: str, colour: Colour = Colour.INK, side: int = 24, ground: Colour | None = None
    ) -> None:
        super().__init__()
        self._name, self._colour, self._ground = name, colour, ground
        self.setFixedSize(side, side)

    def show_icon(self, name: str, colour: Colour, ground: Colour | None = None) -> None:
        """Show another icon."""
        self._name, self._colour, self._ground = name, colour, ground
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it at the screen's own resolution."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bounds = QRectF(self.rect())
        if self._ground is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._ground))
            painter.drawEllipse(bounds)
            inset = bounds.width() * 0.22
            bounds.adjust(inset, inset, -inset, -inset)
        draw(painter, self._name, self._colour, bounds)
        painter.end()
