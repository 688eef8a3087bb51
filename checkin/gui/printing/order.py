"""A printing order as a value, and its way to the printer; may be carried out on a worker.

Where CUPS is (Linux, macOS) it is given the PDF itself: sharp, small, and in the queue in a tenth of a second
however many pages. Elsewhere each page is drawn as a picture.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from checkin.domain.errors import PlaceError
from checkin.language import _

_POINTS = 72
_LEAST_DPI, _MOST_DPI = 150, 300
_TAKEN = re.compile(r"request id is (.+)-\d+ ")  # what CUPS says: the queue, and the job's number
_PATIENCE = 15  # seconds for a print server to answer

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What to print where: `printer` is its name, the system's own choice if empty.

    Pages count from 1; `last` 0 is all of them. `file` is where a dialog's « print to file » goes. `media` is
    the size of a label printer's label as CUPS names it, empty for the printer's own paper; `actual_size`
    keeps labels from being fitted to the page.
    """

    title: str
    printer: str = ""
    copies: int = 1
    first: int = 1
    last: int = 0
    sides: str = ""
    file: str = ""
    actual_size: bool = False
    media: str = ""


def order_of(printer: QPrinter, title: str, *, actual_size: bool = False) -> PrintOrder:
    """Return what a person chose in the system's dialog."""
    to_file = printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
    return PrintOrder(
        title,
        "" if to_file else printer.printerName(),
        printer.copyCount(),
        printer.fromPage() or 1,
        printer.toPage(),
        _SIDES.get(printer.duplex(), ""),
        printer.outputFileName() if to_file else "",
        actual_size,
    )


def carry_out(pdf: bytes, order: PrintOrder) -> PrintOrder:
    """Send a PDF on its way and return the order with the printer that took it.

    Raises PlaceError where no printer does.
    """
    if order.file:
        _write(pdf, order.file)
        return order
    spooler = shutil.which("lp")
    if spooler is None:
        return _draw(pdf, order)
    return replace(order, printer=_spool(spooler, pdf, order) or order.printer)


def _write(pdf: bytes, file: str) -> None:
    try:
        Path(file).write_bytes(pdf)
    except OSError as error:
        raise PlaceError(
            _("The file {file} can't be written.").format(file=file), _("Choose another folder.")
        ) from error


def _spool(spooler: str, pdf: bytes, order: PrintOrder) -> str:
    """Hand a PDF to the spooler and return the queue that has it, empty where it does not say."""
    try:
        told = subprocess.run(  # noqa: S603 - the system's own spooler, its arguments no shell sees
            [spooler, *_options(order)],
            input=pdf,
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise _no_printer(order.printer) from error
    taken = _TAKEN.search(told.stdout.decode(errors="replace"))
    return taken.group(1) if taken else ""


def _options(order: PrintOrder) -> Iterator[str]:
    """Return what `lp` is told; the PDF comes by its standard input."""
    if order.printer:
        yield from ("-d", order.printer)
    yield from ("-t", order.title, "-n", str(order.copies))
    if order.last:
        yield from ("-P", f"{order.first}-{order.last}")
    if order.sides:
        yield from ("-o", f"sides={order.sides}")
    if order.media:
        yield from ("-o", f"media={order.media}")
    if order.actual_size:
        yield from ("-o", "print-scaling=none")
    yield "-"


def _no_printer(name: str) -> PlaceError:
    if name:
        return PlaceError(
            _("The printer {name} did not take it.").format(name=name),
            _("See whether it is switched on and connected, or choose another with “Print…”."),
        )
    return PlaceError(
        _("This computer has no printer of its own choice."), _("Choose one with “Print…”: it is remembered.")
    )


def _draw(pdf: bytes, order: PrintOrder) -> PrintOrder:
    """Draw each page as a picture, where the system takes no PDF."""
    printer = _ready(order)
    print_pages(pdf, printer, order)
    return order


def _ready(order: PrintOrder) -> QPrinter:
    info = QPrinterInfo.printerInfo(order.printer) if order.printer else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise _no_printer(order.printer)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(order.title)
    printer.setCopyCount(order.copies)
    return printer


def print_pages(pdf: bytes, printer: QPrinter, order: PrintOrder) -> int:
    """Draw the pages of an order on a printer, as sharp as it prints, and return how many."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    wanted = range(order.first - 1, min(order.last or document.pageCount(), document.pageCount()))
    painter = QPainter()
    for place, number in enumerate(wanted):
        points = document.pagePointSize(number)
        _set_paper(printer, points)
        if place == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        _draw_page(painter, printer, document, number)
    painter.end()
    return len(wanted)


def _set_paper(printer: QPrinter, points: QSizeF) -> None:
    is_wide = points.width() > points.height()  # a label is as wide as its roll, and printed along it
    upright = points.transposed() if is_wide else points
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    printer.setFullPage(True)


def _draw_page(painter: QPainter, printer: QPrinter, document: QPdfDocument, number: int) -> None:
    points = document.pagePointSize(number)
    dpi = min(max(printer.resolution(), _LEAST_DPI), _MOST_DPI)
    size = QSize(round(points.width() * dpi / _POINTS), round(points.height() * dpi / _POINTS))
    picture = document.render(number, size, QPdfDocumentRenderOptions())
    wide, high = (length * printer.resolution() / _POINTS for length in (points.width(), points.height()))
    painter.drawImage(QRectF(0, 0, wide, high), picture)
