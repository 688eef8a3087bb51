"""Badges: the name as large as it fits, whom the person comes for, and what they are here.

Black on white only: a label printer knows nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from itertools import chain, islice, product, repeat

from reportlab.lib.units import mm

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.labels import Labels
from checkin.documents.paper import BLACK, Pen, begin, end_page, shorten, width
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.event import Event
from checkin.language import spoken

_PADDING = 3.5 * mm
_LEADING = 1.08  # from line to line, of the size
_ASCENT = 0.74  # how high the letters stand over their line, of the size
_LARGEST = 0.30  # of a label's height: a short name would shout
_SMALLEST = 8.0  # points: below that, a name is cut
_WHITE = (1.0, 1.0, 1.0)
_BREAK = re.compile(r"(?<=-)|\s+")


@dataclass(frozen=True, slots=True)
class Badge:
    """Whose badge it is; `lead` is whom an unnamed companion came with."""

    attendee: Attendee
    lead: Attendee | None = None


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a label is on its page, and how large, in points; y goes up from the label's foot."""

    x: float
    y: float
    width: float
    height: float

    @property
    def small(self) -> float:
        """The size of everything but the name."""
        return min(11.0, max(7.0, self.height / 14))


def badges_pdf(
    badges: Iterable[Badge], event: Event, labels: Labels, language: str = "fr", start: int = 1
) -> bytes:
    """Return the badges on pages of `labels`, the first at the `start`th label of the first page.

    Raises ValueError for a label that the page does not have.
    """
    if not 1 <= start <= labels.count:
        raise ValueError(start)
    out = BytesIO()
    _ = spoken(language)
    canvas = begin(out, " · ".join((_("Badges"), event.title)), language)
    canvas.setPageSize((labels.page[0] * mm, labels.page[1] * mm))
    boxes = [_box(labels, x, y) for x, y in labels.places()]
    placed: Iterator[Badge | None] = chain(repeat(None, start - 1), badges)
    while page := list(islice(placed, labels.count)):
        pen = Pen(canvas)
        for box, badge in zip(boxes, page, strict=False):
            if badge is not None:
                _draw(pen, badge, event, box, language)
        pen.done()
        end_page(canvas)
    canvas.save()
    return out.getvalue()


def _box(labels: Labels, x: float, y: float) -> _Box:
    return _Box(x * mm, (labels.page[1] - y - labels.height) * mm, labels.width * mm, labels.height * mm)


def _draw(pen: Pen, badge: Badge, event: Event, box: _Box, language: str) -> None:
    size, person = box.small, badge.attendee
    left, wide = box.x + _PADDING, box.width - 2 * _PADDING
    top = box.y + box.height - _PADDING - size * _ASCENT
    mark = mark_of(person.mark, language)
    taken = _draw_mark(pen, mark, box, top) if mark else 0
    pen.line(left, top, shorten(event.title, wide - taken, size * 0.8), size * 0.8, REGULAR, BLACK)
    foot = box.y + _PADDING
    about = person.organisation or (badge.lead.organisation if badge.lead else "")
    if about:
        pen.line(left, foot + size * 0.25, shorten(about, wide, size * 1.2), size * 1.2, REGULAR, BLACK)
    middle = _Box(left, foot + size * 1.9, wide, top - foot - size * 3.1)
    if person.is_named:
        _draw_name(pen, (person.given_name, person.family_name), middle, box.height * _LARGEST)
    else:
        _draw_unnamed(pen, badge, middle, language)


def _draw_mark(pen: Pen, mark: str, box: _Box, y: float) -> float:
    """Draw what the person is here, white on black in the corner, and return how much room it took."""
    size = box.small
    wide = width(mark, size, STRONG) + size
    x = box.x + box.width - _PADDING - wide
    pen.canvas.setFillColor(BLACK)
    pen.canvas.roundRect(x, y - size * 0.4, wide, size * 1.5, size * 0.3, stroke=0, fill=1)
    pen.line(x + size / 2, y, mark, size, STRONG, _WHITE)
    return wide + size


def _draw_name(pen: Pen, names: tuple[str, str], box: _Box, largest: float) -> None:
    """Write both names, each broken in two where that makes the letters larger."""
    size, lines = _largest(names, box.width, box.height, largest)
    y = box.y + (box.height + len(lines) * size * _LEADING) / 2 - size * _ASCENT
    for text, font in lines:
        shown = text if size > _SMALLEST else shorten(text, box.width, size, font)
        pen.line(box.x, y, shown, size, font, BLACK)
        y -= size * _LEADING


@lru_cache(maxsize=512)
def _largest(
    names: tuple[str, str], room: float, height: float, largest: float
) -> tuple[float, tuple[tuple[str, str], ...]]:
    """Return the largest size at which a name fits, and its lines with their fonts."""
    given, family = names
    ways = product(_ways(given, REGULAR), _ways(family, STRONG))
    sized = ((_fit((*one, *other), room, height, largest), (*one, *other)) for one, other in ways)
    return max(sized, key=lambda way: (way[0], -len(way[1])))


def _ways(name: str, font: str) -> list[tuple[tuple[str, str], ...]]:
    """Return a name on one line, and on two by every break it has."""
    if not name:
        return [()]
    cuts = [(name[: cut.start()], name[cut.end() :]) for cut in _BREAK.finditer(name)]
    return [((name, font),), *(((one, font), (other, font)) for one, other in cuts if one and other)]


def _fit(lines: tuple[tuple[str, str], ...], room: float, height: float, largest: float) -> float:
    by_width = min(room / width(text, 1000, font) * 1000 for text, font in lines)
    return max(_SMALLEST, min(by_width, height / (len(lines) * _LEADING), largest))


def _draw_unnamed(pen: Pen, badge: Badge, box: _Box, language: str) -> None:
    """Leave a line to write the name on."""
    _ = spoken(language)
    line = box.y + box.height * 0.35
    pen.rule(box.x, line, box.x + box.width, 0.8, BLACK)
    if badge.lead is not None and badge.lead.is_named:
        text = _("with {name}").format(name=badge.lead.name)
        pen.line(box.x, box.y, shorten(text, box.width, 9), 9, REGULAR, BLACK)


def mark_of(mark: Mark, language: str) -> str:
    """Return a mark's word, empty where there is none."""
    _ = spoken(language)
    return {
        Mark.NONE: "",
        Mark.SPEAKER: _("Speaker"),
        Mark.VIP: _("Official"),
        Mark.ORGANISER: _("Organiser"),
        Mark.PRESS: _("Press"),
    }[mark]
