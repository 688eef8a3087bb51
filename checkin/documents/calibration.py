"""The sheet on which a scanner is tried: one QR code, and what to do with it."""

from io import BytesIO

from checkin.documents import qr
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    ACCENT,
    GREY,
    HEIGHT,
    INK,
    MARGIN,
    RIGHT,
    WIDTH,
    Pen,
    begin,
    end_page,
    wrap,
)
from checkin.domain.calibration import TEXT
from checkin.language import spoken

_MODULE = 6  # points: a code of about eight centimetres
_SIZE = 12.5
_LINE = 18


def calibration_pdf(language: str = "fr") -> bytes:
    """Return the sheet's PDF, A4, in `language` ("fr" or "en")."""
    _ = spoken(language)
    out = BytesIO()
    title = _("To try a scanner")
    canvas = begin(out, title, language)
    drawn = qr.symbol(TEXT, "M")
    wide = qr.side(drawn) * _MODULE
    top = HEIGHT - 190
    qr.draw(canvas, drawn, round((WIDTH - wide) / 2), round(top - wide), _MODULE)
    pen = Pen(canvas)
    pen.label(MARGIN, HEIGHT - 72, _("Scanners"), ACCENT, 9)
    pen.line(MARGIN, HEIGHT - 100, title, 24, STRONG)
    y = _write(
        pen,
        _("Open “Scanners” on the page of the entrance, press “Try a scanner”, then scan this code."),
        HEIGHT - 128,
    )
    _write(pen, _("The program says whether the scanner is set up well, and if not, what to change."), y)
    y = top - wide - 30
    for step in _steps(language):
        y = _write(pen, step, y) - 6
    pen.line(MARGIN, 40, _("This code opens nothing: it only tells how the scanner types."), 9, REGULAR, GREY)
    pen.done()
    end_page(canvas)
    canvas.save()
    return out.getvalue()


def _steps(language: str) -> tuple[str, ...]:
    _ = spoken(language)
    return (
        _("1. A hand’s breadth away, at right angles, until it beeps."),
        _("2. Try it once with Caps Lock off, as the desk will be."),
        _("3. If something is to be changed, the codes for it are in the scanner’s own booklet."),
    )


def _write(pen: Pen, text: str, y: float) -> float:
    """Write a paragraph whose first line stands at `y`; return where the next one does."""
    for line in wrap(text, RIGHT - MARGIN, _SIZE, REGULAR, 3):
        pen.line(MARGIN, y, line, _SIZE, REGULAR, INK)
        y -= _LINE
    return y
