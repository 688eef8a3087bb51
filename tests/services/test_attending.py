from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.app import Desk, demonstration_event, desk_at
from checkin.domain.attendance import inside
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.attending import PassageKind
from checkin.services.events import Events
from checkin.store import attendees, passages


@pytest.fixture
def small(desk: Desk) -> Desk:
    """Give an event whose room holds two, and four people who have passed the entrance but the last."""
    events = Events(desk.database, desk.context.now, desk.context.new_id)
    draft = demonstration_event()
    room = Checkpoint(desk.context.new_id(), CheckpointKind.ROOM, "Salle", 2)
    made = desk_at(desk.settings, events, events.create(replace(draft, checkpoints=(draft.entrance, room))))
    people = []
    for number in range(4):
        who = desk.context.new_id()
        people.append(Attendee(who, who, 0, "Camille", f"Nom{number}"))
    with made.database.transaction() as connection:
        attendees.add(connection, made.event.id, people)
    for person in people[:3]:
        made.admitting.admit(person.id, made.admitting.new_admission_id())
    return made


@pytest.fixture
def people(small: Desk) -> list[Attendee]:
    return [member.attendee for member in small.searching.everyone()]


def test_one_passage_in_the_next_one_out(small: Desk, people: list[Attendee]) -> None:
    kinds = [small.attending.cross(people[0].id).kind for _time in range(3)]
    assert kinds == [PassageKind.IN, PassageKind.OUT, PassageKind.IN]
    assert small.attending.occupancy().inside == 1
    assert small.attending.inside() == [people[0]]


def test_a_full_room_lets_nobody_in_unless_one_insists(small: Desk, people: list[Attendee]) -> None:
    for person in people[:2]:
        small.attending.cross(person.id)
    assert small.attending.cross(people[2].id).kind is PassageKind.FULL
    assert small.attending.occupancy().inside == 2
    assert small.attending.cross(people[2].id, insist=True).kind is PassageKind.IN
    assert small.attending.occupancy().inside == 3


def test_who_has_not_passed_the_entrance_is_sent_there(small: Desk, people: list[Attendee]) -> None:
    assert small.attending.cross(people[3].id).kind is PassageKind.NOT_ADMITTED
    assert small.attending.occupancy().inside == 0


def test_only_the_last_passage_of_a_person_is_undone(small: Desk, people: list[Attendee]) -> None:
    first = small.attending.cross(people[0].id).passage
    last = small.attending.cross(people[0].id).passage
    assert first is not None
    assert last is not None
    assert not small.attending.void(first.id, "mistake")
    assert small.attending.void(last.id, "mistake")
    assert small.attending.occupancy().inside == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["cross", "insist", "void"])), max_size=25)
)
def test_the_count_is_what_the_passages_say(small: Desk, people: list[Attendee], steps: list[Any]) -> None:
    room = small.attending.room().id
    for number, step in steps:
        if step == "void":
            latest = [one for one, _who in small.attending.latest() if one.counts]
            if latest:
                small.attending.void(latest[0].id, "undo")
        else:
            small.attending.cross(people[number].id, insist=step == "insist")
        with small.database.reading() as connection:
            derived = inside(passages.all_at(connection, room))
        assert small.attending.occupancy().inside == len(derived)


def test_a_revoked_code_opens_no_room(
    desk: Desk, bring: Callable[..., None], code: Callable[[str], str], tmp_path: Path
) -> None:
    bring(Proposal(Reply.CONFIRMED, PersonName("Zoé", "Roy"), Source("a.csv", 2)))
    desk.confirming.issue(tmp_path)
    old = code("Roy")
    desk.confirming.reissue(desk.searching.find("Roy")[0].attendee.party_id, tmp_path)
    assert desk.attending.scan(old).kind is PassageKind.REFUSED
    assert desk.attending.scan(code("Roy")).kind is PassageKind.NOT_ADMITTED
