"""Making and correcting events."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from checkin.app import Desk, demonstration_event, new_id, now
from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.domain.event import Checkpoint, CheckpointKind, ExpiredDocuments, Policy
from checkin.services.events import Events
from checkin.store import attendees
from checkin.store.database import open_database


@pytest.fixture
def events(database_url: str) -> Iterator[Events]:
    database = open_database(database_url)
    yield Events(database, now, new_id)
    database.close()


def test_an_event_comes_back_whole(events: Events) -> None:
    draft = replace(demonstration_event(), policy=Policy(False, ExpiredDocuments.REFUSE, False, False))  # noqa: FBT003 - each of them
    assert events.create(draft) == draft
    assert events.all() == [draft]
    assert events.get(draft.id) == draft


def test_the_newest_stands_first(events: Events) -> None:
    made = [events.create(demonstration_event()) for _ in range(3)]
    assert events.all() == made[::-1]


def test_an_event_without_an_entrance_is_given_one(events: Events) -> None:
    made = events.create(replace(demonstration_event(), checkpoints=(), address="127 rue de Grenelle"))
    assert (made.entrance.name, made.entrance.kind) == ("127 rue de Grenelle", CheckpointKind.ENTRANCE)
    assert events.get(made.id) == made


@pytest.mark.parametrize(
    ("change", "happened"),
    [
        ({"title": "  "}, "L’événement n’a pas de titre."),
        ({"ends": demonstration_event().starts}, "L’événement se termine avant d’avoir commencé."),
        (
            {"checkpoints": (Checkpoint(new_id(), CheckpointKind.ROOM, "Salle", 0),)},
            "Une salle contient au moins une personne.",
        ),
    ],
)
def test_what_no_event_can_be_is_refused(events: Events, change: dict[str, object], happened: str) -> None:
    made = events.create(demonstration_event())
    with pytest.raises(InputError) as refused:
        events.create(replace(demonstration_event(), **change))  # type: ignore[arg-type]  # a table's
    assert refused.value.happened == happened
    with pytest.raises(InputError):
        events.change(replace(made, **change))  # type: ignore[arg-type]  # a table's
    assert events.all() == [made]


def test_everything_may_be_corrected(events: Events) -> None:
    made = events.create(demonstration_event())
    entrance, room = made.checkpoints
    annexe = Checkpoint(new_id(), CheckpointKind.ROOM, "Salle annexe", 20)
    changed = replace(
        made,
        title="Une autre matinée",
        ends=made.ends + timedelta(hours=1),
        programme=made.programme[1:],
        checkpoints=(annexe, replace(room, name="Salle", capacity=None), entrance),  # in another order
    )
    assert events.change(changed) == changed
    assert events.get(made.id) == changed
    fewer = replace(changed, checkpoints=(entrance,), programme=())
    assert events.change(fewer) == fewer
    assert events.get(made.id) == fewer


def test_a_place_where_people_have_passed_stays(desk: Desk, events: Events) -> None:
    entrance, room = desk.event.checkpoints
    someone = _admitted(desk)
    assert events.change(replace(desk.event, checkpoints=(entrance,))).room is None
    events.change(desk.event)
    desk.attending.cross(someone)
    for places in ((entrance,), (room,)):
        with pytest.raises(InputError) as refused:
            events.change(replace(desk.event, checkpoints=places))
        assert refused.value.happened == (
            "Des personnes sont passées à un endroit qui ne figure plus dans l’événement."
        )
    assert events.get(desk.event.id) == desk.event
    assert desk.attending.occupancy().inside == 1


def test_there_is_no_other_event(events: Events) -> None:
    with pytest.raises(InputError, match="n’est pas dans cette base"):
        events.get(new_id())


def _admitted(desk: Desk) -> UUID:
    one = new_id()
    with desk.database.transaction() as connection:
        attendees.add(connection, desk.event.id, [Attendee(one, one, 0, "Inès", "Bérard")])
    assert desk.admitting.admit(one, desk.admitting.new_admission_id()).is_new
    return one
