"""What a camera costs the window: 1920 × 1080 at 30 frames a second into a sink, with the preview shown.

`python tests/bench/bench_preview.py [SECONDS]` prints how much of the GUI thread each frame takes (its own
processor time, which other threads and programs don't share) and fails above 5 ms.
"""

import os
import sys
from random import Random
from time import perf_counter, thread_time
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from code_frames import frame  # type: ignore[import-not-found]  # beside this script
from PIL import Image
from PySide6.QtCore import QEventLoop, QLoggingCategory, QSize, Qt, QTimer
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink

from checkin.domain.ticket import code_for
from checkin.gui.application import the_application
from checkin.gui.scanning.preview import Preview
from checkin.gui.scanning.watching import Watcher

SIZE = (1920, 1080)
RATE = 30
PERMITTED = 5.0  # ms a frame


def video(picture: Image.Image) -> QVideoFrame:
    """Return a frame as most cameras give it: NV12."""
    made = QVideoFrame(QVideoFrameFormat(QSize(*SIZE), QVideoFrameFormat.PixelFormat.Format_NV12))
    made.map(QVideoFrame.MapMode.WriteOnly)
    plane, stride = made.bits(0), made.bytesPerLine(0)
    raw = picture.resize(SIZE).tobytes()
    for row in range(SIZE[1]):
        line = raw[row * SIZE[0] : (row + 1) * SIZE[0]]
        plane[row * stride : row * stride + len(line)] = line  # type: ignore[index]  # a memoryview
    made.unmap()
    return made


class Player:
    """Shows frames at a camera's rate, and measures the thread that the window lives on."""

    def __init__(self, frames: list[QVideoFrame]) -> None:
        self._frames = frames
        self._sink, self._preview, self._looks = QVideoSink(), Preview(), 0
        self._watcher = Watcher(self._sink)
        self._watcher.looked.connect(self._preview.show_look)
        self._watcher.looked.connect(self._count)
        self._preview.resize(640, 360)
        self._preview.show()
        self._shown, self._longest = 0, 0.0

    def play(self, seconds: int) -> tuple[float, float, int]:
        """Return the GUI thread's ms a frame, the longest ms to take one, and how many frames were read."""
        loop = QEventLoop()
        timer = QTimer(interval=1000 // RATE, timerType=Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._show)
        QTimer.singleShot(seconds * 1000, loop.quit)
        timer.start()
        used = thread_time()
        loop.exec()
        used = thread_time() - used
        timer.stop()
        self._watcher.close()
        return used * 1000 / self._shown, self._longest * 1000, self._looks

    def _show(self) -> None:
        began = perf_counter()
        self._sink.setVideoFrame(self._frames[self._shown % len(self._frames)])
        self._shown += 1
        self._longest = max(self._longest, perf_counter() - began)

    def _count(self) -> None:
        self._looks += 1


def main() -> int:
    """Play with a code in view and without one; return 1 if a frame takes more than is permitted."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    application = the_application()
    code, random = code_for(bytes(32), UUID(int=1)), Random(1)  # noqa: S311 - the same pictures each time
    views = {
        "a code in view": [video(frame("plain", code, random)) for _ in range(4)],
        "nothing in view": [video(Image.effect_noise(SIZE, 40)) for _ in range(4)],
    }
    worst = 0.0
    for name, frames in views.items():
        took, longest, looks = Player(frames).play(seconds)
        worst = max(worst, took)
        print(  # noqa: T201 - a benchmark tells
            f"{name}: {took:.2f} ms of the GUI thread a frame, {longest:.2f} ms at most to take one;"
            f" {looks} of {seconds * RATE} frames read"
        )
    application.processEvents()
    return int(worst > PERMITTED)


if __name__ == "__main__":
    sys.exit(main())
