import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.folding import words
from checkin.domain.hearing import heard


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dupont", "dupond"),
        ("gauthier", "gotier"),
        ("philippe", "filip"),
        ("mickael", "mikael"),
        ("quentin", "kentin"),
        ("thibaut", "tibo"),
        ("rousseau", "rouso"),
        ("schmitt", "chmit"),
        ("clement", "cleman"),
        ("main", "mein"),
        ("leclercq", "leclerk"),
        ("yves", "ives"),
        ("boucher", "bouchez"),
        ("moreau", "moro"),
    ],
)
def test_spellings_of_one_sound_have_one_key(one: str, other: str) -> None:
    distance = sum(a != b for a, b in zip(heard(one), heard(other), strict=False))
    assert distance + abs(len(heard(one)) - len(heard(other))) <= 1


@pytest.mark.parametrize(
    ("one", "other"), [("martin", "bernard"), ("petit", "durand"), ("leroy", "moreau"), ("roux", "simon")]
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert heard(one)[:2] != heard(other)[:2]


@given(st.text())
def test_every_word_has_a_sound(text: str) -> None:
    assert all(heard(word) for word in words(text))
