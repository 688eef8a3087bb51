"""Who is inside, and who attended what."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Direction, Occupancy, Passage, attended, inside
from checkin.domain.event import Slot

TEN = datetime(2022, 11, 24, 9, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SLOT = Slot(TEN, TEN + 15 * MINUTE, "Introduction")
ANNE, BRUNO = UUID(int=1), UUID(int=2)


def passages(minutes: list[float], who: UUID = ANNE) -> list[Passage]:
    """Return passages in and out in turn, at minutes counted from the slot's start."""
    return [
        Passage(
            UUID(int=number),
            who,
            UUID(int=9),
            number,
            Direction.IN if number % 2 else Direction.OUT,
            TEN + at * MINUTE,
            "Accueil",
            "1",
        )
        for number, at in enumerate(minutes, 1)
    ]


@pytest.mark.parametrize(
    ("minutes", "was_there"),
    [
        ([], False),
        ([-30], True),  # came before, and stayed
        ([-30, -1], False),  # left before
        ([-30, 0], False),  # left as it began
        ([-30, 1], True),
        ([0], True),  # came in as it began
        ([5, 6], True),
        ([14.9], True),
        ([15], False),  # came in as it ended
        ([-30, -20, -10], True),
        ([-30, -20, 20], False),
    ],
)
def test_attending_is_being_there_at_some_moment(minutes: list[float], was_there: bool) -> None:  # noqa: FBT001 - a table
    assert attended(passages(minutes), SLOT) == ({ANNE} if was_there else frozenset())


@pytest.mark.parametrize(
    ("minute", "is_in"), [(-0.1, False), (0, True), (9.9, True), (10, False), (11, False)]
)
def test_inside_at_an_instant(minute: float, is_in: bool) -> None:  # noqa: FBT001 - a table
    assert inside(passages([0, 10]), TEN + minute * MINUTE) == ({ANNE} if is_in else frozenset())


def test_what_was_voided_never_was() -> None:
    first, second = passages([0, 10])
    assert inside([first, replace(second, voided_at=TEN)]) == {ANNE}
    assert inside([replace(first, voided_at=TEN)]) == frozenset()
    assert attended([replace(first, voided_at=TEN)], SLOT) == frozenset()


def test_the_number_decides_where_two_clocks_disagree() -> None:
    into, out = passages([10, 5])  # the second desk's clock is late
    assert inside([into, out]) == inside([out, into]) == frozenset()


@given(st.lists(st.floats(-60, 60), max_size=7), st.lists(st.floats(-60, 60), max_size=7))
def test_each_person_is_counted_alone(hers: list[float], his: list[float]) -> None:
    both = [*passages(sorted(hers), ANNE), *passages(sorted(his), BRUNO)]
    assert inside(both) == {who for who, times in ((ANNE, hers), (BRUNO, his)) if len(times) % 2}
    assert inside(both) == inside(reversed(both))


@given(st.lists(st.floats(-60, 60), max_size=9), st.floats(0, 14.99))
def test_who_is_inside_during_a_slot_attended_it(times: list[float], minute: float) -> None:
    walked = passages(sorted(times))
    assert inside(walked, TEN + minute * MINUTE) <= attended(walked, SLOT)


@pytest.mark.parametrize(
    ("count", "capacity", "is_full", "share"),
    [(0, 2, False, 0.0), (1, 2, False, 0.5), (2, 2, True, 1.0), (3, 2, True, 1.5), (9, None, False, 0.0)],
)
def test_a_room_is_full(count: int, capacity: int | None, is_full: bool, share: float) -> None:  # noqa: FBT001 - a table
    assert (Occupancy(count, capacity).is_full, Occupancy(count, capacity).share) == (is_full, share)


def test_the_way_back() -> None:
    assert (Direction.IN.other, Direction.OUT.other) == (Direction.OUT, Direction.IN)
