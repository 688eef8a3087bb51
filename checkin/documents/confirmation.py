"""The confirmation: an A4 page for each party, with each person's own QR.

A party of up to six has one page; more go on to further pages of ten. On paper each symbol is at level H and
at least 30 mm wide without its quiet zone (3 points a module, 29 modules: 30.7 mm).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from checkin.documents.confirmation_cards import Holder, cards_height, draw_cards
from checkin.documents.confirmation_head import draw_footer, draw_head, draw_short_head
from checkin.documents.paper import Pen, begin, end_page
from checkin.documents.tags import Tags
from checkin.domain.event import Event
from checkin.language import spoken

__all__ = ["Confirmation", "Holder", "confirmation_pdf", "write_confirmations"]

ON_FIRST_PAGE = 6
ON_FURTHER_PAGES = 10


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What goes onto one party's confirmation: the lead first, in `language` ("fr" or "en")."""

    event: Event
    holders: tuple[Holder, ...]
    language: str = "fr"


def confirmation_pdf(confirmation: Confirmation) -> bytes:
    """Return the PDF of one party's confirmation, tagged for screen readers."""
    out = BytesIO()
    canvas = begin(out, _title(confirmation), confirmation.language)
    tags = Tags()
    _draw(canvas, confirmation, tags)
    tags.write(canvas._doc)  # noqa: SLF001 - ReportLab has no other way to the document
    canvas.save()
    return out.getvalue()


def write_confirmations(stream: BinaryIO, confirmations: Iterable[Confirmation]) -> int:
    """Write confirmations of one event one after the other into one PDF and return how many there are.

    It is meant for the printer: without tags, its title and language those of the first; none, no file.
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
    _ = spoken(confirmation.language)
    return " · ".join((_("Confirmation"), confirmation.event.title))


def _draw(canvas: Canvas, confirmation: Confirmation, tags: Tags | None = None) -> None:
    event, language = confirmation.event, confirmation.language
    sheets = _sheets(confirmation.holders)
    for number, holders in enumerate(sheets, 1):
        pen = Pen(canvas, tags)
        if number == 1:
            top = draw_head(pen, event, language, cards_height(len(holders)))
        else:
            top = draw_short_head(pen, event, language)
        draw_cards(pen, holders, confirmation.holders[0].attendee, language, top)
        with pen.part("P"):
            draw_footer(pen, event, language, (number, len(sheets)))
        pen.done()
        end_page(canvas, tags)


def _sheets(holders: tuple[Holder, ...]) -> list[tuple[Holder, ...]]:
    """Return who stands on which page."""
    rest = range(ON_FIRST_PAGE, len(holders), ON_FURTHER_PAGES)
    return [holders[:ON_FIRST_PAGE], *(holders[start : start + ON_FURTHER_PAGES] for start in rest)]
