import subprocess
import sys
import unicodedata
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis.strategies import text

from checkin.documents import faces
from checkin.documents.fonts import REGULAR, STRONG
from checkin.documents.fonts import width as fonts_width
from checkin.documents.paper import Pen, begin, end_page
from checkin.documents.scripts import is_right_to_left, legible, runs, visual

TWICE = """
from datetime import datetime, UTC
from io import BytesIO
from reportlab import rl_config
from checkin.documents.paper import Pen, begin, end_page
rl_config.invariant = 1
for letters in ("Élodie", "Ёлкин", "Élodie", "Ёлкин"):
    out = BytesIO()
    canvas = begin(out, "Two", "fr")
    pen = Pen(canvas)
    pen.line(100, 700, letters, 12)
    pen.label(100, 650, letters)
    pen.done()
    end_page(canvas)
    canvas.save()
    print(out.getvalue().hex())
"""


def test_the_first_document_of_a_process_is_like_those_that_share_its_fonts(
    poppler: Callable[..., str],
) -> None:
    told = subprocess.run([sys.executable, "-c", TWICE], check=True, capture_output=True, text=True).stdout
    latin, cyrillic, latin_again, cyrillic_again = map(bytes.fromhex, told.split())
    assert latin == latin_again
    assert cyrillic == cyrillic_again
    assert poppler(latin, "pdftotext", last="-").split() == ["Élodie", "ÉLODIE"]
    assert poppler(cyrillic, "pdftotext", last="-").split() == ["Ёлкин", "ЁЛКИН"]


WRITTEN = (
    "Nguyễn Thị Hồng",
    "Ёлкин",
    "Ґалаґан",
    "Қасымжомарт Әлия",
    "Παπαδοπούλου Ἑλένη",
    "Þórðarson",
    "Ștefan",
    "İnönü",
    "Əliyev",
    "Ƙwazo Ɗan",
    "Ḥusayn Ṭāhā",
    "Ọlájùmọ̀kẹ́",
    "g̃uarani",
    "يوسف الأمين",
    "لا",
    "پریا گلناز",
    "سلام",
)


def drawn(*lines: str) -> bytes:
    out = BytesIO()
    canvas = begin(out, "Names", "fr")
    pen = Pen(canvas)
    for place, line in enumerate(lines):
        pen.line(60, 780 - 30 * place, line, 12, STRONG if place % 2 else REGULAR)
    pen.done()
    end_page(canvas)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("before", [(), ("Dupont",)], ids=["regular", "strong"])
def test_a_name_in_any_script_is_read_back_as_it_was_written(
    name: str, before: tuple[str, ...], poppler: Callable[..., str]
) -> None:
    """Poppler puts marks of direction around what runs from right to left."""
    content = drawn(*before, name)
    told = poppler(content, "pdftotext", last="-").translate(dict.fromkeys(range(0x202A, 0x202F)))
    assert unicodedata.normalize("NFC", told).split() == [*before, *name.split()]


def test_every_font_is_embedded_as_a_subset(fonts: Callable[[bytes], list[list[str]]]) -> None:
    listed = fonts(drawn(*WRITTEN))
    assert {tuple(words[-5:-2]) for words in listed} == {("yes", "yes", "yes")}
    families = {words[0].partition("+")[2].partition("-")[0] for words in listed}
    assert families == {"SourceSansPro", "FiraSans", "IBMPlexSansArabic"}


@pytest.mark.parametrize("text", WRITTEN)
def test_letters_that_a_font_has_stay_as_they_are(text: str) -> None:
    assert unicodedata.normalize("NFC", legible(text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("e\u0301", "é"),
        ("A\u2011B", "A-B"),
        ("A\tB\x07", "A B"),
        ("李小龙", "LiXiaoLong"),
        ("Գագիկ", "Gagik"),
        ("A\u200bB", "AB"),
        ("مُحَمَّد", "محمد"),
        ("A\ue000B", "A■B"),
        ("A\U000e1000B", "A■B"),
    ],
)
def test_what_the_fonts_lack_is_written_in_letters_they_have(text: str, shown: str) -> None:
    assert legible(text) == shown


@given(text(max_size=12))
def test_no_text_is_drawn_as_an_empty_box(text: str) -> None:
    shown = legible(text)
    for font in (REGULAR, STRONG):
        for name, letters in runs(font, shown):
            assert faces.letters(name).issuperset(letters)


def test_a_name_all_in_arabic_runs_from_right_to_left() -> None:
    assert is_right_to_left("يوسف الأمين")
    assert not any(map(is_right_to_left, ("Youssef", "يوسف Martin", "12", "")))


def test_numbers_and_brackets_keep_their_sense_in_arabic() -> None:
    shown = unicodedata.normalize("NFKC", visual("Salle علي (12) أمين A"))
    assert shown == "Salle نيمأ (12) يلع A"


def test_a_word_stands_in_one_font() -> None:
    assert [letters for _, letters in runs(REGULAR, "Ali Ƙwazo")] == ["Ali ", "Ƙwazo"]


def test_an_accent_takes_no_room() -> None:
    assert fonts_width(REGULAR, "x\u0308", 10) == fonts_width(REGULAR, "x", 10)
