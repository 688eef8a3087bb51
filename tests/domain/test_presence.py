from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.admission import Admission
from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind
from checkin.domain.presence import Muster, Present, Sighting, sightings

ENTRANCE = Checkpoint(UUID(int=1), CheckpointKind.ENTRANCE, "Porte")
ROOM = Checkpoint(UUID(int=2), CheckpointKind.ROOM, "Salle", 10)
OTHER = Checkpoint(UUID(int=3), CheckpointKind.ROOM, "Salon", 10)
PLACES = (ENTRANCE, ROOM, OTHER)
WHO = UUID(int=9)


def at(minute: int) -> datetime:
    return datetime(2022, 11, 24, 9, tzinfo=UTC) + timedelta(minutes=minute)


def let_in(minute: int = 0, *, voided: bool = False) -> Admission:
    return Admission(
        UUID(int=minute + 100), WHO, ENTRANCE.id, at(minute), "", "", at(minute) if voided else None
    )


def passed(
    place: Checkpoint, direction: Direction, minute: int, number: int = 1, *, voided: bool = False
) -> Passage:
    return Passage(
        UUID(int=minute), WHO, place.id, number, direction, at(minute), "", "", at(60) if voided else None
    )


IN, OUT = Direction.IN, Direction.OUT


@pytest.mark.parametrize(
    ("admission", "passages", "seen"),
    [
        (None, [], None),
        (let_in(), [], Sighting(None, at(0))),
        (let_in(voided=True), [], None),
        (let_in(), [passed(ROOM, IN, 5)], Sighting(ROOM, at(5))),
        (let_in(), [passed(ROOM, IN, 5), passed(ROOM, OUT, 8, 2)], Sighting(None, at(8))),
        (let_in(), [passed(ROOM, OUT, 8, 2), passed(ROOM, IN, 5)], Sighting(None, at(8))),
        (let_in(), [passed(ROOM, IN, 5), passed(ROOM, OUT, 8, 2, voided=True)], Sighting(ROOM, at(5))),
        (let_in(), [passed(ROOM, IN, 5), passed(OTHER, IN, 7)], Sighting(OTHER, at(7))),
        (let_in(), [passed(ENTRANCE, OUT, 9)], None),
        (let_in(), [passed(ENTRANCE, OUT, 9), passed(ENTRANCE, IN, 12, 2)], Sighting(None, at(12))),
        (let_in(), [passed(ENTRANCE, OUT, 9), passed(ROOM, IN, 12)], Sighting(ROOM, at(12))),
        (let_in(20), [passed(ENTRANCE, OUT, 9)], Sighting(None, at(20))),
        (None, [passed(ROOM, IN, 5)], Sighting(ROOM, at(5))),
        (None, [passed(ROOM, IN, 5), passed(ROOM, OUT, 8, 2)], Sighting(None, at(8))),
        (let_in(), [passed(ROOM, IN, 5), passed(ROOM, OUT, 5, 2)], Sighting(None, at(5))),
    ],
)
def test_inside_is_who_came_in_and_has_not_gone_out_since(
    admission: Admission | None, passages: list[Passage], seen: Sighting | None
) -> None:
    expected = {} if seen is None else {WHO: seen}
    assert sightings([admission] if admission else [], passages, PLACES) == expected


@given(
    st.lists(
        st.builds(
            passed,
            st.sampled_from(PLACES),
            st.sampled_from(Direction),
            st.integers(0, 50),
            st.integers(1, 5),
            voided=st.booleans(),
        )
    ),
)
def test_nobody_is_lost_who_never_left_by_the_entrance(passages: list[Passage]) -> None:
    within = [one for one in passages if not (one.checkpoint_id == ENTRANCE.id and one.direction is OUT)]
    assert set(sightings([let_in()], within, PLACES)) == {WHO}
    assert set(sightings([let_in()], reversed(within), PLACES)) == {WHO}


def test_those_who_need_help_are_told_apart() -> None:
    people = [
        Attendee(UUID(int=n), UUID(int=n), 0, "Nour", str(n), assistance="" if n else "Rampe")
        for n in range(3)
    ]
    muster = Muster(tuple(Present(person, Sighting(None, at(0))) for person in people), at(1))
    assert [one.attendee.family_name for one in muster.to_help] == ["0"]
    assert [one.attendee.family_name for one in muster.others] == ["1", "2"]
