"""Words, dates and times in the language of the screen."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from checkin.language import _, clock, language, long_date, n_, speak, spoken, stamp

MORNING = datetime(2022, 11, 24, 8, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _french_after() -> Iterator[None]:
    yield
    speak("fr")


def test_the_screen_is_french_unless_english_was_asked_for() -> None:
    assert (language(), _("Try again.")) == ("fr", "Réessayez.")
    speak("en")
    assert (language(), _("Try again.")) == ("en", "Try again.")
    speak("de")
    assert language() == "fr"


def test_a_document_may_speak_the_other_language() -> None:
    assert spoken("en")("Try again.") == "Try again."
    assert spoken("fr")("Try again.") == "Réessayez."
    speak("en")
    assert spoken("fr")("Try again.") == "Réessayez."


def test_what_is_not_translated_stays() -> None:
    assert _("xyzzy") == "xyzzy"
    assert n_("xyzzy", "xyzzies", 2) == "xyzzies"


@pytest.mark.parametrize(
    ("instant", "french", "english"),
    [
        (MORNING, "24/11/2022 9h05", "2022-11-24 9:05"),
        (datetime(2022, 7, 14, 8, 5, tzinfo=UTC), "14/07/2022 10h05", "2022-07-14 10:05"),  # summer time
        (datetime(2022, 11, 23, 23, 30, tzinfo=UTC), "24/11/2022 0h30", "2022-11-24 0:30"),  # the next day
    ],
)
def test_instants_are_shown_in_paris(instant: datetime, french: str, english: str) -> None:
    assert (stamp(instant), stamp(instant, "en")) == (french, english)
    assert (clock(instant), clock(instant, "en")) == (french.split()[1], english.split()[1])


def test_a_day_is_written_out() -> None:
    assert long_date(MORNING) == long_date(date(2022, 11, 24)) == "jeudi 24 novembre 2022"
    assert long_date(datetime(2022, 11, 23, 23, 30, tzinfo=UTC)) == "jeudi 24 novembre 2022"
    assert long_date(MORNING, "en") == "Thursday, 24 November 2022"
    speak("en")
    assert (long_date(MORNING), clock(MORNING)) == ("Thursday, 24 November 2022", "9:05")


def test_no_words_hide_from_their_translator() -> None:
    """Inside an f-string, those who gather the words do not see them."""
    sources = Path(__file__).parents[1].joinpath("checkin").rglob("*.py")
    assert [path.name for path in sources if re.search(r"\{n?_\(", path.read_text(encoding="utf-8"))] == []
