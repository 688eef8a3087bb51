"""Who comes along, as one cell says it: names, a number, « mon mari », « 2 dont Paul Martin », « non »."""

import re
from dataclasses import dataclass

from checkin.intake.memory import remembered
from checkin.intake.names import apart, is_name, split_people
from checkin.intake.patterns import plain, plain_words, word_set
from checkin.intake.proposals import PersonName

_ONE = word_set("un une one a mon ma son sa notre votre leur my his her their")
_NUMBERS = {
    **dict.fromkeys(_ONE, 1),
    **dict.fromkeys(("deux", "two", "mes", "ses"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("quatre", "four"), 4),
    **dict.fromkeys(("cinq", "five"), 5),
}
_NOBODY = word_set(
    "non no n aucun aucune neant sans seul seule pas none nobody alone rien 0 zero na nul ras faux"
)
_SOMEBODY = word_set("oui yes o y x vrai true ok")
_YES = re.compile(r"^\s*(?:oui|yes)\b[\s,:;.–-]*(?=\S)", re.IGNORECASE)
_WITH = re.compile(r"^\s*(?:avec|with)\s+(?=\S)", re.IGNORECASE)
_COUNTED = re.compile(r"^\W*(?P<number>\d{1,2}|[^\W\d]+)\b(?P<rest>.*)$", re.DOTALL)
_TOTAL = re.compile(r"^\s*(?P<number>\d{1,2})(?!\s*[.)°\d]\s*\w)(?P<rest>.*)$", re.DOTALL)
_ITEM = re.compile(r"^\s*\d{1,2}\s*[.)°]\s*(?P<rest>.*)$", re.DOTALL)
_TO_COME = frozenset(("", "a preciser", "a confirmer", "a venir", "nom a preciser", "inconnu", "x", "tbc"))
_MOST = 50


@dataclass(frozen=True, slots=True)
class People:
    """Companions: those who were named, and how many were not."""

    named: tuple[PersonName, ...] = ()
    unnamed: int = 0


@remembered
def people_in(cell: str) -> People:
    """Return the companions in one cell: names however parted, a number, both, or none."""
    cell = _WITH.sub("", cell)
    folded = plain(cell)
    first = folded.split(" ", 1)[0]
    if not folded or folded in _NOBODY or (first in _NOBODY and not _has_names(cell)):
        return People()
    if folded in _SOMEBODY:
        return People(unnamed=1)
    if yes := _YES.match(cell):
        people = people_in(_opened(cell[yes.end() :]).strip())
        return people if people.named or people.unnamed else People(unnamed=1)
    if total := _TOTAL.match(cell):
        named = tuple(split_people(_opened(total["rest"])))
        return People(named, max(0, min(int(total["number"]), _MOST) - len(named)))
    return People(tuple(split_people(cell)), sum(map(_counted, apart(cell))))


def number_in(cell: str) -> int:
    """Return how many a cell counts: named or not, 0 for nobody."""
    people = people_in(cell)
    return len(people.named) + people.unnamed


def only_counts(cell: str) -> bool:
    """Whether a cell only counts, or says yes: who is counted may be named in another cell."""
    return cell.strip(" +").isdigit() or plain(cell) in _SOMEBODY


def _has_names(cell: str) -> bool:
    return any(is_name(piece) and len(plain_words(piece)) > 1 for piece in apart(cell))


def _opened(text: str) -> str:
    """« 1 (Paul Martin) »: after a number, what stands in brackets are the names."""
    return re.sub(r"[():]|\bdont\b", "\n", text)


def _counted(piece: str) -> int:
    """How many people a piece describes without naming them: « mon mari », « + 2 », « deux collègues »."""
    if item := _ITEM.match(piece):  # « 3. (à préciser) »
        return 1 if plain(item["rest"]) in _TO_COME else _counted(item["rest"])
    found = _COUNTED.match(piece)
    if not found or is_name(piece):
        return 0
    number = found["number"].casefold()
    if number.isdigit():
        return min(int(number), _MOST) if not is_name(found["rest"]) else 0
    return _NUMBERS.get(number, 0) if found["rest"].strip() and "," not in piece else 0
