"""A camera's frame as a grey picture, without a copy where the frame has its brightness apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

_Format = QVideoFrameFormat.PixelFormat
_PLANE = {  # brightness is the first plane, a byte a pixel
    _Format.Format_NV12,
    _Format.Format_NV21,
    _Format.Format_YUV420P,
    _Format.Format_YUV422P,
    _Format.Format_YV12,
    _Format.Format_IMC1,
    _Format.Format_IMC2,
    _Format.Format_IMC3,
    _Format.Format_IMC4,
    _Format.Format_Y8,
}
_COLOURS = {  # four bytes a pixel, and Pillow's name for their order
    _Format.Format_ARGB8888: "XRGB",
    _Format.Format_XRGB8888: "XRGB",
    _Format.Format_BGRA8888: "BGRX",
    _Format.Format_BGRX8888: "BGRX",
    _Format.Format_RGBA8888: "RGBX",
    _Format.Format_RGBX8888: "RGBX",
    _Format.Format_ABGR8888: "XBGR",
    _Format.Format_XBGR8888: "XBGR",
}
_EVERY_SECOND_BYTE = {_Format.Format_YUYV: 0, _Format.Format_UYVY: 1}


@contextmanager
def grey(frame: QVideoFrame) -> Iterator[Image.Image | None]:
    """Give the frame as a picture of mode L, valid within the block; None where it can't be had.

    May be called from any thread.
    """
    kind = frame.surfaceFormat().pixelFormat()
    if kind not in _PLANE | _COLOURS.keys() | _EVERY_SECOND_BYTE.keys():
        yield _converted(frame)
    elif frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            yield _plane(frame, kind)
        finally:
            frame.unmap()
    else:
        yield None


def _plane(frame: QVideoFrame, kind: QVideoFrameFormat.PixelFormat) -> Image.Image:
    size, stride = (frame.width(), frame.height()), frame.bytesPerLine(0)
    data = cast("bytes", frame.bits(0))  # a memoryview, which Pillow takes as it is
    if kind in _PLANE:
        return Image.frombuffer("L", size, data, "raw", "L", stride, 1)
    if kind in _COLOURS:
        return Image.frombuffer("RGB", size, data, "raw", _COLOURS[kind], stride, 1).convert("L")
    return Image.frombuffer("LA", size, data, "raw", "LA", stride, 1).getchannel(_EVERY_SECOND_BYTE[kind])


def _converted(frame: QVideoFrame) -> Image.Image | None:
    image = frame.toImage()
    if image.isNull():
        return None
    image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (image.width(), image.height())
    return Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1)
