"""When two names on a list are one person's."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from checkin.domain.attendee import Attendee
from checkin.intake.patterns import plain_words as words
from checkin.intake.proposals import PersonName

_NAMES = 4096


def key_of(name: PersonName | Attendee) -> tuple[str, ...]:
    """Return what two spellings of one name have in common: its words, in neither's order."""
    return _key(name.given_name, name.family_name)


@lru_cache(_NAMES)
def _key(given_name: str, family_name: str) -> tuple[str, ...]:
    """Every reply asks for the key of a few names several times over."""
    return tuple(sorted((*words(given_name), *words(family_name))))


def may_be_one(known: Attendee, name: PersonName) -> bool:
    """Whether two names under one e-mail are one person's: one says less, or is one letter off.

    « J. Martin » and « Martin » are Jean Martin, Jean Dupond is Jean Dupont; Jeanne Martin is not Jean's.
    """
    fewer, more = sorted((key_of(known), key_of(name)), key=len)
    left = list(more)
    for word in fewer:
        same = next((one for one in left if word == one or _is_initial(word, one)), None)
        if same is None:
            break
        left.remove(same)
    else:
        return True
    families = ("".join(words(one.family_name)) for one in (known, name))
    return words(known.given_name) == words(name.given_name) and OSA.distance(*families) <= 1


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]
