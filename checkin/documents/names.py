"""A name on a list: the family name strong, the given name after it, whole as long as it can be read."""

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import INK, Colour, Pen, shorten, width
from checkin.documents.scripts import is_right_to_left
from checkin.domain.attendee import Attendee

SMALLEST = 5.5  # points: what is larger than its room is written smaller, down to this; then it is cut


def draw_name(  # noqa: PLR0913, PLR0917 - whose name, where, and how it looks
    pen: Pen, person: Attendee, x: float, y: float, room: float, size: float, colour: Colour = INK
) -> None:
    """Write a named person's name from (x, y), no wider than `room`, in letters of `size` or smaller."""
    family, given = person.family_name, person.given_name
    wide = _width(family, size)
    whole = wide + width(given, size)
    if whole > room:
        size = max(SMALLEST, int(10 * size * room / whole) / 10)
        family = shorten(family, room * 0.7, size, STRONG) if size == SMALLEST else family
        wide = _width(family, size)
        given = shorten(given, room - wide, size)
    if is_right_to_left(person.list_name):  # read from the right: the family name stands there
        pen.line(x, y, given, size, REGULAR, colour)
        pen.line(x + width(f"{given} ", size), y, family, size, STRONG, colour)
        return
    if family:
        pen.line(x, y, family, size, STRONG, colour)
    if given:
        pen.line(x + wide, y, given, size, REGULAR, colour)


def _width(family: str, size: float) -> float:
    return width(f"{family} ", size, STRONG) if family else 0.0
