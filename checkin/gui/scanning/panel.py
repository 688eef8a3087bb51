"""The panel « Scanners »: the camera, the serial port, and a way to try a scanner."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.scanning.preview import Preview
from checkin.gui.scanning.trial import Trial
from checkin.gui.tokens import Space
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.text import Part, label
from checkin.language import _

if TYPE_CHECKING:
    from checkin.gui.scanning.scanners import Scanners


class Device(Protocol):
    """What a person may choose."""

    chosen: str

    def names(self) -> dict[str, str]:
        """Return what is plugged in: ids, and names for people."""


class ScannersPanel(QWidget):
    """Three cards, each for one kind of scanner; a page may place it, `ScannersWindow` shows it apart."""

    def __init__(self, scanners: "Scanners") -> None:
        super().__init__()
        self._scanners = scanners
        self.preview = Preview()
        self.cameras, self.ports = QComboBox(), QComboBox()
        self.trial = Trial(scanners.wedge)
        self._serial_state = label("", Part.MUTED)
        self._lay_out()
        self.cameras.activated.connect(lambda at: scanners.use_camera(self.cameras.itemData(at)))
        self.ports.activated.connect(lambda at: scanners.use_serial(self.ports.itemData(at)))
        scanners.changed.connect(self.look)
        scanners.looked.connect(self.preview.show_look)
        self.look()

    def look(self) -> None:
        """Show what is plugged in now."""
        camera, serial = self._scanners.camera, self._scanners.serial
        self.cameras.setEnabled(camera is not None)
        self.ports.setEnabled(serial is not None)
        _fill(self.cameras, camera, _("No camera"))
        _fill(self.ports, serial, _("No scanner on a serial port"))
        if camera is None:
            self.preview.say(_("This computer lacks what a camera needs (Qt Multimedia)."))
        elif not camera.is_running:
            self.preview.say(camera.state or _("Choose a camera, then hold a code in front of it."))
        self._serial_state.setText(serial.state if serial else "")
        self._serial_state.setVisible(bool(self._serial_state.text()))

    def _lay_out(self) -> None:
        trial, camera = Card(_("A scanner that types"), Space.M), Card(_("Camera"), Space.M)
        serial = Card(_("A scanner on a serial port"), Space.M)
        trial.add(self.trial)
        camera.add(self.cameras, self.preview)
        serial.add(self.ports, self._serial_state)
        self.cameras.setAccessibleName(_("Camera"))
        self.ports.setAccessibleName(_("A scanner on a serial port"))
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(camera, 1)
        left.addWidget(serial)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        row.setSpacing(Space.S)
        row.addLayout(left, 1)
        row.addWidget(trial, 1)


class ScannersWindow(QDialog):
    """The panel in a window of its own, beside the page: codes go on being read while it is open."""

    def __init__(self, scanners: "Scanners", parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Scanners"))
        self.setObjectName("canvas")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = ScannersPanel(scanners)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        self.resize(980, 640)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the keys back."""
        self.panel.trial.stop()
        super().closeEvent(event)


def _fill(box: QComboBox, device: Device | None, none: str) -> None:
    """Offer what is plugged in, and what is chosen though it is not."""
    names = device.names() if device else {}
    chosen = device.chosen if device else ""
    offered = {"": none} | names | ({chosen: _("(unplugged)")} if chosen and chosen not in names else {})
    if [box.itemData(at) for at in range(box.count())] != list(offered):
        box.clear()
        for one, name in offered.items():
            box.addItem(name, one)
    box.setCurrentIndex(list(offered).index(chosen))
