"""A name of the list, in every way it may be meant: either order, every split, by birth or in use."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checkin.domain.identity.family_names import HEADS
from checkin.domain.identity.given_names import MIDDLE
from checkin.domain.identity.known_names import KNOWN_NAMES, NEVER_FAMILIES
from checkin.domain.identity.likeness import DOUBTFUL, KNOWN, SAME, NameReason
from checkin.domain.identity.transliteration import spellings

Words = tuple[str, ...]

_TITLES = re.compile(
    r"(?:m|mrs?|mm|mme|mlle|ms|miss|dr|pr|prof|docteur|professeur|ma[iî]tre|me|madame|monsieur|mademoiselle|sir"
    r"|herr|frau|sra?|sig|dott|mgr|g[eé]n[eé]ral|colonel|commandant|capitaine)\.?",
    re.IGNORECASE,
)
_AND = frozenset({"et", "&", "and", "und", "e", "y"})
_DUTCH = re.compile(r"\bv\.? ?d\.? (?=\w)", re.IGNORECASE)
_DOUBLE = re.compile(r"\w\s?[-–/]\s?\w")
GENERATIONS = {"JR": "JR", "JUNIOR": "JR", "FILS": "JR", "SR": "SR", "SENIOR": "SR", "II": "II", "III": "III"}
_ASIDE = re.compile(r"[(\[«“\"](.*?)[)\]»”\"]")
_OTHERWISE = re.compile(
    r"\b(?:née?|nee|épouse|epouse|épse|epse|ép\.?|veuve|vve|dite?|born|geb\.?|alias|ex|nom d.usage)\s",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a name of the list; `weight` and `reason`: how far it is from how it stands there."""

    given: Words
    family: Words
    weight: int = SAME
    reason: NameReason | None = None
    as_stated: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of the list in words, in one transliteration: A–Z where `is_latin`."""

    given: Words
    family: Words
    aside: Words  # a name at birth or in use, in brackets or after « née »
    nickname: Words
    generation: str
    is_latin: bool
    is_double: bool  # two surnames joined by a hyphen or a stroke


def listed_names(given: str, family: str) -> list[Listed]:
    """Return a name of the list in every way a document may print it."""
    given, nickname = _bracketed(given)
    family, aside = _bracketed(family)
    if (family and (at := _OTHERWISE.search(family))) or (not family and (at := _OTHERWISE.search(given))):
        aside, family, given = _parted(at, given, family)
    elif not family:
        aside, nickname = nickname, ""
    aside = " ".join(_OTHERWISE.sub("", f"{aside} ").split())
    if aside and HEADS.issuperset(_WORD.findall(aside.upper())):  # « Hautefort (d’) »
        aside, family = "", f"{aside} {family}"
    given, family = _untitled(given), _DUTCH.sub("van der ", _untitled(family))
    if _TITLES.fullmatch(given):  # « Monsieur | Gilles Tessier », « M. | Tessier »
        given = ""
    texts = (given, family, aside, " ".join(nickname.split()))
    is_double = bool(_DOUBLE.search(family))
    return [_listed(way, is_double=is_double) for way in spellings("\n".join(texts))]


def _parted(at: re.Match[str], given: str, family: str) -> tuple[str, str, str]:
    """Return the name at birth or in use, the surname without it, and the given name."""
    if family:
        return family[at.end() :], family[: at.start()], given
    return given[at.end() :], "", given[: at.start()]


def _bracketed(text: str) -> tuple[str, str]:
    found = _ASIDE.search(text)
    return (_ASIDE.sub(" ", text), found[1]) if found and _ASIDE.sub("", text).strip() else (text, "")


def _untitled(text: str) -> str:
    words = text.split()
    while len(words) > 1 and (
        _TITLES.fullmatch(words[0]) or (words[0].lower() in _AND and _TITLES.fullmatch(words[1]))
    ):
        words = words[1:]
    return " ".join(words)


def _listed(text: str, *, is_double: bool) -> Listed:
    given, family, aside, nickname = (tuple(_WORD.findall(part.upper())) for part in text.split("\n"))
    generation = ""
    for words in (family, given):
        if len(words) > 1 and words[-1] in GENERATIONS:
            generation = GENERATIONS[words[-1]]
    if generation:
        family = family[:-1] if family and family[-1] in GENERATIONS else family
        given = given[:-1] if given and given[-1] in GENERATIONS else given
    is_latin = all(word.isascii() for word in given + family)
    return Listed(given, family, aside, nickname, generation, is_latin, is_double)


def readings(name: Listed) -> Iterator[Reading]:
    """Give every way to take a name, the likeliest first."""
    for given, family, weight, reason, stated in _splits(name):
        yield Reading(given, family, weight, reason, stated)
        yield from (Reading(*moved, weight, reason, stated) for moved in _moved(given, family))
        if name.aside:
            yield Reading(given, name.aside, weight, NameReason.USAGE_NAME, stated)
            yield Reading(given, family + name.aside, weight, NameReason.USAGE_NAME, stated)
    if name.nickname:
        yield Reading(name.nickname, name.family, KNOWN, NameReason.SHORT_FORM)


def _moved(given: Words, family: Words) -> Iterator[tuple[Words, Words]]:
    """Give the ways in which a surname's last words belong elsewhere: Meulen van der, Nguyễn Văn | Minh."""
    rest = family
    while len(rest) > 1 and rest[-1] in HEADS | MIDDLE:
        rest = rest[:-1]
    tail = family[len(rest) :]
    if HEADS.issuperset(tail) and tail:
        yield given, tail + rest
    if MIDDLE.issuperset(tail) and tail and given:
        yield tail + given, rest


def _splits(name: Listed) -> Iterator[tuple[Words, Words, int, NameReason | None, bool]]:
    words = name.given + name.family
    if len(words) <= 1:  # one word is one name, whichever field it stands in
        yield name.given, name.family, SAME, None, True
        if name.given:
            yield (), name.given, SAME, None, True
        return
    in_fields = bool(name.given and name.family)
    if name.family and not in_fields:  # a surname of several words, perhaps, whose given name nobody wrote
        yield (), name.family, SAME, None, True
    if in_fields:
        yield name.given, name.family, SAME, None, True
        # Thomas Simon and Simon Thomas are two people, Martin Pascale and Pascale Martin one.
        doubt = KNOWN_NAMES.issuperset(name.given[:1] + name.family[:1])
        doubt = doubt and not NEVER_FAMILIES.intersection(name.family[:1])
        yield name.family, name.given, DOUBTFUL if doubt else SAME, NameReason.ORDER, False
    for at in range(1, len(words)):
        # Words that stand in the other field are doubtful, but for a particle: « Hugues de | La Tour ».
        moved = words[min(at, len(name.given)) : max(at, len(name.given))]
        weight = DOUBTFUL if in_fields and not HEADS.issuperset(moved) else SAME
        if not in_fields or at != len(name.given):
            yield words[:at], words[at:], weight, None, not in_fields
        if not in_fields:
            yield words[at:], words[:at], SAME, None, True
