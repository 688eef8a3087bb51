"""What a clause says of coming: the rules of `french` and `english`, tried in the order of `Says`.

A plain clause is in small letters without accents (`sentences.plain`), each named person written as `¤¤¤`.
"""

import re
from enum import StrEnum

from checkin.intake.mail import english, french


class Says(StrEnum):
    """What a clause says of the presence of somebody; the first whose rule matches decides."""

    ASIDE = "aside"  # looks like an answer and is none; only what it matches is left out
    SURELY = "surely"  # a denial that affirms: « je ne manquerai pas d'être là »
    CANCELS = "cancels"
    MAYBE = "maybe"
    NO = "no"
    YES = "yes"
    POLITE = "polite"  # coming is meant, not said: « à jeudi »
    NOTHING = "nothing"

    @property
    def comes(self) -> bool:
        """Whether somebody comes."""
        return self in {Says.SURELY, Says.YES, Says.POLITE}

    @property
    def refuses(self) -> bool:
        """Whether somebody does not come."""
        return self in {Says.NO, Says.CANCELS}


_OUTRIGHT = re.compile(
    r"\bn(?:e |')|n't\b|\b(?:pas|plus|not|non|unable|impossib\w+|declin\w+|renonc\w+|refus\w+|annul\w+)\b|"
    r"\b(?:cancel\w*|desist\w+|excus\w+|regret\w*)\b"
)
_ALL_THE_SAME = re.compile(
    r"\b(?:quand meme|malgre tout|tout de meme|neanmoins|finalement|all the same|anyway|nevertheless)\b"
)
_BUT = re.compile(r"\b(?:mais|cependant|toutefois|but|however)\b")
_THANKS = re.compile(r"\b(?:merci|remerci\w+|thanks?|touchee?|sensible|honoree?|flattee?)\b")
_DENIAL = re.compile(r"\bn(?:e (?!le \d)|')|\b(?:pas|jamais|not|cannot|never|unable)\b|n't\b")


def _compiled(kind: str) -> tuple[re.Pattern[str], ...]:
    """Return the rules of one kind, French before English; `<WORD>` stands for a list of words."""
    found = []
    for language in (french, english):
        for line in language.RULES.get(kind, "").splitlines():
            rule = line.strip()
            if rule and not rule.startswith("#"):
                for word, pattern in language.WORDS.items():
                    rule = rule.replace(f"<{word}>", pattern)
                found.append(re.compile(rule))
    return tuple(found)


_ASIDES = _compiled(Says.ASIDE)
_EARLIER = _compiled("earlier")
_REGRET = _compiled("regret")
_WISHED = _compiled("wished")
_RULES = tuple((says, _compiled(says)) for says in Says if says is not Says.ASIDE)


def says(clause: str) -> tuple[Says, re.Match[str] | None]:
    """Return what a plain clause says, and where."""
    bare = without_asides(clause)
    for said, patterns in _RULES:
        for pattern in patterns:
            if found := pattern.search(bare):
                return said, found
    return (Says.ASIDE if bare != clause else Says.NOTHING), None


def without_asides(clause: str) -> str:
    """Return a plain clause with blanks where it only looks like an answer."""
    for pattern in _ASIDES:
        clause = pattern.sub(lambda found: re.sub(r"[^¤]", " ", found[0]), clause)
    return clause


def tells_earlier(clause: str) -> bool:
    """Whether a clause tells of an answer given before, so that a refusal takes it back."""
    return any(pattern.search(clause) for pattern in _EARLIER)


def regrets(clause: str) -> bool:
    """Whether a clause is sorry about something: a refusal where nothing else is said."""
    return any(pattern.search(clause) for pattern in _REGRET)


def wished(clause: str) -> bool:
    """Whether a clause tells what somebody would have liked: a refusal where nothing else is said."""
    return any(pattern.search(clause) for pattern in _WISHED)


def refuses_outright(clause: str) -> bool:
    """Whether a clause that refuses says so, and does not only name an obstacle."""
    return bool(_OUTRIGHT.search(without_asides(clause)))


def all_the_same(clause: str) -> bool:
    """Whether a clause says that something happens in spite of what was said."""
    return bool(_ALL_THE_SAME.search(clause))


def turned_down(clause: str) -> bool:
    """Whether thanks, or an earlier answer, come before « mais »: a refusal where nothing else is said."""
    but = _BUT.search(clause)
    before = clause[: but.start()] if but else ""
    return bool(_THANKS.search(before)) or tells_earlier(before)


def denies(clause: str) -> bool:
    """Whether a clause that affirms holds a denial as well, so that a person should look."""
    return bool(_DENIAL.search(without_asides(clause)))
