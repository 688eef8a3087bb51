"""A code as a QR symbol (ISO/IEC 18004): on paper as one filled path, on a phone as a PNG.

A symbol is a tuple of rows from the top, each a text of 1 for a dark module and 0 for a light one, without
its quiet zone; what draws it keeps the four light modules that the standard asks for on every side.
"""

import re
from functools import cache, lru_cache
from io import BytesIO
from itertools import product
from math import isqrt

import qrcode
from PIL import Image, ImageOps
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData
from reportlab.pdfgen.canvas import Canvas

from checkin.documents.paper import draw_path

QUIET = 4  # modules (ISO/IEC 18004:2015, 6.3.8)

Symbol = tuple[str, ...]

# A code's bits are pseudo-random, so that no mask makes its symbol more even than another; trying all eight,
# as the library does by itself, takes ten times as long.
_MASK = 0
_LEVELS = {"M": ERROR_CORRECT_M, "H": ERROR_CORRECT_H}
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"  # of alphanumeric mode, by value
_PAIRS = tuple(map("".join, product(_LETTERS, repeat=2)))
_VALUES = {pair: value for value, pair in enumerate(_PAIRS)}
_BASE = "CC"  # a pair that makes another when any one bit of it changes
_PAIR_BITS = 11
_RUN = re.compile("1+")
_PIECE = 8  # modules


def symbol(text: str, level: str = "H") -> Symbol:
    """Return the QR symbol of `text`, in the smallest version that holds it at level "M" or "H".

    Upper-case letters and digits are put down in alphanumeric mode: a code of 32 letters makes version 3
    at H, 29 × 29 modules.
    """
    pairs = [text[start : start + 2] for start in range(0, len(text), 2)]
    if not all(pair in _VALUES for pair in pairs):
        return _made(text, level)
    drawn, flips = _parts(len(pairs), level)
    for pair, flipped in zip(pairs, flips, strict=True):
        differs = _VALUES[pair] ^ _VALUES[_BASE]
        for bit in range(_PAIR_BITS):
            if differs >> bit & 1:
                drawn ^= flipped[bit]
    return _rows(drawn)


def side(drawn: Symbol) -> int:
    """Return how many modules wide a symbol is with its quiet zone: 37 for a code."""
    return len(drawn) + 2 * QUIET


def draw(canvas: Canvas, drawn: Symbol, x: int, y: int, module: int) -> None:
    """Fill the symbol on `canvas`: the lower left corner of its quiet zone and a module, in points.

    Whole points keep the modules on one grid; neighbours are one rectangle, and all of them one path, in
    which no hairline shows between two.
    """
    canvas.saveState()
    canvas.transform(module, 0, 0, module, x + QUIET * module, y + QUIET * module)
    pieces = [
        _runs(row[left : left + _PIECE], left, height)
        for height, row in enumerate(reversed(drawn))
        for left in range(0, len(row), _PIECE)
    ]
    draw_path(canvas, pieces, fill=True)
    canvas.restoreState()


def png(text: str, level: str = "H", scale: int = 12) -> bytes:
    """Return the symbol of `text` with its quiet zone as a black-and-white PNG of `scale` pixels a module."""
    drawn = symbol(text, level)
    size = len(drawn)
    picture = Image.new("1", (size, size))
    picture.putdata([255 * (module == "0") for row in drawn for module in row])
    picture = ImageOps.expand(picture.resize((size * scale, size * scale)), QUIET * scale, fill=255)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=2**16)
def _runs(modules: str, left: int, height: int) -> str:
    """Return the rectangles of a piece of a row. There are few enough of them that each is written once."""
    return " ".join(
        f"{left + run.start()} {height} {run.end() - run.start()} 1 re" for run in _RUN.finditer(modules)
    )


def _made(text: str, level: str) -> Symbol:
    """Return the symbol as the library makes it."""
    maker = qrcode.QRCode(error_correction=_LEVELS[level], mask_pattern=_MASK)
    mode = MODE_ALPHA_NUM if set(text) <= set(_LETTERS) else MODE_8BIT_BYTE
    maker.add_data(QRData(text.encode(), mode=mode))
    maker.make()
    return tuple("".join("01"[bool(module)] for module in row) for row in maker.modules)


@cache
def _parts(pairs: int, level: str) -> tuple[int, list[list[int]]]:
    """Return a symbol of that many pairs of C, and which modules each bit of each pair flips.

    All that a symbol does with its bits is linear over GF(2): putting them in place, the Reed-Solomon codes,
    the mask. So a symbol is another one of its length, exclusive or what each bit that differs flips; a tenth
    of the work of making it anew. Letters go in pairs of eleven bits (ISO/IEC 18004:2015, 7.4.4).
    """
    whole = [_BASE] * pairs
    base = _number(_made("".join(whole), level))
    others = [_PAIRS[_VALUES[_BASE] ^ 1 << bit] for bit in range(_PAIR_BITS)]
    return base, [
        [
            base ^ _number(_made("".join([*whole[:place], other, *whole[place + 1 :]]), level))
            for other in others
        ]
        for place in range(pairs)
    ]


def _number(drawn: Symbol) -> int:
    return int("1" + "".join(drawn), 2)  # the first 1 keeps the zeros after it


def _rows(number: int) -> Symbol:
    modules = f"{number:b}"[1:]
    size = isqrt(len(modules))
    return tuple(modules[start : start + size] for start in range(0, len(modules), size))
