"""Our icons: strokes on a grid of 24, drawn in the colour of the moment, crisp at any size."""

from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from checkin.gui.tokens import Colour
from checkin.resource import resource


def icon(name: str, colour: Colour = Colour.INK, chosen: Colour | None = None) -> QIcon:
    """Return the icon resources/icons/`name`.svg in `colour`; in `chosen` where its button is checked."""
    return QIcon(_Engine(name, colour, chosen or colour))


def draw(painter: QPainter, name: str, colour: str, bounds: QRectF) -> None:
    """Draw an icon into the largest square in the middle of `bounds`."""
    side = min(bounds.width(), bounds.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(bounds.center())
    _renderer(name, colour).render(painter, square)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    return QSvgRenderer(drawing.encode())


class _Engine(QIconEngine):
    """Draws anew for every size and state, so that nothing is ever scaled."""

    def __init__(self, name: str, colour: Colour, chosen: Colour) -> None:
        super().__init__()
        self._name, self._colour, self._chosen = name, colour, chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._chosen if state == QIcon.State.On else self._colour
        if mode == QIcon.Mode.Disabled:
            colour = Colour.EDGE
        draw(painter, self._name, colour, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture
