"""Surnames compared: particles, compounds, one of two, cut short. Words are A–Z, upper case."""

from dataclasses import dataclass

from checkin.domain.identity.family_name_tables import PORTUGUESE
from checkin.domain.identity.given_name_tables import ONE_NAME
from checkin.domain.identity.likeness import DOUBTFUL, KNOWN, OTHER, SAME, Likeness, NameReason
from checkin.domain.identity.spelling import family_key, is_near, is_turned

_LIGHT = frozenset(
    {"D", "DE", "DU", "DES", "VON", "ZU", "ZUM", "DA", "DO", "DOS", "DAS", "Y", "E"}
)  # left out at will
_ARTICLES = frozenset({"L", "LA", "LAS", "LOS", "LES"})  # as light where they follow a light one: de La Tour
_GERMANIC_AND_ITALIAN = {"VAN", "DER", "DEN", "TEN", "TER", "DI", "DEL", "DELL", "DELLA", "DALLA", "LO"}
_ARABIC_AND_BERBER = {"EL", "AL", "BEN", "BIN", "IBN", "BINT", "AIT", "OULD", "BOU", "ABU", "ABOU"}
_HEAVY = frozenset({"LE", "MAC", "MC", "O"} | _GERMANIC_AND_ITALIAN | _ARABIC_AND_BERBER)  # part of the name
HEADS = _LIGHT | _ARTICLES | _HEAVY | {"SAINT", "SAINTE", "SAN", "SANTA"}  # never a surname's last word
JOINED = ("DE", "DU", "D", "LE", "LA", "DI", "EL", "AL", "BEN", "VAN", "VON")  # as they grow into a name
_PORTUGUESE_PARTICLES = frozenset({"DA", "DO", "DOS", "DAS"})
_ONE_PARTICLE = {"ST": "SAINT", "STE": "SAINTE", "AL": "EL", "BIN": "BEN", "IBN": "BEN", "ABU": "ABOU"}
_CUT_LEAST = 6  # letters of a cut surname that are worth looking at
_CUT_SURE = 14  # letters that make it certain
_SOUND_LEAST = 5  # letters of a surname that its sound alone tells: Lee and Li, Roy and Roi are looked at
_BIRTH_AND_USE = 2  # surnames that a hyphen joins
_NONE: frozenset[int] = frozenset()
_OVERLAP = 4  # letters of a surname into which a particle may have grown


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname taken apart: whole, less and less of its particles, and in its parts (keys)."""

    joined: str
    half: str  # without light particles: La Tour of de La Tour
    core: str  # without the articles that follow them: Tour
    bare: str
    parts: tuple[str, ...]
    is_portuguese: bool

    @classmethod
    def of(cls, words: tuple[str, ...]) -> "Surname":
        """Take apart the words of a surname."""
        named = tuple(_ONE_PARTICLE.get(word, word) for word in words)
        light = [
            word in _LIGHT or (word in _ARTICLES and place > 0 and named[place - 1] in _LIGHT)
            for place, word in enumerate(named)
        ]
        kept = tuple(word for word, is_light in zip(named, light, strict=True) if not is_light)
        bare = "".join(word for word in kept if word not in _ARTICLES | _HEAVY)
        half = "".join(word for word in named if word not in _LIGHT)
        portuguese = bool(_PORTUGUESE_PARTICLES.intersection(words)) or PORTUGUESE.issuperset(kept)
        return cls("".join(named), half, "".join(kept), bare, _parts(kept), portuguese)


def compare_families(listed: Surname, printed: Surname, *, cut: bool, double: bool = False) -> Likeness:
    """Return how far a surname of the list agrees with one printed, cut short perhaps.

    `double` tells that the list joins two surnames: by birth and in use, in either order.
    """
    if listed.joined == printed.joined:
        return Likeness(SAME)
    if not listed.bare or not printed.bare:
        return Likeness(OTHER, NameReason.PARTICLE)  # a particle alone is nobody's name
    return (
        _by_sound(listed, printed)
        or _by_beginning(listed.joined, printed.joined, cut=cut)
        or _by_parts(listed, printed, double=double)
        or _by_given_name(listed.joined, printed.joined)
        or _by_slip(listed, printed)
    )


def _parts(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys of a double surname's halves, particles with what follows them."""
    parts: list[str] = []
    head = ""
    for word in words:
        head += word
        if word not in HEADS:
            parts.append(family_key(head))
            head = ""
    return tuple(parts)


def _by_sound(listed: Surname, printed: Surname) -> Likeness | None:
    if listed.core == printed.core or listed.half == printed.half:
        return Likeness(SAME, NameReason.PARTICLE)
    if family_key(listed.joined) == family_key(printed.joined) or (
        family_key(listed.core) == family_key(printed.core)
    ):
        is_long = min(len(listed.joined), len(printed.joined)) >= _SOUND_LEAST
        return Likeness(SAME if is_long else DOUBTFUL, NameReason.SPELLING)
    if listed.bare != printed.bare:
        return None
    # The Arabic article comes and goes; any other particle makes another family now and then.
    is_article = {listed.joined, printed.joined} == {listed.bare, "EL" + listed.bare}
    return Likeness(KNOWN if is_article else DOUBTFUL, NameReason.PARTICLE)


def _by_beginning(listed: str, printed: str, *, cut: bool) -> Likeness | None:
    """Compare with a surname whose end may be missing, or into which a particle grew (Artois, DARTOIS)."""
    if cut and len(printed) >= _CUT_LEAST and listed.startswith(printed):
        return Likeness(SAME if len(printed) >= _CUT_SURE else DOUBTFUL, NameReason.FAMILY_CUT)
    short, long = sorted((listed, printed), key=len)
    grown = len(short) >= _OVERLAP and any(long == particle + short for particle in JOINED)
    return Likeness(DOUBTFUL, NameReason.PARTICLE) if grown else None


def _by_parts(one: Surname, other: Surname, *, double: bool) -> Likeness | None:
    listed, printed = one.parts, other.parts
    common = set(listed) & set(printed)
    if not common or len(listed) == len(printed) == 1:
        return None
    if len(listed) == 1:  # Spaniards go by the first of two surnames, Portuguese by the last
        usual = listed[0] == printed[0] or (other.is_portuguese and listed[0] == printed[-1])
        return Likeness(KNOWN if usual else DOUBTFUL, NameReason.ONE_OF_TWO)
    if len(printed) == 1:
        usual = listed[0] == printed[0] or (double and len(listed) == _BIRTH_AND_USE)
        return Likeness(KNOWN if usual else DOUBTFUL, NameReason.USAGE_NAME)
    whole = common == set(listed) or common == set(printed)
    return Likeness(DOUBTFUL, NameReason.ONE_OF_TWO if whole else NameReason.USAGE_NAME)


def _by_given_name(listed: str, printed: str) -> Likeness | None:
    """Compare two surnames that are given names: Houcine and HUSSEIN are one, Georges and George two."""
    is_one_name = not ONE_NAME.get(listed, _NONE).isdisjoint(ONE_NAME.get(printed, _NONE))
    return Likeness(DOUBTFUL, NameReason.SPELLING) if is_one_name else None


def _by_slip(listed: Surname, printed: Surname) -> Likeness:
    if is_turned(listed.joined, printed.joined, last=True):
        return Likeness(KNOWN, NameReason.TYPING)
    if is_near(listed.joined, printed.joined) or is_near(family_key(listed.core), family_key(printed.core)):
        return Likeness(DOUBTFUL, NameReason.TYPING)
    return Likeness(OTHER, NameReason.OTHER_FAMILY)
