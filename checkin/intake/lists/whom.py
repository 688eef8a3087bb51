"""Who stands in the cells of a name: mostly one person, sometimes a couple, or one with others in tow."""

import re
from dataclasses import dataclass

from checkin.domain.folding import words
from checkin.intake.casing import is_capitals
from checkin.intake.lists.companions import people_in
from checkin.intake.lists.houses import is_function
from checkin.intake.memory import remembered
from checkin.intake.names import (
    from_parts,
    is_name,
    is_tidy,
    is_turned_round,
    understand,
    unlabelled,
    unnumbered,
)
from checkin.intake.order import best_cut, likely_given
from checkin.intake.proposals import PersonName

_BETWEEN = re.compile(r"\s*[\n;/&+]\s*|\s+(?:et|and)\s+", re.IGNORECASE)
_AND = re.compile(r" (?:et|and) ", re.IGNORECASE)
_ASIDE_COUNT = re.compile(r"\(\s*\+\s*(\d{1,2})[^)]*\)|\+\s*(\d{1,2})\s*$")
_SPOUSE = re.compile(
    r"\s+(?:et|&)\s+(?:mme|madame|m\.|mr|monsieur|(?:son|sa) (?:[ée]pou(?:x|se)|mari|femme|conjointe?))\s*$",
    re.IGNORECASE,
)
_COUPLE = re.compile(
    r"^(?:M\.|Mr|Monsieur)\s+(?:et|&)\s+(?:Mme|Madame)\s+(?=\S+(?:\s+\S+){0,2}$)", re.IGNORECASE
)
_HOUSE = re.compile(r"\(([^()+\d]{2,})\)\s*$")
_HYPHEN = re.compile(r"(?<=\w)(?:\s+-\s*|-\s+)(?=\w)")  # « Jean - Pierre »
_DASH = re.compile(r"\s+[-–—|]\s+|\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Whom:
    """The person, whom the same cells bring along, and the organisation if it stood there too."""

    name: PersonName
    companions: tuple[PersonName, ...] = ()
    unnamed: int = 0
    organisation: str = ""
    function: str = ""


def in_one_cell(written: str, *, family_first: bool | None) -> Whom:
    """Return who stands in a cell of whole names: « Jean Dupont - AFPA », « Léa Petit (+1) »."""
    if is_tidy(written) and not _AND.search(written):
        return Whom(understand(written, family_first=family_first))
    unnamed = sum(int(aside or end) for aside, end in _ASIDE_COUNT.findall(written))
    text = _ASIDE_COUNT.sub("", written) if unnamed else written
    for couple in (_SPOUSE, _COUPLE):
        text, times = couple.subn("", text)
        unnamed += times
    text = unlabelled(unnumbered(text))
    head, *tail = _DASH.split(text)
    function, house = "", ""
    if tail and is_name(head) and not _has_more_names(text):
        text = head
        function, house = _function_and_house(tail)
    if _BETWEEN.search(text):
        people = people_in(text)
        if people.named and len(people.named) + people.unnamed > 1:
            lead, *others = people.named
            return Whom(lead, tuple(others), unnamed + people.unnamed, house, function)
    left, _comma, right = (side.strip() for side in _HOUSE.sub("", text).partition(","))
    if right[:1].isupper() and not tail and _is_name_and_house(left, right):
        text, house = left, right
    return Whom(understand(text, family_first=family_first), (), unnamed, house, function)


def _has_more_names(text: str) -> bool:
    """Whether more than one line of a cell is a whole name."""
    return sum(" " in line.strip() and is_name(line) for line in text.splitlines()) > 1


def _function_and_house(pieces: list[str]) -> tuple[str, str]:
    """Return what stands behind a name and dashes: « Directrice – AFPA », in either order or one alone."""
    functions = [piece for piece in pieces if is_function(piece)]
    return " – ".join(functions), " – ".join(piece for piece in pieces if piece not in functions)


def _is_name_and_house(left: str, right: str) -> bool:
    """Whether « Claire Besnard, Mission locale » is a person and an organisation, no name turned round."""
    parts = left.split()
    first = right.split(maxsplit=1)[0]
    if len(parts) < 2 or likely_given(first):  # noqa: PLR2004 - a given name and a family's
        return False
    known = likely_given(parts[0]) or any(likely_given(part) > 1 for part in parts)
    return not is_turned_round(left, right) or (bool(known) and not left.isupper())


def house_in(written: str) -> str:
    """Return what stands in brackets after a whole name, "" if nothing does or only a function."""
    found = _HOUSE.search(written)
    pieces = re.split(r"\s*,\s*", found[1].strip()) if found else []
    return ", ".join(piece for piece in pieces if not is_function(piece))


def in_two_cells(given: str, family: str, title: str) -> Whom:
    """Return who stands in a given and a family name: « Jean et Marie » are two; either cell may hold all."""
    if "-" in given:
        given = _HYPHEN.sub("-", given)
    if given and "-" in family:
        family = _HYPHEN.sub("-", family)
    firsts = _firsts(given)
    if len(firsts) > 1:
        lead, *others = (from_parts(first, family) for first in firsts)
        return Whom(lead, tuple(others))
    if family and not given and _is_whole(family):
        return Whom(understand(f"{title} {family}"))
    return Whom(from_parts(given, family, title))


@remembered
def _firsts(given: str) -> tuple[str, ...]:
    """Return the given names of each person in a cell of them."""
    return tuple(piece for piece in _BETWEEN.split(given) if is_name(piece) and given[0] not in "=@")


def _is_whole(family: str) -> bool:
    """Whether what stands as a family name is a given name too."""
    parts = family.split()
    if len(parts) == 1:
        return False
    cut = best_cut(parts, family_first=None, titled=False)
    told_by_capitals = any(map(is_capitals, cut.family)) and not any(map(is_capitals, cut.given))
    known = all(likely_given(word) > 1 for word in cut.given)
    return bool(cut.given) and (told_by_capitals or known) and len(words(family)) > 1
