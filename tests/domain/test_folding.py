"""One spelling for searching and sorting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.folding import fold, sort_key, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Hélène", "helene"),
        ("HÉLÈNE", "helene"),
        ("He\u0301le\u0300ne", "helene"),  # decomposed, as macOS writes it
        ("d'Artois", "d artois"),
        ("D’ARTOIS", "d artois"),
        ("dʼArtois", "d artois"),  # U+02BC, a letter for Unicode
        ("d`Artois", "d artois"),
        ("d´Artois", "d artois"),
        ("d′Artois", "d artois"),
        ("d＇Artois", "d artois"),
        ("Jean-Pierre", "jean pierre"),
        ("Jean‑Pierre", "jean pierre"),  # no-break hyphen
        ("Le\u00a0Gall", "le gall"),
        ("Le\u202fGall", "le gall"),
        ("  Le   Gall\t", "le gall"),
        ("Mar\u00adtin", "martin"),  # a soft hyphen is not there
        ("\ufeffMartin\u200b", "martin"),
        ("Cœur", "coeur"),
        ("LÆTITIA", "laetitia"),
        ("Strauß", "strauss"),
        ("STRAUẞ", "strauss"),
        ("Łukasz Wałęsa", "lukasz walesa"),
        ("Søren Ǿrsted", "soren orsted"),
        ("Đorđe", "dorde"),
        ("Þórður", "thordur"),
        ("İstanbul Işık", "istanbul isik"),
        ("Díaz Núñez", "diaz nunez"),
        ("Nguyễn Thị Ánh", "nguyen thi anh"),
        ("ﬁlière", "filiere"),  # a ligature out of a PDF
        ("Ｍａｒｔｉｎ", "martin"),  # full-width
        ("𝐌artin", "martin"),  # bold letters of a signature
        ("K2 № 3", "k2 no 3"),
        ("王 小明", "王 小明"),
        ("Иванов", "иванов"),
        ("…!?", ""),
        ("", ""),
    ],
)
def test_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_what_is_folded_stays(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_are_whole(text: str) -> None:
    assert all(word and word == "".join(word.split()) for word in words(text))


@given(st.text(alphabet=st.characters(max_codepoint=0x24F)))
def test_case_does_not_matter_in_latin(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)


@given(
    st.text("abcdefghijklmnopqrstuvwxyz' -", max_size=20), st.text("abcdefghijklmnopqrstuvwxyz", min_size=1)
)
def test_a_name_is_found_by_each_of_its_words(before: str, word: str) -> None:
    assert word in words(f"{before}-{word}")


def test_particles_are_sorted_as_a_document_prints_them() -> None:
    assert sorted(["Dauphin", "d'Artois", "D’Arc", "Di Martino", "Dias"], key=sort_key) == [
        "D’Arc",
        "d'Artois",
        "Dauphin",
        "Dias",
        "Di Martino",
    ]
