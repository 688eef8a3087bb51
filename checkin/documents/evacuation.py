"""The list for the evacuation: who is in the building, on A4, with a box to tick for each who is found.

Those who need help stand first, under a heading of their own; everybody stands on it once, so that the boxes
add up. It is made to be read in a courtyard, in the rain, by someone in a hurry: large names, few words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.names import draw_name
from checkin.documents.paper import (
    BLACK,
    GREY,
    HEIGHT,
    RULE,
    TINT,
    WIDTH,
    Pen,
    begin,
    draw_path,
    end_page,
    shorten,
)
from checkin.domain.event import Event
from checkin.domain.folding import fold
from checkin.domain.presence import Muster, Present
from checkin.language import clock, long_date, spoken

_LEFT, _RIGHT = 36, WIDTH - 36
_TOP, _BOTTOM = HEIGHT - 116, 48
_ROW, _HELP_ROW, _HEADING = 19, 31, 24
_LETTER, _BOX, _NAME, _ABOUT, _PLACE = _LEFT, _LEFT + 16, _LEFT + 38, 276, 418
_SIDE = 12  # of a box
_FRAME = "frame"


@dataclass(frozen=True, slots=True)
class Evacuation:
    """What goes onto the list, and who printed it where; `language` is "fr" or "en"."""

    event: Event
    muster: Muster
    printed_by: str = ""
    desk: str = ""
    language: str = "fr"


@dataclass(frozen=True, slots=True)
class _Row:
    """One line: a heading, or a person; `letter` where a new one begins."""

    height: int
    heading: str = ""
    present: Present | None = None
    letter: str = ""


def evacuation_pdf(evacuation: Evacuation) -> bytes:
    """Return the list's PDF."""
    out = BytesIO()
    canvas = begin(out, f"{_title(evacuation)} · {evacuation.event.title}", evacuation.language)
    _make_frame(canvas, evacuation)
    pages = list(_pages(_rows(evacuation)))
    for number, rows in enumerate(pages, 1):
        canvas.doForm(_FRAME)
        pen = Pen(canvas)
        _draw_rows(pen, evacuation, rows)
        _draw_foot(pen, evacuation, number, len(pages))
        pen.done()
        end_page(canvas)
    canvas.save()
    return out.getvalue()


def _title(evacuation: Evacuation) -> str:
    return spoken(evacuation.language)("Evacuation list")


def _rows(evacuation: Evacuation) -> Iterator[_Row]:
    _ = spoken(evacuation.language)
    muster = evacuation.muster
    if muster.to_help:
        heading = _("To be helped first: {count}").format(count=len(muster.to_help))
        yield _Row(_HEADING, heading)
        yield from (_Row(_HELP_ROW, present=present) for present in muster.to_help)
        yield _Row(_HEADING, _("Everybody else: {count}").format(count=len(muster.others)))
    last = ""
    for present in muster.others:
        letter = _initial(present.attendee.list_name)
        yield _Row(_ROW, present=present, letter=letter if letter != last else "")
        last = letter


def _initial(name: str) -> str:
    """Return the letter under which a name stands, without accent; empty without a name."""
    return _folded(name[:1]) or fold(name)[:1].upper()


@lru_cache(maxsize=256)
def _folded(letter: str) -> str:
    return fold(letter)[:1].upper()


def _pages(rows: Iterator[_Row]) -> Iterator[list[_Row]]:
    """Cut the rows into pages; a heading is not left alone at the foot of one."""
    page: list[_Row] = []
    left = _TOP - _BOTTOM
    for row in rows:
        if left < row.height + (_HELP_ROW if row.heading else 0):
            yield page
            page, left = [], _TOP - _BOTTOM
        page.append(row)
        left -= row.height
    yield page


def _make_frame(canvas: Canvas, evacuation: Evacuation) -> None:
    """Make once what every page shows: what it is, how many, when it was true, and the columns."""
    canvas.beginForm(_FRAME)
    pen = Pen(canvas)
    _draw_banner(pen, evacuation)
    _draw_columns(pen, evacuation)
    pen.done()
    canvas.endForm()


def _draw_banner(pen: Pen, evacuation: Evacuation) -> None:
    """Black on white and white on black: a photocopier and a failing toner keep both."""
    _ = spoken(evacuation.language)
    event, at = evacuation.event, evacuation.muster.at
    pen.canvas.setFillColor(BLACK)
    pen.canvas.rect(_LEFT, HEIGHT - 66, _RIGHT - _LEFT, 34, stroke=0, fill=1)
    white = (1.0, 1.0, 1.0)
    pen.line(_LEFT + 10, HEIGHT - 55, _title(evacuation).upper(), 17, STRONG, white)
    inside = _("Inside: {count}").format(count=len(evacuation.muster.present))
    pen.line_to(_RIGHT - 10, HEIGHT - 55, inside, 17, STRONG, white)
    true_at = _("As of {time} and {seconds} s, {day}").format(
        time=clock(at, evacuation.language), seconds=f"{at.second:02}", day=long_date(at, evacuation.language)
    )
    pen.line(_LEFT, HEIGHT - 81, true_at, 10, STRONG, BLACK)
    found = _("Found: ______   Missing: ______")
    pen.line_to(_RIGHT, HEIGHT - 81, found, 10, STRONG, BLACK)
    where = " · ".join(filter(None, (event.building, event.title)))
    pen.line(_LEFT, HEIGHT - 94, shorten(where, _RIGHT - _LEFT, 9), 9, REGULAR, GREY)


def _draw_columns(pen: Pen, evacuation: Evacuation) -> None:
    _ = spoken(evacuation.language)
    labels = ((_NAME, _("Family and given name")), (_ABOUT, _("Organisation")), (_PLACE, _("Last seen")))
    for x, label in labels:
        pen.label(x, _TOP + 5, label, GREY, 6.5)
    pen.rule(_LEFT, _TOP, _RIGHT, 1.2, BLACK)


def _draw_foot(pen: Pen, evacuation: Evacuation, number: int, count: int) -> None:
    _ = spoken(evacuation.language)
    words = _("Guests only: the building’s own staff are not on this list.")
    by = " · ".join(filter(None, (evacuation.desk, evacuation.printed_by)))
    pen.line(_LEFT, 28, shorten(f"{words} {by}".strip(), 400, 8), 8, REGULAR, GREY)
    page = _("Page {number} of {count}").format(number=number, count=count)
    pen.line_to(_RIGHT, 28, page, 9, STRONG, BLACK)


def _draw_rows(pen: Pen, evacuation: Evacuation, rows: Sequence[_Row]) -> None:
    _draw_shapes(pen.canvas, rows)
    if not evacuation.muster.present:
        _ = spoken(evacuation.language)
        pen.line(_NAME, _TOP - 24, _("Nobody is recorded as inside."), 12, STRONG, BLACK)
    building = spoken(evacuation.language)("Building")
    y = _TOP
    for row in rows:
        y -= row.height
        if row.present is None:
            pen.line(_LEFT + 6, y + 7, row.heading, 12, STRONG, BLACK)
            continue
        if row.letter:
            pen.line(_LETTER, y + 5, row.letter, 11, STRONG, GREY)
        _draw_present(pen, evacuation, row, y, building)


def _draw_shapes(canvas: Canvas, rows: Sequence[_Row]) -> None:
    bands, rules, boxes = [], [], []
    y: float = _TOP
    for row in rows:
        y -= row.height
        if row.heading:
            bands.append(f"{_LEFT} {y + 1:.1f} {_RIGHT - _LEFT:.1f} {row.height - 2} re")
        else:
            rules.append(f"{_BOX} {y:.1f} m {_RIGHT:.1f} {y:.1f} l")
            boxes.append(f"{_BOX} {y + row.height - 15.5:.1f} {_SIDE} {_SIDE} re")
    canvas.setFillColor(TINT)
    draw_path(canvas, bands, fill=True)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColor(RULE)
    draw_path(canvas, rules, stroke=True)
    canvas.setLineWidth(1)
    canvas.setStrokeColor(BLACK)
    draw_path(canvas, boxes, stroke=True)


def _draw_present(pen: Pen, evacuation: Evacuation, row: _Row, y: float, building: str) -> None:
    present = row.present
    assert present is not None  # noqa: S101 - a row without one is a heading
    person, seen = present.attendee, present.seen
    top = y + row.height - 13.5
    _draw_name(pen, evacuation, present, top)
    about = person.organisation or "–"  # with a gap, what reads the page takes its columns one by one
    pen.line(_ABOUT, top, shorten(about, _PLACE - _ABOUT - 8, 9), 9, REGULAR, GREY)
    at = _time(seen.at.replace(second=0, microsecond=0), evacuation.language)
    place = f"{at} · {seen.room.name if seen.room else building}"
    pen.line(_PLACE, top, shorten(place, _RIGHT - _PLACE, 9), 9, REGULAR, BLACK)
    if present.needs_help:
        pen.line(_NAME, y + 5, shorten(person.assistance, _RIGHT - _NAME, 10, STRONG), 10, STRONG, BLACK)


@lru_cache(maxsize=2048)
def _time(minute: datetime, language: str) -> str:
    """Return a clock's time; many people come in a minute."""
    return clock(minute, language)


def _draw_name(pen: Pen, evacuation: Evacuation, present: Present, y: float) -> None:
    person, room = present.attendee, _ABOUT - _NAME - 8
    if not person.is_named:
        pen.line(_NAME, y, shorten(_instead(evacuation, present), room, 10), 10, REGULAR, BLACK)
        return
    draw_name(pen, person, _NAME, y, room, 11.5, BLACK)


def _instead(evacuation: Evacuation, present: Present) -> str:
    _ = spoken(evacuation.language)
    if present.lead is None or not present.lead.is_named:
        return _("Unnamed companion")
    return _("Unnamed, with {name}").format(name=present.lead.list_name)
