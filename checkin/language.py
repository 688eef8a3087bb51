"""The words people read, in the language of the screen: French unless English was asked for.

The code speaks English: `_("Admit")`. The French stands in resources/translations/fr.po (gettext), compiled
into fr.mo beside it by `make translations`. A document for an attendee may need the other language than the
screen: `spoken("en")` gives the `_` of one language. Instants are UTC inside and Europe/Paris here.
"""

import gettext
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import dates

from checkin.resource import resource

LANGUAGES = ("fr", "en")
PARIS = ZoneInfo("Europe/Paris")

_TIMES = {"fr": "H'h'mm", "en": "H:mm"}
_STAMPS = {"fr": "dd/MM/yyyy H'h'mm", "en": "yyyy-MM-dd H:mm"}
_screen = ["fr"]


def speak(code: str) -> None:
    """Make `code` ("fr" or "en") the language of the screen from now on; anything else is French."""
    _screen[0] = code if code in LANGUAGES else "fr"


def language() -> str:
    """Return the language of the screen."""
    return _screen[0]


def _(message: str) -> str:
    """Return `message`, which the code has in English, in the language of the screen."""
    return _catalogue(_screen[0]).gettext(message)


def n_(one: str, many: str, count: int) -> str:
    """Return `one` or `many`, as the language of the screen counts `count`."""
    return _catalogue(_screen[0]).ngettext(one, many, count)


def spoken(code: str) -> Callable[[str], str]:
    """Return the `_` of one language."""
    return _catalogue(code).gettext


def spoken_plural(code: str) -> Callable[[str, str, int], str]:
    """Return the `n_` of one language."""
    return _catalogue(code).ngettext


def long_date(instant: datetime | date, code: str | None = None) -> str:
    """Return « jeudi 24 novembre 2022 »."""
    day = instant.astimezone(PARIS).date() if isinstance(instant, datetime) else instant
    return dates.format_date(day, "full", locale=_locale(code))


def clock(instant: datetime, code: str | None = None) -> str:
    """Return « 9h30 » (French) or « 9:30 » (English), in Paris."""
    return dates.format_time(instant.astimezone(PARIS), _TIMES[code or _screen[0]], locale=_locale(code))


def stamp(instant: datetime, code: str | None = None) -> str:
    """Return « 24/11/2022 9h30 » (French) or « 2022-11-24 9:30 » (English), in Paris."""
    return dates.format_datetime(instant.astimezone(PARIS), _STAMPS[code or _screen[0]], locale=_locale(code))


def _locale(code: str | None) -> str:
    return "en_GB" if (code or _screen[0]) == "en" else "fr_FR"


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    path = resource("translations", f"{code}.mo")
    if not path.exists():  # English is what the code says
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)
