"""A code as a QR symbol (ISO/IEC 18004): on paper as one filled path, on a phone as a PNG.

A symbol is a tuple of rows from the top, each a `bytes` of 1 for a dark module and 0 for a light one, without
its quiet zone; what draws it keeps the four light modules that the standard asks for on every side.
"""

import re
from io import BytesIO

import qrcode
from PIL import Image, ImageOps
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_M
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

QUIET = 4  # modules, ISO/IEC 18004 part 6.3.8 (edition of 2015)
LEVELS = {"M": ERROR_CORRECT_M, "H": ERROR_CORRECT_H}

Symbol = tuple[bytes, ...]

# A code's bits are pseudo-random, so that no mask makes its symbol more even than another; trying all eight,
# as the library does by itself, takes ten times as long.
_MASK = 0
_RUN = re.compile(b"\x01+")


def symbol(text: str, level: str = "H") -> Symbol:
    """Return the QR symbol of `text`, in the smallest version that holds it at level "M" or "H".

    Upper-case letters and digits are put down in alphanumeric mode: a code of 32 letters makes version 3
    at H, 29 × 29 modules.
    """
    maker = qrcode.QRCode(error_correction=LEVELS[level], mask_pattern=_MASK)
    maker.add_data(text, optimize=0)
    maker.make()
    return tuple(bytes(map(bool, row)) for row in maker.modules)


def side(drawn: Symbol) -> int:
    """Return how many modules wide a symbol is with its quiet zone: 37 for a code."""
    return len(drawn) + 2 * QUIET


def draw(canvas: Canvas, drawn: Symbol, x: int, y: int, module: int) -> None:
    """Fill the symbol on `canvas`: the lower left corner of its quiet zone and a module, in points.

    Whole points keep the modules on one grid; neighbours in a row are one rectangle, and all of them one
    path, in which no hairline shows between two rows.
    """
    left, top = x + QUIET * module, y + (side(drawn) - QUIET - 1) * module
    code = [
        f"{left + run.start() * module} {top - row * module} {(run.end() - run.start()) * module} {module} re"
        for row, line in enumerate(drawn)
        for run in _RUN.finditer(line)
    ]
    canvas.drawPath(PDFPathObject(["n", *code]), stroke=0, fill=1)


def png(text: str, level: str = "H", scale: int = 12) -> bytes:
    """Return the symbol of `text` with its quiet zone as a black-and-white PNG of `scale` pixels a module."""
    drawn = symbol(text, level)
    size = len(drawn)
    picture = Image.frombytes("L", (size, size), b"".join(drawn)).point([255, 0] + [0] * 254, "1")
    picture = ImageOps.expand(picture.resize((size * scale, size * scale)), QUIET * scale, fill=1)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
