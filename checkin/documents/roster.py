"""The roster (« liste d'émargement »): who is expected, on A4, with boxes to tick and room to sign.

Leads stand in alphabetical order with their companions under them; a companion is found under their own
letter too, with a reference to the lead. Names are sorted by `Attendee.sort_key`.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from itertools import accumulate
from typing import BinaryIO, Final

from reportlab.pdfgen.canvas import Canvas

from checkin.documents.badge import mark_of
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.names import draw_name
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
    draw_path,
    end_page,
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
_MOST = _SIGNATURE - _NAME  # the room for a name that only refers
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEP = (_TOP - _BOTTOM) / len(_ALPHABET)
_FRAME = "frame"


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
    leads: bool = True  # whether a companion's line says whom they come with


def roster_pdf(roster: Roster) -> bytes:
    """Return the roster's PDF."""
    out = BytesIO()
    write_roster(out, roster)
    return out.getvalue()


def write_roster(stream: BinaryIO, roster: Roster) -> int:
    """Write the roster's PDF to `stream` and return the number of its pages."""
    laid_out = pages(roster.attendees, roster.order, _TOP - _BOTTOM, leads=roster.leads)
    canvas = begin(stream, _title(roster), roster.language)
    _make_frame(canvas, roster)
    listed = ""
    for number, lines in enumerate(laid_out, 1):
        canvas.doForm(_FRAME)
        pen = Pen(canvas)
        _draw_lines(pen, roster, lines)
        _draw_tabs(pen, lines)
        _draw_page_number(pen, roster, number, len(laid_out))
        pen.done()
        listed = _bookmark(canvas, lines, listed)
        end_page(canvas)
    canvas.save()
    return len(laid_out)


def _title(roster: Roster) -> str:
    _ = spoken(roster.language)
    return " · ".join((_("Attendance sheet"), roster.event.title))


def _make_frame(canvas: Canvas, roster: Roster) -> None:
    """Make once what every page shows: the header, the alphabet down the side, and who printed it when."""
    _ = spoken(roster.language)
    canvas.beginForm(_FRAME)
    pen = Pen(canvas)
    _draw_header(pen, roster)
    for place, letter in enumerate(_ALPHABET):
        pen.line(_INDEX, _TOP - (place + 1) * _STEP + _STEP / 2 - 4.5, letter, 9.5, STRONG, RULE)
    printed = _("Printed on {at}").format(at=stamp(roster.printed_at, roster.language))
    by = _("by {name}").format(name=roster.printed_by) if roster.printed_by else ""
    pen.line(_LEFT, 30, shorten(f"{printed} {by}".strip(), 320, 8), 8, REGULAR, GREY)
    pen.done()
    canvas.endForm()


def _draw_header(pen: Pen, roster: Roster) -> None:
    _ = spoken(roster.language)
    event, wide, y = roster.event, _RIGHT - _LEFT, HEIGHT - 40
    pen.label(_LEFT, y, _("Attendance sheet"), ACCENT, 8.5)
    expected = _("People expected: {count}").format(count=len(roster.attendees))
    pen.line_to(_RIGHT, y, expected, 9, STRONG)
    pen.line(_LEFT, y - 17, shorten(event.title, wide, 13, STRONG), 13, STRONG)
    room = event.room.name if event.room else ""
    when = f"{long_date(event.starts, roster.language)} · {clock(event.starts, roster.language)}"
    where = " · ".join(filter(None, (when, event.building, room)))
    pen.line(_LEFT, y - 31, shorten(where, wide, 9), 9, REGULAR, GREY)
    for x, label in ((_NAME, _("Family and given name")), (_SIGNATURE + 8, _("Signature"))):
        pen.label(x, _TOP + 7, label, GREY, 6.5)
    pen.rule(_LEFT, _TOP, _RIGHT, 1.2, INK)


def _draw_page_number(pen: Pen, roster: Roster, number: int, count: int) -> None:
    _ = spoken(roster.language)
    text = _("Page {number} of {count}").format(number=number, count=count)
    pen.line_to(_RIGHT, 30, text, 8, STRONG, GREY)


def _draw_lines(pen: Pen, roster: Roster, lines: list[Line]) -> None:
    """Draw the lines of one page: first the shapes, each kind as one path, then the text."""
    placed = list(zip(lines, accumulate(-HEIGHTS[line.kind] for line in lines), strict=True))
    _draw_shapes(pen.canvas, placed)
    for line, down in placed:
        _DRAW[line.kind](pen, roster, line, _TOP + down)


def _draw_shapes(canvas: Canvas, placed: list[tuple[Line, float]]) -> None:
    bands, rules, boxes = [], [], []
    for line, down in placed:
        y = _TOP + down
        if line.kind is Kind.HEADING:
            bands.append(f"{_LEFT} {y:.1f} {_RIGHT - _LEFT:.1f} 19 re")
            continue
        rules.append(f"{_LEFT} {y:.1f} m {_RIGHT:.1f} {y:.1f} l")
        if line.kind is not Kind.REFERENCE:
            rules.append(f"{_SIGNATURE} {y:.1f} m {_SIGNATURE} {y + HEIGHTS[line.kind]:.1f} l")
            boxes.append(f"{_name_at(line) - 20} {y + 9:.1f} {_BOX} {_BOX} re")
    canvas.setFillColor(TINT)
    draw_path(canvas, bands, fill=True)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(RULE)
    draw_path(canvas, rules, stroke=True)
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(GREY)
    draw_path(canvas, boxes, stroke=True)


def _name_at(line: Line) -> int:
    return _NAME + (_INDENT if line.kind is Kind.COMPANION else 0)


def _draw_heading(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    text = line.heading or _no_heading(roster)
    pen.line(_LEFT + 7, y + 5.5, shorten(text, _RIGHT - _LEFT - 20, 11, STRONG), 11, STRONG, ACCENT)


def _no_heading(roster: Roster) -> str:
    _ = spoken(roster.language)
    return _("No organisation") if roster.order is Order.ORGANISATION else _("No name")


def _draw_person(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    person, left = line.person, _name_at(line)
    whose = _whose(roster, line)
    about = " · ".join(filter(None, (whose, person.note, person.organisation, person.function)))
    _draw_name(pen, roster, person, left, y + (16.5 if about else 11.5))
    if about:
        pen.line(left, y + 6, shorten(about, _end(person) - left - 8, 8), 8, REGULAR, GREY)
    if person.mark is not Mark.NONE:
        _draw_mark(pen, mark_of(person.mark, roster.language), y + 11)


def _whose(roster: Roster, line: Line) -> str:
    """Return whom a companion comes with, where they do not stand under them."""
    stands_alone = roster.order is Order.PERSON and line.person is not line.lead
    if not (roster.leads and stands_alone and line.lead.is_named):
        return ""
    return spoken(roster.language)("with {name}").format(name=line.lead.list_name)


def _draw_name(pen: Pen, roster: Roster, person: Attendee, x: float, y: float) -> None:
    if not person.is_named:
        _ = spoken(roster.language)
        pen.line(x, y, _("Unnamed companion"), 10.5, REGULAR, GREY)
        return
    draw_name(pen, person, x, y, _end(person) - x - 8, 10.5)


def _end(person: Attendee) -> int:
    """Return where the room for a person's name ends."""
    return _SIGNATURE if person.mark is Mark.NONE else _MARK


def _draw_mark(pen: Pen, text: str, y: float) -> None:
    text = shorten(text, _SIGNATURE - _MARK - 24, 8, STRONG)
    pen.canvas.setStrokeColor(ACCENT)
    pen.canvas.roundRect(_MARK, y - 4, width(text, 8, STRONG) + 12, 13, 6)
    pen.line(_MARK + 6, y, text, 8, STRONG, ACCENT)


def _draw_reference(pen: Pen, roster: Roster, line: Line, y: float) -> None:
    name = line.person.list_name
    size = fitted(name, _MOST, (9, 8, 7, 6), REGULAR, 1)
    name = shorten(name, _MOST, size)
    _ = spoken(roster.language)
    text = _("with {name}").format(name=line.lead.list_name)
    pen.line(_NAME, y + 5, name, size)
    x = _NAME + width(name, size) + 6
    if not line.lead.is_named:
        return
    pen.line(x, y + 5, "→ " + shorten(text, _RIGHT - x - 18, 9), 9, REGULAR, GREY)


_DRAW: Final = {
    Kind.HEADING: _draw_heading,
    Kind.LEAD: _draw_person,
    Kind.COMPANION: _draw_person,
    Kind.REFERENCE: _draw_reference,
}


def _draw_tabs(pen: Pen, lines: list[Line]) -> None:
    """Draw the letters of this page as tabs that show at the edge of a stack."""
    for letter in sorted({line.letter for line in lines}.intersection(_ALPHABET)):
        y = _TOP - (_ALPHABET.index(letter) + 1) * _STEP
        pen.canvas.setFillColor(ACCENT)
        pen.canvas.roundRect(_INDEX - 9, y, WIDTH - _INDEX + 20, _STEP - 3, 4, stroke=0, fill=1)
        pen.line(_INDEX, y + _STEP / 2 - 4.5, letter, 9.5, STRONG, TINT)


def _bookmark(canvas: Canvas, lines: list[Line], last: str) -> str:
    """Add an outline entry for each heading that is new on this page, and return the last one."""
    for line in lines:
        if line.kind is Kind.HEADING and line.heading:
            last = line.heading
            canvas.bookmarkPage(last)
            canvas.addOutlineEntry(last, last)
    return last
