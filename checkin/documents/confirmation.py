"""The confirmation: an A4 page for each party, with each person's own QR.

A party of up to six has one page; more go on to further pages of ten. On paper each symbol is at level H and
at least 30 mm wide without its quiet zone (3 points a module, 29 modules: 30.7 mm).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from checkin.documents import qr
from checkin.documents.confirmation_head import draw_head, draw_short_head
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    GREY,
    MARGIN,
    RIGHT,
    RULE,
    Pen,
    begin,
    fitted,
    shorten,
    wrap,
)
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.event import Event
from checkin.domain.ticket import grouped
from checkin.language import spoken

ON_FIRST_PAGE = 6
ON_FURTHER_PAGES = 10

_GAP = 12
_CARD = 120
_PAD = 14
_MODULE = 3
_MODULE_ALONE = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """One person and the 32 letters of their code."""

    attendee: Attendee
    code: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What goes onto one party's confirmation: the lead first, in `language` ("fr" or "en")."""

    event: Event
    holders: tuple[Holder, ...]
    language: str = "fr"


def confirmation_pdf(confirmation: Confirmation) -> bytes:
    """Return the PDF of one party's confirmation."""
    out = BytesIO()
    write_confirmations(out, [confirmation])
    return out.getvalue()


def write_confirmations(stream: BinaryIO, confirmations: Iterable[Confirmation]) -> int:
    """Write confirmations of one event one after the other into one PDF and return how many there are.

    The document's title and language are those of the first.
    """
    canvas: Canvas | None = None
    count = 0
    for count, confirmation in enumerate(confirmations, 1):  # noqa: B007 - counts
        canvas = canvas or begin(stream, _title(confirmation), confirmation.language)
        _draw(canvas, confirmation)
    if canvas is not None:
        canvas.save()
    return count


def _title(confirmation: Confirmation) -> str:
    return f"{spoken(confirmation.language)('Confirmation')} · {confirmation.event.title}"


def _draw(canvas: Canvas, confirmation: Confirmation) -> None:
    first, rest = confirmation.holders[:ON_FIRST_PAGE], confirmation.holders[ON_FIRST_PAGE:]
    top = draw_head(canvas, confirmation.event, confirmation.language, _height(len(first)))
    _draw_cards(canvas, confirmation, first, top)
    canvas.showPage()
    for start in range(0, len(rest), ON_FURTHER_PAGES):
        top = draw_short_head(canvas, confirmation.event, confirmation.language)
        _draw_cards(canvas, confirmation, rest[start : start + ON_FURTHER_PAGES], top)
        canvas.showPage()


def _height(holders: int) -> float:
    """Return how much of the page the cards of so many people take."""
    if holders == 1:
        return _side(_MODULE_ALONE) + 2 * _GAP
    rows = -(-holders // 2)
    return rows * _CARD + (rows - 1) * _GAP


def _side(module: int) -> int:
    return 37 * module


def _draw_cards(canvas: Canvas, confirmation: Confirmation, holders: Sequence[Holder], top: float) -> None:
    if len(confirmation.holders) == 1:
        _draw_card(canvas, confirmation, holders[0], (MARGIN, top - _height(1), RIGHT - MARGIN, _height(1)))
        return
    wide = (RIGHT - MARGIN - _GAP) / 2
    for place, holder in enumerate(holders):
        row, column = divmod(place, 2)
        corner = MARGIN + column * (wide + _GAP), top - _CARD - row * (_CARD + _GAP)
        _draw_card(canvas, confirmation, holder, (*corner, wide, _CARD))


def _draw_card(
    canvas: Canvas, confirmation: Confirmation, holder: Holder, box: tuple[float, float, float, float]
) -> None:
    left, bottom, wide, high = box
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.8)
    canvas.roundRect(left, bottom, wide, high, 7)
    module = _MODULE_ALONE if len(confirmation.holders) == 1 else _MODULE
    drawn = qr.symbol(holder.code)
    edge = (high - qr.side(drawn) * module) / 2
    x = left + wide - qr.side(drawn) * module - edge
    canvas.setFillColorRGB(0, 0, 0)
    qr.draw(canvas, drawn, round(x), round(bottom + edge), module)
    _draw_person(Pen(canvas), confirmation, holder, (left + _PAD, bottom, round(x) - left - _PAD, high))


def _draw_person(
    pen: Pen, confirmation: Confirmation, holder: Holder, box: tuple[float, float, float, float]
) -> None:
    left, bottom, room, high = box
    alone = len(confirmation.holders) == 1
    y = bottom + high - _PAD - 6
    role = _role(holder.attendee, confirmation.holders[0].attendee, confirmation.language)
    pen.label(left, y, shorten(role.upper(), room - 0.6 * len(role), 6.5, STRONG), size=6.5)
    y -= 6
    for text, font, sizes in _name(holder.attendee, confirmation.language, alone=alone):
        size = fitted(text, room, sizes, font, 2)
        for line in wrap(text, room, size, font, 2):
            y -= size * 1.15
            pen.line(left, y, line, size, font)
    y -= 3
    for line in wrap(holder.attendee.organisation, room, 8.5, REGULAR, 2 if alone else 1):
        y -= 10.5
        pen.line(left, y, line, 8.5, REGULAR, GREY)
    code = grouped(holder.code)
    for row, half in enumerate((code[:17], code[18:])):
        pen.line(left, bottom + _PAD + 9 * (1 - row), half, 7.5, REGULAR, GREY)


def _name(person: Attendee, language: str, *, alone: bool) -> list[tuple[str, str, tuple[float, ...]]]:
    """Return the lines of a name with their font and the sizes to try."""
    given, family = (
        ((16.0, 13.0, 11.0), (22.0, 18.0, 15.0, 12.0)) if alone else ((11.0, 9.0), (14.0, 12.0, 10.0, 8.5))
    )
    if not person.is_named:
        return [(spoken(language)("Your companion"), STRONG, family)]
    lines = [(person.given_name, REGULAR, given), (person.family_name, STRONG, family)]
    return [line for line in lines if line[0]]


def _role(person: Attendee, lead: Attendee, language: str) -> str:
    _ = spoken(language)
    if person.mark is Mark.SPEAKER:
        return _("Speaker")
    return _("Guest") if person is lead else _("Accompanying {name}").format(name=lead.name)
