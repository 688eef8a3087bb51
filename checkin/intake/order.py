"""Which words of a name are given names, and which the family's.

Every way of cutting the words in two, in either order, is scored by what is known of them: capitals,
particles, given names that people bear. The best is taken.
"""

import re
from dataclasses import dataclass

from checkin.intake.casing import PARTICLES, is_capitals
from checkin.intake.given_names import EITHER, FAMILIES, GIVEN
from checkin.intake.memory import remembered
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
    known = [_known_of(word) for word in words]
    mixed = any([one.capitals for one in known]) and not all(  # noqa: C419 - a list is faster, and short
        one.capitals or one.particle or one.initial for one in known
    )
    bias = _TITLED_BIAS if titled and not mixed and family_first is None else _FIRST_BIAS
    scores = _scores(known, mixed=mixed)
    at, first = max(scores, key=lambda way: scores[way] + bias * (way[1] == bool(family_first)))
    before, after = tuple(words[:at]), tuple(words[at:])
    return Cut(after, before, family_first=True) if first else Cut(before, after, family_first=False)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one word of a name, and how well it would stand as a given or a family name.

    The scores are two: where the other words are in its case, and where capitals tell families (`mixed`).
    """

    capitals: bool
    particle: bool
    initial: bool
    opens_family: bool
    stands_first: bool
    given: tuple[float, float]
    family: tuple[float, float]
    depends_on_place: bool  # whether it matters at which end of a given or a family name it stands


@remembered
def _known_of(word: str) -> _Known:
    folded, capitals, initial = plain(word), is_capitals(word), is_initial(word)
    particle, opens_family, stands_first = folded in PARTICLES, folded in _BETWEEN, folded in FAMILIES
    return _Known(
        capitals,
        particle,
        initial,
        opens_family,
        stands_first,
        _given_scores(word, folded, capitals=capitals),
        _family_scores(word, folded, capitals=capitals),
        particle or opens_family or stands_first,
    )


def _scores(known: list[_Known], *, mixed: bool) -> dict[tuple[int, bool], float]:
    """Return the score of each way to cut the words: where, and whether the family's stand before."""
    given, family = [one.given[mixed] for one in known], [one.family[mixed] for one in known]
    scores = {}
    for at in range(1, len(known)):
        scores[at, False] = sum(given[:at]) + sum(family[at:])
        scores[at, True] = sum(family[:at]) + sum(given[at:])
    if known[0].particle and sum(not one.particle for one in known) == 1:
        scores[len(known), True] = sum(family)
    if any([one.depends_on_place for one in known]):  # noqa: C419 - a list is faster, and short
        for at, first in scores:
            scores[at, first] += _score_of_places(known, at, family_first=first)
    return scores


def _score_of_places(known: list[_Known], at: int, *, family_first: bool) -> int:
    """Return how well the words that open a name stand where they do."""
    before, after = known[:at], known[at:]
    given, family = (after, before) if family_first else (before, after)
    within = given[:-1] if family_first else given[1:]
    score = -4 * sum(one.opens_family for one in within)
    if family[-1].particle:
        score -= 4  # a particle is followed by its name
    if family[0].particle and len(family) > 1:
        score += 1
    if family_first and family[0].stands_first:
        score += 2
    return score


def _given_scores(word: str, folded: str, *, capitals: bool) -> tuple[float, float]:
    if is_initial(word):
        return 1, 1
    known = likely_given(word)
    score = {0: -1, 1: 1, 2: 2}[known]
    if known == 0 and _starts_with_particle(word, folded):
        score = -3
    elif folded in FAMILIES:
        score = -2
    return score, score + (-4 if capitals else 2)


def _family_scores(word: str, folded: str, *, capitals: bool) -> tuple[float, float]:
    if folded in PARTICLES:
        return 0, 0
    score = -3 if is_initial(word) else {0: 1, 1: 0, 2: -2}[likely_given(word)]
    if folded in FAMILIES:
        score = 2
    return score, score + (4 if capitals else -4)


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
