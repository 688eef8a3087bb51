"""A database of this test's own, with one event in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind, Event, Slot
from checkin.store import events
from checkin.store.database import Database, open_database

NOW = datetime(2022, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def event_draft() -> Event:
    """Return an event with a room that holds two."""
    return Event(
        UUID(int=1),
        "Une matinée",
        NOW,
        NOW + timedelta(hours=3),
        programme=(Slot(NOW, NOW + timedelta(minutes=15), "Introduction", "Inès Bérard"),),
        checkpoints=(
            Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "127 rue de Grenelle"),
            Checkpoint(UUID(int=3), CheckpointKind.ROOM, "salle des Accords", 2),
        ),
    )


@pytest.fixture
def event(database: Database, event_draft: Event) -> Event:
    with database.transaction() as connection:
        events.add(connection, event_draft, NOW)
    return event_draft


@pytest.fixture
def someone() -> Attendee:
    return Attendee(UUID(int=100), UUID(int=100), 0, "Inès", "Bérard", email="ines.berard@example.org")


@pytest.fixture
def companion(someone: Attendee) -> Attendee:
    return replace(someone, id=UUID(int=101), position=1, given_name="Noé", email="")
