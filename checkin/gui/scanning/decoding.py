"""A picture in, the code in it out: as it is first, then helped, until it can be read.

The decoder (zxing-cpp) checks what it reads by the symbol's own error correction; help only changes how
light and dark are told apart, so that nothing is read that is not there. No Qt here; zxing-cpp and Pillow
leave the interpreter to other threads while they work.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot

import zxingcpp
from PIL import Image, ImageChops, ImageFilter, ImageOps

Point = tuple[float, float]

_WIDE = 1280  # pixels: a wider picture is not enlarged, and most help is given to one of half its size


@dataclass(frozen=True, slots=True)
class Sighting:
    """A code seen: its text, and its corners as shares of the picture's width and height."""

    text: str
    corners: tuple[Point, ...]


def decode(picture: Image.Image, helps: Sequence["Help"] | None = None) -> Sighting | None:
    """Return the code of a grey picture (mode L), the one nearest to its middle if it shows several.

    The picture is tried as it is, then with each of `helps` (all of HELPS) until something is read: about
    10 ms for 1920 × 1080, and 20 to 100 for each help.
    """
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    for helped in chain([picture], (help_(picture) for help_ in (HELPS if helps is None else helps))):
        found = zxingcpp.read_barcodes(helped, formats=formats)
        seen = [_sighting(one, helped.size) for one in found if one.text]
        if seen:
            return min(seen, key=_off_middle)
    return None


def _smoothed(picture: Image.Image) -> Image.Image:
    """Help against the dark and pale print."""
    return _stretched(picture).filter(ImageFilter.GaussianBlur(1))


def _sharpened(picture: Image.Image) -> Image.Image:
    """Help against blur."""
    return _stretched(_handy(picture)).filter(ImageFilter.UnsharpMask(5, 300, 0))


def _evened(picture: Image.Image) -> Image.Image:
    """Take out what changes slowly: a lamp's reflection, a shadow."""
    picture = _stretched(_handy(picture))
    around = picture.filter(ImageFilter.BoxBlur(40))
    return ImageChops.subtract(picture, around, 0.5, 128).filter(ImageFilter.GaussianBlur(1))


def _enlarged(picture: Image.Image) -> Image.Image:
    """Help against modules of few pixels."""
    larger = 1 if picture.width > _WIDE else 2
    size = (picture.width * larger, picture.height * larger)
    return _stretched(picture).resize(size, Image.Resampling.BICUBIC)


def _calmed(picture: Image.Image) -> Image.Image:
    """Help against the stripes of a screen."""
    return _stretched(_handy(picture).filter(ImageFilter.GaussianBlur(2)))


def _handy(picture: Image.Image) -> Image.Image:
    return picture.reduce(2) if picture.width > _WIDE else picture


def _stretched(picture: Image.Image) -> Image.Image:
    return ImageOps.autocontrast(picture, cutoff=1)


Help = Callable[[Image.Image], Image.Image]
HELPS: tuple[Help, ...] = (_smoothed, _sharpened, _evened, _enlarged, _calmed)


def _sighting(found: zxingcpp.Barcode, size: tuple[int, int]) -> Sighting:
    at = found.position
    points = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    return Sighting(found.text, tuple((point.x / size[0], point.y / size[1]) for point in points))


def _off_middle(seen: Sighting) -> float:
    x, y = (sum(values) / 4 for values in zip(*seen.corners, strict=True))
    return hypot(x - 0.5, y - 0.5)
