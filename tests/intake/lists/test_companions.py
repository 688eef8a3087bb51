"""Who comes along, as one cell says it."""

import pytest

from checkin.intake.lists.companions import people_in


@pytest.mark.parametrize(
    ("cell", "named", "unnamed"),
    [
        ("", [], 0),
        ("2", [], 2),
        ("+1", [], 1),
        ("+ 2", [], 2),
        ("aucun", [], 0),
        ("Non", [], 0),
        ("-", [], 0),
        ("0", [], 0),
        ("/", [], 0),
        ("oui", [], 1),
        ("mon mari", [], 1),
        ("deux collègues", [], 2),
        ("2 personnes", [], 2),
        ("2 personnes dont Paul Martin", ["Paul Martin"], 1),
        ("1 (Paul Martin)", ["Paul Martin"], 0),
        ("2 : Paul Martin, Léa Petit", ["Paul Martin", "Léa Petit"], 0),
        ("Oui, Paul Martin", ["Paul Martin"], 0),
        ("Oui (Paul Martin)", ["Paul Martin"], 0),
        ("oui, 2 personnes", [], 2),
        ("Paul Martin + 1", ["Paul Martin"], 1),
        ("Paul Martin et un collègue", ["Paul Martin"], 1),
        ("Paul Martin et 2 personnes", ["Paul Martin"], 2),
        ("Paul Martin, mon adjoint", ["Paul Martin"], 0),
        ("Paul Martin (chauffeur) et Léa Petit (assistante)", ["Paul Martin", "Léa Petit"], 0),
        ("Paul Martin\nLéa Petit\n", ["Paul Martin", "Léa Petit"], 0),
        ("- Paul Martin\n- Léa Petit", ["Paul Martin", "Léa Petit"], 0),
        ("M. et Mme Dupont", [" Dupont", " Dupont"], 0),
        ("Jean et Marie Dupont", ["Jean Dupont", "Marie Dupont"], 0),
        ("Dupont, Jean ; Martin, Luc", ["Jean Dupont", "Luc Martin"], 0),
        ("pas d'accompagnant", [], 0),
        ("Sans accompagnant", [], 0),
        ("3 accompagnants", [], 3),
        ("1 accompagnateur : Paul Martin", ["Paul Martin"], 0),
        ("une collaboratrice", [], 1),
        ("Paul", ["Paul "], 0),
        ("à préciser", [], 0),
    ],
)
def test_one_cell_says_who_comes_along(cell: str, named: list[str], unnamed: int) -> None:
    people = people_in(cell)
    assert [f"{name.given_name} {name.family_name}" for name in people.named] == named
    assert people.unnamed == unnamed
