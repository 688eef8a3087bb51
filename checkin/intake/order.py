"""Which words of a name are given names, and which the family's.

Every way of cutting the words in two, in either order, is scored by what is known of them: capitals,
particles, given names that people bear. The best is taken.
"""

import re
from dataclasses import dataclass

from checkin.intake.casing import PARTICLES, is_capitals
from checkin.intake.given_names import EITHER, FAMILIES, GIVEN
from checkin.intake.patterns import plain, word_set

_INITIAL = re.compile(r"[^\W\d_](?:(?:\.-?|-)[^\W\d_])*\.?")
_FIRST_BIAS = 0.5
_TITLED_BIAS = 3  # « Prof. Maeve Kelly »: after a title, words in one case stand given name first
_BETWEEN = word_set("ben bin bint ibn el al abu abou ould ait")  # they open a family name, but in first place


@dataclass(frozen=True, slots=True)
class Cut:
    """The words of a name, told apart."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool


def best_cut(words: list[str], *, family_first: bool | None, titled: bool) -> Cut:
    """Return the likeliest cut of the words of one name.

    `family_first` is what the rest of a list says of the order (None: nothing), `titled` that a title stood
    before the words: a title and one word is a family name.
    """
    if len(words) <= 1:
        given_only = bool(words) and likely_given(words[0]) > 0 and not is_capitals(words[0]) and not titled
        return (
            Cut(tuple(words), (), family_first=False)
            if given_only
            else Cut((), tuple(words), family_first=True)
        )
    cuts = [
        cut
        for at in range(1, len(words))
        for cut in (
            Cut(tuple(words[:at]), tuple(words[at:]), family_first=False),
            Cut(tuple(words[at:]), tuple(words[:at]), family_first=True),
        )
    ]
    if plain(words[0]) in PARTICLES and sum(plain(word) not in PARTICLES for word in words) == 1:
        cuts.append(Cut((), tuple(words), family_first=True))
    mixed = any(map(is_capitals, words)) and not all(
        is_capitals(word) or plain(word) in PARTICLES or is_initial(word) for word in words
    )
    usual = bool(family_first)
    bias = _TITLED_BIAS if titled and not mixed and family_first is None else _FIRST_BIAS
    return max(cuts, key=lambda cut: _score(cut, mixed=mixed) + bias * (cut.family_first == usual))


def _score(cut: Cut, *, mixed: bool) -> float:
    score = sum(_given_score(word, mixed=mixed) for word in cut.given)
    score += sum(_family_score(word, mixed=mixed) for word in cut.family)
    within = cut.given[:-1] if cut.family_first else cut.given[1:]
    score -= 4 * sum(plain(word) in _BETWEEN for word in within)
    if plain(cut.family[-1]) in PARTICLES:
        score -= 4  # a particle is followed by its name
    if plain(cut.family[0]) in PARTICLES and len(cut.family) > 1:
        score += 1
    if cut.family_first and plain(cut.family[0]) in FAMILIES:
        score += 2
    return score


def _given_score(word: str, *, mixed: bool) -> float:
    if is_initial(word):
        return 1
    folded = plain(word)
    known = likely_given(word)
    score = {0: -1, 1: 1, 2: 2}[known]
    if known == 0 and _starts_with_particle(word, folded):
        score = -3
    elif folded in FAMILIES:
        score = -2
    if mixed:
        score += -4 if is_capitals(word) else 2
    return score


def _family_score(word: str, *, mixed: bool) -> float:
    folded = plain(word)
    if folded in PARTICLES:
        return 0
    score = -3 if is_initial(word) else {0: 1, 1: 0, 2: -2}[likely_given(word)]
    if folded in FAMILIES:
        score = 2
    if mixed:
        score += 4 if is_capitals(word) else -4
    return score


def _starts_with_particle(word: str, folded: str) -> bool:
    return folded in PARTICLES or (folded.startswith("d ") and "'" in word)


def likely_given(word: str) -> int:
    """Return how sure it is that a word is a given name: 2 known, 1 a family name as often, 0 unknown."""
    folded = plain(word)
    if folded in GIVEN:
        return 2
    if folded in EITHER:
        return 1
    parts = folded.split()
    if len(parts) > 1 and "-" in word:
        return min(likely_given(part) for part in parts)
    return 0


def is_initial(word: str) -> bool:
    """Whether a word is one or more initials: « J. », « J.-P. »."""
    return bool(_INITIAL.fullmatch(word))
