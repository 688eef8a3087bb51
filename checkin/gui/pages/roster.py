"""The page « Roster »: the list as it will be printed, printed or saved from where it is looked at."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMargins, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout

from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Lane
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _, n_
from checkin.services.rostering import Order

_DPI = 300
_POINTS = 72


class RosterPage(Page):
    """A preview of the roster in one of its orders."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.order = Order.NAME
        self._pdf = b""
        self.document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        ground = self.view.palette()
        ground.setColor(QPalette.ColorRole.Dark, QColor(Colour.LINE))  # what QPdfView paints behind the pages
        self.view.setPalette(ground)
        self.view.setDocumentMargins(QMargins(Space.S, Space.S, Space.S, Space.S))
        self.view.setPageSpacing(Space.M)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(_("Preview of the roster"))
        self._pages = label("", Part.MUTED)
        self.orders = {order: button(words, kind="choice") for order, words in _orders().items()}
        self.save_button = button(_("Save as PDF…"), "save")
        self.print_button = button(_("Print…"), "print", "primary")
        for order, choice in self.orders.items():
            choice.clicked.connect(partial(self.show_order, order))
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)
        self._lay_out()

    def enter(self) -> None:
        """Draw the roster as the list is now."""
        self.show_order(self.order)

    def show_order(self, order: Order, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        """Show the roster in another order."""
        self.order = order
        for one, choice in self.orders.items():
            choice.setChecked(one is order)
        self.run(lambda _job: self.desk.rostering.pdf(order), self._show)

    def save(self, path: Path) -> None:
        """Write the roster that is shown to a file."""
        order = self.order
        self.run(
            lambda _job: self.desk.rostering.save(path, order),
            lambda _done: self.frame.tell(Notice(_("The roster was saved."), str(path), Tone.SUCCESS)),
        )

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        count = self.document.pageCount()
        self._pages.setText(n_("One page, A4", "{count} pages, A4", count).format(count=count))

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, _("Save the roster"), str(Path.home() / _("roster.pdf")), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda chosen: self.save(Path(chosen)))
        dialog.open()

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Roster"))
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(1, self.document.pageCount()))
        if dialog.exec() == QDialog.DialogCode.Accepted:  # the system's own dialog: it can't be left open
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Send what is shown to a printer."""
        pdf, text = self._pdf, _("The roster was sent to the printer.")
        self.run(
            lambda _job: print_pdf(pdf, printer),
            lambda _done: self.frame.tell(Notice(text, "", Tone.SUCCESS)),
            lane=Lane.OUTSIDE,
        )

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Roster"), Part.H1))
        titles.addWidget(self._pages)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for widget in (*self.orders.values(), self.save_button, self.print_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.view, 1)


def print_pdf(pdf: bytes, printer: QPrinter) -> int:
    """Print a PDF's pages, those of the printer's range, and return how many."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    first, last = printer.fromPage() or 1, printer.toPage() or document.pageCount()
    painter = QPainter(printer)
    printed = 0
    for number in range(first - 1, min(last, document.pageCount())):
        if printed:
            printer.newPage()
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * _DPI / _POINTS), round(points.height() * _DPI / _POINTS))
        picture = document.render(number, size, QPdfDocumentRenderOptions())
        target = painter.viewport()
        fitted = picture.size().scaled(target.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(target.x(), target.y(), picture.scaled(fitted))
        printed += 1
    painter.end()
    return printed


def _orders() -> dict[Order, str]:
    return {
        Order.NAME: _("By name"),
        Order.ORGANISATION: _("By organisation"),
        Order.PARTY: _("By party"),
    }
