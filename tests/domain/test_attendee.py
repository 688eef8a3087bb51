"""Who is expected, and in what order a list shows them."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendee import Attendee, Party, Status, parties

NOBODY = Attendee(UUID(int=1), UUID(int=1), 0, "", "")


def named(given_name: str, family_name: str) -> Attendee:
    return replace(NOBODY, given_name=given_name, family_name=family_name)


@pytest.mark.parametrize(
    ("person", "name", "list_name"),
    [
        (named("Hélène", "Díaz"), "Hélène Díaz", "Díaz Hélène"),
        (named("Hélène", ""), "Hélène", "Hélène"),
        (named("", "Díaz"), "Díaz", "Díaz"),
        (NOBODY, "", ""),
    ],
)
def test_a_name_has_no_blank_too_many(person: Attendee, name: str, list_name: str) -> None:
    assert (person.name, person.list_name, person.is_named) == (name, list_name, bool(name))


@pytest.mark.parametrize(
    ("status", "is_expected"),
    [
        (Status.CONFIRMED, True),
        (Status.TENTATIVE, True),
        (Status.DECLINED, False),
        (Status.CANCELLED, False),
    ],
)
def test_who_is_let_in(status: Status, is_expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert replace(NOBODY, status=status).is_expected is is_expected


def test_a_list_is_alphabetical_as_a_reader_expects() -> None:
    people = [
        NOBODY,  # a companion without a name
        named("Zoé", "Élan"),
        named("Anne", "Le Gall"),
        named("Anne", "Legall"),
        named("Marie", ""),  # one name alone stands at its letter
        named("Hélène", "DIAZ"),
        named("Helena", "Díaz"),
        named("Pascale", "d'Artois"),
        named("Nicolas", "Di Martino"),
        named("", "Œuvrard"),
    ]
    assert [person.list_name for person in sorted(people, key=lambda person: person.sort_key)] == [
        "d'Artois Pascale",
        "Díaz Helena",
        "DIAZ Hélène",
        "Di Martino Nicolas",
        "Élan Zoé",
        "Le Gall Anne",
        "Legall Anne",
        "Marie",
        "Œuvrard",
        "",
    ]


def test_homonyms_keep_one_order() -> None:
    one, other = named("Jean", "Martin"), replace(named("Jean", "Martin"), id=UUID(int=2))
    assert one.sort_key < other.sort_key


people = st.builds(
    Attendee,
    st.uuids(),
    st.integers(1, 4).map(lambda number: UUID(int=number)),
    st.integers(0, 50),
    st.text("abé", max_size=3),
    st.text("abé ", max_size=3),
)
lists = st.lists(
    people, unique_by=(lambda person: person.id, lambda person: (person.party_id, person.position))
)


@given(lists)
def test_everyone_is_in_one_party(everyone: list[Attendee]) -> None:
    grouped = parties(everyone)
    assert sorted(m.id for party in grouped for m in party.members) == sorted(p.id for p in everyone)
    assert len({party.id for party in grouped}) == len(grouped)


@given(lists)
def test_a_party_is_in_the_order_of_the_reply(everyone: list[Attendee]) -> None:
    for party in parties(everyone):
        places = [member.position for member in party.members]
        assert places == sorted(places)
        assert {member.party_id for member in party.members} == {party.id}


@given(lists, st.randoms(use_true_random=False))
def test_parties_are_sorted_whatever_came_first(everyone: list[Attendee], chance: object) -> None:
    mixed = list(everyone)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis's Random
    assert parties(mixed) == parties(everyone)
    assert [party.lead.sort_key for party in parties(mixed)] == sorted(
        p.lead.sort_key for p in parties(mixed)
    )


def test_a_party_outlives_its_lead() -> None:
    companion = replace(named("Zoé", "Élan"), id=UUID(int=3), position=2)
    assert parties([companion]) == [Party(companion)]
    assert parties([companion])[0].id == NOBODY.party_id
    assert not companion.is_lead
