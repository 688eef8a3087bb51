from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Direction
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind
from checkin.domain.presence import Move, Muster, Present, Sighting, sightings

ENTRANCE = Checkpoint(UUID(int=1), CheckpointKind.ENTRANCE, "Porte")
ROOM = Checkpoint(UUID(int=2), CheckpointKind.ROOM, "Salle", 10)
OTHER = Checkpoint(UUID(int=3), CheckpointKind.ROOM, "Salon", 10)
PLACES = (ENTRANCE, ROOM, OTHER)
WHO = UUID(int=9)


def at(minute: int) -> datetime:
    return datetime(2022, 11, 24, 9, tzinfo=UTC) + timedelta(minutes=minute)


def passed(place: Checkpoint, direction: Direction, minute: int, number: int = 1) -> Move:
    return Move(WHO, place.id, number, direction, at(minute))


IN, OUT = Direction.IN, Direction.OUT


@pytest.mark.parametrize(
    ("admitted", "moves", "seen"),
    [
        (None, [], None),
        (0, [], Sighting(None, at(0))),
        (0, [passed(ROOM, IN, 5)], Sighting(ROOM, at(5))),
        (0, [passed(ROOM, IN, 5), passed(ROOM, OUT, 8, 2)], Sighting(None, at(8))),
        (0, [passed(ROOM, OUT, 8, 2), passed(ROOM, IN, 5)], Sighting(None, at(8))),
        (0, [passed(ROOM, IN, 5), passed(OTHER, IN, 7)], Sighting(OTHER, at(7))),
        (0, [passed(ENTRANCE, OUT, 9)], None),
        (0, [passed(ENTRANCE, OUT, 9), passed(ENTRANCE, IN, 12, 2)], Sighting(None, at(12))),
        (0, [passed(ENTRANCE, OUT, 9), passed(ROOM, IN, 12)], Sighting(ROOM, at(12))),
        (20, [passed(ENTRANCE, OUT, 9)], Sighting(None, at(20))),
        (None, [passed(ROOM, IN, 5)], Sighting(ROOM, at(5))),
        (None, [passed(ROOM, IN, 5), passed(ROOM, OUT, 8, 2)], Sighting(None, at(8))),
        (0, [passed(ROOM, IN, 5), passed(ROOM, OUT, 5, 2)], Sighting(None, at(5))),
    ],
)
def test_inside_is_who_came_in_and_has_not_gone_out_since(
    admitted: int | None, moves: list[Move], seen: Sighting | None
) -> None:
    expected = {} if seen is None else {WHO: seen}
    assert sightings({} if admitted is None else {WHO: at(admitted)}, moves, PLACES) == expected


@given(
    st.lists(
        st.builds(
            passed,
            st.sampled_from(PLACES),
            st.sampled_from(Direction),
            st.integers(0, 50),
            st.integers(1, 5),
        )
    ),
)
def test_nobody_is_lost_who_never_left_by_the_entrance(moves: list[Move]) -> None:
    within = [one for one in moves if not (one.checkpoint_id == ENTRANCE.id and one.direction is OUT)]
    assert set(sightings({WHO: at(0)}, within, PLACES)) == {WHO}
    assert set(sightings({WHO: at(0)}, reversed(within), PLACES)) == {WHO}


def test_those_who_need_help_are_told_apart() -> None:
    people = [
        Attendee(UUID(int=n), UUID(int=n), 0, "Nour", str(n), assistance="" if n else "Rampe")
        for n in range(3)
    ]
    muster = Muster(tuple(Present(person, Sighting(None, at(0))) for person in people), at(1))
    assert [one.attendee.family_name for one in muster.to_help] == ["0"]
    assert [one.attendee.family_name for one in muster.others] == ["1", "2"]
