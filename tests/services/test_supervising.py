from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher

from checkin.app import Desk
from checkin.domain.errors import InputError
from checkin.services.supervising import Answer, Supervising

QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.time = datetime(2022, 11, 24, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def supervising(desk: Desk, clock: Clock) -> Supervising:
    return Supervising(replace(desk.context, now=clock), QUICK)


def test_nobody_overrides_without_a_pin(supervising: Supervising) -> None:
    assert not supervising.is_set
    assert supervising.check("") is Answer.UNSET


def test_a_pin_is_kept_as_a_hash_and_known_at_every_desk(desk: Desk, supervising: Supervising) -> None:
    supervising.set_pin("2580")
    with desk.database.reading() as connection:
        kept = str(connection.exec_driver_sql("SELECT policy FROM event").scalar_one())
    assert "2580" not in kept
    assert Supervising(desk.context, QUICK).check("2580") is Answer.RIGHT


def test_wrong_tries_are_slowed_and_a_right_one_forgives(supervising: Supervising, clock: Clock) -> None:
    supervising.set_pin("2580")
    assert [supervising.check("0000") for _time in range(4)] == [Answer.WRONG] * 3 + [Answer.WAIT]
    assert supervising.check("2580") is Answer.WAIT
    clock.time += timedelta(seconds=2)
    assert supervising.check("1111") is Answer.WRONG
    clock.time += timedelta(seconds=2)
    assert supervising.check("2580") is Answer.WAIT  # the wait doubled
    clock.time += timedelta(seconds=2)
    assert supervising.check("2580") is Answer.RIGHT
    assert supervising.check("0000") is Answer.WRONG


def test_a_short_pin_is_none(supervising: Supervising) -> None:
    with pytest.raises(InputError):
        supervising.set_pin("123")
