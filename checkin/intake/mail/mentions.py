# ruff: noqa: E501 - a pattern reads best on one line
"""Where people are named in a sentence.

A name is two to five words with capitals (particles between them may have none), or one after a title; words
that begin a sentence, name an office, a place or an organisation are none. In small letters, only a known
given name and the word after it are taken, where the writer says that somebody comes along.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from checkin.domain.folding import fold
from checkin.intake.casing import PARTICLES, is_capitals
from checkin.intake.mail.ordinary_words import NOT_NAMES, ORDINARY, SURNAMES_TOO
from checkin.intake.mail.sentences import plain
from checkin.intake.names import from_parts, split_title, understand
from checkin.intake.order import is_initial, likely_given
from checkin.intake.proposals import PersonName

MASK = "¤"

_PARTICLE = r"(?:de\ la|de\ l['’]|de|du|des|di|da|do|dos|del|della|van|von|der|den|el|al|ben|bin|ibn|le|la|d['’]|l['’]|De\ La|De|Du|Des|Le|La|El|Al|Ben|ould|y|e)"
_CAPITAL = r"(?:(?:[dDlLoO]['’])?[A-ZÀ-ÖØ-ÞŒŁŠŽĆČ][\w]*(?:[-'’][\w]+)*\.?(?:-[A-Z]\.)*)"
_NAME = re.compile(rf"(?<![\w@.]){_CAPITAL}(?:[ ]{{1,2}}(?:{_PARTICLE}[ ]?)*{_CAPITAL}){{0,5}}(?![\w@])")
TITLE = re.compile(
    r"(?i)\b(?:M\.|Mr\.?|MM\.|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Dr\.?|Docteur|Pr\.?|"
    r"Professeure?|Prof\.|Me|Maître|Mrs\.?|Ms\.?|Miss)\s+"
    r"(?:(?:le|la)\s+|l['’])?$"
)
_OFFICE = re.compile(
    r"(?i)\b(?:M\.|Mr|Mme|Monsieur|Madame|notre|le|la)\s+(?:(?:le|la)\s+|l['’])?(?:vice-|sous-|co-)?"
    r"(?:d[ée]put[ée]e?|s[ée]nat(?:eur|rice)|pr[ée]f[eè]te?|maire|ministre|pr[ée]sidente?|direct(?:eur|rice)|recteur|rectrice|"
    r"secr[ée]taire|conseill(?:er|[eè]re)|ambassad(?:eur|rice)|d[ée]l[ée]gu[ée]e?|professeure?|docteure?|adjointe?|cheff?e?|commissaire|haut-commissaire)"
    r"(?:\s+(?:g[ée]n[ée]rale?|r[ée]gionale?|adjointe?|d[ée]partementale?|d[ée]l[ée]gu[ée]e?|d['’][ÉEée]tat|de\s+cabinet))*\s*,?\s+$"
)

_MOST_WORDS = 6
_SURE = 2  # what `likely_given` says of a given name that is no family name
_SMALL = re.compile(
    r"(?:\b(?:avec|with|amène|ramène|et|and|de|par)\s+|\bd['’]|,\s*)(?:(?:ma|mon|my|une?)\s+(?:[a-zà-ÿ]+\s+){1,2}?)?"
    r"([a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)\s+((?:el |le |la |de |ben |d['’])?[a-zà-ÿ]{3,}(?:-[a-zà-ÿ]+)?)(?![\w'’])"
)
_PLACE = re.compile(
    r"(?i)\b(?:rue|salle|place|avenue|quai|boulevard|associations?|missions? locales?|ville|mairie|r[ée]gion|d[ée]partement|"
    r"fondation|f[ée]d[ée]ration|groupe|maison|centre|espace|lyc[ée]e|[ée]cole|institut|universit[ée]|cit[ée]|foyer|club|commune|"
    r"soci[ée]t[ée]|entreprise|cabinet|hôtel|conseil d[ée]partemental|conseil r[ée]gional|coll[èe]ge)"
    r"(?:\s+(?:[a-zà-ÿ]+\s+){0,2}(?:du|de la|de|des|d['’]|de l['’]))?\s*[«\"]?\s*$"
)


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
        for start, end in _pieces(text, match.start(), match.end()):
            titled = TITLE.search(text[:start]) or _OFFICE.search(text[:start])
            mention = _mention(text, start, end, titled, known)
            if mention:
                found.append(mention)
    found += list(_in_small_letters(text, found))
    return _of_one_family(text, sorted(found, key=lambda one: one.start))


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


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the runs of words in `text[start:end]` that no sentence, office or place would hold."""
    runs: list[tuple[int, int]] = []
    end = start + _before_acronym(text[start:end])
    for word in re.finditer(r"\S+", text[start:end]):
        here = (start + word.start(), start + word.end())
        inside = bool(runs) and runs[-1][0] >= 0
        named = inside and fold(word[0]) in SURNAMES_TOO and likely_given(text[slice(*runs[-1])]) > 0
        if _is_common(word[0]) and not named and not (inside and _is_particle(word[0])):
            runs.append((-1, -1))
        elif runs and runs[-1][0] >= 0:
            runs[-1] = (runs[-1][0], here[1])
        else:
            runs.append(here)
    return [run for run in runs if run[0] >= 0]


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


def _mention(
    text: str, start: int, end: int, titled: re.Match[str] | None, known: frozenset[str]
) -> Mention | None:
    written = text[start:end]
    written = written if re.search(r"(?:^|[ -])\w\.$", written) else written.rstrip(".")
    if (elided := re.match(r"d['’](?=[A-ZÀ-Þ])", written)) and likely_given(written[2:].split()[0]) == _SURE:
        start, written = start + elided.end(), written[2:]  # « accompagné d'Eva Monteil »
    words = [word for word in written.split() if not _is_particle(word)]
    while words and _is_particle(written.split()[-1]):
        written = written.rsplit(maxsplit=1)[0]
    if not words or _is_acronym(words, titled=bool(titled)):
        return None
    single = len(words) == 1 and not titled
    if single and not (likely_given(words[0]) or fold(words[0]) in known):
        return None
    if titled is None and _PLACE.search(text[:start]):
        return None
    title = titled[0] if titled and TITLE.search(text[:start]) else ""
    first = titled.start() if titled else start
    return Mention(first, start + len(written), in_prose(f"{title} {written}".strip()))


@cache
def in_prose(written: str) -> PersonName:
    """Return a name as it stands in a mail, where the given name comes first unless capitals say otherwise."""
    name = understand(written, family_first=False)
    title, bare = split_title(written)
    first, *rest = bare.split() or [""]
    if not rest or "," in bare or any(is_capitals(word) and not is_initial(word) for word in bare.split()):
        return name
    if fold(name.family_name).startswith(fold(first)) and (is_initial(first) or likely_given(first)):
        return from_parts(first, " ".join(rest), title, written)
    given = name.given_name.split()
    if len(given) > 1 and fold(given[-1]) in PARTICLES:  # « Nora Ben Salah »
        return from_parts(" ".join(given[:-1]), f"{given[-1]} {name.family_name}", title, written)
    return name


def _is_common(word: str) -> bool:
    """Whether a word with a capital belongs to no name; a hyphen joins two words (Vice-Présidente)."""
    folded = fold(word.rstrip("."))
    if re.match(r"[^\W\d_]['’][A-ZÀ-Þ]", word) and word[0] not in "lL":  # N'Guessan, not « N'ayant »
        return False
    if is_initial(word) and "." in word:
        return False
    if folded in NOT_NAMES:
        return not (word.lower() != word and _is_particle(word))
    parts = folded.split()
    return (
        len(parts) > 1
        and parts[0] in NOT_NAMES - {"d", "l", "de", "le", "la", "el"}
        and likely_given(word) == 0
        and (parts[-1] in NOT_NAMES or parts[0] in {"vice", "sous", "haut", "j", "c", "n", "s", "qu", "ex"})
    )


def _is_particle(word: str) -> bool:
    return plain(word) in {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "di",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "el",
        "al",
        "ben",
        "bin",
        "ibn",
        "d'",
        "l'",
        "ould",
        "y",
        "e",
    }


def _is_acronym(words: list[str], *, titled: bool) -> bool:
    """Whether words are an organisation's letters (DGEFP, AFPA Lyon) rather than a name."""
    if titled:
        return False
    capitals = [word for word in words if word.isupper() and len(word) > 1]
    known = any(likely_given(word) for word in words)
    return not known and bool(capitals) and len(capitals) == len(words) and len(words) == 1
