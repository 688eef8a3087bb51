"""Two-digit years and unknown parts: the dates of a machine-readable zone (ICAO 9303-3, 4.8)."""

from calendar import monthrange
from datetime import date

from checkin.domain.identity.document import PartialDate

_MONTHS = 12
_PAST = 40  # a document shown at a door has not run out longer ago than this, in years
_AHEAD = 59


def birth_date(text: str, limit: date) -> PartialDate | None:
    """Return YYMMDD as the latest date not after `limit`; None where it is unknown.

    ValueError where no calendar has it.
    """
    return next((day for day in _centuries(text, limit.year) if day.first <= limit), None)


def expiry_date(text: str, today: date) -> PartialDate | None:
    """Return YYMMDD in the century that brings it near `today`; None where it is unknown.

    ValueError where no calendar has it.
    """
    near = (day for day in _centuries(text, today.year) if -_PAST <= day.year - today.year <= _AHEAD)
    return next(near, None)


def issue_month(text: str, today: date) -> PartialDate | None:
    """Return YYMM as the latest month not after `today`; ValueError where no calendar has it."""
    return birth_date(text + "<<", today)


def _centuries(text: str, year: int) -> list[PartialDate]:
    """Return what YYMMDD can be, the latest first; nothing where the year is unknown."""
    years, months, days = text[:2], text[2:4], text[4:]
    if years == "<<":
        if text.strip("<"):
            raise ValueError
        return []
    month = None if months in {"<<", "00"} else int(months)
    day = None if days in {"<<", "00"} else int(days)
    if month is None and day is not None:
        raise ValueError
    century = year - year % 100 + 100
    found = [
        PartialDate(each + int(years), month, day)
        for each in (century, century - 100, century - 200)
        if _exists(each + int(years), month, day)
    ]
    if not found:
        raise ValueError
    return found


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if month is not None and not 1 <= month <= _MONTHS:
        return False
    return day is None or 1 <= day <= monthrange(year, month or 1)[1]
