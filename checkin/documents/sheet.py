"""An A4 document that grows downwards: a pen, how far down it is, and a new page where no room is left."""

from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    ACCENT,
    GREY,
    HEIGHT,
    INK,
    MARGIN,
    RIGHT,
    Pen,
    begin,
    end_page,
    shorten,
    wrap,
)
from checkin.language import spoken, stamp

_TOP = HEIGHT - 52
_BOTTOM = 62
_FOOT = 34


class Sheet:
    """The pages of one document; `y` is the baseline reached, `pen` writes on the page that is open."""

    def __init__(
        self, stream: BinaryIO, title: str, language: str, printed_at: datetime, *, numbered: bool = True
    ) -> None:
        self.canvas = begin(stream, title, language)
        self.language, self._title, self._printed_at = language, title, printed_at
        self._number, self._numbered = 0, numbered
        self._again: Callable[[], None] = lambda: None
        self._begin()

    def room(self, height: float) -> None:
        """Go to a new page unless `height` is left on this one."""
        if self.y - height < _BOTTOM:
            self.turn()
            self._again()

    def turn(self) -> None:
        """Go to a new page."""
        self._end()
        self._begin()

    def repeat(self, draw: Callable[[], None] = lambda: None) -> None:
        """Draw something now, and again at the top of each page that follows (nothing: no longer)."""
        self._again = draw
        draw()

    def down(self, distance: float) -> float:
        """Go down, and return where that is."""
        self.y -= distance
        return self.y

    def heading(self, text: str, needs: float = 60) -> None:
        """Write a heading that stays with at least `needs` of what follows."""
        self.repeat()
        self.room(34 + needs)
        self.pen.line(MARGIN, self.down(30), text, 13, STRONG)
        self.down(6)

    def paragraph(self, text: str, size: float = 9.5) -> None:
        """Write a text over as many lines as it takes."""
        for line in wrap(text, RIGHT - MARGIN, size, most=200):
            self.room(size * 1.4)
            self.pen.line(MARGIN, self.down(size * 1.4), line, size)

    def save(self) -> int:
        """Write the document, and return the number of its pages."""
        self._end()
        self.canvas.save()
        return self._number

    def _begin(self) -> None:
        self._number += 1
        self.y = _TOP
        self.pen = Pen(self.canvas)

    def _end(self) -> None:
        _ = spoken(self.language)
        printed = _("Drawn up on {at}").format(at=stamp(self._printed_at, self.language))
        self.pen.line(MARGIN, _FOOT, shorten(f"{self._title} · {printed}", 400, 8), 8, REGULAR, GREY)
        if self._numbered:
            self.pen.line_to(RIGHT, _FOOT, _("Page {number}").format(number=self._number), 8, STRONG, GREY)
        self.pen.done()
        end_page(self.canvas)


def masthead(sheet: Sheet, over: str, title: str, lines: tuple[str, ...]) -> None:
    """Write what the document is, of which event, and when and where that was."""
    wide = RIGHT - MARGIN
    sheet.pen.label(MARGIN, sheet.down(0), over, ACCENT, 8.5)
    for line in wrap(title, wide, 17, STRONG):
        sheet.pen.line(MARGIN, sheet.down(22), line, 17, STRONG)
    for line in lines:
        if line:
            sheet.pen.line(MARGIN, sheet.down(14), shorten(line, wide, 9.5), 9.5, REGULAR, GREY)
    sheet.pen.rule(MARGIN, sheet.down(10), RIGHT, 1.2, INK)
