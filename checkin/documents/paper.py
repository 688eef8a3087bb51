"""A4 paper: its measures and colours, and how a line of text gets onto it. Lengths are points (1/72 inch)."""

from collections.abc import Iterator
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from checkin.documents import fonts
from checkin.documents.fonts import REGULAR, STRONG, legible

WIDTH, HEIGHT = A4
MARGIN = 48
RIGHT = WIDTH - MARGIN
MM = 72 / 25.4

INK = HexColor("#14213d")
GREY = HexColor("#55607a")
RULE = HexColor("#cfd6e4")
TINT = HexColor("#eff3fb")
ACCENT = HexColor("#1f3a8a")

ELLIPSIS = "…"

rl_config.useA85 = 0  # binary streams: a fifth smaller than ReportLab's text ones


def begin(stream: BinaryIO, title: str, language: str) -> Canvas:
    """Return a canvas for an A4 document in `language` ("fr" or "en") that `save()` writes to `stream`."""
    fonts.register()
    canvas = Canvas(
        stream, pagesize=A4, pageCompression=1, lang=language, initialFontName=REGULAR, pdfVersion=(1, 7)
    )
    fonts.start(canvas._doc, REGULAR, STRONG)  # noqa: SLF001 - where ReportLab keeps a document's fonts
    canvas.setTitle(title)
    canvas.setCreator("checkin")
    canvas.setProducer("checkin")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


class Pen:
    """Writes lines of text on a canvas, each in its place; letters the fonts lack come out in Latin ones."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def line(  # noqa: PLR0917 - a place, a text and how it looks
        self, x: float, y: float, text: str, size: float, font: str = REGULAR, colour: HexColor = INK
    ) -> None:
        """Write `text` with its baseline beginning at (x, y)."""
        self.canvas.setFillColor(colour)
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, legible(text))

    def line_to(  # noqa: PLR0917 - the same
        self, x: float, y: float, text: str, size: float, font: str = REGULAR, colour: HexColor = INK
    ) -> None:
        """Write `text` with its baseline ending at (x, y)."""
        self.line(x - width(text, size, font), y, text, size, font, colour)

    def label(self, x: float, y: float, text: str, colour: HexColor = ACCENT, size: float = 7) -> None:
        """Write a small heading in spaced capitals."""
        self.canvas.setFillColor(colour)
        self.canvas.setFont(STRONG, size)
        self.canvas.drawString(x, y, legible(text.upper()), charSpace=0.6)

    def rule(self, x: float, y: float, to: float, weight: float = 0.6, colour: HexColor = RULE) -> None:
        """Draw a horizontal line from x to `to`."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, to, y)


def width(text: str, size: float, font: str = REGULAR) -> float:
    """Return how wide `text` comes out."""
    return float(stringWidth(legible(text), font, size))


def shorten(text: str, room: float, size: float, font: str = REGULAR) -> str:
    """Return `text`, or as much of its beginning as fits into `room` with an ellipsis."""
    if width(text, size, font) <= room:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle].rstrip() + ELLIPSIS, size, font) <= room:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,;-–'’") + ELLIPSIS


def wrap(text: str, room: float, size: float, font: str = REGULAR, most: int = 2) -> list[str]:
    """Return `text` broken between words into at most `most` lines that fit `room`; the last may be cut."""
    lines = list(_broken(text.split(" "), room, size, font))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [shorten(line, room, size, font) for line in lines]


def fitted(text: str, room: float, sizes: tuple[float, ...], font: str = REGULAR, most: int = 2) -> float:
    """Return the first of `sizes` (largest first) at which `text` has `most` lines or fewer; or the last."""
    for size in sizes:
        lines = list(_broken(text.split(" "), room, size, font))
        if len(lines) <= most and all(width(line, size, font) <= room for line in lines):
            return size
    return sizes[-1]


def _broken(words: list[str], room: float, size: float, font: str) -> Iterator[str]:
    line = ""
    for word in filter(None, words):
        longer = f"{line} {word}" if line else word
        if line and width(longer, size, font) > room:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line
