"""Every scanner of a desk behind one signal.

A page makes one `Scanners(self)`, connects `scanned`, and places `button()` where a person finds it. What
needs QtMultimedia or QtSerialPort is imported when a camera or a port is chosen or the panel is opened: both
cost time at the start, and neither is everywhere.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLoggingCategory, QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from checkin.gui.memory import Memory
from checkin.gui.scanning.wedge import Wedge
from checkin.gui.widgets.buttons import button
from checkin.language import _

if TYPE_CHECKING:
    from checkin.gui.scanning.camera import Camera
    from checkin.gui.scanning.panel import ScannersWindow
    from checkin.gui.scanning.serial import SerialScanner

_log = logging.getLogger(__name__)


class Scanners(QObject):
    """`scanned` gives whole readings, as the scanner meant them, while `page` is shown.

    `changed` when a device comes or goes, `looked` with each look of the camera (see watching.Look). The
    camera runs while the page is shown, and is given back when another one is.
    """

    scanned = Signal(str)
    changed = Signal()
    looked = Signal(object)

    def __init__(self, page: QWidget, memory: Memory | None = None) -> None:
        super().__init__(page)
        self._page, self._memory = page, memory or Memory()
        self.camera: Camera | None = None
        self.serial: SerialScanner | None = None
        self._window: ScannersWindow | None = None
        self.wedge = Wedge(page)
        self.wedge.scanned.connect(self.scanned)
        page.installEventFilter(self)

    def button(self) -> QPushButton:
        """Return a button that opens the panel."""
        made = button(_("Scanners"), "camera", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(self.open_panel)
        return made

    def open_panel(self) -> None:
        """Show the panel beside the page."""
        from checkin.gui.scanning.panel import ScannersWindow  # noqa: PLC0415 - see the top

        self._begin_camera()
        self._begin_serial()
        if self._window is None:
            self._window = ScannersWindow(self, self._page.window())
            self._window.destroyed.connect(self._forget_window)
        self._window.show()
        self._window.raise_()

    def use_camera(self, camera: str) -> None:
        """Read codes with the camera of that id, "" for none, and remember it."""
        self._memory.camera = camera
        self._begin_camera()
        if self.camera is not None:
            self.camera.choose(camera)

    def use_serial(self, port: str) -> None:
        """Read codes from the scanner at that place, "" for none, and remember it."""
        self._memory.serial_port = port
        self._begin_serial()
        if self.serial is not None:
            self.serial.choose(port)

    def close(self) -> None:
        """Give every device back."""
        if self.camera is not None:
            self.camera.close()
        if self.serial is not None:
            self.serial.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the devices while the page is shown."""
        if watched is self._page and event.type() == QEvent.Type.Show:
            self._resume()
        elif watched is self._page and event.type() == QEvent.Type.Hide:
            self._pause()
        return False

    def _resume(self) -> None:
        if self._memory.camera:
            self.use_camera(self._memory.camera)
        if self._memory.serial_port:
            self.use_serial(self._memory.serial_port)

    def _pause(self) -> None:
        if self.camera is not None:
            self.camera.pause()
        if self.serial is not None:
            self.serial.close()

    def _forget_window(self) -> None:
        self._window = None

    def _begin_camera(self) -> None:
        if self.camera is not None:
            return
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")  # PipeWire is optional
        try:
            from checkin.gui.scanning.camera import Camera  # noqa: PLC0415 - see the top
        except ImportError:
            _log.info("scanners: QtMultimedia is not usable here")
            return
        self.camera = Camera(parent=self)
        self.camera.scanned.connect(self.scanned)
        self.camera.looked.connect(self.looked)
        self.camera.changed.connect(self.changed)

    def _begin_serial(self) -> None:
        if self.serial is not None:
            return
        try:
            from checkin.gui.scanning.serial import SerialScanner  # noqa: PLC0415 - see the top
        except ImportError:
            _log.info("scanners: QtSerialPort is not usable here")
            return
        self.serial = SerialScanner(self)
        self.serial.scanned.connect(self.scanned)
        self.serial.changed.connect(self.changed)
