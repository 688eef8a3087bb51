"""Files as rows of text: what a spreadsheet program shows, and what is refused."""

import io
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.errors import InputError
from checkin.intake.lists.tables import Workbook, open_table
from checkin.language import speak

ROWS = [["Nom", "Prénom"], ["Dûpont", "Jean"], ["L’Hôte", "Œuvre"]]
TEXT = "Nom;Prénom\r\nDûpont;Jean\r\nL’Hôte;Œuvre\r\n"


@pytest.fixture
def book(tmp_path: Path) -> Callable[[bytes], Workbook]:
    def opened(data: bytes, name: str = "list.csv") -> Workbook:
        path = tmp_path / name
        path.write_bytes(data)
        return open_table(path)

    return opened


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_a_spreadsheet_writes_is_read(book: Callable[..., Workbook], encoding: str) -> None:
    assert book(TEXT.encode(encoding)).tabs[0].read().rows == ROWS


@pytest.mark.parametrize("encoding", ["cp1252", "iso-8859-15", "mac-roman"])
def test_western_letters_are_told_apart_by_their_case(book: Callable[..., Workbook], encoding: str) -> None:
    text = "NOM;PRÉNOM;STRUCTURE\nLEFÈVRE;Noël;Œuvre sociale\nÇELIK;Anaïs;Forêt d'à côté\n"
    rows = [line.split(";") for line in text.splitlines()]
    assert book(text.encode(encoding)).tabs[0].read().rows == rows


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|", "^"])
def test_the_delimiter_is_found(book: Callable[..., Workbook], delimiter: str) -> None:
    assert book(TEXT.replace(";", delimiter).encode()).tabs[0].read().rows == ROWS


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_end_of_line_is_one(book: Callable[..., Workbook], ending: str) -> None:
    assert book(TEXT.replace("\r\n", ending).encode()).tabs[0].read().rows == ROWS


def test_excel_s_own_line_that_names_the_delimiter_is_an_empty_row(book: Callable[..., Workbook]) -> None:
    assert book(b"sep=|\r\nNom|Pr\xc3\xa9nom\r\n").tabs[0].read().rows == [[], ["Nom", "Prénom"]]


def test_lines_of_two_origins_keep_their_letters(book: Callable[..., Workbook]) -> None:
    rows = book("Nom;Prénom\nHélène;Noël\n".encode() + "Zoé;Élise\n".encode("cp1252")).tabs[0].read().rows
    assert rows == [["Nom", "Prénom"], ["Hélène", "Noël"], ["Zoé", "Élise"]]


def test_a_quotation_mark_that_nothing_closes_swallows_nothing(book: Callable[..., Workbook]) -> None:
    lines = [f"DUPONT{number};Jean" for number in range(500)]
    lines[100] = '"DUPONT100;Jean'
    assert len(book("\n".join(lines).encode()).tabs[0].read().rows) == 500


def test_a_cell_of_a_megabyte_is_a_cell(book: Callable[..., Workbook]) -> None:
    assert len(book(b"Nom;Note\nDUPONT;" + b"x" * 1_000_000).tabs[0].read().rows[1][1]) == 1_000_000


def test_numbers_and_dates_read_as_they_are_seen(workbook: Callable[..., Path]) -> None:
    path = workbook(Liste=[["a", 12, 12.5, True, date(2022, 11, 24), "=cmd|' /C calc'!A0"]])
    assert open_table(path).tabs[0].read().rows == [
        ["a", "12", "12.5", "VRAI", "24/11/2022", "=cmd|' /C calc'!A0"]
    ]


def test_lines_are_counted_as_a_spreadsheet_does(workbook: Callable[..., Path]) -> None:
    sheet = open_table(workbook(Liste=[[], [], ["Nom"], ["Dupont"]])).tabs[0].read()
    assert (sheet.rows[2], sheet.line(2)) == (["Nom"], 3)


def test_hidden_sheets_are_named_and_not_read(workbook: Callable[..., Path]) -> None:
    book = open_table(workbook(hidden=["Ancienne"], Liste=[["Nom"]], Ancienne=[["Nom"], ["Dupont"]]))
    assert [tab.name for tab in book.visible] == ["Liste"]
    assert book.hidden == ("Ancienne",)


def test_a_tall_merged_cell_is_meant_for_each_row(workbook: Callable[..., Path]) -> None:
    path = workbook(merged=["B2:B3"], Liste=[["Nom", "Structure"], ["Dupont", "AFPA"], ["Petit", None]])
    assert open_table(path).tabs[0].read().rows[2] == ["Petit", "AFPA"]


def test_a_workbook_called_csv_is_read_for_what_it_is(workbook: Callable[..., Path], tmp_path: Path) -> None:
    path = workbook(Liste=[["Nom"]]).rename(tmp_path / "list.csv")
    assert open_table(path).tabs[0].read().rows == [["Nom"]]


def _zipped(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
FAR = (
    b'<worksheet><sheetData><row r="1"><c r="A1"/></row>'
    b'<row r="1048576"><c r="XFD1048576"/></row></sheetData></worksheet>'
)
SPREAD = (
    b'<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
    b'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
    b"</table:table-cell></table:table-row>"
)
REFUSED = {
    "empty": b"",
    "blank": b"\xef\xbb\xbf \r\n",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "a picture that is mostly nought": b"\x89PNG\r\n\x1a\n" + bytes(5_000),
    "nothing but noughts": b"\1" + bytes(5_000),
    "a long text that a great many cells share": _zipped(
        {
            "xl/workbook.xml": b"<workbook/>",
            "xl/sharedStrings.xml": b"<sst><si><t>" + b"a" * 30_000 + b"</t></si></sst>",
            "xl/worksheets/sheet1.xml": b"".join(
                b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (n, n) for n in range(1, 50_000)
            ),
        }
    ),
    "a program": b"MZ" + bytes(range(256)) * 20,
    "a PDF": b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n",
    "an archive cut short": _zipped({"xl/workbook.xml": b"<workbook/>" * 500})[:200],
    "an archive of something else": _zipped({"word/document.xml": b"<document/>"}),
    "a workbook without its parts": _zipped({"xl/workbook.xml": b"<workbook/>"}),
    "a damaged part": _zipped({"xl/workbook.xml": b"<workbook/>" * 500}).replace(
        b"workbook/", b"workb\x00ok/", 1
    ),
    "an external entity": _zipped({"xl/workbook.xml": ENTITY}),
    "an external entity, ods": _zipped({"mimetype": b"x", "content.xml": ENTITY}),
    "a zip bomb": _zipped(
        {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b"0" * 200_000_000}
    ),
    "a cell at the world's end": _zipped(
        {"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": FAR}
    ),
    "a cell repeated for ever": _zipped({"content.xml": SPREAD}),
    "an old workbook cut short": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
}


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_list_is_refused_in_a_sentence(book: Callable[..., Workbook], data: bytes) -> None:
    speak("en")
    with pytest.raises(InputError) as refusal:
        book(data).tabs[0].read()
    assert refusal.value.happened.endswith(".")
    assert refusal.value.to_do.endswith(".")


def test_what_the_directory_says_of_a_part_s_size_is_not_believed(book: Callable[..., Workbook]) -> None:
    bomb = _zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b"0" * 50_000_000})
    lying = bomb.replace(struct.pack("<I", 50_000_000), struct.pack("<I", 1_000))
    with pytest.raises(InputError):
        book(lying)


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_read_or_refused(data: bytes) -> None:
    try:
        for tab in open_table(Path("list.csv"), data).tabs:
            tab.read()
    except InputError:
        pass


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="cp1252", exclude_categories=["Cc"]), min_size=1, max_size=20).filter(
                str.strip
            ),
            min_size=3,
            max_size=3,
        ),
        min_size=2,
    )
)
def test_what_a_csv_writer_wrote_comes_back(rows: list[list[str]]) -> None:
    import csv  # noqa: PLC0415

    made = io.StringIO()
    csv.writer(made, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    read = open_table(Path("list.csv"), made.getvalue().encode()).tabs[0].read().rows
    assert read == rows


PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
<style>td { mso-number-format: "@" }</style></head><body>
<table><tr><td>Export du 21/11/2022</td></tr></table>
<TABLE border=1><tr><th colspan="2">Invité<th rowspan=2>Structure</tr>
<tr><th>Nom</th><th>Prénom</th></tr>
<tr><td>D&rsquo;ARTOIS</td><td>Zo&eacute;<td>AFPA &amp; <b>Cie</b><br>Paris</tr>
<tr><td>PETIT</td><td>L&eacute;a</td><td>&nbsp;</td></tr>
</TABLE></body></html>"""
XML_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Invités"><Table ss:ExpandedColumnCount="3">
<Row><Cell><Data ss:Type="String">Nom</Data></Cell>
<Cell ss:Index="3"><Data ss:Type="String">Prénom</Data></Cell></Row>
<Row ss:Index="3"><Cell><Data ss:Type="String">PETIT</Data></Cell><Cell/><Cell><Data>Léa</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="Vieux"><Table><Row><Cell><Data>x</Data></Cell></Row></Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_called_xls_is_the_tables_in_it(book: Callable[..., Workbook], encoding: str) -> None:
    _export, guests = book(PAGE.encode(encoding), "list.xls").tabs
    sheet = guests.read()
    assert sheet.rows == [
        ["Invité", "", "Structure"],
        ["Nom", "Prénom", "Structure"],
        ["D’ARTOIS", "Zoé", "AFPA & Cie\nParis"],
        ["PETIT", "Léa", ""],
    ]
    assert [(span.left, span.right) for span in sheet.spans] == [(0, 1), (2, 2)]


def test_the_xml_of_excel_2003_is_a_workbook(book: Callable[..., Workbook]) -> None:
    workbook = book(XML_2003.encode(), "list.xls")
    assert ([tab.name for tab in workbook.visible], workbook.hidden) == (["Invités"], ("Vieux",))
    assert workbook.tabs[0].read().rows == [["Nom", "", "Prénom"], [], ["PETIT", "", "Léa"]]


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>Bonjour</p></body></html>",
        "<?xml version='1.0'?><guests><guest>Jean Dupont</guest></guests>",
        "<table>" + "<tr><td colspan=99999>x" * 900 + "</table>",
        "<Workbook><Table><Row ss:Index='99999999'><Cell><Data>x</Data></Cell></Row></Table></Workbook>",
    ],
    ids=["prose", "another document", "cells beyond all measure", "rows beyond all measure"],
)
def test_markup_without_a_table_of_guests_is_refused(book: Callable[..., Workbook], page: str) -> None:
    with pytest.raises(InputError):
        book(page.encode())
