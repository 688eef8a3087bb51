from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PIL import Image, ImageOps
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink
from pytestqt.qtbot import QtBot

from checkin.documents import qr
from checkin.gui.scanning.decoding import decode
from checkin.gui.scanning.watching import Watcher

Format = QVideoFrameFormat.PixelFormat
SIZE = (640, 480)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def picture(*codes: str, turn: float = 0, left: int = 60) -> Image.Image:
    """Return a grey picture with codes side by side."""
    made = Image.new("L", SIZE, 128)
    for number, code in enumerate(codes):
        card = Image.new("L", (37, 37), 255)
        rows = qr.symbol(code)
        card.paste(Image.new("L", (1, 1)), (0, 0))
        for x, y in product(range(29), range(29)):
            card.putpixel((x + 4, y + 4), 0 if rows[y][x] == "1" else 255)
        card = card.resize((222, 222), Image.Resampling.NEAREST).rotate(turn, expand=True, fillcolor=128)
        made.paste(card, (left + 280 * number, 100))
    return made


def frame(shown: Image.Image, kind: Format = Format.Format_YUV420P) -> QVideoFrame:
    """Return a video frame of a grey picture."""
    made = QVideoFrame(QVideoFrameFormat(QSize(*shown.size), kind))
    assert made.map(QVideoFrame.MapMode.WriteOnly)
    data, stride = made.bits(0), made.bytesPerLine(0)
    raw = shown.tobytes()
    wide = shown.width
    for row in range(shown.height):
        line = raw[row * wide : (row + 1) * wide]
        if kind is Format.Format_YUYV:
            line = bytes(value for grey in line for value in (grey, 128))
        elif kind is Format.Format_UYVY:
            line = bytes(value for grey in line for value in (128, grey))
        data[row * stride : row * stride + len(line)] = line  # type: ignore[index]  # a memoryview
    made.unmap()
    return made


class Bench:
    """A sink, what watches it, and what that gave."""

    def __init__(self) -> None:
        self.clock, self.sink = Clock(), QVideoSink()
        self.watcher = Watcher(self.sink, clock=self.clock)
        self.read: list[str] = []
        self.watcher.scanned.connect(self.read.append)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.watcher.close()


def show(bench: Bench, qtbot: QtBot, shown: QVideoFrame) -> None:
    with qtbot.waitSignal(bench.watcher.looked, timeout=20_000):
        bench.sink.setVideoFrame(shown)
    qtbot.waitUntil(lambda: not bench.watcher.is_busy)


@pytest.mark.parametrize(
    "kind",
    [Format.Format_YUV420P, Format.Format_NV12, Format.Format_YUYV, Format.Format_UYVY, Format.Format_Y8],
)
def test_any_sink_s_frames_are_read_in_the_formats_of_cameras(
    bench: Bench, qtbot: QtBot, code: str, kind: Format
) -> None:
    show(bench, qtbot, frame(picture(code), kind))
    assert bench.read == [code]


def test_a_frame_of_colours_is_read(bench: Bench, qtbot: QtBot, code: str) -> None:
    grey = picture(code)
    image = QImage(grey.tobytes(), *SIZE, SIZE[0], QImage.Format.Format_Grayscale8)
    show(bench, qtbot, QVideoFrame(image.convertToFormat(QImage.Format.Format_RGB32)))
    assert bench.read == [code]


def test_a_code_in_view_counts_once_and_again_when_it_comes_back(
    bench: Bench, qtbot: QtBot, code: str
) -> None:
    for _ in range(4):
        bench.clock.now += 1.0
        show(bench, qtbot, frame(picture(code)))
    assert bench.read == [code]
    bench.clock.now += 1.0
    show(bench, qtbot, frame(Image.new("L", SIZE, 128)))
    bench.clock.now += 1.0
    show(bench, qtbot, frame(picture(code)))
    assert bench.read == [code, code]


def test_another_code_counts_at_once(bench: Bench, qtbot: QtBot, code: str) -> None:
    show(bench, qtbot, frame(picture(code)))
    show(bench, qtbot, frame(picture(code[::-1])))
    assert bench.read == [code, code[::-1]]


def test_of_frames_that_come_too_fast_the_newest_is_read(bench: Bench, qtbot: QtBot, code: str) -> None:
    looks: list[Any] = []
    bench.watcher.looked.connect(looks.append)
    nothing = [frame(Image.new("L", SIZE, 128)) for _ in range(30)]
    for shown in (*nothing, frame(picture(code))):
        bench.sink.setVideoFrame(shown)
    qtbot.waitUntil(lambda: bench.read == [code], timeout=20_000)
    assert len(looks) == 2


def test_a_frame_that_none_follows_is_tried_with_every_help(bench: Bench, qtbot: QtBot, code: str) -> None:
    dim = picture(code).point(lambda value: round(value * 0.05 + 3))
    bench.sink.setVideoFrame(frame(dim))
    qtbot.waitUntil(lambda: bench.read == [code], timeout=20_000)


def test_the_outline_lies_where_the_code_is(bench: Bench, qtbot: QtBot, code: str) -> None:
    seen: list[Any] = []
    bench.watcher.looked.connect(seen.append)
    show(bench, qtbot, frame(picture(code)))
    xs, ys = zip(*seen[0].seen.corners, strict=True)
    assert (min(xs) * SIZE[0], max(xs) * SIZE[0]) == pytest.approx((84, 258), abs=4)
    assert (min(ys) * SIZE[1], max(ys) * SIZE[1]) == pytest.approx((124, 298), abs=4)


def test_the_code_in_the_middle_is_taken_of_several(code: str) -> None:
    seen = decode(picture(code, code[::-1], left=-60))
    assert seen is not None
    assert seen.text == code[::-1]


@pytest.mark.parametrize("turn", [0, 33, 90, 180, 271])
@pytest.mark.parametrize("light", [1.0, 0.06])
def test_a_turned_a_dark_and_an_inverted_code_are_read(code: str, turn: int, light: float) -> None:
    shown = picture(code, turn=turn).point(lambda value: round(value * light))
    for each in (shown, ImageOps.invert(shown)):
        seen = decode(each)
        assert seen is not None
        assert seen.text == code


def test_nothing_is_read_where_nothing_is() -> None:
    assert decode(Image.new("L", SIZE, 128)) is None
