from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
import pytest

from checkin.documents.calendar import calendar_entry
from checkin.documents.entry import Entry
from checkin.domain.event import Event

AT = datetime(2022, 11, 10, 8, 30, tzinfo=UTC)


@pytest.fixture
def entry(event: Event) -> Callable[..., Entry]:
    def make(version: int = 1, language: str = "fr", *, is_cancelled: bool = False) -> Entry:
        return Entry(event, UUID(int=7), version, AT, "zoe@example.org", language, is_cancelled)

    return make


def read(entry: Entry) -> tuple[Any, Any]:
    calendar = icalendar.Calendar.from_ical(calendar_entry(entry))
    (component,) = calendar.walk("VEVENT")
    return calendar, component


def test_the_times_are_those_of_paris_with_the_rules_of_the_zone(
    entry: Callable[..., Entry], event: Event
) -> None:
    calendar, component = read(entry())
    assert component["DTSTART"].params["TZID"] == "Europe/Paris"
    assert component.start == event.starts
    assert component.end == event.ends
    assert component.start.strftime("%H:%M") == "10:00"
    (zone,) = calendar.timezones
    rules = zone.to_tz(lookup_tzid=False)
    for day in range(0, 365 * 2, 3):
        instant = datetime(2025, 1, 1, 12, tzinfo=UTC) + timedelta(days=day)
        assert (
            instant.astimezone(rules).utcoffset() == instant.astimezone(ZoneInfo("Europe/Paris")).utcoffset()
        )


def test_each_version_comes_after_the_one_before_and_its_cancellation(entry: Callable[..., Entry]) -> None:
    entries = [entry(1), entry(1, is_cancelled=True), entry(2), entry(3), entry(3, is_cancelled=True)]
    read_back = [read(one) for one in entries]
    numbers = [component["SEQUENCE"] for _calendar, component in read_back]
    assert numbers == sorted(set(numbers))
    assert len({component["UID"] for _calendar, component in read_back}) == 1
    assert [calendar["METHOD"] for calendar, _component in read_back] == [
        *("REQUEST", "CANCEL", "REQUEST", "REQUEST", "CANCEL")
    ]


def test_another_party_has_another_entry(entry: Callable[..., Entry]) -> None:
    _calendar, one = read(entry())
    _calendar, other = read(replace(entry(), party_id=UUID(int=8)))
    assert one["UID"] != other["UID"]


def test_it_says_where_and_what_to_bring_in_the_guest_s_language(
    entry: Callable[..., Entry], event: Event
) -> None:
    _calendar, french = read(entry())
    _calendar, english = read(entry(language="en"))
    assert french["LOCATION"] == f"{event.building}, {event.address}"
    assert "Entrée\N{NO-BREAK SPACE}: Cour d’honneur" in french["DESCRIPTION"]
    assert "pièce d’identité" in french["DESCRIPTION"]
    assert "Entrance: Cour d’honneur" in english["DESCRIPTION"]
    assert "identity document" in english["DESCRIPTION"]


def test_it_asks_for_no_answer_and_says_who_asks(entry: Callable[..., Entry], event: Event) -> None:
    _calendar, component = read(entry())
    assert component["ORGANIZER"] == f"mailto:{event.reply_to}"
    assert component["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert component["ATTENDEE"].params["RSVP"] == "FALSE"


def test_without_an_organiser_s_address_it_is_published(entry: Callable[..., Entry], event: Event) -> None:
    calendar, component = read(replace(entry(), event=replace(event, reply_to="")))
    assert calendar["METHOD"] == "PUBLISH"
    assert "ORGANIZER" not in component


def test_lines_are_as_long_as_the_standard_allows(entry: Callable[..., Entry]) -> None:
    content = calendar_entry(entry())
    assert content.endswith(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 75
