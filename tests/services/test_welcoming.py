from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from checkin.app import Desk
from checkin.domain.errors import InputError
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.store import journal


@pytest.fixture(autouse=True)
def people(bring: Callable[..., None]) -> None:
    bring(
        Proposal(
            Reply.CONFIRMED,
            PersonName("Zoé", "Roy"),
            Source("a.csv", 2),
            organisation="AFPA",
            unnamed_companions=1,
        )
    )


@pytest.fixture
def strict(desk: Desk) -> Desk:
    """Give a desk at the event under a policy that lets the door add nobody."""
    policy = replace(desk.event.policy, walk_ins=False, extra_companions=False)
    return replace(desk, event=replace(desk.event, policy=policy))


def _party(desk: Desk, person: Any) -> list[str]:
    return [member.attendee.name for member in desk.admitting.look_up(person.id).party]


def test_an_unnamed_companion_is_named_at_the_door(desk: Desk, person: Callable[[str], Any]) -> None:
    unnamed = desk.admitting.look_up(person("Roy").id).party[1].attendee
    assert desk.welcoming.rename(unnamed.id, "BENALI Inès").name == "Inès Benali"
    assert _party(desk, person("Roy")) == ["Zoé Roy", "Inès Benali"]
    assert person("benali").id == unnamed.id


def test_one_more_companion_comes_with_who_vouches(desk: Desk, person: Callable[[str], Any]) -> None:
    lead = person("Roy")
    new = desk.welcoming.add_companion(lead.id, "Luc Le Goff")
    assert (new.position, new.organisation) == (2, "AFPA")
    assert _party(desk, lead) == ["Zoé Roy", "", "Luc Le Goff"]
    with desk.database.reading() as connection:
        line = journal.read(connection, desk.event.id)[-1]
    assert (line.action, line.subject_id) == ("attendee.add", new.id)
    assert line.figures == {"vouched_by": str(lead.id)}


def test_a_walk_in_is_on_the_list_from_then_on(desk: Desk, person: Callable[[str], Any]) -> None:
    new = desk.welcoming.add_walk_in("Ana Díaz", person("Roy").id)
    assert desk.admitting.look_up(new.id).may_enter
    assert person("diaz") == new


def test_the_policy_may_allow_none(strict: Desk, person: Callable[[str], Any]) -> None:
    with pytest.raises(InputError):
        strict.welcoming.add_walk_in("Ana Díaz")
    with pytest.raises(InputError):
        strict.welcoming.add_companion(person("Roy").id)


@pytest.mark.parametrize("name", ["", "  ", "-", "12"])
def test_what_is_no_name_adds_nobody(desk: Desk, name: str) -> None:
    with pytest.raises(InputError):
        desk.welcoming.add_walk_in(name)
    assert len(desk.searching.everyone()) == 2


def test_who_comes_in_the_place_of_another_takes_it(desk: Desk, person: Callable[[str], Any]) -> None:
    desk.welcoming.rename(person("Roy").id, "Nino Di Martino")
    assert person("martino").organisation == "AFPA"
    assert desk.searching.find("zoé roy") == []
