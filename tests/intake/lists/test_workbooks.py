"""Workbooks: which sheet, merged headers, real dates and numbers; .xlsx, .ods and .xls alike."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from checkin.domain.errors import InputError
from checkin.intake.files import read
from checkin.intake.proposals import Reading

FILES = Path(__file__).parent / "files"
Words = Callable[[Reading], list[str]]


def test_the_visible_sheet_that_looks_like_a_list_is_read(
    workbook: Callable[..., Path], in_words: Words
) -> None:
    reading = read(
        workbook(
            hidden=["2021"],
            Salle=[["Salle des Accords"], ["Rangs 1 et 2 réservés"]],
            Invités=[["Nom", "Prénom", "Présence"], ["DUPONT", "Jean", "oui"]],
            **{"2021": [["Nom", "Prénom", "Présence"], ["VIEUX", "Paul", "oui"]]},
        ),
        "list.xlsx",
    )
    assert (in_words(reading), reading.sheet, reading.hidden_sheets) == (
        ["Jean / Dupont"],
        "Invités",
        ("2021",),
    )


def test_a_merged_header_names_the_columns_below_it(workbook: Callable[..., Path], in_words: Words) -> None:
    path = workbook(
        merged=["A1:B1", "C1:D1", "E1:F1"],
        Liste=[
            ["Invité", None, "Accompagnant 1", None, "Accompagnant 2", None],
            ["Nom", "Prénom", "Nom", "Prénom", "Nom", "Prénom"],
            ["DUPONT", "Jean", "MARTIN", "Paul", None, None],
            ["PETIT", "Léa", "LE GOFF", "Yann", "D'ARTOIS", "Zoé"],
        ],
    )
    assert in_words(read(path, "list.xlsx")) == [
        "Jean / Dupont + Paul / Martin",
        "Léa / Petit + Yann / Le Goff + Zoé / d'Artois",
    ]


def test_a_lead_merged_over_the_rows_of_their_companions(
    workbook: Callable[..., Path], in_words: Words
) -> None:
    path = workbook(
        merged=["A2:A3", "B2:B3"],
        Liste=[
            ["Nom", "Prénom", "Accompagnant"],
            ["DUPONT", "Jean", "Paul Martin"],
            [None, None, "Anne Petit"],
            ["MOREAU", "Luc", None],
        ],
    )
    assert in_words(read(path, "list.xlsx")) == [
        "Jean / Dupont + Paul / Martin + Anne / Petit",
        "Luc / Moreau",
    ]


def test_a_title_merged_over_the_list_is_no_column(workbook: Callable[..., Path], in_words: Words) -> None:
    rows = [
        ["Liste des invités du 24 novembre"],
        [],
        ["Nom", "Prénom", "Présence"],
        ["DUPONT", "Jean", "oui"],
    ]
    assert in_words(read(workbook(merged=["A1:C1"], Liste=rows), "list.xlsx")) == ["Jean / Dupont"]


def test_dates_ticks_and_numbers_answer_and_count(workbook: Callable[..., Path], in_words: Words) -> None:
    rows = [
        ["Nom", "Prénom", "Confirmé le", "Nb accompagnants"],
        ["DUPONT", "Jean", date(2022, 11, 12), 2],
        ["PETIT", "Léa", None, 0],
        ["MOREAU", "Luc", date(2022, 11, 14), 1.0],
    ]
    assert in_words(read(workbook(Liste=rows), "list.xlsx")) == ["Jean / Dupont + 2", "Luc / Moreau + 1"]


def test_problems_name_the_line_that_the_spreadsheet_shows(workbook: Callable[..., Path]) -> None:
    rows = [
        ["Invités"],
        [],
        ["Nom", "Prénom", "E-mail"],
        ["DUPONT", "Jean"],
        [],
        [None, None, "x@example.org"],
    ]
    (problem,) = read(workbook(Liste=rows), "list.xlsx").problems
    assert problem.line == 6


@pytest.mark.parametrize("rows", [[], [["", " "]]], ids=["none", "blank"])
def test_a_workbook_without_a_list_is_refused(workbook: Callable[..., Path], rows: list[list[str]]) -> None:
    with pytest.raises(InputError):
        read(workbook(Liste=rows), "list.xlsx")


@pytest.mark.parametrize("name", ["Déclinés", "Absents", "Archives 2021", "Modèle"])
def test_a_sheet_that_says_it_is_not_of_guests_is_read_last(
    workbook: Callable[..., Path], in_words: Words, name: str
) -> None:
    guests = [["Nom", "Prénom"], ["PETIT", "Léa"]]
    others = [["Nom", "Prénom"], ["GRAND", "Luc"], ["GROS", "Max"]]
    assert in_words(read(workbook(**{name: others, "Feuil1": guests}), "list.xlsx")) == ["Léa / Petit"]


@pytest.mark.parametrize(
    "text",
    [
        "Le séminaire aura lieu le 24 novembre.\nMerci de votre attention, et à bientôt au ministère.\n",
        "Bonjour,\n\nmerci de votre invitation, nous viendrons.\nCordialement,\nLe secrétariat\n",
        "Poste;Montant;TVA\nTraiteur;1200;20\nSalle;300;20\n",
        "<html><body><table><tr><td>Nom</td></tr></table></body></html>",
    ],
    ids=["prose", "mail", "budget", "page"],
)
def test_text_that_is_no_list_is_refused(read_text: Callable[..., Reading], text: str) -> None:
    with pytest.raises(InputError):
        read_text(text)


@pytest.mark.parametrize("name", ["list.ods", "list.xls"])
def test_other_workbooks_read_the_same(name: str, in_words: Words) -> None:
    reading = read(FILES / name, name)
    assert in_words(reading) == [
        "Jean / Dupont <jean@example.org> + Paul / Martin",
        "Hélène / d'Artois + 2",
        "not coming: 1",
    ]


def test_five_thousand_rows_are_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ("Nom", "Prénom", "Courriel", "Structure", "Présence", "Accompagnants"))
        for line in range(1, 5001):
            row = (
                f"DUPONT-{line:04}",
                "Jean",
                f"p{line}@example.org",
                "AFPA",
                "oui",
                "Paul Martin / Léa Petit",
            )
            sheet.write_row(line, 0, row)
    reading = read(path, "large.xlsx")
    assert len(reading.coming) == 5000
    assert all(len(one.companions) == 2 for one in reading.coming)


def test_an_ods_part_is_checked_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "list.ods"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document-content/>")
    with pytest.raises(InputError):
        read(path, "list.ods")


@pytest.mark.parametrize("name", ["list.csv", "list.xls"])
def test_a_list_that_holds_nobody_says_so(read_text: Callable[..., Reading], name: str) -> None:
    with pytest.raises(InputError, match="personne"):
        read_text("Nom;Prénom;E-mail;Présence\n;;;\n", name=name)


def test_a_page_that_is_called_xls_is_read(read_text: Callable[..., Reading], in_words: Words) -> None:
    page = (
        "<html><table><tr><td colspan=3>Export</table><table border=1>"
        "<tr><th>Nom<th>Prénom<th>Présence</tr><tr><td>DUPONT<td>Jean<td>oui</tr>"
        "<tr><td>PETIT<td>Léa<td>non</tr></table></html>"
    )
    assert in_words(read_text(page, name="list.xls")) == ["Jean / Dupont", "not coming: 1"]


def test_rows_merged_over_the_names_head_groups(workbook: Callable[..., Path], in_words: Words) -> None:
    rows = [
        ["Nom", "Prénom", "Fonction"],
        ["HAUTE COUR", None, None],
        ["DUPONT", "Jean", "Conseiller"],
        ["Porteurs de projets", None, None],
        ["PETIT", "Léa", None],
        ["LE GOFF", None, None],
    ]
    path = workbook(merged=["A2:C2"], Liste=rows)
    assert in_words(read(path, "list.xlsx")) == ["Jean / Dupont", "Léa / Petit", " / Le Goff"]


def test_half_days_below_days_that_are_merged_and_real(
    workbook: Callable[..., Path], in_words: Words
) -> None:
    rows = [
        [None, None, date(2022, 11, 24), None, date(2022, 11, 25), None],
        ["Nom", "Prénom", "Matin", "Après-midi", "Matin", "Après-midi"],
        ["DUPONT", "Jean", "x", "x", None, None],
        ["PETIT", "Léa", None, None, None, "x"],
        ["ROUX", "Max", None, None, None, None],
    ]
    path = workbook(merged=["C1:D1", "E1:F1"], Liste=rows)
    assert in_words(read(path, "list.xlsx")) == ["Jean / Dupont", "Léa / Petit"]
