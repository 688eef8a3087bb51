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
