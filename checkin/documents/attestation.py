"""The attestation of presence: a page for a person, that the organiser signs."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import GREY, INK, MARGIN, RIGHT, WIDTH, fitted, shorten, width, wrap
from checkin.documents.sheet import Sheet, masthead
from checkin.domain.event import Event
from checkin.domain.turnout import Presence
from checkin.language import clock, long_date, spoken

_WIDE = RIGHT - MARGIN
_SIZE = 12
_LEADING = 19


def attestations_pdf(
    event: Event, presences: Sequence[Presence], at: datetime, language: str = "fr"
) -> bytes:
    """Return an A4 page for each of those who came, drawn up at the instant `at`; the others are left out."""
    _ = spoken(language)
    stream = BytesIO()
    sheet = Sheet(stream, _("Attestation of presence"), language, at, numbered=False)
    came = [one for one in presences if one.came and one.attendee.is_named]
    for number, one in enumerate(came):
        if number:
            sheet.turn()
        _draw(sheet, event, one, at)
    sheet.save()
    return stream.getvalue()


def _draw(sheet: Sheet, event: Event, one: Presence, at: datetime) -> None:
    _ = spoken(sheet.language)
    masthead(sheet, _("Attestation of presence"), event.organiser or event.building, (event.address,))
    sheet.down(60)
    _write(sheet, _("We, the undersigned, certify that"))
    _draw_name(sheet, one)
    _write(sheet, _said(event, one, sheet.language))
    _draw_slots(sheet, event, one)
    sheet.down(40)
    _write(sheet, _("Drawn up for all legal intents and purposes, on {date}.").format(
        date=long_date(at, sheet.language)
    ))  # fmt: skip
    sheet.pen.line(
        WIDTH / 2 + 20, sheet.down(70), _("For the organiser, name and signature"), 10, REGULAR, GREY
    )
    sheet.canvas.setStrokeColor(GREY)
    sheet.canvas.setLineWidth(0.6)
    sheet.canvas.roundRect(WIDTH / 2 + 20, sheet.down(98), RIGHT - WIDTH / 2 - 20, 88, 6)


def _write(sheet: Sheet, text: str) -> None:
    for line in wrap(text, _WIDE, _SIZE, most=12):
        sheet.pen.line(MARGIN, sheet.down(_LEADING), line, _SIZE)


def _draw_name(sheet: Sheet, one: Presence) -> None:
    person = one.attendee
    size = fitted(person.name, _WIDE, (26, 22, 18, 14), STRONG, 1)
    name = shorten(person.name, _WIDE, size, STRONG)
    sheet.pen.line((WIDTH - width(name, size, STRONG)) / 2, sheet.down(52), name, size, STRONG)
    about = shorten(", ".join(filter(None, (person.function, person.organisation))), _WIDE, _SIZE)
    sheet.pen.line((WIDTH - width(about, _SIZE)) / 2, sheet.down(22), about, _SIZE, REGULAR, GREY)
    sheet.down(26)


def _said(event: Event, one: Presence, language: str) -> str:
    """Return what is certified: where and when, and from when till when if that was recorded."""
    _ = spoken(language)
    arrived = one.entered_at or one.admitted_at
    hours = ""
    if arrived and one.left_at:
        start, end = clock(arrived, language), clock(min(one.left_at, event.ends), language)
        hours = _(", from {start} to {end}").format(start=start, end=end)
    elif arrived:
        hours = _(" (arrived at {start})").format(start=clock(arrived, language))
    return _("attended « {title} » on {date}{hours}, at {place}.").format(
        title=event.title, date=long_date(event.starts, language), hours=hours,
        place=", ".join(filter(None, (event.building, event.address))),
    )  # fmt: skip


def _draw_slots(sheet: Sheet, event: Event, one: Presence) -> None:
    """List the slots of the programme during which the person was in the room."""
    _ = spoken(sheet.language)
    if not one.slots:
        return
    sheet.down(14)
    sheet.pen.label(MARGIN, sheet.down(16), _("Present during"), GREY, 7)
    for place in one.slots:
        slot = event.programme[place]
        y = sheet.down(18)
        hours = f"{clock(slot.starts, sheet.language)} – {clock(slot.ends, sheet.language)}"
        sheet.pen.line(MARGIN, y, hours, 10.5, REGULAR, GREY)
        sheet.pen.line(MARGIN + 96, y, shorten(slot.title, _WIDE - 96, 10.5), 10.5, REGULAR, INK)
