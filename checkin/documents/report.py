"""The attendance report: what the morning came to, in figures, in charts, and by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing

from checkin.documents.charts import arrivals_chart, organisations_chart
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.paper import ACCENT, GREY, INK, MARGIN, RIGHT, TINT, shorten
from checkin.documents.sheet import Sheet, masthead
from checkin.domain.turnout import Presence, Turnout
from checkin.language import clock, long_date, spoken, spoken_plural

_WIDE = RIGHT - MARGIN
_LINE = 15.0
_CURVE = 150.0


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the list by name: its heading, where it begins, and how wide it is."""

    title: str
    x: float
    wide: float


def report_pdf(turnout: Turnout, language: str = "fr") -> bytes:
    """Return the report as an A4 PDF in `language` ("fr" or "en")."""
    _ = spoken(language)
    stream = BytesIO()
    event = turnout.event
    sheet = Sheet(stream, _("Attendance report"), language, turnout.at)
    room = event.room.name if event.room else ""
    hours = f"{clock(event.starts, language)} – {clock(event.ends, language)}"
    when = f"{long_date(event.starts, language)}, {hours}"
    masthead(
        sheet,
        _("Attendance report"),
        event.title,
        (when, " · ".join(filter(None, (event.building, room, event.address))), event.organiser),
    )
    _draw_figures(sheet, turnout)
    _draw_charts(sheet, turnout)
    _draw_programme(sheet, turnout)
    _draw_company(sheet, turnout)
    _draw_people(sheet, _("Who came"), [one for one in turnout.presences if one.came])
    _draw_people(sheet, _("Who was expected and did not come"), turnout.no_shows)
    sheet.save()
    return stream.getvalue()


def _draw_figures(sheet: Sheet, turnout: Turnout) -> None:
    _ = spoken(sheet.language)
    figures = (
        (turnout.expected, _("expected")),
        (turnout.admitted, _("came")),
        (len(turnout.no_shows), _("did not come")),
        (sum(one.entered_at is not None for one in turnout.presences), _("seen in the room")),
    )
    y = sheet.down(64)
    wide = (_WIDE - 3 * 12) / 4
    sheet.canvas.setFillColor(TINT)
    for place, (count, text) in enumerate(figures):
        x = MARGIN + place * (wide + 12)
        sheet.canvas.roundRect(x, y, wide, 52, 6, stroke=0, fill=1)
        sheet.pen.line(x + 12, y + 23, str(count), 22, STRONG, ACCENT)
        sheet.pen.line(x + 12, y + 9, text, 9, REGULAR, INK)


def _draw_charts(sheet: Sheet, turnout: Turnout) -> None:
    _ = spoken(sheet.language)
    sheet.heading(_("Arrivals, minute by minute"), _CURVE)
    _place(sheet, arrivals_chart(turnout, _WIDE, _CURVE, sheet.language))
    bars = organisations_chart(turnout, _WIDE, sheet.language)
    sheet.heading(_("Who came, by organisation"), bars.height)
    _place(sheet, bars)


def _place(sheet: Sheet, chart: Drawing) -> None:
    renderPDF.draw(chart, sheet.canvas, MARGIN, sheet.down(chart.height))


def _draw_programme(sheet: Sheet, turnout: Turnout) -> None:
    _ = spoken(sheet.language)
    if not turnout.event.programme or not turnout.event.room:
        return
    sheet.heading(_("In the room, slot by slot"))
    for slot, count in zip(turnout.event.programme, turnout.attendance, strict=True):
        sheet.room(_LINE)
        y = sheet.down(_LINE)
        hours = f"{clock(slot.starts, sheet.language)} – {clock(slot.ends, sheet.language)}"
        sheet.pen.line(MARGIN, y, hours, 9.5, REGULAR, GREY)
        sheet.pen.line(MARGIN + 90, y, shorten(slot.title, _WIDE - 140, 9.5), 9.5)
        sheet.pen.line_to(RIGHT, y, str(count), 9.5, STRONG)


def _draw_company(sheet: Sheet, turnout: Turnout) -> None:
    _ = spoken(sheet.language)
    said = []
    for size, count in turnout.company().items():
        n_ = spoken_plural(sheet.language)
        parties = n_("{count} party", "{count} parties", count).format(count=count)
        people = n_("one person", "{size} people", size).format(size=size)
        said.append(_("{parties} of {people}").format(parties=parties, people=people))
    if said:
        sheet.heading(_("Who came with whom"), 20)
        sheet.paragraph(" · ".join(said))
        _draw_incomplete(sheet, turnout)


def _draw_incomplete(sheet: Sheet, turnout: Turnout) -> None:
    """List the parties of which only some came."""
    _ = spoken(sheet.language)
    named = False
    for party, came in turnout.by_party():
        expected = [member for member in party.members if member.is_expected]
        if came and len(came) < len(expected):
            if not named:
                sheet.room(20 + _LINE)
                sheet.pen.label(
                    MARGIN,
                    sheet.down(20),
                    _("Of these parties only some came: the lead, and who came"),
                    GREY,
                    7,
                )
                named = True
            sheet.room(_LINE)
            y = sheet.down(_LINE)
            names = ", ".join(one.attendee.list_name or _("unnamed companion") for one in came)
            count = _("{count} of {total}").format(count=len(came), total=len(expected))
            sheet.pen.line(MARGIN, y, shorten(party.lead.list_name, 190, 9.5, STRONG), 9.5, STRONG)
            sheet.pen.line(MARGIN + 196, y, shorten(names, _WIDE - 196 - 60, 9.5), 9.5)
            sheet.pen.line_to(RIGHT, y, count, 9.5, STRONG)


def _draw_people(sheet: Sheet, title: str, presences: Sequence[Presence]) -> None:
    if not presences:
        return
    _ = spoken(sheet.language)
    sheet.heading(f"{title} ({len(presences)})")
    columns = (
        _Column(_("Family and given name"), MARGIN, 190),
        _Column(_("Organisation"), MARGIN + 196, 142),
        _Column(_("Entrance"), MARGIN + 344, 50),
        _Column(_("In the room"), MARGIN + 400, 74),
        _Column("", MARGIN + 474, 26),
    )
    sheet.repeat(lambda: _draw_headings(sheet, columns))
    for one in presences:
        sheet.room(_LINE)
        _draw_person(sheet, columns, one)
    sheet.repeat()


def _draw_headings(sheet: Sheet, columns: Sequence[_Column]) -> None:
    y = sheet.down(12)
    for column in columns:
        sheet.pen.label(column.x, y, column.title, GREY, 6.5)
    sheet.pen.rule(MARGIN, sheet.down(4), RIGHT)


def _draw_person(sheet: Sheet, columns: Sequence[_Column], one: Presence) -> None:
    _ = spoken(sheet.language)
    y = sheet.down(_LINE)
    person = one.attendee
    cells = (
        person.list_name or _("unnamed companion"),
        person.organisation,
        _time(one.admitted_at, sheet.language),
        " – ".join(_time(at, sheet.language) for at in (one.entered_at, one.left_at) if at),
    )
    for column, text, font in zip(columns, cells, (STRONG, REGULAR, REGULAR, REGULAR), strict=False):
        if text:
            sheet.pen.line(column.x, y, shorten(text, column.wide, 9, font), 9, font)
    if one.in_room:
        sheet.pen.line_to(RIGHT, y, _duration(one.in_room), 9, REGULAR, GREY)


def _time(at: datetime | None, language: str) -> str:
    return clock(at, language) if at else ""


def _duration(span: timedelta) -> str:
    minutes = round(span / timedelta(minutes=1))
    return f"{minutes // 60}h{minutes % 60:02}" if minutes >= 60 else f"{minutes} min"  # noqa: PLR2004 - minutes
