"""The occasion and the places people pass."""

from datetime import UTC, datetime
from uuid import UUID

from checkin.domain.event import Checkpoint, CheckpointKind, Event

NOW = datetime(2022, 11, 24, 9, tzinfo=UTC)
ROOM = Checkpoint(UUID(int=1), CheckpointKind.ROOM, "salle des Accords", 150)
SECOND_ROOM = Checkpoint(UUID(int=2), CheckpointKind.ROOM, "salle annexe")
ENTRANCE = Checkpoint(UUID(int=3), CheckpointKind.ENTRANCE, "127 rue de Grenelle")


def test_a_place_is_found_by_what_is_asked_there() -> None:
    event = Event(UUID(int=9), "Une matinée", NOW, NOW, checkpoints=(ROOM, SECOND_ROOM, ENTRANCE))
    assert event.entrance is ENTRANCE
    assert event.room is ROOM


def test_an_event_may_have_no_room() -> None:
    event = Event(UUID(int=9), "Une matinée", NOW, NOW, checkpoints=(ENTRANCE,))
    assert event.room is None
    assert event.checkpoint(CheckpointKind.ROOM) is None
