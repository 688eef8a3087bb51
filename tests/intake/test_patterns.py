"""Words folded quickly are the words folded."""

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.folding import fold
from checkin.intake.patterns import pattern, plain, plain_words, word_set


@given(st.one_of(st.text(), st.text(st.characters(max_codepoint=0x250))))
def test_the_quick_way_folds_as_the_domain_does(text: str) -> None:
    assert plain(text) == fold(text)


def test_an_expression_may_stand_on_several_lines() -> None:
    words = pattern(r"""^(?:oui|
        non)$""")
    assert words.match("non")


def test_lists_of_words_are_sets_of_words() -> None:
    assert word_set("oui non") == {"oui", "non"}
    assert plain_words("D’Artois") == ("d", "artois")
