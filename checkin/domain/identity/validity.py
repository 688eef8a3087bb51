"""Is the document in force? French law, one table; what an expired one means is the event's policy.

What is printed counts, the last day included, but for the rules of the table.
"""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from checkin.domain.event import ExpiredDocuments
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome
from checkin.domain.identity.document import Document, Format

_MAJORITY = 18  # years: Code civil, article 414
_NEVER = 99  # the year that stands for one without end


class Law(StrEnum):
    """Which rule decided; its words for the card are made elsewhere."""

    PRINTED = "printed"
    FRENCH_CARD_TEN_YEARS = "french_card_ten_years"
    FRENCH_CARD_FIFTEEN_YEARS = "french_card_fifteen_years"
    RESIDENCE_THREE_MONTHS = "residence_three_months"
    SPANISH_PERMANENT = "spanish_permanent"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day that can be the document's last; equal where there is no doubt."""

    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its name, where it stands, and the window it gives a document; None where it is not of it."""

    law: Law
    source: str
    window: Callable[[Document], Window | None]


@dataclass(frozen=True, slots=True)
class Validity:
    """Whether a document is in force, until when at the latest (None: not told), and by which rule."""

    outcome: ExpiryOutcome
    until: date | None
    law: Law


def validity(document: Document, today: date) -> Validity:
    """Return whether `document` is in force on the day `today` (a date in Paris)."""
    for rule in RULES:
        window = rule.window(document)
        if window is not None:
            return Validity(_outcome(window, today), window.latest, rule.law)
    return Validity(ExpiryOutcome.UNKNOWN, None, Law.NO_DATE)


def at_the_door(outcome: ExpiryOutcome, policy: ExpiredDocuments) -> ExpiredDocuments:
    """Return what to do with a document: accept it, let the agent decide, or refuse it.

    Doubt is the agent's, but for an event that accepts expired documents; a document whose date nobody read
    is accepted, for an agent has it in hand.
    """
    if outcome is ExpiryOutcome.EXPIRED:
        return policy
    if outcome is ExpiryOutcome.TO_CHECK and policy is not ExpiredDocuments.ACCEPT:
        return ExpiredDocuments.ASK
    return ExpiredDocuments.ACCEPT


def _outcome(window: Window, today: date) -> ExpiryOutcome:
    if today <= window.earliest:
        return ExpiryOutcome.VALID
    return ExpiryOutcome.TO_CHECK if today <= window.latest else ExpiryOutcome.EXPIRED


def _years_on(day: date, years: int) -> date:
    last = monthrange(day.year + years, day.month)[1]
    return date(day.year + years, day.month, min(day.day, last))


def _ages_at_issue(document: Document) -> tuple[bool, bool]:
    """Return whether the holder was an adult on the first and on the last day of the month of issue."""
    if document.issued is None or document.birth is None:
        return False, True  # not known: both
    youngest, oldest = document.birth.last, document.birth.first
    return (
        _years_on(youngest, _MAJORITY) <= document.issued.first,
        _years_on(oldest, _MAJORITY) <= document.issued.last,
    )


def _card_window(document: Document, years: int) -> Window | None:
    """Return when a French card issued in a known month runs out: in that month, `years` later."""
    if document.format is not Format.FRENCH_CARD or document.issued is None:
        return None
    first = _years_on(document.issued.first, years)
    return Window(date.fromordinal(first.toordinal() - 1), _month_end(first))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _fifteen_years(document: Document) -> Window | None:
    """Give an adult's card its fifteen years; where the holder came of age that month, ten to fifteen."""
    window = _card_window(document, 15)
    if window is None or document.issued is None or document.issued.first < date(2004, 1, 1):
        return None
    surely, maybe = _ages_at_issue(document)
    if surely:
        return window
    ten = _card_window(document, 10)
    return Window(ten.earliest, window.latest) if maybe and ten else None


def _ten_years(document: Document) -> Window | None:
    return _card_window(document, 10)


def _residence(document: Document) -> Window | None:
    permit = document.kind is DocumentKind.RESIDENCE_PERMIT and document.issuing_state == "FRA"
    if not permit or document.expiry is None:
        return None
    last = document.expiry.last
    month = last.month + 3
    then = date(last.year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    return Window(document.expiry.first, then.replace(day=min(last.day, _month_end(then).day)))


def _spanish(document: Document) -> Window | None:
    permanent = document.issuing_state == "ESP" and document.expiry is not None
    if not permanent or document.expiry is None or document.expiry.year % 100 != _NEVER:
        return None
    return Window(date.max, date.max)


def _printed(document: Document) -> Window | None:
    expiry = document.expiry
    return Window(_shortest(document), expiry.last) if expiry is not None else None


def _shortest(document: Document) -> date:
    """Return the last day that surely counts: the day before, where only a month or a year is told."""
    expiry = document.expiry
    if expiry is None or expiry.day is not None:
        return expiry.last if expiry else date.max
    return date.fromordinal(expiry.first.toordinal() - 1)


RULES: tuple[Rule, ...] = (
    Rule(
        Law.FRENCH_CARD_FIFTEEN_YEARS,
        "Décret n° 2013-1188 du 18 décembre 2013: adults’ cards from 1 January 2014 run fifteen years, those "
        "issued to adults from 2 January 2004 to 31 December 2013 five years beyond what is printed "
        "(no card was issued on 1 January 2004, a holiday)",
        _fifteen_years,
    ),
    Rule(
        Law.FRENCH_CARD_TEN_YEARS,
        "Décret n° 55-1397 du 22 octobre 1955, before and, for minors, after décret n° 2013-1188",
        _ten_years,
    ),
    Rule(
        Law.RESIDENCE_THREE_MONTHS,
        "Code de l’entrée et du séjour des étrangers, article L. 433-3: while a renewal is asked for, up to "
        "three months beyond what is printed; the holder has a paper that says so",
        _residence,
    ),
    Rule(
        Law.SPANISH_PERMANENT,
        "Real Decreto 1553/2005, artículo 6: permanent from the age of seventy, printed 01-01-9999",
        _spanish,
    ),
    Rule(Law.PRINTED, "ICAO 9303-3, 4.8: the date in the machine-readable zone", _printed),
)
