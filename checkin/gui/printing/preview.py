"""A PDF as it will come out of the printer."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.tokens import Colour, Space


class _Opened(QObject):
    """A document and the bytes that it is read from, as long as it is shown."""

    def __init__(self, pdf: bytes, parent: QObject) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        if pdf:
            self._buffer.setData(QByteArray(pdf))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self.document.load(self._buffer)


class Preview(QWidget):
    """Shows the bytes of a PDF, all its pages one below the other, as wide as there is room.

    Each document gets a view of its own: QPdfView draws in a thread, and may show a page of the document
    before when it comes late.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.pdf = b""
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._opened, self._view = self._open(b"")

    def show_pdf(self, pdf: bytes) -> None:
        """Show another document; empty bytes for none."""
        if pdf == self.pdf:
            return
        self.pdf = pdf
        old = self._view, self._opened
        self._opened, self._view = self._open(pdf)
        for gone in old:  # the view before its document: Qt crashes the other way round
            gone.deleteLater()

    @property
    def page_count(self) -> int:
        """How many pages it has."""
        return self._opened.document.pageCount()

    def text_of(self, number: int) -> str:
        """Return the text of a page, counted from 0."""
        return self._opened.document.getAllText(number).text()

    def _open(self, pdf: bytes) -> tuple[_Opened, QPdfView]:
        while self._column.takeAt(0):
            pass
        opened = _Opened(pdf, self)
        view = QPdfView(self)
        view.setDocument(opened.document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        ground = view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(Colour.LINE))  # what QPdfView paints behind the pages
        view.setPalette(ground)
        view.setDocumentMargins(QMargins(Space.S, Space.S, Space.S, Space.S))
        view.setPageSpacing(Space.M)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(self.accessibleName())
        self.setFocusProxy(view)
        self._column.addWidget(view)
        return opened, view
