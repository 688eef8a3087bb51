from collections.abc import Callable

import pytest

from checkin.app import Desk
from checkin.intake.proposals import PersonName, Proposal, Reply, Source

NAMES = [
    ("Pascale", "d’Artois"),
    ("Ramón", "Díaz"),
    ("Li", "Yu"),
    ("Nicolas", "Di Martino"),
    ("Zoé", "Le Goff"),
]


@pytest.fixture(autouse=True)
def people(bring: Callable[..., None]) -> None:
    bring(
        *(
            Proposal(
                Reply.CONFIRMED,
                PersonName(*name),
                Source("a.csv", 2),
                organisation="Région Grand Est" if name[0] == "Li" else "",
            )
            for name in NAMES
        )
    )


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("d", ["d’Artois", "Di Martino", "Díaz"]),
        ("dí", ["Di Martino", "Díaz"]),
        ("artois", ["d’Artois"]),
        ("DARTOIS", ["d’Artois"]),
        ("pascale art", ["d’Artois"]),
        ("artois pascale", ["d’Artois"]),
        ("yu", ["Yu"]),
        ("grand est", ["Yu"]),
        ("legoff", ["Le Goff"]),
        ("ramon", ["Díaz"]),
        ("nobody", []),
        ("", []),
        (" ’ ", []),
        ("%", []),
    ],
)
def test_every_word_helps_to_name(desk: Desk, text: str, families: list[str]) -> None:
    assert sorted(m.attendee.family_name for m in desk.searching.find(text)) == sorted(families)


def test_the_first_found_are_the_first_of_the_list(desk: Desk) -> None:
    assert [m.attendee.family_name for m in desk.searching.find("d", limit=2)] == ["d’Artois", "Díaz"]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("artoi", "d’Artois"),
        ("artios", "d’Artois"),
        ("pascal arthois", "d’Artois"),
        ("dias", "Díaz"),
        ("ramonn diaz", "Díaz"),
        ("legof", "Le Goff"),
        ("gof", "Le Goff"),
        ("martno", "Di Martino"),
        ("nicola dimartinot", "Di Martino"),
        ("nikolas", "Di Martino"),
    ],
)
def test_what_an_ear_heard_or_a_hand_slipped_on_is_found(desk: Desk, text: str, family: str) -> None:
    assert desk.searching.find(text)[0].attendee.family_name == family


def test_a_name_that_came_since_is_heard_too(desk: Desk, bring: Callable[..., None]) -> None:
    assert desk.searching.find("gotié") == []
    bring(Proposal(Reply.CONFIRMED, PersonName("Ana", "Gauthier"), Source("a.csv", 2)))
    assert [m.attendee.family_name for m in desk.searching.find("gotié")] == ["Gauthier"]


def test_the_party_comes_with_who_was_found(desk: Desk, bring: Callable[..., None]) -> None:
    companions = (PersonName("Luc", "Zola"), PersonName("", ""))
    bring(Proposal(Reply.CONFIRMED, PersonName("Ana", "Roy"), Source("b.csv", 2), companions=companions))
    (found,) = desk.searching.find_with_parties("zola")
    assert [one.name for one in found.others] == ["Ana Roy", ""]
