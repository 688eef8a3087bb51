"""A name as it stands in a sentence: which of its words are the given name."""

from checkin.domain.folding import fold
from checkin.intake.casing import PARTICLES, is_capitals
from checkin.intake.given_names import FAMILIES
from checkin.intake.mail.ordinary_words import GIVEN_TOO
from checkin.intake.memory import remembered
from checkin.intake.names import from_parts, split_title, understand
from checkin.intake.order import is_initial, likely_given
from checkin.intake.proposals import PersonName

_SURE = 2  # what `likely_given` says of a given name that is no family name


@remembered
def in_prose(written: str, *, whole: bool = False) -> PersonName:
    """Return a name as it stands in a mail, where the given name comes first unless capitals say otherwise.

    A name that is the `whole` of a line, a signature or a sender, is turned round more often.
    """
    name = understand(written, family_first=False)
    title, bare = split_title(written)
    first, *rest = bare.split() or [""]
    if not rest and not title and is_doubled(first):
        return from_parts(first, "", written=written)
    if not rest or "," in bare or any(is_capitals(word) and not is_initial(word) for word in bare.split()):
        return name
    if fold(name.family_name).startswith(fold(first)) and _is_first_given(
        first, rest, titled=bool(title), whole=whole
    ):
        return from_parts(first, " ".join(rest), title, written)
    given = name.given_name.split()
    if len(given) > 1 and fold(given[-1]) in PARTICLES:  # « Nora Ben Salah »
        return from_parts(" ".join(given[:-1]), f"{given[-1]} {name.family_name}", title, written)
    return name


def _is_first_given(first: str, rest: list[str], *, titled: bool, whole: bool) -> bool:
    """Whether a name that its words would turn round begins with the given name all the same."""
    if fold(first) in PARTICLES:
        return is_ben(first) and len(rest) == 1 and not titled
    if fold(first) in FAMILIES:
        return False
    return (
        is_initial(first)
        or likely_given(first) > 0
        or fold(first) in GIVEN_TOO
        or is_doubled(first)  # « Rose-May Célestin »
        or (not whole and likely_given(rest[-1]) < _SURE)
    )


def is_doubled(word: str) -> bool:
    """Whether a word is two given names, of which the first is known: « Rose-May », « Jean-Eudes »."""
    return "-" in word and likely_given(word.split("-", maxsplit=1)[0]) == _SURE


def is_ben(word: str) -> bool:
    """Whether a word is a given name, though a particle elsewhere: « Ben Osei »."""
    return word[0].isupper() and likely_given(word) == _SURE
