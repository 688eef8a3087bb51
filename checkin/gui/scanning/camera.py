"""Which camera looks, and whether it is there: chosen by a person, unplugged and plugged in again.

QtMultimedia is imported by who needs a camera, not by who has none: it costs time at the start.
"""

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaDevices, QVideoSink

from checkin.gui.scanning.watching import Watcher
from checkin.language import _


class SystemCameras(QObject):
    """The cameras of this computer; `changed` when one comes or goes, `failed` when one can't be used."""

    changed = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.changed)
        self._session = QMediaCaptureSession(self)
        self._camera: QCamera | None = None

    def names(self) -> dict[str, str]:
        """Return the cameras that are plugged in."""
        return {_id(device): device.description() for device in QMediaDevices.videoInputs()}

    def start(self, camera: str, sink: QVideoSink) -> None:
        """Send the frames of a camera into `sink`."""
        self.stop()
        device = next(device for device in QMediaDevices.videoInputs() if _id(device) == camera)
        self._camera = QCamera(device, self)
        self._camera.errorOccurred.connect(lambda _error, _text: self.failed.emit())
        self._session.setVideoSink(sink)
        self._session.setCamera(self._camera)
        self._camera.start()

    def stop(self) -> None:
        """Send no more."""
        if self._camera is not None:
            self._camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # Qt takes a null pointer
            self._camera.deleteLater()
            self._camera = None


class Camera(QObject):
    """The desk's camera: `scanned` gives each code that comes into view, `looked` what it sees.

    `changed` when a camera came or went, or its state did. Any other frames may be put into `sink`.
    """

    scanned = Signal(str)
    looked = Signal(object)
    changed = Signal()

    def __init__(self, source: SystemCameras | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self.watcher = Watcher(self.sink, self)
        self.watcher.scanned.connect(self.scanned)
        self.watcher.looked.connect(self.looked)
        self.chosen = ""
        self._running = ""
        self._is_wanted = self._failed = False
        self._source = source or SystemCameras(self)
        self._source.changed.connect(self._look_again)
        self._source.failed.connect(self._fail)

    def names(self) -> dict[str, str]:
        """Return the cameras that are plugged in: their ids, and their names for people."""
        return self._source.names()

    def choose(self, camera: str) -> None:
        """Use the camera of that id, "" for none; one that is not there is used once it is."""
        self.chosen = camera
        self._stop()
        self._is_wanted = True
        self._look_again()

    def pause(self) -> None:
        """Give the camera back, as while another page is shown; `choose` takes it again."""
        self._is_wanted = False
        self._stop()

    @property
    def is_running(self) -> bool:
        """Whether frames are to be expected."""
        return bool(self._running) and not self._failed

    @property
    def state(self) -> str:
        """What a person is to know of it; "" where there is nothing to say."""
        if not self.names() and not self.chosen:
            return _("No camera is plugged in.")
        if self._failed:
            return _(
                "This camera can’t be used: another program may hold it. Close that one, or choose another."
            )
        if self.chosen and not self._running:
            return _("The camera is unplugged. It goes on once it is plugged in again.")
        return ""

    def close(self) -> None:
        """Give the camera back, and end what reads its frames."""
        self._source.stop()
        self.watcher.close()

    def _look_again(self) -> None:
        is_there = self.chosen in self.names()
        if self._running and not is_there:
            self._stop()
        elif self._is_wanted and is_there and (self._failed or not self._running):
            self._failed, self._running = False, self.chosen
            self._source.start(self.chosen, self.sink)
        self.changed.emit()

    def _stop(self) -> None:
        self._source.stop()
        self._running, self._failed = "", False

    def _fail(self) -> None:
        self._failed = True
        self.changed.emit()


def _id(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode(errors="replace")
