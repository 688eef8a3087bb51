"""The upper part of a confirmation: what, when, where, the programme in brief and what to bring."""

from functools import lru_cache

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import (
    ACCENT,
    ELLIPSIS,
    GREY,
    HEIGHT,
    INK,
    MARGIN,
    RIGHT,
    TINT,
    Pen,
    fitted,
    shorten,
    width,
    wrap,
)
from checkin.domain.event import Event
from checkin.language import clock, long_date, spoken

_BOTTOM = 54  # below the last card: the footer
_ROOM = RIGHT - MARGIN
_APART = 16  # between the organiser and what the sheet is
_PAD = 14
_SPLIT = 0.58  # the programme's share of the width
_SLOT = 13.5
_HOUR = 40

_day = lru_cache(long_date)  # the same on every confirmation
_clock = lru_cache(clock)


def draw_head(pen: Pen, event: Event, language: str, below: float) -> float:
    """Draw the head of a first page and return the y where the cards begin.

    `below` is how high the cards are; the programme is cut short where both would not fit.
    """
    with pen.part("P"):
        y = _draw_masthead(pen, event, language)
    with pen.part("H1"):
        y = _draw_title(pen, event, y)
    with pen.part("P"):
        y = _draw_facts(pen, event, language, y - 14)
    lowest = _BOTTOM + below + 30
    with pen.part("P"):
        y_programme = _draw_programme(pen, event, language, y - 24, lowest + 6)
    with pen.part("P"):
        y = min(y_programme, _draw_arrival(pen, event, language, y - 24))
    with pen.part("H2"):
        return _draw_heading(pen, language, max(y - 14, lowest))


def draw_short_head(pen: Pen, event: Event, language: str) -> float:
    """Draw the head of a further page and return the y where the cards begin."""
    with pen.part("H1"):
        y = _draw_masthead(pen, event, language)
        pen.line(MARGIN, y - 22, shorten(event.title, _ROOM, 13, STRONG), 13, STRONG)
        when = f"{_day(event.starts, language)}, {_hours(event, language)}"
        pen.line(MARGIN, y - 37, when, 9.5, REGULAR, GREY)
    return y - 54


def _draw_masthead(pen: Pen, event: Event, language: str) -> float:
    y = HEIGHT - 46
    _ = spoken(language)
    text = _("Confirmation").upper()
    room = _ROOM - width(text, 9.5, STRONG) - _APART
    pen.line(MARGIN, y, shorten(event.organiser, room, 9.5, STRONG), 9.5, STRONG)
    pen.line_to(RIGHT, y, text, 9.5, STRONG, ACCENT)
    pen.rule(MARGIN, y - 9, RIGHT)
    pen.rule(MARGIN, y - 9, MARGIN + 44, 2.4, ACCENT)
    return y - 9


def _draw_title(pen: Pen, event: Event, y: float) -> float:
    y -= 9
    size = fitted(event.title, _ROOM, (24, 21, 18, 16), STRONG)
    for line in wrap(event.title, _ROOM, size, STRONG, 3):
        y -= size * 1.2
        pen.line(MARGIN, y, line, size, STRONG)
    y -= 7
    for line in wrap(event.subject, _ROOM, 10.5, REGULAR, 2):
        y -= 14
        pen.line(MARGIN, y, line, 10.5, REGULAR, GREY)
    return y


def _draw_facts(pen: Pen, event: Event, language: str, y: float) -> float:
    """Draw the tinted box of what must be found at a glance, two rows on three columns."""
    _ = spoken(language)
    date, hours = _day(event.starts, language), _hours(event, language)
    room = event.room.name if event.room else ""
    first = [(_("Date"), [date]), (_("Hours"), [hours]), (_("Room"), [room] if room else [])]
    second = [(_("Place"), [event.building, event.address]), (_("Entrance"), [event.entrance.name])]
    high = 100
    pen.canvas.setFillColor(TINT)
    pen.canvas.roundRect(MARGIN, y - high, _ROOM, high, 7, stroke=0, fill=1)
    columns = [MARGIN + _PAD, MARGIN + _PAD + _ROOM * 0.36, MARGIN + _PAD + _ROOM * 0.62, RIGHT]
    for (label, lines), left, right in zip(first, columns, columns[1:], strict=False):
        _draw_fact(pen, (left, y - 18, right - left - _PAD), label, lines, 13)
    for (label, lines), left, right in zip(
        second, (columns[0], columns[2]), (columns[2], RIGHT), strict=True
    ):
        _draw_fact(pen, (left, y - 58, right - left - _PAD), label, lines, 11)
    return y - high


def _draw_fact(
    pen: Pen, place: tuple[float, float, float], label: str, lines: list[str], size: float
) -> None:
    left, y, room = place
    if not lines:
        return
    pen.label(left, y, label)
    for line in lines:
        y -= 15
        fits = fitted(line, room, (size, size - 1.5, size - 3), STRONG, 1)
        pen.line(left, y, shorten(line, room, fits, STRONG), fits, STRONG)


def _draw_programme(pen: Pen, event: Event, language: str, y: float, lowest: float) -> float:
    if not event.programme:
        return y
    _ = spoken(language)
    pen.label(MARGIN, y, _("Programme"))
    y -= 3
    lines = _programme(event, language, max(2, int((y - lowest) // _SLOT)))
    for hour, title in lines:
        y -= _SLOT
        pen.line(MARGIN, y, hour, 9.5, STRONG, ACCENT)
        pen.line(MARGIN + _HOUR, y, title, 9.5)
    return y


def _programme(event: Event, language: str, most: int) -> list[tuple[str, str]]:
    """Return the programme's lines, hour and words: titles in full, else cut, else the first of them."""
    room = _ROOM * _SPLIT - _HOUR - 24
    for each in (2, 1):
        lines = [
            (_clock(slot.starts, language) if first else "", line)
            for slot in event.programme
            for first, line in _numbered(wrap(slot.title, room, 9.5, REGULAR, each))
        ]
        if len(lines) <= most:
            return lines
    return [*lines[: most - 1], ("", ELLIPSIS)]


def _numbered(lines: tuple[str, ...]) -> list[tuple[bool, str]]:
    return [(place == 0, line) for place, line in enumerate(lines)]


def _draw_arrival(pen: Pen, event: Event, language: str, y: float) -> float:
    _ = spoken(language)
    left = MARGIN + _ROOM * _SPLIT
    room = RIGHT - left - 14
    pen.label(left, y, _("On arrival"))
    bring = _("Bring an identity document: it will be checked at the entrance.")
    show = _("Show your QR code, on paper or on a telephone. Each person has their own.")
    y -= 3
    steps = [bring, show] if event.policy.identity_required else [show]
    for number, step in enumerate(steps, 1):
        y -= 2
        pen.line(left, y - 13.5, str(number), 9.5, STRONG, ACCENT)
        for line in wrap(step, room, 9.5, STRONG if step == bring else REGULAR, 3):
            y -= 13.5
            pen.line(left + 14, y, line, 9.5, STRONG if step == bring else REGULAR, INK)
    return y


def _draw_heading(pen: Pen, language: str, y: float) -> float:
    _ = spoken(language)
    pen.label(MARGIN, y - 16, _("Your codes"))
    return y - 25


def draw_footer(pen: Pen, event: Event, language: str, page: tuple[int, int]) -> None:
    """Draw whom to write to, and which page of how many this is where there are more than one."""
    _ = spoken(language)
    number, count = page
    pen.rule(MARGIN, 44, RIGHT)
    if event.reply_to:
        text = " ".join((_("A question, a change? Write to"), event.reply_to))
        pen.line(MARGIN, 31, shorten(text, _ROOM - 80, 8.5), 8.5, REGULAR, GREY)
    if count > 1:
        text = _("Page {number} of {count}").format(number=number, count=count)
        pen.line_to(RIGHT, 31, text, 8.5, REGULAR, GREY)


def _hours(event: Event, language: str) -> str:
    return f"{_clock(event.starts, language)} – {_clock(event.ends, language)}"
