"""Which words with capitals a name may hold: not those that begin a sentence or name an office."""

import re

from checkin.domain.folding import fold
from checkin.intake.casing import is_capitals
from checkin.intake.mail.ordinary_words import GIVEN_TOO, NOT_NAMES, SURNAMES_TOO
from checkin.intake.mail.sentences import plain
from checkin.intake.order import is_initial, likely_given
from checkin.intake.patterns import word_set

_ORDER = re.compile(r"\w+(?:ez|ing)")  # « Notez Nadia Farouk », « Copying Nadia Farouk »
_COMING = re.compile(r"\w{3,}(?:er|ir|d)(?:ai|ons|ont)")  # « ASSISTERONT », where all is in capitals
_PARTICLES = word_set(
    "de du des la le les di da do dos del della van von der den el al ben bin ibn d' l' ould y e"
)


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of words in `text[start:end]` that no sentence, office or place would hold."""
    runs: list[tuple[int, int]] = []
    end = start + _before_acronym(text[start:end])
    for word in re.finditer(r"\S+", text[start:end]):
        here = (start + word.start(), start + word.end())
        run = text[slice(*runs[-1])].split() if runs and runs[-1][0] >= 0 else []
        named = _is_surname_too(word[0], run) if run else _is_given_too(text, here, end)
        if _begins_again(run, word[0]):
            runs.append(here)
        elif (_is_common(word[0]) and not named and not (run and is_particle(word[0]))) or (
            not text[:start].strip() and not run and _orders(word[0], text[here[1] :])
        ):
            runs.append((-1, -1))
        elif run:
            runs[-1] = (runs[-1][0], here[1])
        else:
            runs.append(here)
    return [run for run in runs if run[0] >= 0]


def _is_surname_too(word: str, run: list[str]) -> bool:
    return fold(word) in SURNAMES_TOO and likely_given(run[-1]) > 0


def _is_given_too(text: str, here: tuple[int, int], end: int) -> bool:
    """Whether a month or a verb is a given name: « Mai Tran », not « 24 Mai Paris », « Will James come? »."""
    word, after = text[slice(*here)], text[here[1] : end].split()
    asks = not text[: here[0]].strip() and text.rstrip().endswith("?")
    if fold(word) not in GIVEN_TOO or not after or asks or re.search(r"\d\s*$", text[: here[0]]):
        return False
    return (
        not _is_common(after[0]) and not is_initial(after[0]) and is_capitals(word) <= is_capitals(after[0])
    )


def _begins_again(run: list[str], word: str) -> bool:
    """Whether a word behind a name is no part of it: « L'agenda de M. », « Yacine BELKACEM Formateur »."""
    if not run:
        return False
    if word == "M." and not likely_given(run[-1]):
        return True
    given_first = not is_capitals(run[0]) and likely_given(run[0]) > 0
    return given_first and is_capitals(run[-1]) and not is_capitals(word) and not is_particle(word)


def _orders(word: str, after: str) -> bool:
    """Whether a sentence begins with a verb that has a name behind it."""
    following = after.split(maxsplit=1)
    return bool(_ORDER.fullmatch(word) and following) and (
        following[0] == "M." or likely_given(following[0]) > 0
    )


def _before_acronym(written: str) -> int:
    """Return where « de l'AFPA » begins behind a name that is not in capitals, else the length."""
    found = re.search(r" (?:de l['’]|de la |du |des |de |d['’])[A-Z]{2,8}$", written)
    return (
        found.start()
        if found
        and not is_capitals(written[: found.start()].rsplit(maxsplit=1)[-1])
        and sum(not _is_common(word) for word in written[: found.start()].split()) > 1
        else len(written)
    )


def _is_common(word: str) -> bool:
    """Whether a word with a capital belongs to no name; a hyphen joins two words (Vice-Présidente)."""
    folded = fold(word.rstrip("."))
    if re.match(r"[^\W\d_]['’][A-ZÀ-Þ]", word) and word[0] not in "lL":  # N'Guessan, not « N'ayant »
        return False
    if re.search(r"\d|^[lLD]['’][a-zà-ÿ]", word) or _COMING.fullmatch(folded):  # E2C, « L'équipe »
        return True
    if (is_initial(word) and "." in word) or word in {"Ní", "Uí"}:
        return False
    if folded in NOT_NAMES:
        return not (word.lower() != word and is_particle(word))
    parts = folded.split()
    return (
        len(parts) > 1
        and parts[0] in NOT_NAMES - {"d", "l", "de", "le", "la", "el"}
        and likely_given(word) == 0
        and (parts[-1] in NOT_NAMES or parts[0] in {"vice", "sous", "haut", "j", "c", "n", "s", "qu", "ex"})
    )


def is_particle(word: str) -> bool:
    """Whether a word may stand between a given and a family name in small letters."""
    return plain(word) in _PARTICLES
