"""Names as a careful secretary would enter them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.intake.names import from_parts, split_people, understand


@pytest.mark.parametrize(
    ("written", "given_name", "family_name"),
    [
        ("DI MARTINO Nicolas", "Nicolas", "Di Martino"),
        ("Nicolas Di Martino", "Nicolas", "Di Martino"),
        ("Di Martino, Nicolas", "Nicolas", "Di Martino"),
        ("pascale d'artois", "Pascale", "d'Artois"),
        ("D’ARTOIS Pascale", "Pascale", "d'Artois"),
        ("d'ARTOIS Pascale", "Pascale", "d'Artois"),
        ("LE GOFF Yann", "Yann", "Le Goff"),
        ("LE GOFF, Yann", "Yann", "Le Goff"),
        ("Le Goff", "", "Le Goff"),
        ("EL AMRANI Fatima", "Fatima", "El Amrani"),
        ("jean-baptiste moreau", "Jean-Baptiste", "Moreau"),
        ("MCDONALD Ronald", "Ronald", "McDonald"),
        ("Ronald McDONALD", "Ronald", "McDonald"),
        ("Sean O'BRIEN", "Sean", "O'Brien"),
        ("Jan van der Berg", "Jan", "van der Berg"),
        ("VAN DER BERG Jan", "Jan", "van der Berg"),
        ("Henri de La Tour", "Henri", "de La Tour"),
        ("DE LA TOUR Henri", "Henri", "de La Tour"),
        ("Henri de la Tour", "Henri", "de la Tour"),
        ("N'DIAYE Awa", "Awa", "N'Diaye"),
        ("Mme Marie-Hélène LE GALL-DUPONT", "Marie-Hélène", "Le Gall-Dupont"),
        ("Nguyễn Thị Minh", "Thị Minh", "Nguyễn"),
        ("Nguyen Van Hai", "Van Hai", "Nguyen"),
        ("Dupont, Jean", "Jean", "Dupont"),
        ("Jean DUPONT, directeur", "Jean", "Dupont"),
        ("Jean Dupont, directeur", "Jean", "Dupont"),
        ("Martin Sophie", "Sophie", "Martin"),
        ("MARTIN SOPHIE", "Sophie", "Martin"),
        ("Sophie Martin", "Sophie", "Martin"),
        ("Thomas Martin", "Thomas", "Martin"),
        ("Jean Paul Martin", "Jean Paul", "Martin"),
        ("Garcia Lopez Maria", "Maria", "Garcia Lopez"),
        ("Ben Ali Mohamed", "Mohamed", "Ben Ali"),
        ("DA SILVA MARIA", "Maria", "Da Silva"),
        ("John F. Kennedy", "John F.", "Kennedy"),
        ("Dupont J.", "J.", "Dupont"),
        ("Dupont Jean (AFPA)", "Jean", "Dupont"),
        ("Mme Anne DUPONT née MARTIN", "Anne", "Dupont"),
        ("MARTIN Anne épouse DUPONT", "Anne", "Dupont"),
        ("\u200bCarine\u00a0SEILER ", "Carine", "Seiler"),
        ("Marie", "Marie", ""),
        ("DUPONT", "", "Dupont"),
        ("Mme Paul", "", "Paul"),
        ("", "", ""),
    ],
)
def test_a_whole_name_is_understood_in_either_order(written: str, given_name: str, family_name: str) -> None:
    name = understand(written)
    assert (name.given_name, name.family_name) == (given_name, family_name)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("M. Jean DUPONT", "M."),
        ("Madame Léa Petit", "Mme"),
        ("M. le Pr Jean Dupont", "Pr"),
        ("Jean Dupont", ""),
    ],
)
def test_a_title_is_told_from_the_name(written: str, title: str) -> None:
    assert understand(written).title == title


def test_the_rest_of_the_list_decides_an_order_that_the_words_leave_open() -> None:
    assert understand("Alter Vasquier").family_name == "Vasquier"
    assert understand("Alter Vasquier", family_first=True).family_name == "Alter"


def test_what_was_written_is_kept_beside_what_was_understood() -> None:
    assert understand("DI MARTINO  Nicolas").written == "DI MARTINO Nicolas"
    assert from_parts("NICOLAS", "DI MARTINO").written == "NICOLAS DI MARTINO"


@pytest.mark.parametrize(
    ("given_name", "family_name", "expected"),
    [
        ("NICOLAS", "DI MARTINO", "Nicolas Di Martino"),
        ("pascale", "d'artois", "Pascale d'Artois"),
        ("Yann", "LE GOFF", "Yann Le Goff"),
        ("Ibrahima", "n'diaye", "Ibrahima N'Diaye"),
        ("Jean-baptiste", "MC ADAM", "Jean-baptiste Mc Adam"),
        ("Luís", "da Silva", "Luís da Silva"),
        ("Mme Léa", "PETIT", "Léa Petit"),
    ],
)
def test_two_columns_are_given_their_capitals(given_name: str, family_name: str, expected: str) -> None:
    name = from_parts(given_name, family_name)
    assert f"{name.given_name} {name.family_name}" == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Paul Martin / Anne Petit", ["Paul Martin", "Anne Petit"]),
        ("Paul Martin, Anne Petit et LE GOFF Yann", ["Paul Martin", "Anne Petit", "Yann Le Goff"]),
        ("Dupont, Jean", ["Jean Dupont"]),
        ("DUPONT, Jean; Martin, Luc", ["Jean Dupont", "Luc Martin"]),
        ("Dupont, Jean, Martin, Luc", ["Jean Dupont", "Luc Martin"]),
        ("Jean et Marie Dupont", ["Jean Dupont", "Marie Dupont"]),
        ("M. et Mme Dupont", [" Dupont", " Dupont"]),
        ("Paul Martin (mon adjoint)\nAnne Petit", ["Paul Martin", "Anne Petit"]),
        ("1. Paul Martin\n2. Anne Petit", ["Paul Martin", "Anne Petit"]),
        ("Paul Martin & 1 collègue", ["Paul Martin"]),
        ("accompagné de Mme Aïcha Bensaïd", ["Aïcha Bensaïd"]),
        ("mon mari", []),
        ("2", []),
    ],
)
def test_several_people_in_one_text_are_told_apart(text: str, people: list[str]) -> None:
    assert [f"{one.given_name} {one.family_name}" for one in split_people(text)] == people


@given(st.text())
def test_any_text_at_all_is_read(text: str) -> None:
    name = understand(text)
    assert name.written == understand(name.written).written
    split_people(text)
