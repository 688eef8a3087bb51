"""Who comes along, as one cell says it: names, a number, « mon mari », « 2 dont Paul Martin », « non »."""

import re
from dataclasses import dataclass

from checkin.domain.folding import fold, words
from checkin.intake.casing import word_set
from checkin.intake.names import apart, is_name, split_people
from checkin.intake.proposals import PersonName

_NUMBERS = {
    "un": 1, "une": 1, "one": 1, "mon": 1, "ma": 1, "son": 1, "sa": 1, "notre": 1, "votre": 1, "leur": 1, "my": 1,
    "a": 1, "deux": 2, "two": 2, "mes": 2, "ses": 2, "trois": 3, "three": 3, "quatre": 4, "four": 4, "cinq": 5,
    "five": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
}  # fmt: skip
_NOBODY = word_set(
    "non no n aucun aucune neant sans seul seule none nobody alone rien 0 zero na nul vide ras faux false"
)
_SOMEBODY = word_set("oui yes o y x 1 vrai true ok")
_COUNTED = re.compile(r"^\W*(?P<number>\d{1,2}|[^\W\d]+)\b(?P<rest>.*)$", re.DOTALL)
_TOTAL = re.compile(r"^\s*(?P<number>\d{1,2})\s*(?![.)°\d]\s*\w)(?P<rest>.*)$", re.DOTALL)
_MOST = 50


@dataclass(frozen=True, slots=True)
class People:
    """Companions: those who were named, and how many were not."""

    named: tuple[PersonName, ...] = ()
    unnamed: int = 0


def people_in(cell: str) -> People:
    """Return the companions in one cell: names however parted, a number, both, or none."""
    folded = fold(cell)
    first = folded.split(" ", 1)[0]
    if not folded or folded in _NOBODY or (first in _NOBODY and not _has_names(cell)):
        return People()
    if folded in _SOMEBODY:
        return People(unnamed=1)
    if total := _TOTAL.match(cell):
        named = tuple(split_people(_opened(total["rest"])))
        return People(named, max(0, min(int(total["number"]), _MOST) - len(named)))
    named = tuple(split_people(cell))
    return People(named, sum(map(_counted, apart(cell))))


def number_in(cell: str) -> int:
    """Return the number that a cell counts, 0 if it counts nobody."""
    return people_in(cell).unnamed


def _has_names(cell: str) -> bool:
    return any(is_name(piece) and len(words(piece)) > 1 for piece in apart(cell))


def _opened(text: str) -> str:
    """« 1 (Paul Martin) »: after a number, what stands in brackets are the names."""
    return re.sub(r"[():]|\bdont\b", "\n", text)


def _counted(piece: str) -> int:
    """How many people a piece describes without naming them: « mon mari », « + 2 », « deux collègues »."""
    found = _COUNTED.match(piece)
    if not found or is_name(piece):
        return 0
    number = found["number"].casefold()
    if number.isdigit():
        return min(int(number), _MOST) if not is_name(found["rest"]) else 0
    return _NUMBERS.get(number, 0) if found["rest"].strip() and "," not in piece else 0
