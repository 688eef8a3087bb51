"""What the camera sees, with the code in it outlined."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.gui.scanning.watching import Look
from checkin.gui.tokens import Colour, Radius, Space
from checkin.language import _

_OUTLINE = 4


class Preview(QWidget):
    """Shows the last look of a camera; a sentence where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._look: Look | None = None
        self._words = ""
        self.setAccessibleName(_("What the camera sees"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 135)

    def sizeHint(self) -> QSize:
        """Have the shape of most cameras."""
        return QSize(480, 270)

    def show_look(self, look: Look) -> None:
        """Show what was seen."""
        self._look = look
        self.update()

    def say(self, words: str) -> None:
        """Show a sentence in place of a picture."""
        self._look, self._words = None, words
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture as large as it fits, and the outline over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Colour.INK))
        painter.drawRoundedRect(self.rect(), Radius.FIELD, Radius.FIELD)
        if self._look is None:
            painter.setPen(QColor(Colour.PAPER))
            room = self.rect().adjusted(Space.M, Space.M, -Space.M, -Space.M)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
        else:
            self._draw(painter, self._look)

    def _draw(self, painter: QPainter, look: Look) -> None:
        size = look.picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(
            (self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple()
        )
        painter.drawImage(place, look.picture)
        if look.seen is not None:
            corners = [
                QPointF(place.x() + x * place.width(), place.y() + y * place.height())
                for x, y in look.seen.corners
            ]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((Colour.PAPER, _OUTLINE + 3), (Colour.SUCCESS, _OUTLINE)):
                painter.setPen(QPen(QColor(colour), width, j=Qt.PenJoinStyle.RoundJoin))
                painter.drawPolygon(QPolygonF(corners))
