"""The system's own print dialog, opened on the printer that was used last for this kind of document."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from checkin.gui.memory import Memory
from checkin.gui.printing.order import PrintOrder, order_of


class Kind(StrEnum):
    """The kinds of document that have a printer of their own: the badge's is seldom the list's."""

    ROSTER = "roster"
    EVACUATION = "evacuation"
    BADGE = "badge"
    CONFIRMATION = "confirmation"
    REPORT = "report"


def ask_printer(  # noqa: PLR0917 - a document and where it is asked for
    parent: QWidget, memory: Memory, kind: Kind, title: str, pages: int, media: str = ""
) -> PrintOrder | None:
    """Ask how to print `pages` pages and remember the printer; None if the person would rather not.

    `media` is the paper of a label printer, as PrintOrder has it.
    """
    printer = printer_for(memory, kind, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, max(1, pages))
    if dialog.exec() != QDialog.DialogCode.Accepted:  # the system's own dialog: it can't be left open
        return None
    order = order_of(printer, title, actual_size=kind is Kind.BADGE)
    if order.printer:
        memory.remember_printer(kind, order.printer)
    return replace(order, media=media)


def printer_for(memory: Memory, kind: Kind, title: str) -> QPrinter:
    """Return a printer as the dialog shows it first: the one remembered, if this computer still has it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    remembered = memory.printer(kind)
    if remembered and remembered in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(remembered)
    printer.setDocName(title)
    return printer
