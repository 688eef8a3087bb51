"""A picture in, the code in it out: as it is first, then helped, until it can be read.

The decoder (zxing-cpp) checks what it reads by the symbol's own error correction; help only changes how
light and dark are told apart, so that nothing is read that is not there. No Qt here; zxing-cpp and Pillow
leave the interpreter to other threads while they work.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

Point = tuple[float, float]

_WIDEST = 1920  # pixels of a picture that is enlarged
_QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code seen: its text, and its corners as shares of the picture's width and height."""

    text: str
    corners: tuple[Point, ...]


def decode(picture: Image.Image, *, thorough: bool = True) -> Sighting | None:
    """Return the code of a grey picture (mode L), the one nearest to its middle if it shows several.

    Not `thorough` is one try, about 10 ms for 1920 × 1080; thorough takes up to twenty times that.
    """
    for helped in _tries(picture) if thorough else (picture,):
        found = zxingcpp.read_barcodes(helped, formats=_QR)
        seen = [_sighting(one, helped.size) for one in found if one.text]
        if seen:
            return min(seen, key=_off_middle)
    return None


def _tries(picture: Image.Image) -> Iterator[Image.Image]:
    """Give the picture, then helped against the dark, blur, glare, small modules, and a screen's stripes."""
    yield picture
    stretched = ImageOps.autocontrast(picture, cutoff=1)
    yield stretched.filter(ImageFilter.GaussianBlur(1))
    yield stretched.filter(ImageFilter.UnsharpMask(5, 300, 0))
    yield _evened(stretched)
    if picture.width <= _WIDEST:
        yield _enlarged(stretched)
    yield ImageOps.autocontrast(picture.filter(ImageFilter.GaussianBlur(2)), cutoff=1)


def _evened(picture: Image.Image) -> Image.Image:
    """Take out what changes slowly: a lamp's reflection, a shadow."""
    around = picture.filter(ImageFilter.BoxBlur(40))
    return ImageChops.subtract(picture, around, 0.5, 128).filter(ImageFilter.GaussianBlur(1))


def _enlarged(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width * 2, picture.height * 2), Image.Resampling.BICUBIC)


def _sighting(found: zxingcpp.Barcode, size: tuple[int, int]) -> Sighting:
    at = found.position
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return Sighting(found.text, tuple((point.x / size[0], point.y / size[1]) for point in points))


def _off_middle(seen: Sighting) -> float:
    x, y = (sum(values) / 4 for values in zip(*seen.corners, strict=True))
    return hypot(x - 0.5, y - 0.5)
