"""The transaction and the instant: what is promised, held on both databases."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import StatementError

from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.domain.event import Event
from checkin.store import attendees, events
from checkin.store.database import Database, open_database
from checkin.store.tables import Instant


def test_a_file_keeps_its_promises(sqlite_database_url: str) -> None:
    database = open_database(sqlite_database_url)
    with database.transaction() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    database.close()


def test_a_file_is_opened_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "journée n°1 ? 100% #été.db"
    open_database(str(path)).close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_transaction_is_kept_when_its_block_ends(database: Database, event: Event) -> None:
    with database.reading() as connection:
        assert events.get(connection, event.id) == event


@pytest.mark.parametrize("error", [InputError("No."), ZeroDivisionError(), KeyboardInterrupt()])
def test_a_transaction_is_undone_when_its_block_raises(
    database: Database, event: Event, someone: Attendee, error: BaseException
) -> None:
    def interrupted() -> None:
        with database.transaction() as connection:
            attendees.add(connection, event.id, [someone])
            raise error

    with pytest.raises(type(error)) as raised:
        interrupted()
    assert raised.value is error
    with database.reading() as connection:
        assert attendees.all_of(connection, event.id) == []


def test_a_reader_sees_one_picture(database: Database, event: Event, someone: Attendee) -> None:
    with database.reading() as reader:
        assert attendees.all_of(reader, event.id) == []
        with database.transaction() as writer:
            attendees.add(writer, event.id, [someone])
        assert attendees.all_of(reader, event.id) == []
    with database.reading() as reader:
        assert attendees.all_of(reader, event.id) == [someone]


def test_threads_share_a_database(database: Database, event: Event, someone: Attendee) -> None:
    """Two threads that write wait for each other; nothing is lost."""

    def write(first: int) -> None:
        for number in range(first, first + 10):
            one = replace(someone, id=UUID(int=number), party_id=UUID(int=number))
            with database.transaction() as connection:
                attendees.add(connection, event.id, [one])

    threads = [threading.Thread(target=write, args=(first,)) for first in (1000, 2000, 3000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert len(attendees.all_of(connection, event.id)) == 30


def test_an_instant_comes_back_as_it_was_in_utc(database: Database, event_draft: Event) -> None:

    paris = timezone(timedelta(hours=1))
    starts = datetime(2022, 11, 24, 10, 0, 0, 123456, tzinfo=paris)
    with database.transaction() as connection:
        events.add(connection, replace(event_draft, starts=starts), event_draft.starts)
    with database.reading() as connection:
        found = events.get(connection, event_draft.id)
    assert found is not None
    assert found.starts == starts
    assert found.starts.tzinfo is UTC


def test_a_naive_instant_is_a_bug(database: Database, event_draft: Event) -> None:

    naive = datetime(2022, 11, 24, 10, 0)  # noqa: DTZ001 - what is tested
    with pytest.raises(StatementError, match="naive"), database.transaction() as connection:
        events.add(connection, replace(event_draft, starts=naive), event_draft.starts)


@given(
    st.datetimes(timezones=st.timezones()),
    st.sampled_from([sqlite.pysqlite.dialect, postgresql.psycopg.dialect]),
)
def test_every_instant_survives(instant: datetime, kind: type[Dialect]) -> None:
    dialect = kind()
    try:
        bound = Instant().process_bind_param(instant, dialect)
    except OverflowError:  # the first and last day of the calendar have no other zone
        return
    assert bound is not None
    assert Instant().process_result_value(bound.replace(tzinfo=None), dialect) == instant.astimezone(UTC)
    assert Instant().process_bind_param(None, dialect) is None
    assert Instant().process_result_value(None, dialect) is None
