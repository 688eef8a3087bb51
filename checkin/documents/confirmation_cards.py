"""The cards of a confirmation: for each person the name, the QR, and the code in clear to type by hand."""

from dataclasses import dataclass

from checkin.documents import qr
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    BLACK,
    GREY,
    MARGIN,
    RIGHT,
    RULE,
    TRACKING,
    Pen,
    fitted,
    shorten,
    wrap,
)
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.ticket import grouped
from checkin.language import spoken

_GAP = 12
_HIGH = 120
_HIGH_ALONE = 172
_PAD = 14


@dataclass(frozen=True, slots=True)
class Holder:
    """One person and the 32 letters of their code."""

    attendee: Attendee
    code: str


@dataclass(frozen=True, slots=True)
class _Card:
    """Where a card lies and how large things are on it; lengths in points, sizes to try largest first."""

    left: float
    bottom: float
    wide: float
    high: float
    module: int = 3
    given: tuple[float, ...] = (11, 9)
    family: tuple[float, ...] = (14, 12, 10, 8.5)


def cards_height(count: int) -> float:
    """Return how much of the page the cards of so many people take."""
    if count == 1:
        return _HIGH_ALONE
    rows = -(-count // 2)
    return rows * _HIGH + (rows - 1) * _GAP


def draw_cards(pen: Pen, holders: tuple[Holder, ...], lead: Attendee, language: str, top: float) -> None:
    """Draw the cards of one page from `top` down, two in a row; one alone takes the width and is larger."""
    if len(holders) == 1 and holders[0].attendee is lead:
        bottom, wide = top - _HIGH_ALONE, RIGHT - MARGIN
        card = _Card(MARGIN, bottom, wide, _HIGH_ALONE, 4, (17, 14, 11), (24, 20, 16, 12))
        _draw_card(pen, holders[0], lead, language, card)
        return
    wide = (RIGHT - MARGIN - _GAP) / 2
    for place, holder in enumerate(holders):
        row, column = divmod(place, 2)
        left, bottom = MARGIN + column * (wide + _GAP), top - _HIGH - row * (_HIGH + _GAP)
        _draw_card(pen, holder, lead, language, _Card(left, bottom, wide, _HIGH))


def _draw_card(pen: Pen, holder: Holder, lead: Attendee, language: str, card: _Card) -> None:
    pen.canvas.setStrokeColor(RULE)
    pen.canvas.setLineWidth(0.8)
    pen.canvas.roundRect(card.left, card.bottom, card.wide, card.high, 7)
    drawn = qr.symbol(holder.code)
    side = qr.side(drawn) * card.module
    edge = (card.high - side) / 2
    x, y = round(card.left + card.wide - side - edge), round(card.bottom + edge)
    left, room = card.left + _PAD, x - card.left - _PAD
    with pen.part("P"):
        _draw_person(pen, holder.attendee, lead, language, (card, room))
        code = grouped(holder.code)
        for row, half in ((1, code[:17]), (0, code[18:])):
            pen.line(left, card.bottom + _PAD + 10 * row, half, 8, REGULAR, GREY)
    _ = spoken(language)
    with pen.picture(_("QR code of {name}").format(name=holder.attendee.name)):
        pen.canvas.setFillColor(BLACK)
        qr.draw(pen.canvas, drawn, x, y, card.module)


def _draw_person(
    pen: Pen, person: Attendee, lead: Attendee, language: str, place: tuple[_Card, float]
) -> None:
    card, room = place
    left, y = card.left + _PAD, card.bottom + card.high - _PAD - 6
    role = _role(person, lead, language).upper()
    pen.label(left, y, shorten(role, room - TRACKING * len(role), 6.5, STRONG), size=6.5)
    y -= 5
    for text, font, sizes in _name(person, language, card):
        size = fitted(text, room, sizes, font, 2)
        for line in wrap(text, room, size, font, 2):
            y -= size * 1.18
            pen.line(left, y, line, size, font)
    below = y - card.bottom - _PAD - 32  # what the code leaves beyond one line
    y -= 3
    lines = (below >= 0) + (below >= _PAD)
    for line in wrap(person.organisation, room, 8.5, REGULAR, lines) if lines else ():
        y -= 10.5
        pen.line(left, y, line, 8.5, REGULAR, GREY)


def _name(person: Attendee, language: str, card: _Card) -> list[tuple[str, str, tuple[float, ...]]]:
    """Return the parts of a name, each with its font and the sizes to try."""
    if not person.is_named:
        _ = spoken(language)
        return [(_("Your companion"), STRONG, card.family)]
    parts = [(person.given_name, REGULAR, card.given), (person.family_name, STRONG, card.family)]
    return [part for part in parts if part[0]]


def _role(person: Attendee, lead: Attendee, language: str) -> str:
    _ = spoken(language)
    if person.mark is Mark.SPEAKER:
        return _("Speaker")
    return _("Guest") if person is lead else _("Accompanying {name}").format(name=lead.name)
