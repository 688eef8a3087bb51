"""Which letters are drawn with which font, and in which order: what is left of a script's rules on paper.

A document is read from left to right; Arabic in it stands as a run of its own, from right to left. Of the
bidirectional algorithm (Unicode annex 9) this is as much as names of people and organisations need: runs of
right-to-left words with what stands between them, in which numbers keep their order.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from anyascii import anyascii

from checkin.documents import faces

if TYPE_CHECKING:
    from arabic_reshaper import ArabicReshaper

REGULAR = "SourceSansPro-Regular"
STRONG = "SourceSansPro-Semibold"
# Each font is asked in turn; the others only for letters and their accents.
CHAINS = {
    REGULAR: (REGULAR, "FiraSans-Regular", "IBMPlexSansArabic-Regular"),
    STRONG: (STRONG, "FiraSans-SemiBold", "IBMPlexSansArabic-SemiBold"),
}
UNREADABLE = "\N{BLACK SQUARE}"

_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06e5\u06e6\u06ee-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_BETWEEN = r"[\s\d()\[\].,/’'\-\u2013\u0660-\u0669]*"
_RIGHT_TO_LEFT = re.compile(rf"[{_ARABIC}]+(?:{_BETWEEN}[{_ARABIC}]+)*")
_NUMBER = re.compile(r"[\d\u0660-\u0669]+")
_MIRRORED = str.maketrans("()[]", ")(][")
_LIGATURES = {code: chr(code) + faces.FIRST_LETTER for code in range(0xFEF5, 0xFEFD)}  # lam with alef
_WORDS = re.compile(r"\S+|\s+")
_SPELT = {"\N{NON-BREAKING HYPHEN}": "-", "\N{MODIFIER LETTER APOSTROPHE}": "’"}


def legible(text: str) -> str:
    """Return `text` composed, without control characters, each letter that no font has in Latin ones.

    What has no Latin letters either is shown as a mark for the unreadable, never as an empty box.
    """
    if _plain().issuperset(text):
        return text
    return "".join(map(_shown, unicodedata.normalize("NFC", text)))


def is_right_to_left(text: str) -> bool:
    """Whether the letters of `text` are Arabic, all of them."""
    if text.isascii() or not _RIGHT_TO_LEFT.search(text):
        return False
    return not any(letter.isalpha() for letter in _RIGHT_TO_LEFT.sub("", text))


@lru_cache(maxsize=4096)
def runs(font: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return a legible `text` as it is drawn from left to right: names of fonts, each with its letters.

    A word stands in one font, the first of the chain that has all of it; only a word that no font has whole
    is taken apart.
    """
    if faces.letters(font).issuperset(text):
        return ((font, text),)
    pieces = [piece for word in _WORDS.findall(visual(text)) for piece in _pieces(CHAINS[font], word)]
    return tuple(
        (name, "".join(letters for _, letters in same))
        for name, same in groupby(pieces, key=lambda piece: piece[0])
    )


def visual(text: str) -> str:
    """Return `text` with its Arabic in joined forms and in the order in which it is drawn."""
    return _RIGHT_TO_LEFT.sub(lambda run: _turned(run.group()), text)


def _turned(run: str) -> str:
    joined = "".join(
        form if form in _covered() else unicodedata.normalize("NFKC", form) for form in _joiner().reshape(run)
    )
    turned = joined[::-1].translate(_MIRRORED).translate(_LIGATURES)
    return _NUMBER.sub(lambda number: number.group()[::-1], turned)


@cache
def _joiner() -> ArabicReshaper:
    from arabic_reshaper import ArabicReshaper  # noqa: PLC0415 - most events have no Arabic to show

    return ArabicReshaper({"ARABIC LIGATURE ALLAH": False})


def _pieces(chain: tuple[str, ...], word: str) -> list[tuple[str, str]]:
    whole = next((name for name in chain if faces.letters(name).issuperset(word)), None)
    if whole:
        return [(whole, word)]
    return [
        (next((name for name in chain if letter in faces.letters(name)), chain[0]), letter) for letter in word
    ]


@lru_cache(maxsize=4096)
def _shown(letter: str) -> str:
    if letter in _SPELT:
        return _SPELT[letter]
    if letter in _covered():
        return letter
    if letter.isspace():
        return " "
    taken_apart = unicodedata.normalize("NFD", letter)
    if len(taken_apart) > 1 and _covered().issuperset(taken_apart):
        return taken_apart
    if unicodedata.category(letter) in {"Cc", "Cf", "Mn", "Me"}:  # nothing to see, or an accent nobody has
        return ""
    return "".join(latin for latin in anyascii(letter) if latin in _covered()) or UNREADABLE


@cache
def _covered() -> frozenset[str]:
    """Return every letter that the fonts of both weights have between them."""
    return frozenset.intersection(*(_of_chain(chain) for chain in CHAINS.values()))


def _of_chain(chain: tuple[str, ...]) -> frozenset[str]:
    first, *others = (faces.letters(name) for name in chain)
    borrowed = {letter for letter in frozenset().union(*others) if unicodedata.category(letter)[0] in "LMN"}
    return frozenset(
        one for one in first | borrowed if ord(one) in faces.ACCENTS or not unicodedata.combining(one)
    )


@cache
def _plain() -> frozenset[str]:
    """Return the letters that stand as they are, whatever stands beside them."""
    return frozenset(letter for letter in _covered() if not unicodedata.combining(letter)).difference(_SPELT)
