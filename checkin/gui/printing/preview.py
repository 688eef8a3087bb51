"""A PDF as it will come out of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.tokens import Colour, Space


class Preview(QWidget):
    """Shows the bytes of a PDF, all its pages one below the other, as wide as there is room."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pdf = b""
        self._document = QPdfDocument(self)  # the view's elder, not its child: Qt crashes else when both go
        self._buffer = QBuffer(self)
        self._view = QPdfView(self)
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        ground = self._view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(Colour.LINE))  # what QPdfView paints behind the pages
        self._view.setPalette(ground)
        self._view.setDocumentMargins(QMargins(Space.S, Space.S, Space.S, Space.S))
        self._view.setPageSpacing(Space.M)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(name)
        self.setFocusProxy(self._view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view)

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document."""
        self.pdf = pdf
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return self._document.pageCount()

    def text_of(self, number: int) -> str:
        """Return the text of a page, counted from 0."""
        return self._document.getAllText(number).text()
