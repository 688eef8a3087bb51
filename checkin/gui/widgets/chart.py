"""A chart on the screen: the PDF that the report shows too, drawn as sharp as the screen is."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtWidgets import QSizePolicy, QWidget

POINTS = 0.7  # of the chart in one pixel here: its letters come out as large as the page's small ones


class ChartView(QWidget):
    """Shows a PDF of one page in its own proportions; `resized` says when it wants another one."""

    resized = Signal()

    def __init__(self, name: str, least: QSize) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(least)
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        self._picture = QImage()

    @property
    def points(self) -> tuple[float, float]:
        """How wide and how high a chart fits, in points."""
        return self.width() * POINTS, self.height() * POINTS

    def show_pdf(self, pdf: bytes, words: str) -> None:
        """Show another chart; `words` say to a screen reader what it shows."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.setAccessibleDescription(words)
        self._picture = QImage()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Draw the page as large as it is in pixels of the screen."""
        if self._document.pageCount() < 1:
            return
        if self._picture.isNull():
            ratio = self.devicePixelRatioF()
            size = (self._document.pagePointSize(0) / POINTS * ratio).toSize()
            self._picture = self._document.render(0, size, QPdfDocumentRenderOptions())
            self._picture.setDevicePixelRatio(ratio)
        QPainter(self).drawImage(0, 0, self._picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a chart of the new size."""
        super().resizeEvent(event)
        self.resized.emit()
