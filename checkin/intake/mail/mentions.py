# ruff: noqa: E501 - a pattern reads best on one line
"""Where people are named in a sentence.

A name is two to five words with capitals (particles between them may have none), or one after a title; words
that begin a sentence, name an office, a place or an organisation are none. In small letters, only a known
given name and the word after it are taken, where the writer says that somebody comes along.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from checkin.domain.folding import fold
from checkin.intake.casing import is_capitals
from checkin.intake.given_names import FAMILIES
from checkin.intake.mail.capitals import is_particle, pieces
from checkin.intake.mail.ordinary_words import (
    LANDS,
    NOT_NAMES,
    ORDINARY,
    TOWNS_TOO,
)
from checkin.intake.mail.prose import in_prose, is_ben, is_doubled
from checkin.intake.names import split_title
from checkin.intake.order import likely_given
from checkin.intake.proposals import PersonName

MASK = "¤"

_PARTICLE = r"(?:de\ la|de\ l['’]|de|du|des|di|da|do|dos|del|della|van|von|der|den|el|al|ben|bin|ibn|le|la|d['’]|l['’]|De\ La|De|Du|Des|Le|La|El|Al|Ben|ould|y|e)"
_CAPITAL = r"(?:(?:[dDlLoO]['’])?[A-ZÀ-ÖØ-ÞŒŁŠŽĆČ][\w]*(?:[-'’](?!s\b)[\w]+)*\.?(?:-[A-Z]\.)*)"
_NAME = re.compile(rf"(?<![\w@.]){_CAPITAL}(?:[ ]{{1,2}}(?:{_PARTICLE}[ ]?)*{_CAPITAL}){{0,60}}(?![\w@])")
_PARTICLE_BEFORE = re.compile(
    r"\b(?:de |d['’]|du |des |van |von )(?:la |l['’]|der |den )?$"
)  # « Mme de Sèze »
TITLE = re.compile(
    r"(?i)\b(?:M\.|Mr\.?|MM\.|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr\.?|Docteur|Pr\.?|"
    r"Professeure?|Prof\.|Me|Maître|Mrs\.?|Ms\.?|Miss)\s+"
    r"(?:(?:le|la)\s+|l['’])?$"
)
# Titles that no list has a column for: whom they stand before is named, and they are no part of the name.
_STYLE = re.compile(
    r"(?i)\b(?:Sir|Lady|Lord|Dame|Baroness|Madam|Herr|Frau|Signora?|Se[ñn]ora?|Engineer|Barrister|Rev\.?|Reverend)\s+$"
)
_OFFICE = re.compile(
    r"(?i)\b(?:M\.|Mr|Mme|Monsieur|Madame|notre|le|la)\s+(?:(?:le|la)\s+|l['’])?(?:vice-|sous-|co-)?"
    r"(?:d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|pr[ée]f[eè]te?|maire|ministre|pr[ée]sidente?|direct(?:eur|rice)|recteur|rectrice|"
    r"secr[ée]taire|conseill(?:er|[eè]re)|ambassad(?:eur|rice)|d[ée]l[ée]gu[ée]e?|professeure?|docteure?|adjointe?|cheff?e?|commissaire|haut-commissaire)"
    r"(?:\s+(?:g[ée]n[ée]rale?|r[ée]gionale?|adjointe?|d[ée]partementale?|d[ée]l[ée]gu[ée]e?|d['’][ÉEée]tat|de\s+cabinet))*\s*,?\s+$"
)

_MOST_WORDS = 6
_GIVEN_AND_FAMILY = 2
_SHORTEST_FAMILY = 3
_SURE = 2  # what `likely_given` says of a given name that is no family name
_SMALL = re.compile(
    r"(?:\b(?:avec|with|amène|ramène|et|and|de|par|compter|not(?:er|ez)|inscri\w+|ajout\w+)\s+|\bd['’]|[,+:]\s*)(?:(?:ma|mon|my|une?)\s+(?:[a-zà-ÿ]+\s+){1,2}?)?"
    r"([a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)\s+((?:el |le |la |de |ben |d['’])?[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)(?![\w'’])"
)
_PLACE = re.compile(
    r"(?i)\b(?:rue|salle|place|avenue|quai|boulevard|associations?|missions? locales?|ville|mairie|r[ée]gion|d[ée]partement|"
    r"fondation|f[ée]d[ée]ration|groupe|maison|centre(?: social| culturel)?|espace|lyc[ée]e|[ée]cole|institut|universit[ée]|cit[ée]|"
    r"foyer|club|commune|soci[ée]t[ée]|[ée]tablissements?|fabrique|lab|agence|cfa|entreprise|cabinet|hôtel|"
    r"conseil d[ée]partemental|conseil r[ée]gional|coll[èe]ge(?<!\bmy college)(?<!our college))"
    r"(?:\s+(?:[a-zà-ÿ]+\s+){0,2}(?:du|de la|de|des|d['’]|de l['’]))?\s*[«\"]?\s*$"
)
# « the James Grant Trust » bears a name, and is nobody
_FIRM_AFTER = re.compile(
    r" (?:Academy|Foundation|Trust|Institute|School|College|Consulting|Conseil|Studios?|Group|Ltd|Inc|SAS|SARL)\b"
)
_GIVEN_AFTER = re.compile(r" ?\(([A-ZÀ-Þ][\w-]+)\)")  # « Mme Lemercier (Anne-Sophie) »
_FROM_PLACE = re.compile(r"(?i)\b(?:à|en|de|sur|avant|after|before|in|at|from|near)\s+$|\bd['’]ici\s+$")
_ACRONYM = 5  # letters, at most


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named at `start:end` of a sentence, the title included."""

    start: int
    end: int
    name: PersonName


def mentions(text: str, known: frozenset[str] = frozenset()) -> list[Mention]:
    """Return the people named in one sentence, in order; `known` holds folded words of names met elsewhere."""
    found: list[Mention] = []
    for match in _NAME.finditer(text):
        for begins, end in pieces(text, match.start(), match.end()):
            before = _PARTICLE_BEFORE.search(text[:begins])
            start = before.start() if before and TITLE.search(text[: before.start()]) else begins
            titled = next(
                (hit for kind in (TITLE, _OFFICE, _STYLE) if (hit := kind.search(text[:start]))), None
            )
            mention = _mention(text, start, end, titled, known)
            if mention:
                found.append(mention)
    found += list(_in_small_letters(text, found))
    people = _with_given_after(text, sorted(found, key=lambda one: one.start))
    return _in_one_order(_of_one_family(text, people))


def _with_given_after(text: str, people: list[Mention]) -> list[Mention]:
    """Give « Mme Lemercier (Anne-Sophie) » the given name that stands behind in brackets."""
    done: list[Mention] = []
    for one in people:
        last = done[-1] if done else None
        after = _GIVEN_AFTER.match(text, last.end) if last else None
        alone = one.name.given_name and not one.name.family_name
        if last and after and after.start(1) == one.start and alone and not last.name.given_name:
            name = replace(last.name, given_name=one.name.given_name)
            done[-1] = Mention(last.start, after.end(), name)
        else:
            done.append(one)
    return done


def _in_one_order(people: list[Mention]) -> list[Mention]:
    """Turn a name back that only its own words turned round, where others beside it begin with the given name."""
    turned = [one for one in people if _turned_round(one.name)]
    straight = [one for one in people if _stands_straight(one.name)]
    if not turned or len(straight) < len(turned):
        return people
    return [
        replace(
            one,
            name=replace(one.name, given_name=one.name.family_name, family_name=one.name.given_name),
        )
        if one in turned
        else one
        for one in people
    ]


def _turned_round(name: PersonName) -> bool:
    """Whether two words without capitals were read family name first."""
    first, *rest = split_title(name.written)[1].split() or [""]
    return len(rest) == 1 and not is_capitals(first) and first == name.family_name


def _stands_straight(name: PersonName) -> bool:
    """Whether a known given name stands first, and no other last."""
    first, *rest = split_title(name.written)[1].split() or [""]
    return bool(rest) and likely_given(first) == _SURE and not likely_given(rest[-1])


def _of_one_family(text: str, people: list[Mention]) -> list[Mention]:
    """Give the first of « Julia et Renaud Ferrer » the family name of the second."""
    for at, (one, other) in enumerate(pairwise(people)):
        between = text[one.end : other.start]
        alone = not one.name.family_name and other.name.given_name and not other.name.title
        if alone and re.fullmatch(r" (?:et|and|&) ", between) and other.name.family_name:
            people[at] = replace(one, name=replace(one.name, family_name=other.name.family_name))
    return people


def masked(sentence_plain: str, people: list[Mention]) -> str:
    """Return a plain sentence with every named person's letters as `¤`."""
    for one in people:
        sentence_plain = (
            sentence_plain[: one.start] + MASK * (one.end - one.start) + sentence_plain[one.end :]
        )
    return sentence_plain


def is_person(text: str) -> bool:
    """Whether a whole text, in capitals or not, reads as one person's name."""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text).strip(" ,;:-–—*_|•\t\"'")
    words = [word for word in re.split(r"\s+", bare) if word]
    if not 0 < len(words) <= _MOST_WORDS or re.search(r"[\d@/:!?<>=+]", bare):
        return False
    names = mentions(bare)
    return len(names) == 1 and names[0].end - names[0].start >= len(bare) - 1


def _in_small_letters(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield « avec lola perez »: a given name that is no other word, and the word after it."""
    for match in _SMALL.finditer(text):
        given, family = match.group(1), match.group(2)
        if likely_given(given) < _SURE or fold(given) in ORDINARY or fold(family) in NOT_NAMES | ORDINARY:
            continue
        if not any(one.start < match.end(2) and match.start(1) < one.end for one in found):
            yield Mention(match.start(1), match.end(2), in_prose(f"{given.title()} {family.title()}"))


def _mention(
    text: str, start: int, end: int, titled: re.Match[str] | None, known: frozenset[str]
) -> Mention | None:
    written = text[start:end]
    written = written if re.search(r"(?:^|[ -])\w\.$", written) else written.rstrip(".")
    elided = re.match(r"d['’](?=[A-ZÀ-Þ])", written)
    if elided and not titled and (" " in written or likely_given(written[2:]) == _SURE):
        start, written = start + elided.end(), written[2:]  # « accompagné d'Eva Monteil »
    written = _without_office(written)
    start = text.index(written, start)
    while is_particle(last := written.split()[-1]) and not _is_two_family_names(written):
        written = written[: -len(last)].rstrip()
        if not written:
            return None
    words = [
        word for at, word in enumerate(written.split()) if not is_particle(word) or (not at and is_ben(word))
    ]
    if not 0 < len(words) <= _MOST_WORDS or _is_organisation(text, start, start + len(written), titled):
        return None
    if len(words) == 1 and not titled and not _is_alone(text[:start], words[0], known):
        return None
    title = titled[0] if titled and TITLE.search(text[:start]) else ""
    first = titled.start() if titled else start
    end = start + len(written)
    whole = not text[:start].strip() and not text[end:].strip(" .,")
    return Mention(first, end, in_prose(f"{title} {written}".strip(), whole=whole))


def _is_alone(before: str, word: str, known: frozenset[str]) -> bool:
    """Whether one word names somebody: a given name, or a word of a name met elsewhere."""
    if fold(word) in TOWNS_TOO and _FROM_PLACE.search(before):
        return False
    return bool(likely_given(word)) or is_doubled(word) or fold(word) in known


def _is_two_family_names(written: str) -> bool:
    """Whether what looks like a particle at the end is a name of its own: « Jacqueline Vo Van »."""
    return len(words := written.split()) > _GIVEN_AND_FAMILY and fold(words[-2]) in FAMILIES


def _without_office(written: str) -> str:
    """Drop the letters of an office or a paper before a name: « CPE Marc Bellaval »."""
    first, *rest = written.split()
    office = (
        first.isalpha()
        and first.isupper()
        and 1 < len(first) <= _SHORTEST_FAMILY
        and len(rest) >= _GIVEN_AND_FAMILY
    )
    given = office and not is_capitals(rest[0]) and likely_given(rest[0]) and not likely_given(rest[-1])
    return " ".join(rest) if given else written


def _is_organisation(text: str, start: int, end: int, titled: re.Match[str] | None) -> bool:
    """Whether words bear the name of an organisation: its letters, what it is or where, around them."""
    if titled:
        return False
    first, *rest = text[start:end].split()
    if rest and first in {"Le", "La", "Les"}:
        first, *rest = rest
    letters = first.isupper() and 1 < len(first.rstrip(".")) <= _ACRONYM
    known = any(likely_given(word) for word in (first, *rest))
    shouted = text.isupper() and len(text.split()) > _MOST_WORDS  # there, capitals say nothing
    by_itself = _FIRM_AFTER.match(text, end) or re.match(r"(?:l['’]|(?i:st|ste|sainte?)\b)", first)
    if _PLACE.search(text[:start]) or by_itself:
        return True
    if rest and fold(rest[-1]) in LANDS:
        return not known or letters
    if not rest or shouted:
        return not known and first.isupper() and len(first) > 1
    return letters and not known and is_particle(rest[0])  # « FJT de Rodez »
