"""The attendance as rows for a spreadsheet: .xlsx, or .csv as a French Excel opens it.

The columns are always the same ones, in this order; their headings are in the language of the screen. A cell
that a spreadsheet would take for a formula stays text (CWE-1236): .xlsx cells are written as strings, and in
.csv an apostrophe stands before them.
"""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import xlsxwriter

from checkin.domain.turnout import Presence, Turnout
from checkin.language import PARIS, _
from checkin.words import mark, status

Cell = str | int | datetime | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_MINUTE = timedelta(minutes=1)


def headings(turnout: Turnout) -> list[str]:
    """Return the headings: of the columns, then one for each slot of the programme."""
    slots = (slot.title for slot in turnout.event.programme)
    return [*(title for title, _value in _columns()), *slots]


def rows(turnout: Turnout) -> list[list[Cell]]:
    """Return a row for each person, in alphabetical order; instants are in Paris, without a zone."""
    columns = _columns()
    leads = {
        one.attendee.party_id: one.attendee.list_name for one in turnout.presences if one.attendee.is_lead
    }
    places = range(len(turnout.event.programme))
    return [
        [
            *(value(one, leads.get(one.attendee.party_id, "")) for _title, value in columns),
            *(int(place in one.slots) for place in places),
        ]
        for one in turnout.presences
    ]


def csv_bytes(turnout: Turnout) -> bytes:
    """Return the rows parted by semicolons, in UTF-8 with a BOM, as Excel in French expects them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow([_safe(title) for title in headings(turnout)])
    writer.writerows([_written(cell) for cell in row] for row in rows(turnout))
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(turnout: Turnout) -> bytes:
    """Return the rows as a workbook of one sheet, with filters and the headings kept in sight."""
    out, titles, lines = io.BytesIO(), headings(turnout), rows(turnout)
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        strong = book.add_format({"bold": True, "bottom": 1})
        instant = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet = book.add_worksheet(_("Attendance")[:31])
        sheet.write_row(0, 0, titles, strong)
        for place, line in enumerate(lines, 1):
            _write(sheet, place, line, instant)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(len(lines), 1), len(titles) - 1)
        sheet.autofit()
    return out.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet, place: int, line: Sequence[Cell], instant: xlsxwriter.format.Format
) -> None:
    for column, cell in enumerate(line):
        if isinstance(cell, str) and cell:
            sheet.write_string(place, column, cell)
        elif isinstance(cell, datetime):
            sheet.write_datetime(place, column, cell, instant)
        elif isinstance(cell, int):
            sheet.write_number(place, column, cell)


def _columns() -> list[tuple[str, Callable[[Presence, str], Cell]]]:
    return [
        (_("Family name"), lambda one, _lead: one.attendee.family_name),
        (_("Given name"), lambda one, _lead: one.attendee.given_name),
        (_("Title"), lambda one, _lead: one.attendee.title),
        (_("E-mail"), lambda one, _lead: one.attendee.email),
        (_("Organisation"), lambda one, _lead: one.attendee.organisation),
        (_("Function"), lambda one, _lead: one.attendee.function),
        (_("Mark"), lambda one, _lead: mark(one.attendee.mark)),
        (_("Accompanies"), lambda one, lead: "" if one.attendee.is_lead else lead),
        (_("Reply"), lambda one, _lead: status(one.attendee.status)),
        (_("Came (1 or 0)"), lambda one, _lead: int(one.came)),
        (_("Admitted at"), lambda one, _lead: _paris(one.admitted_at)),
        (_("In the room from"), lambda one, _lead: _paris(one.entered_at)),
        (_("In the room until"), lambda one, _lead: _paris(one.left_at)),
        (
            _("Minutes in the room"),
            lambda one, _lead: round(one.in_room / _MINUTE) if one.entered_at else None,
        ),
    ]


def _paris(at: datetime | None) -> datetime | None:
    return at.astimezone(PARIS).replace(tzinfo=None, microsecond=0) if at else None


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case datetime():
            return f"{cell:%d/%m/%Y %H:%M:%S}"
        case int():
            return str(cell)
    return _safe(cell)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
