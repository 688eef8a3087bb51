"""Capitals in names, as a careful secretary would enter them: DI MARTINO → Di Martino, D'ARTOIS → d'Artois.

A word in one case says nothing of its capitals, and is given them; mixed case was chosen by whoever wrote
it, and stays. French particles take a small letter and the article after them a capital (de La Tour), an
article alone a capital (Le Goff); Dutch and German ones take small letters (van der Berg).
"""

import re
import unicodedata

from checkin.intake.memory import remembered
from checkin.intake.patterns import plain, word_set

SMALL = word_set("de du des d van der den ten ter von zu zum zur vom y e")
ARTICLES = word_set("le la les l")
CAPITAL = word_set(
    "di da do dos das del della dello dalla dal degli el al ben bent ibn bin ait ould abou abu bou "
    "san santa saint sainte st ste mac mc o ou"
)
PARTICLES = SMALL | ARTICLES | CAPITAL

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\ufff9-\ufffb]"
)
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))
_PARTS = re.compile(r"([-'])")
_BEFORE_CAPITALS = re.compile(r"^(?:[dl]'|Mc|Mac)")
_ELIDED = re.compile(r"[dl]'[A-ZÀ-Þ]{2}")
_SCOTS = re.compile(r"mc(?=[^\W\d_]{3})", re.IGNORECASE)


def clean(text: str) -> str:
    """Return `text` without invisible characters, composed (NFC), its blanks single: one line of words."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return " ".join(text.split())  # what is invisible is not printable either
    return " ".join(unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).split())


def straight(text: str) -> str:
    """Return `text` with every kind of apostrophe as the one on the keyboard."""
    return text.translate(_APOSTROPHES)


@remembered
def is_capitals(word: str) -> bool:
    """Whether a word is written in capitals as family names are: « DUPONT », « d'ARTOIS », « McDONALD »."""
    if word.isascii() and word.isalpha() and (word[-1].islower() or word.isupper()):
        return len(word) > 1 and word.isupper()
    letters = "".join(filter(str.isalpha, _BEFORE_CAPITALS.sub("", word)))
    return len(letters) > 1 and all(map(str.isupper, letters))


def family_case(words: list[str], *, mixed: bool = False) -> str:
    """Return the words of a family name with their capitals; `mixed`: small particles were meant so."""
    *before, last = words or [""]
    return " ".join((*(_inner(word, mixed=mixed) for word in before), _word(last, family=True)))


def given_case(words: list[str]) -> str:
    """Return the words of given names with their capitals."""
    return " ".join(_word(word, family=False) for word in words)


def _one_case(word: str) -> bool:
    return word.isupper() or word.islower()


def _inner(word: str, *, mixed: bool) -> str:
    """Return a word of a family name that another follows: it may be a particle."""
    folded = plain(word)
    if folded not in PARTICLES or not _one_case(word):
        return _word(word, family=True)
    if mixed and word.islower():
        return word
    return word.lower() if folded in SMALL else _capital(word)


def _word(word: str, *, family: bool) -> str:
    if not _one_case(word):
        if _ELIDED.match(word) or (word.startswith("Mc") and is_capitals(word)):
            return _word(word.upper(), family=family)
        return word
    return _capital(word) if word.isalpha() else _compound(word, family=family)


@remembered
def _compound(word: str, *, family: bool) -> str:
    parts = _PARTS.split(word)
    done = [part if part in "-'" else _capital(part) for part in parts]
    if family and parts[-2:-1] == ["'"] and len(parts[-1]) == 1:
        done[-1] = done[-1].lower()  # Le Floc'h
    if family and done[0] == "D" and done[1:2] == ["'"] and len(parts[2]) > 1:
        done[0] = "d"
    return "".join(done)


def _capital(part: str) -> str:
    if part[:1] in "Mm" and _SCOTS.match(part):
        return "Mc" + _capital(part[2:])
    if part.isascii():
        return part.capitalize()
    return part[:1].upper() + part[1:].lower().replace("i̇", "i")
