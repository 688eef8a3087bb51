"""Any video's frames in, each code it shows out, once as long as it stays in view; off the GUI thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from time import monotonic

from PIL import Image
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from checkin.gui.scanning.decoding import HELPS, Help, Sighting, decode
from checkin.gui.scanning.frames import grey

_AWAY = 1.5  # seconds out of view after which a code counts anew
_LONGEST_REST = 80  # ms
_PREVIEW = 640  # pixels

Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Look:
    """What became of one frame: a small grey picture of it, the code in it, the seconds that took."""

    picture: QImage
    seen: Sighting | None
    took: float


class Watcher(QObject):
    """Reads the newest frame of a sink; `scanned` gives a code once while in view, `looked` each look.

    Frames that come while one is being read are passed over, all but the last. Each frame is tried as it is
    and with one help, the next frame with the next one; a frame that no other follows is tried with all.
    Between two looks at nothing the worker rests as long as a look took.
    """

    scanned = Signal(str)
    looked = Signal(Look)
    _done = Signal(object)

    def __init__(self, sink: QVideoSink, parent: QObject | None = None, clock: Clock = monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._pool = ThreadPoolExecutor(1, "checkin-camera")
        self._waiting: QVideoFrame | None = None
        self._latest = QVideoFrame()
        self._is_busy = self._is_closed = False
        self._turn = self._left = 0  # which help comes next, how many the latest frame has not had
        self._seen_at: dict[str, float] = {}
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._next)
        self._done.connect(self._show, Qt.ConnectionType.QueuedConnection)
        sink.videoFrameChanged.connect(self.take)

    def take(self, frame: QVideoFrame) -> None:
        """Read a frame, or keep it until the one before is read."""
        if frame.isValid():
            self._waiting = frame
            self._next()

    def close(self) -> None:
        """Read no more; what is being read is waited for."""
        self._is_closed = True
        self._rest.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def is_busy(self) -> bool:
        """Whether a frame is being read."""
        return self._is_busy

    def _next(self) -> None:
        if self._is_busy or self._is_closed or self._rest.isActive():
            return
        if self._waiting is not None:
            self._latest, self._waiting, self._left = self._waiting, None, len(HELPS)
        if self._left:
            self._is_busy = True
            self._left -= 1
            self._turn = (self._turn + 1) % len(HELPS)
            self._pool.submit(self._read, self._latest, HELPS[self._turn])

    def _read(self, frame: QVideoFrame, help_: Help) -> None:
        """On the worker: look at one frame."""
        look: Look | Exception | None = None
        try:
            look = _look(frame, help_)
        except Exception as bug:  # noqa: BLE001 - passed on to the GUI thread, where bugs are shown
            look = bug
        self._done.emit(look)

    def _show(self, look: Look | Exception | None) -> None:
        self._is_busy = False
        if isinstance(look, Exception):
            raise look
        if self._is_closed:
            return
        if look is not None:
            self._tell(look)
        self._next()

    def _tell(self, look: Look) -> None:
        self.looked.emit(look)
        if look.seen is None:
            self._rest.start(min(_LONGEST_REST, round(look.took * 1000)))
        else:
            self._left = 0
            self._count(look.seen.text)

    def _count(self, text: str) -> None:
        now = self._clock()
        is_new = now - self._seen_at.get(text, -_AWAY) >= _AWAY
        self._seen_at = {one: at for one, at in self._seen_at.items() if now - at < _AWAY} | {text: now}
        if is_new:
            self.scanned.emit(text)


def _look(frame: QVideoFrame, help_: Help) -> Look | None:
    began = monotonic()
    with grey(frame) as picture:
        if picture is None:
            return None
        seen = decode(picture, (help_,))
        return Look(_preview(picture), seen, monotonic() - began)


def _preview(picture: Image.Image) -> QImage:
    small = picture.reduce(max(1, -(-picture.width // _PREVIEW)))
    image = QImage(small.tobytes(), small.width, small.height, small.width, QImage.Format.Format_Grayscale8)
    return image.copy()  # the bytes are Python's
