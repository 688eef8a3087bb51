"""Plain names and clean rows take short ways: they lead where the long ones do.

An invisible character at its end, which cleaning takes away, sends a text the long way.
"""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.intake.casing import clean, family_case, given_case, is_capitals
from checkin.intake.lists.parties import same_name
from checkin.intake.lists.whom import in_one_cell
from checkin.intake.names import from_parts, is_tidy, understand
from checkin.intake.patterns import plain_words, word_set
from checkin.intake.proposals import PersonName, Reading

INVISIBLE = "\u200b"

_TELLING = sorted(
    word_set(
        """née nés épouse ep veuve et AND Mme m dr Le DE von d' Mc MAC McDONALD mcdonald ben Jean MARIE Martin
        Nguyen Total SOUS note J ſ Straße İpek ŒUVRARD Floc'h L'HÔTE non oui"""
    )
)
_words = st.one_of(
    st.sampled_from(_TELLING),
    st.text("abcdeéèÉÀABMcCDlLst'’-ßİ", min_size=1, max_size=7),
)
_names = st.lists(_words, max_size=4).map(" ".join).map(clean)


@given(_names, _names, st.sampled_from(["", "Mme", "Dr"]))
def test_a_name_in_two_cells(given_name: str, family: str, title: str) -> None:
    long = from_parts(given_name + INVISIBLE, family + INVISIBLE, title)
    assert from_parts(given_name, family, title) == long


@given(_names, st.sampled_from([None, True, False]))
def test_a_name_in_one_cell(name: str, family_first: bool | None) -> None:  # noqa: FBT001 - hypothesis gives it
    assert understand(name, family_first=family_first) == understand(
        name + INVISIBLE, family_first=family_first
    )
    if is_tidy(name):
        assert in_one_cell(name, family_first=family_first) == in_one_cell(
            name + INVISIBLE, family_first=family_first
        )


@given(st.text("abMcDdl'-ÉéΩ王.", max_size=6))
def test_capitals_tell_a_family_name(word: str) -> None:
    rest = next((word.removeprefix(one) for one in ("d'", "l'", "Mc", "Mac") if word.startswith(one)), word)
    letters = [letter for letter in rest if letter.isalpha()]
    assert is_capitals(word) == (len(letters) > 1 and all(letter.isupper() for letter in letters))


@given(st.from_regex(r"(?!mc)[a-zéèœ]{1,8}", fullmatch=True))
def test_a_word_in_one_case_has_a_capital_and_small_letters(word: str) -> None:
    capital = word[0].upper() + word[1:]
    for written in (word, word.upper()):
        assert given_case([written]) == family_case([written]) == capital


@given(_names, _names)
def test_the_key_of_a_name_is_its_words_in_order(given_name: str, family: str) -> None:
    words = sorted((*plain_words(given_name), *plain_words(family)))
    assert same_name(PersonName(given_name, family)) == tuple(words)


_cells = st.one_of(
    _names, st.sampled_from(["", " ", "a  b", "¦", " ¦ x", "oui", "a@b.fr", "Total : 3", "=="])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(*[_cells] * 4), min_size=1, max_size=6))
def test_rows(read_text: Callable[..., Reading], rows: list[tuple[str, ...]]) -> None:
    """The two files differ in nothing but what no one sees."""

    def reading(end: str) -> Reading:
        lines = [";".join(cell + end for cell in row) for row in rows]
        return read_text(
            "\n".join(["Nom;Prénom;Présence;Remarques", "Fontaine;Claire;oui;x", *lines, "Z;Y;oui;x"])
        )

    assert reading("") == reading(INVISIBLE)
