"""From settings to a desk at work."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.app import (
    demonstration_event,
    desk_at,
    desk_open,
    new_id,
    now,
    open_demonstration,
    open_desk,
    open_events,
)
from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.services.context import time_ordered_id
from checkin.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "data")


def make_events(settings: Settings, count: int) -> list[UUID]:
    events = open_events(settings)
    made = [events.create(demonstration_event()).id for _ in range(count)]
    events.database.close()
    return made


def test_the_first_start_makes_the_folder_and_finds_no_event(settings: Settings) -> None:
    with pytest.raises(InputError) as refused:
        open_desk(settings)
    assert refused.value.happened == "Il n’y a pas encore d’événement."
    assert (settings.folder / "checkin.db").exists()


def test_a_desk_opens_at_the_event_asked_for_else_the_last_else_the_newest(settings: Settings) -> None:
    first, second, third = make_events(settings, 3)
    for asked, last, expected in [
        (None, "", third),
        (None, str(second), second),
        (first, str(second), first),
        (None, str(new_id()), third),  # it was in another database
        (None, "no id", third),
    ]:
        with desk_open(replace(settings, event_id=last), asked) as desk:
            assert desk.event.id == expected
    with pytest.raises(InputError) as refused:
        open_desk(settings, new_id())
    assert refused.value.happened == "Il n’y a pas un tel événement dans cette base de données."


def test_the_demonstration_is_made_once(settings: Settings, tmp_path: Path) -> None:
    first = open_demonstration(settings)
    people = first.searching.everyone()
    first.close()
    again = open_demonstration(settings)
    assert again.event == first.event
    assert again.searching.everyone() == people
    assert len(people) > 150
    again.close()
    assert [path.name for path in settings.folder.iterdir()] == ["demonstration.db"]
    elsewhere = open_demonstration(settings, tmp_path / "elsewhere")
    assert elsewhere.event.id != first.event.id
    elsewhere.close()


def test_a_desk_has_everything_it_needs(settings: Settings) -> None:
    (event_id,) = make_events(settings, 1)
    with desk_open(replace(settings, operator="Léa", desk="Entrée")) as desk:
        assert (desk.context.operator, desk.context.desk, desk.context.event.id) == (
            "Léa",
            "Entrée",
            event_id,
        )
        assert desk.context is desk.admitting.context is desk.attending.context is desk.importing.context
        assert desk.secrets.path(event_id).is_relative_to(settings.folder)
        assert desk_at(desk.settings, open_events(settings), desk.event).settings.last_event == event_id


def test_a_folder_that_can_t_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for opening in (open_desk, open_demonstration):
        with pytest.raises(PlaceError):
            opening(Settings(tmp_path / "file" / "data"))


def test_a_database_that_can_t_be_opened_is_a_sentence(settings: Settings) -> None:
    with pytest.raises(CheckinError):
        open_desk(replace(settings, database="nonsense://"))


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis adds it
    st.binary(min_size=10, max_size=10),
    st.binary(min_size=10, max_size=10),
)
def test_ids_grow_with_time(at: datetime, noise: bytes, other: bytes) -> None:
    one = time_ordered_id(at, lambda _size: noise)
    assert (one.version, one.variant) == (7, "specified in RFC 4122")
    assert time_ordered_id(at + timedelta(milliseconds=1), lambda _size: other) > one
    milliseconds = int.from_bytes(one.bytes[:6], "big")
    behind = at - (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=milliseconds))
    assert timedelta() <= behind < timedelta(milliseconds=1)


def test_ids_are_many() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000
    assert now().tzinfo is UTC
