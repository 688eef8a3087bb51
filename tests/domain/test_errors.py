"""The one error a person is meant to read."""

import pytest

from checkin.domain.errors import CheckinError, InputError, PlaceError


@pytest.mark.parametrize("kind", [InputError, PlaceError])
def test_an_error_says_what_happened_and_what_to_do(kind: type[CheckinError]) -> None:
    error = kind("The disk is full.", "Free some space.")
    assert (error.happened, error.to_do) == ("The disk is full.", "Free some space.")
    assert str(error) == "The disk is full. Free some space."
    assert isinstance(error, CheckinError)


def test_there_may_be_nothing_to_do() -> None:
    assert str(CheckinError("It is over.")) == "It is over."
