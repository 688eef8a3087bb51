"""Every scanner of a desk behind one signal.

A page makes one `Scanners(self)` and connects `scanned`: one construction, one connection.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from checkin.gui.scanning.wedge import Wedge


class Scanners(QObject):
    """`scanned` gives whole readings, as the scanner meant them, while `page` is shown."""

    scanned = Signal(str)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.wedge = Wedge(page)
        self.wedge.scanned.connect(self.scanned)
