"""A4 paper: its measures and colours, and how a line of text gets onto it. Lengths are points (1/72 inch)."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfdoc import PDFStream
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from checkin.documents import fonts
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.streamed import StreamedDocument
from checkin.documents.tags import Tags

WIDTH, HEIGHT = A4
MARGIN = 48
RIGHT = WIDTH - MARGIN

Colour = tuple[float, float, float]


def _rgb(code: int) -> Colour:
    return (code >> 16) / 255, (code >> 8 & 255) / 255, (code & 255) / 255


BLACK = _rgb(0x000000)
INK = _rgb(0x14213D)
GREY = _rgb(0x55607A)
RULE = _rgb(0xCFD6E4)
TINT = _rgb(0xEFF3FB)
ACCENT = _rgb(0x1F3A8A)

ELLIPSIS = "…"
TRACKING = 0.6  # between the letters of a label

_PIECE = re.compile(r"[^ -]+(?:-+| *)|[ -]+")

rl_config.useA85 = 0  # binary streams: a fifth smaller than ReportLab's text ones


def begin(stream: BinaryIO, title: str, language: str) -> Canvas:
    """Return a canvas for an A4 document in `language` ("fr" or "en") that `save()` writes to `stream`."""
    fonts.register()
    canvas = Canvas(stream, pagesize=A4, pageCompression=1, initialFontName=REGULAR)
    canvas._doc = StreamedDocument(stream, language)  # noqa: SLF001 - where ReportLab keeps the document
    fonts.start(canvas._doc, REGULAR, STRONG)  # noqa: SLF001 - the same
    canvas.setTitle(title)
    canvas.setAuthor("")
    canvas.setCreator("checkin")
    canvas.setProducer("checkin")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def end_page(canvas: Canvas, tags: Tags | None = None) -> None:
    """Close the page and write it out, with its tags if it has any."""
    document = canvas._doc  # noqa: SLF001 - the same
    page_name = document.thisPageName()
    canvas.showPage()
    page = document.idToObject[page_name]
    page.Contents = PDFStream(content=page.stream.encode("latin-1"))
    page.stream = None
    fonts.compress(page.Contents)
    if tags:
        tags.end_page(page)
    document.release(page_name)


def draw_path(canvas: Canvas, operators: Sequence[str], *, stroke: bool = False, fill: bool = False) -> None:
    """Draw many shapes at once, each given by its path operators (ISO 32000-1, 8.5.2), if there are any."""
    if operators:
        canvas.drawPath(PDFPathObject(["n", *operators]), stroke=stroke, fill=fill)


class Pen:
    """Writes the lines of text of one page, each in its place, as one run of text that `done` puts down.

    It comes after the page's shapes, whatever the order of the calls. Letters the fonts lack are Latin ones.
    """

    def __init__(self, canvas: Canvas, tags: Tags | None = None) -> None:
        self.canvas = canvas
        self._tags = tags
        self._operators = ["BT"]
        self._face: tuple[str, float] | None = None
        self._colour: Colour | None = None

    def line(  # noqa: PLR0917 - a place, a text and how it looks
        self, x: float, y: float, text: str, size: float, font: str = REGULAR, colour: Colour = INK
    ) -> None:
        """Write `text` with its baseline beginning at (x, y)."""
        write = self._operators.append
        if self._colour is not colour:
            self._colour = colour
            red, green, blue = colour
            write(f"{red:.3f} {green:.3f} {blue:.3f} rg")
        write(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        # What reads a tagged part aloud runs its lines together, but for a blank at the end.
        shown = f"{text} " if self._tags and not text.endswith("-") else text
        for name, operator in fonts.showing(font, shown, size, self.canvas._doc):  # noqa: SLF001 - as in begin
            if self._face != (name, size):
                self._face = name, size
                write(f"{name} {size} Tf")
            write(operator)

    @contextmanager
    def part(self, role: str) -> Iterator[None]:
        """Tag the lines written in this block as one part, where the document has tags."""
        if self._tags:
            self._operators.append(self._tags.open(role))
        yield
        if self._tags:
            self._operators.append("EMC")

    @contextmanager
    def picture(self, instead: str) -> Iterator[None]:
        """Tag the shapes drawn in this block as a picture, with the words to read out in its place."""
        if self._tags:
            self.canvas.addLiteral(self._tags.open("Figure", instead))
        yield
        if self._tags:
            self.canvas.addLiteral("EMC")

    def line_to(  # noqa: PLR0917 - the same
        self, x: float, y: float, text: str, size: float, font: str = REGULAR, colour: Colour = INK
    ) -> None:
        """Write `text` with its baseline ending at (x, y)."""
        self.line(x - width(text, size, font), y, text, size, font, colour)

    def label(self, x: float, y: float, text: str, colour: Colour = ACCENT, size: float = 7) -> None:
        """Write a small heading in spaced capitals."""
        self._operators.append(f"{TRACKING} Tc")
        self.line(x, y, text.upper(), size, STRONG, colour)
        self._operators.append("0 Tc")

    def rule(self, x: float, y: float, to: float, weight: float = 0.6, colour: Colour = RULE) -> None:
        """Draw a horizontal line from x to `to`."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(weight)
        self.canvas.line(x, y, to, y)

    def done(self) -> None:
        """Put the text on the page."""
        self.canvas.addLiteral(" ".join([*self._operators, "ET"]))


def width(text: str, size: float, font: str = REGULAR) -> float:
    """Return how wide `text` comes out."""
    return fonts.width(font, text, size)


@lru_cache(maxsize=2048)
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


@lru_cache(maxsize=2048)
def wrap(text: str, room: float, size: float, font: str = REGULAR, most: int = 2) -> tuple[str, ...]:
    """Return `text` broken between words into at most `most` lines that fit `room`; the last may be cut."""
    lines = list(_broken(text, room, size, font))
    if len(lines) > most:
        lines = [*lines[: most - 1], _rejoined(lines[most - 1 :])]
    return tuple(shorten(line, room, size, font) for line in lines)


@lru_cache(maxsize=2048)
def fitted(text: str, room: float, sizes: tuple[float, ...], font: str = REGULAR, most: int = 2) -> float:
    """Return the first of `sizes` (largest first) at which `text` has `most` lines or fewer; or the last."""
    for size in sizes:
        lines = list(_broken(text, room, size, font))
        if len(lines) <= most and all(width(line, size, font) <= room for line in lines):
            return size
    return sizes[-1]


def _rejoined(lines: list[str]) -> str:
    return "".join(line if line.endswith("-") else f"{line} " for line in lines).rstrip(" ")


def _broken(text: str, room: float, size: float, font: str) -> Iterator[str]:
    """Break at blanks and after hyphens; a no-break space holds."""
    line = ""
    for piece in _PIECE.findall(text):
        if line and width((line + piece).rstrip(" "), size, font) > room:
            yield line.rstrip(" ")
            line = piece
        else:
            line += piece
    if line.strip(" "):
        yield line.rstrip(" ")
