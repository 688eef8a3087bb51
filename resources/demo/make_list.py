"""Draws up the guest list of the demonstration, as an organiser's spreadsheet would hold it.

    python resources/demo/make_list.py

writes attendees.xlsx and attendees.csv (as a French Excel saves it: `;`, windows-1252) beside itself. Every
guest is invented, the speakers are those of the published programme; every address is of a reserved domain
(RFC 2606). The same script writes the same bytes.
"""

import csv
import random
from datetime import datetime
from pathlib import Path

import xlsxwriter

HERE = Path(__file__).parent
PARTIES = 136
SHARE_ALONE, SHARE_UNNAMED, SHARE_WITH_MAIL = 0.66, 0.1, 0.95


def _items(text: str, between: str | None = None) -> list[str]:
    return [" ".join(item.split()) for item in text.split(between)]


COLUMNS = (
    ("Civilité", 8), ("NOM", 24), ("Prénom", 18), ("Organisme", 38), ("Fonction", 36), ("Courriel", 40),
    ("Présence", 12), ("Accompagnants", 42), ("Catégorie", 14), ("Remarques", 46),
)  # fmt: skip
TITLE = "Repérer et remobiliser les décrocheurs et les invisibles – liste des invités"
SUBTITLE = (
    "jeudi 24 novembre 2022, 10h00 – salle des Accords, 127 rue de Grenelle – mise à jour du 22/11/2022"
)

SPEAKERS = (
    ("Mme", "SEILER", "Carine", "Haut-commissariat aux compétences", "Haut-commissaire aux compétences"),
    ("M.", "EUTHINE", "Stephan", "Comité de sélection", "Président"),
    ("M.", "ALTER", "Norbert", "", "Sociologue"),
    ("M.", "DI MARTINO", "Nicolas", "ZQSD Productions", ""),
    ("Mme", "KIS", "Stéphanie", "Région Grand Est", ""),
    ("Mme", "d'ARTOIS", "Pascale", "AFPA", ""),
    ("M.", "GUILLUY", "Thibaut", "France Travail", ""),
    ("Mme", "GRANDJEAN", "Carole", "Gouvernement", "Ministre déléguée"),
)
WOMEN = _items("""
Aïcha Anaïs Anne-Laure Béatrice Bénédicte Camille Cécile Chloé Clémence Élodie Émilie Éloïse Fatoumata
Françoise Gaëlle Hélène Inès Jeanne Joëlle Khadija Laëtitia Léa Lucie Maëlys Marie-Hélène Marie-Thérèse
Myriam Nadège Noémie Océane Rachida Salomé Ségolène Solène Sophie Valérie Véronique Yasmine Zoé
""")
MEN = _items("""
Amadou Antoine Benoît Cédric Clément Damien Émile Étienne Fabien François Frédéric Gaël Grégoire Guillaume
Hervé Hugo Jean-Baptiste Jean-François Jérôme Joël Karim Loïc Ludovic Mathéo Mehdi Mickaël Moussa Noël
Olivier Ousmane Quentin Raphaël Rémi Sébastien Stéphane Théo Tristan Xavier Yann Youssef
""")
FAMILIES = _items(
    """
ABADIE, AÏT OUALI, ALLARD-BESSON, AUBRIOT, BARTHÉLÉMY, BEN SALAH, BERTHELIN, BOISGARD, BOUVET-LANGLE,
BRÉMOND, CAZENEUVE, CHÂTELAIN, COËTMEUR, CORVAISIER, COULIBALY, D'ESTREMONT, DA COSTA, DE BEAUREPAS, DE LA
MORINIÈRE, DEL VALLE, DELACOURT, DES ROCHETTES, DESCHÊNES, DI GENNARO, DIARRA, DOS REIS, DU TERTRE, EL
FASSI, ÉPINAL, ESCOFFIER, FAUCHEUX, FERRAND-MOREL, FOFANA, FOURNEL, GAUDREAU, GÉRAUD, GOASDOUÉ, GUÉRINEAU,
HADDOUCHE, HÉBRARD, IBARBOURE, JOUVENEL, KERBRAT, KOUYATÉ, LA BORIE, LE BIHAN, LE CORRE-MADEC, LE GUENNEC,
LEFÈVRE, L'HERMITTE, LOISEL, MAÏSSA, MARCHANDEAU, MÉNAGER, MILLERAND, MONTFORTIN, N'DIAYE, NAUDIN, NGUYEN,
NOËLLET, O'BRIEN, OUEDRAOGO, PÉRIGNON, PIETRI, POIRÉ, QUÉMÉNEUR, RAVENEL, REŸNAUD, ROUSSELIN, SAINT-ALBAN,
SANGARÉ, SCHOËN, TAÏEB, TERRASSON, THIÉBAUT, TRAORÉ, URVOY, VAN DEN BOSCH, VAN DER MEER, VERGNAUD, VON
ARNSBERG, WEISSENBACHER, YILDIRIM, ZEROUAL, ZUCCARELLI
""",
    ",",
)
HOUSES = (
    ("Mission locale du Val-Boisé", "mission-locale.example.org"),
    ("Association Les Éclaireurs du Net", "eclaireurs.example.org"),
    ("Région Sud-Ouest – direction de la formation", "region.example.org"),
    ("École de la deuxième chance des Trois-Rivières", "e2c.example.org"),
    ("Département de la Haute-Plaine", "departement.example.org"),
    ("Maison de l'emploi de Belle-Étoile", "mde.example.org"),
    ("Fondation Horizons partagés", "fondation.example.org"),
    ("CCAS de Saint-Aubry", "ccas.example.org"),
    ("Rectorat – lutte contre le décrochage", "rectorat.example.org"),
    ("Studio Pixel & Cie", "pixel.example.com"),
    ("Préfecture – délégation à l'insertion", "prefecture.example.org"),
    ("Club de prévention La Passerelle", "passerelle.example.net"),
)
FUNCTIONS = _items(
    """
Directrice générale, Directeur adjoint, Chargée de mission jeunesse, Éducateur spécialisé, Conseillère en
insertion, Chef de projet « maraudes numériques », Référente décrochage, Coordinateur, Présidente,
Community manager, Déléguée régionale, Chercheur associé
""",
    ",",
)
NOTES = (
    "", "", "", "", "", "", "", "arrive vers 10h30", "repart avant 12h",
    "en fauteuil roulant : accès à prévoir",
    "interprète LSF à prévoir", "a demandé le programme définitif", "confirmé par téléphone",
)  # fmt: skip
PLAIN = str.maketrans("àâäçéèêëïîôöùûüÿñ", "aaaceeeeiioouuuyn")

Row = tuple[str | int, ...]


def _person(dice: random.Random, used: set[str]) -> tuple[str, str, str]:
    while True:
        title = dice.choice(("Mme", "M."))
        given = dice.choice(WOMEN if title == "Mme" else MEN)
        family = dice.choice(FAMILIES)
        if f"{given} {family}" not in used:
            used.add(f"{given} {family}")
            return title, family, given


def _email(given: str, family: str, domain: str) -> str:
    plain = f"{given}.{family}".lower().translate(PLAIN)
    return "".join(letter for letter in plain if letter.isalnum() or letter in ".-") + "@" + domain


def _companions(dice: random.Random, used: set[str]) -> str | int:
    kind = dice.random()
    if kind < SHARE_ALONE:
        return ""
    if kind < SHARE_ALONE + SHARE_UNNAMED:
        return dice.choice((1, 1, 2, 3))
    people = [_person(dice, used) for _ in range(dice.choice((1, 1, 2, 3)))]
    written = [_either_order(dice, family, given) for _title, family, given in people]
    return dice.choice((" / ", " ; ", " et ")).join(written)


def _either_order(dice: random.Random, family: str, given: str) -> str:
    return dice.choice((f"{family} {given}", f"{given} {family.title()}"))


def _guest(dice: random.Random, used: set[str]) -> Row:
    title, family, given = _person(dice, used)
    house, domain = dice.choice(HOUSES)
    answer = dice.choices(("oui", "OUI", "non", "à confirmer", "annulé"), (70, 18, 6, 4, 2))[0]
    coming = answer not in {"non", "annulé"}
    return (
        title, family, given, house, dice.choice(FUNCTIONS),
        _email(given, family, domain) if dice.random() < SHARE_WITH_MAIL else "",
        answer, _companions(dice, used) if coming else "",
        dice.choices(("", "presse", "VIP"), (92, 5, 3))[0], dice.choice(NOTES) if coming else "",
    )  # fmt: skip


def rows() -> list[Row]:
    """Return the rows below the header: the speakers, then the guests as they replied, two unreadable."""
    dice = random.Random(20221124)  # noqa: S311 - for a list that is the same each time
    used: set[str] = set()
    speakers: list[Row] = [(*speaker, "", "oui", "", "intervenant", "") for speaker in SPEAKERS]
    guests = [_guest(dice, used) for _ in range(PARTIES)]
    guests.insert(
        57,
        (
            "Mme",
            "",
            "",
            "Fondation Horizons partagés",
            "",
            "contact@fondation.example.org",
            "oui",
            "",
            "",
            "",
        ),
    )
    guests.insert(
        121, ("M.", "???", "", "CCAS de Saint-Aubry", "", "", "oui", 1, "", "nom illisible sur le bulletin")
    )
    return speakers + guests


def write_workbook(path: Path, people: list[Row]) -> None:
    """Write the list as a workbook, with a title above, a total below, and a sheet that is not the list."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": TITLE, "created": datetime(2022, 11, 22, 18, 0)})  # noqa: DTZ001 - it wants it naive
        bold, head = (
            book.add_format({"bold": True, "font_size": 14}),
            book.add_format({"bold": True, "bottom": 1}),
        )
        sheet = book.add_worksheet("Invités")
        sheet.merge_range(0, 0, 0, len(COLUMNS) - 1, TITLE, bold)
        sheet.write(1, 0, SUBTITLE)
        for at, (label, width) in enumerate(COLUMNS):
            sheet.write(3, at, label, head)
            sheet.set_column(at, at, width)
        for line, row in enumerate(people, start=4):
            sheet.write_row(line, 0, row)
        sheet.write_row(len(people) + 5, 0, ("Total", len(people)))
        sheet.freeze_panes(4, 0)
        aside = book.add_worksheet("Salle")
        aside.write_column(
            0, 0, ("Salle des Accords", "Rangs 1 et 2 réservés", "Vidéoprojecteur : vu avec la logistique")
        )


def write_delimited(path: Path, people: list[Row]) -> None:
    """Write the same list as a French Excel saves it."""
    with path.open("w", encoding="cp1252", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        blank = ("",) * (len(COLUMNS) - 1)
        writer.writerow((TITLE, *blank))
        writer.writerow((SUBTITLE, *blank))
        writer.writerow(("", *blank))
        writer.writerow([label for label, _width in COLUMNS])
        writer.writerows(people)
        writer.writerow(("", *blank))
        writer.writerow(("Total", len(people), *blank[1:]))


if __name__ == "__main__":
    guests = rows()
    write_workbook(HERE / "attendees.xlsx", guests)
    write_delimited(HERE / "attendees.csv", guests)
    print(f"{len(guests)} rows in attendees.xlsx and attendees.csv")
