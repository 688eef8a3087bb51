"""What a row says of its person beside the name: a mark, whose companion it is, that nobody stands there."""

import re
from collections.abc import Sequence

from checkin.domain.attendee import Mark
from checkin.intake.casing import PARTICLES
from checkin.intake.lists.companions import people_in
from checkin.intake.lists.houses import heads_group
from checkin.intake.names import TITLES, apart, begins_with_name, is_name
from checkin.intake.patterns import pattern, plain

_MARKS = (
    (
        Mark.SPEAKER,
        pattern(r"\b(?:intervenante?s?|speakers?|orat(?:eur|rice)s?|conferenciere?s?|panelistes?)\b"),
    ),
    (Mark.PRESS, pattern(r"\b(?:presse|press|journalistes?|media)\b")),
    (Mark.VIP, pattern(r"\b(?:vip|officiel|officielle|protocole)\b")),
    (Mark.ORGANISER, pattern(r"\b(?:organisat(?:eur|rice)s?|organi[sz]ers?|staff|equipe)\b")),
)
_ACCOMPANIES = pattern(
    r"""\b(?:accompagne|accompagnante? d(?:e\b|'|u\b)|accompagne par|invitée? (?:de|par)|guest of|
    companion of|with)\s*(?P<lead>.+)$""",
    re.IGNORECASE,
)
_WHO = r"(?:(?:M|MM|Mme|Mlle|Dr|Pr|Me)\.|[^.;,(])"  # to the end of a phrase; a title’s point is none
_BRINGS = pattern(
    r"""(?:\b(?:vient|viendra|sera|sera présente?|venue?)\s+(?:avec|accompagnée? (?:de|par|d'))|
    \b(?:bring(?:s|ing)?|(?:comes?|coming) with|accompanied by)|
    ^\+?\s*(?:avec|with|accompagnée? (?:de|par|d')))\s*
    (?P<who>"""
    + _WHO
    + "+)",
    re.IGNORECASE,
)
_SOMEBODY = pattern(r"""\b(?:epou(?:x|se)|mari|femme|conjointe?|compagn(?:e|on)|fils|filles?|enfants?|amie?s?|
    personnes?|collegues?|collaborat(?:eur|rice)s?|assistante?s?|adjointe?s?|stagiaires?|chauffeur|officiers?|invitee?s?|
    husband|wife|partner|colleagues?|guests?|people)\b""")
_REPLACED = pattern(
    r"""\b(?:remplac[ée]+s? par|repr[ée]sent[ée]+s? par|remplaçante?(?: est)?|replaced by|represented by)
    \s*:?\s*(?P<who>"""
    + _WHO
    + "*)",
    re.IGNORECASE,
)
_INCLUSIVE = re.compile(r"(?<=\w)\(e\)|(?<=\w)·e")
_IS_COMPANION = re.compile(r"^(?:accompagn\w*|companion|guest|invite de|plus one|conjointe?)\b")
_TOTAL = re.compile(r"^(?:sous tota(?:l|ux)\b|tota(?:l|ux)\b(?! [a-z]+$))")
_FOOT = pattern(r"""^(?:nombre|nb|nbre|somme|sum|legende|note|notes|nota|remarque|source|maj|mis a jour|
    mise a jour|liste|edite|edition|page|imprime|count|updated|last update|rappel|attention|fin|end|
    effectif|dont|
    soit|contact|total)\b""")
_LINKS = ("et", "à", "au", "aux", "sur", "pour", "par")
_ANY_LETTER = re.compile(r"[^\W\d_]")


def mark_in(text: str) -> Mark:
    """Return the mark that a text gives: « intervenante », « VIP », « presse »."""
    folded = plain(text)
    return next((mark for mark, words in _MARKS if words.search(folded)), Mark.NONE)


def says_companion(text: str) -> bool:
    """Whether a text says that the row is a companion's: « Accompagnant »."""
    return bool(_IS_COMPANION.match(plain(text)))


def lead_in(text: str) -> str:
    """Return whom this person accompanies, as it stands: « accompagne Mme Petit »; empty if nobody is."""
    found = _ACCOMPANIES.search(text)
    return found["lead"] if found and is_name(found["lead"]) else ""


def is_replacing(label: str) -> bool:
    """Whether a column names who comes instead: « Remplacé par »."""
    return bool(_REPLACED.search(_INCLUSIVE.sub("", label)))


def replaced_by(text: str) -> str:
    """Return who comes instead as a remark says it: « remplacée par Luc Petit »; empty if nobody does."""
    found = _REPLACED.search(text)
    return found["who"].strip() if found else ""


def brought_in(text: str) -> str:
    """Return who comes along as a note says: « viendra avec son épouse », « avec M. X »; "" if nobody."""
    found = _BRINGS.search(text)
    who = found["who"].strip() if found else ""
    if people_in(who).unnamed:
        return who if _SOMEBODY.search(plain(who)) else ""  # not « avec un peu de retard »
    names = [piece for piece in apart(who) if is_name(piece)]
    return who if any(" " in name for name in names) and all(map(_has_capitals, names)) else ""


def _has_capitals(who: str) -> bool:
    """Whether the words of a phrase are written as names are: « Mme de Brec », and not « plaisir »."""
    return all(word[0].isupper() or plain(word) in {*PARTICLES, *TITLES, "et"} for word in who.split())


def is_phrase(text: str) -> bool:
    """Whether small words are tied to a first in capitals, as in no name: « Porteurs de projets »."""
    first, *others = text.split()
    words = [word for word in others if plain(word) not in PARTICLES and word not in _LINKS]
    tied = len(words) < len(others) and plain(first) not in PARTICLES
    return tied and first[0].isupper() and all(map(str.islower, words))


def has_letters(text: str) -> bool:
    """Whether a text holds a letter at all."""
    return bool(_ANY_LETTER.search(text))


def is_nobody(filled: Sequence[str], lettered: Sequence[str]) -> bool:
    """Whether a row is a total, a note below the list, or a heading between people.

    `filled` are its cells that hold something, `lettered` those in the columns of names that hold a letter.
    """
    first, *others = filled
    says_of_others = bool(others) and (":" in first or all(map(str.isdigit, others)))
    if _is_total(first) or (says_of_others and _FOOT.match(plain(first))):
        return True
    if len(lettered) > 1 or any("@" in cell for cell in filled):
        return False
    if any(_FOOT.match(plain(cell)) and (":" in cell or not is_name(cell)) for cell in filled[:2]):
        return True
    lone = lettered[0] if len(filled) == 1 and lettered else ""
    return bool(lone) and (heads_group(lone) or not begins_with_name(lone) or len(lone) == 1)


def _is_total(text: str) -> bool:
    may_be = not text.isascii() or "tota" in text.lower()  # most cells are spared the folding
    return may_be and bool(_TOTAL.match(plain(text)))
