"""Who wrote, as the sender, the address and the signature say it together; and people in tables."""

import pytest

from checkin.intake.mail.message import Letter
from checkin.intake.mail.people import sender_words, writer
from checkin.intake.mail.signature import part_signature
from checkin.intake.mail.slips import tables_as_lines

# sender, address, signature → given name, family name
WRITERS = {
    ("Jack Turnbold", "jack.turnbold@hope.example", "Jack T"): ("Jack", "Turnbold"),
    ("Louise Kermadec", "louise.kermadec@apel.example", "Louise K."): ("Louise", "Kermadec"),
    ("Thi Mai Nguyen", "thimai.nguyen@lab.example", "Thi Mai"): ("Thi Mai", "Nguyen"),
    ("Murielle Placide", "m.placide@cfa.example", "Murielle Placide, accueil"): ("Murielle", "Placide"),
    ("Cheryl Baptiste", "cheryl.baptiste@link.example", "Cheryl"): ("Cheryl", "Baptiste"),
    ("Rose-May Théodore", "rm.theodore@cr.example", "R.-M. Théodore"): ("Rose-May", "Théodore"),
    ("Obrecht Denis", "contact@atelier.example", ""): ("Denis", "Obrecht"),
    ("Stagiaire RH", "stage.rh@num.example", ""): ("", ""),
    ("Service courrier", "courrier.elus@dep.example", ""): ("", ""),
    ("Accueil MIJ Finistère", "accueil@mij.example", ""): ("", ""),
}

BARS = "Nom | Prénom | Fonction\n{} | {} | {}\n{} | {} | {}\n\nBonne journée"
ROWS = ("RIEUTAUD", "Maxime", "chef de projet", "CASTEX", "Lou", "vidéaste")
LISTED = "\nListe des participants :\n- Maxime RIEUTAUD\n- Lou CASTEX\n\n\nBonne journée"
TABLES = {
    BARS.format(*ROWS): LISTED,
    BARS.replace(" | ", " / ").format(*ROWS): LISTED,
    "| NOM | Prénom |\n|---|---|\n| RIEUTAUD | Maxime |\n| CASTEX | Lou |\n\nBonne journée": LISTED,
    "Voici :\nNom\tPrénom\nCASTEX\tLou\n\nMerci": "Voici :\n- Lou CASTEX\n\n\nMerci",
    "Names:\nFELDMANN, Naomi\nASANTO, Ruth (data)": "Names:\n- Naomi FELDMANN\n- Ruth ASANTO (data)",
    "PARIS, Jeudi": "PARIS, Jeudi",
    "oui / non / peut-être": "oui / non / peut-être",
}


@pytest.mark.parametrize("said", WRITERS)
def test_who_wrote(said: tuple[str, str, str]) -> None:
    sender, address, signature = said
    letter = Letter(sender=sender, address=address)
    signed = part_signature(f"Je viendrai.\n\nCordialement,\n{signature}", sender_words(letter))
    name = writer(letter, signed.signer)
    assert (name.given_name, name.family_name) == WRITERS[said]


@pytest.mark.parametrize("text", TABLES)
def test_people_in_a_table(text: str) -> None:
    assert tables_as_lines(text) == TABLES[text]


def test_names_below_each_other_are_a_list_and_no_signature() -> None:
    text = "Yes, all four.\n\nJulian Ashworth\nPaloma Herrero\nNinon Blondin\nKwame Asanto"
    assert "Ninon Blondin" in part_signature(text, frozenset({"julian", "ashworth"})).body
