import subprocess
import sys
from collections.abc import Callable

import pytest

from checkin.documents import fonts

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


@pytest.mark.parametrize("text", ["Nguyễn Thị Hồng", "Ёлкин", "Παπαδοπούλου", "Þórðarson", "Ștefan", "İnönü"])
def test_latin_greek_cyrillic_and_vietnamese_stay_as_they_are(text: str) -> None:
    assert fonts.legible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("e\u0301", "é"),
        ("A\u2011B", "A-B"),
        ("A\tB\x07", "A B"),
        ("李小龙", "LiXiaoLong"),
        ("A\u200bB", "AB"),
    ],
)
def test_what_the_fonts_lack_is_written_in_letters_they_have(text: str, shown: str) -> None:
    assert fonts.legible(text) == shown


def test_arabic_is_legible_until_a_font_has_it() -> None:
    assert fonts.legible("يوسف").isascii()
    assert fonts.legible("يوسف")
