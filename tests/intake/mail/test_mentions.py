"""Who is named in a sentence, and what only looks like it."""

import pytest

from checkin.intake.mail.mentions import mentions

NAMED = {
    # a title, an order or a verb before the name is no part of it
    "L'agenda de M. Hector de La Roche n'est pas arrêté.": ["Hector|de La Roche"],
    "Sollicitez M. Brice Faure à la région.": ["Brice|Faure"],
    "Copying Nadia Frouk for information.": ["Nadia|Frouk"],
    "Ni Grégory Blanchon ni moi ne viendrons.": ["Grégory|Blanchon"],
    "in company of Madam Diane Uwera": ["Diane|Uwera"],
    "our chairman Lord Hartwell": ["|Hartwell"],
    "notre CPE Marc Belleval": ["Marc|Belleval"],
    # what stands behind it neither
    "Yacine BELKADI Formateur": ["Yacine|Belkadi"],
    "Imogen Frye's coming too.": ["Imogen|Frye"],
    "le stagiaire de Mme Lemarchand (Anne-Sophie)": ["Anne-Sophie|Lemarchand"],
    # in prose the given name comes first
    "avec Bérangère Lucas": ["Bérangère|Lucas"],
    "Mme Ketty Robert sera là": ["Ketty|Robert"],
    "Alexandra Popova (me) and Ionut Radu": ["Alexandra|Popova", "Ionut|Radu"],
    "le nom de Rose-May Célestin": ["Rose-May|Célestin"],
    "me, Ben Osafo (data)": ["Ben|Osafo"],
    # words that are other words too
    "Thi Mai NGUYEN et Jérémy Vu": ["Thi Mai|Nguyen", "Jérémy|Vu"],
    "Jacqueline Vo Van et moi": ["Jacqueline|Vo Van"],
    "au nom d'Arnaud Bellange": ["Arnaud|Bellange"],
    "MONSIEUR VANDAMME MARC ET MADAME STOFFEN ALINE SERONT PRESENTS LE 24/11.": [
        "Marc|Vandamme",
        "Aline|Stoffen",
    ],
    "oui pour moi + clotilde renardeau": ["Clotilde|Renardeau"],
    "my colleague Joost Kramer": ["Joost|Kramer"],
    "avec Mai Tran et May Chenu, mais pas le 24 Mai": ["Mai|Tran", "May|Chenu"],
    "Will James come too?": ["James|"],
    "Jean-Eudes et Sixtine de Villedouce": ["Jean-Eudes|de Villedouce", "Sixtine|de Villedouce"],
    "Mme de Sèvre et Dr Aoife Ní Bhrian": ["|de Sèvre", "Aoife|Ní Bhrian"],
    # organisations, offices and places
    "a kind yes from Skills Forward": [],
    "la représentation de Cap Formation": [],
    "accept the High Commissioner's invitation": [],
    "the James Grand Trust sends two": [],
    "pour l'agence Chloé Marty Conseil": [],
    "la MFR de Vendée et le FJT de Rodez": [],
    "la délégation GRETA Roussillon": [],
    "l'ADSEA Ouest sera là": [],
    "L'équipe Saveurs vous répond": [],
    "directeur de l'Institut Francis Marty": [],
    "je serai à Milan avant Noël": [],
    "depuis St Etienne": [],
    "E2C Touraine : 3 places": [],
}


@pytest.mark.parametrize("text", NAMED)
def test_who_is_named(text: str) -> None:
    found = [f"{one.name.given_name}|{one.name.family_name}" for one in mentions(text)]
    assert found == NAMED[text]
