"""The roster (« liste d'émargement »): who is expected, on A4, with boxes to tick and room to sign.

Leads stand in alphabetical order with their companions under them; a companion is found under their own
letter too, with a reference to the lead. Names are sorted by `Attendee.sort_key`.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    ACCENT,
    GREY,
    HEIGHT,
    INK,
    RULE,
    TINT,
    WIDTH,
    Pen,
    begin,
    fitted,
    shorten,
    width,
)
from checkin.documents.roster_lines import HEIGHTS, Kind, Line, Order, pages
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.event import Event
from checkin.language import clock, long_date, spoken, stamp

__all__ = ["Order", "Roster", "roster_pdf", "write_roster"]

_LEFT = 40
_RIGHT = WIDTH - 58
_INDEX = WIDTH - 34
_TOP = HEIGHT - 104  # below the column headings
_BOTTOM = 52
_BOX = 11
_NAME = _LEFT + 24
_INDENT = 16
_MARK = 322
_SIGNATURE = 404
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Roster:
    """What goes onto a roster: whoever is in `attendees` is on it, so that only the expected should be.

    `printed_at` is an instant in UTC, `printed_by` the operator, `language` "fr" or "en".
    """

    event: Event
    attendees: tuple[Attendee, ...]
    printed_at: datetime
    printed_by: str = ""
    order: Order = Order.NAME
    language: str = "fr"


def roster_pdf(roster: Roster) -> bytes:
    """Return the roster's PDF."""
    out = BytesIO()
    write_roster(out, roster)
    return out.getvalue()


def write_roster(stream: BinaryIO, roster: Roster) -> int:
    """Write the roster's PDF to `stream` and return the number of its pages."""
    laid_out = pages(roster.attendees, roster.order, _TOP - _BOTTOM)
    canvas = begin(stream, _title(roster), roster.language)
    listed = ""
    for number, lines in enumerate(laid_out, 1):
        _draw_frame(canvas, roster, number, len(laid_out))
        _draw_lines(canvas, roster, lines)
        _draw_index(canvas, lines)
        listed = _bookmark(canvas, lines, listed)
        canvas.showPage()
    canvas.save()
    return len(laid_out)


def _title(roster: Roster) -> str:
    return f"{spoken(roster.language)('Attendance sheet')} · {roster.event.title}"


def _draw_frame(canvas: Canvas, roster: Roster, number: int, count: int) -> None:
    """Draw what every page repeats."""
    _ = spoken(roster.language)
    event, pen = roster.event, Pen(canvas)
    people = _("{count} people").format(count=len(roster.attendees))
    y = HEIGHT - 40
    pen.label(_LEFT, y, _("Attendance sheet"), ACCENT, 8.5)
    pen.line_to(_RIGHT, y, people, 9, STRONG)
    pen.line(_LEFT, y - 17, shorten(event.title, _RIGHT - _LEFT, 13, STRONG), 13, STRONG)
    room = event.room.name if event.room else ""
    facts = [
        long_date(event.starts, roster.language),
        clock(event.starts, roster.language),
        event.building,
        room,
    ]
    where = " · ".join(filter(None, facts))
    pen.line(_LEFT, y - 31, shorten(where, _RIGHT - _LEFT, 9), 9, REGULAR, GREY)
    for x, label in ((_NAME, _("Family and given name")), (_SIGNATURE, _("Signature"))):
        pen.label(x, _TOP + 7, label, GREY, 6.5)
    pen.rule(_LEFT, _TOP, _RIGHT, 1.2, INK)
    printed = _("Printed on {at}").format(at=stamp(roster.printed_at, roster.language))
    by = _("by {name}").format(name=roster.printed_by) if roster.printed_by else ""
    pen.line(_LEFT, 30, shorten(f"{printed} {by}".strip(), 320, 8), 8, REGULAR, GREY)
    pen.line_to(_RIGHT, 30, _("Page {number} of {count}").format(number=number, count=count), 8, STRONG, GREY)


def _draw_lines(canvas: Canvas, roster: Roster, lines: list[Line]) -> None:
    pen = Pen(canvas)
    y = _TOP
    for line in lines:
        y -= HEIGHTS[line.kind]
        if line.kind is Kind.HEADING:
            _draw_heading(pen, roster, line, y)
        elif line.kind is Kind.REFERENCE:
            _draw_reference(pen, roster, line, y)
        else:
            _draw_person(pen, roster, line, y)


def _draw_heading(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    pen.canvas.setFillColor(TINT)
    pen.canvas.rect(_LEFT, y, _RIGHT - _LEFT, 19, stroke=0, fill=1)
    text = line.heading or _no_heading(roster)
    pen.line(_LEFT + 7, y + 5.5, shorten(text, _RIGHT - _LEFT - 20, 11, STRONG), 11, STRONG, ACCENT)


def _no_heading(roster: Roster) -> str:
    _ = spoken(roster.language)
    return _("No organisation") if roster.order is Order.ORGANISATION else _("No family name")


def _draw_person(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    person = line.person
    if person is None:
        return
    left = _NAME + (_INDENT if line.kind is Kind.COMPANION else 0)
    canvas = pen.canvas
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.8)
    canvas.rect(left - 20, y + 9, _BOX, _BOX)
    _draw_name(pen, roster, person, left, y + 16.5)
    about = " · ".join(filter(None, (person.organisation, person.function, person.note)))
    if about:
        pen.line(left, y + 6, shorten(about, _MARK - left - 8, 8), 8, REGULAR, GREY)
    if person.mark is not Mark.NONE:
        _draw_mark(pen, _mark(person.mark, roster.language), y + 11)
    pen.rule(_LEFT, y, _RIGHT, 0.5)


def _draw_name(pen: Pen, roster: Roster, person: Attendee, x: float, y: float) -> None:
    room = _MARK - x - 8
    if not person.is_named:
        pen.line(x, y, spoken(roster.language)("Unnamed companion"), 10.5, REGULAR, GREY)
        return
    size = fitted(person.list_name, room, (10.5, 9, 8), STRONG, 1)
    family = shorten(person.family_name, room * 0.7, size, STRONG)
    pen.line(x, y, family, size, STRONG)
    x += width(f"{family} ", size, STRONG) if family else 0
    pen.line(x, y, shorten(person.given_name, _MARK - 8 - x, size), size)


def _draw_mark(pen: Pen, text: str, y: float) -> None:
    text = shorten(text, _SIGNATURE - _MARK - 22, 8, STRONG)
    pen.canvas.setStrokeColor(ACCENT)
    pen.canvas.setLineWidth(0.8)
    pen.canvas.roundRect(_MARK, y - 4, width(text, 8, STRONG) + 12, 13, 6)
    pen.line(_MARK + 6, y, text, 8, STRONG, ACCENT)


def _draw_reference(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    if line.person is None or line.lead is None:
        return
    name = shorten(line.person.list_name, 190, 9)
    pen.line(_NAME, y + 5, name, 9, REGULAR, GREY)
    text = spoken(roster.language)("with {name}").format(name=line.lead.list_name)
    x = _NAME + width(name, 9) + 5
    pen.line(x, y + 5, "→ " + shorten(text, _SIGNATURE - x - 12, 9), 9, REGULAR, GREY)
    pen.rule(_LEFT, y, _RIGHT, 0.5)


def _draw_index(canvas: Canvas, lines: list[Line]) -> None:
    """Draw the alphabet down the side, this page's letters as tabs that show at the edge of a stack."""
    here = {line.letter for line in lines}
    pen = Pen(canvas)
    step = (_TOP - _BOTTOM) / len(_ALPHABET)
    for place, letter in enumerate(_ALPHABET):
        y = _TOP - (place + 1) * step
        if letter in here:
            canvas.setFillColor(ACCENT)
            canvas.roundRect(_INDEX - 9, y, WIDTH - _INDEX + 20, step - 3, 4, stroke=0, fill=1)
        colour = TINT if letter in here else RULE
        pen.line(_INDEX, y + step / 2 - 4.5, letter, 9.5, STRONG, colour)


def _bookmark(canvas: Canvas, lines: list[Line], last: str) -> str:
    """Add an outline entry for each heading that is new on this page, and return the last one."""
    for line in lines:
        if line.kind is Kind.HEADING and line.heading:
            last = line.heading
            canvas.bookmarkPage(last)
            canvas.addOutlineEntry(last, last)
    return last


def _mark(mark: Mark, language: str) -> str:
    _ = spoken(language)
    return {
        Mark.NONE: "",
        Mark.SPEAKER: _("Speaker"),
        Mark.VIP: _("Official"),
        Mark.ORGANISER: _("Organiser"),
        Mark.PRESS: _("Press"),
    }[mark]
