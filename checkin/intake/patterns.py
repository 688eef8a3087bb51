"""Words: long expressions and lists of them, written over several lines; one spelling for comparing."""

import re

from checkin.domain.folding import fold
from checkin.intake.memory import remembered

_LAST_LATIN = "\u017f"
_LATIN = {letter: fold(f"x{chr(letter)}x")[1:-1] for letter in range(ord(_LAST_LATIN) + 1)}


def plain(text: str) -> str:
    """Return `text` folded, as `fold` does, a word or a Latin text faster: a list asks a million times."""
    if text.isascii() and text.isalpha():
        return text.lower()
    return _plain(text)


def plain_words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`."""
    return tuple(plain(text).split())


def plain_key(*texts: str) -> tuple[str, ...]:
    """Return the folded words of all `texts`, sorted, and remember nothing: each name is asked for once."""
    return tuple(sorted(_by_table(" ".join(texts)).split()))


def _by_table(text: str) -> str:
    if not text.isascii() and max(text) > _LAST_LATIN:
        return fold(text)
    return " ".join(text.translate(_LATIN).split())


_plain = remembered(_by_table)


def pattern(text: str, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the expression in `text`, whose lines are joined without the blanks around them."""
    return re.compile("".join(line.strip() for line in text.splitlines()), flags)


def word_set(words: str) -> frozenset[str]:
    """Return the set of the words in `words`."""
    return frozenset(words.split())
