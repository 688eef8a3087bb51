"""One spelling for searching and sorting: « d'Artois », « D’ARTOIS » and « d'artois » are the same word."""

import unicodedata

# Letters that Unicode does not decompose, as a French keyboard would write them.
_PLAIN = {
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
}


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, ligatures or punctuation, its words parted by one space.

    An apostrophe parts two words (d'Artois → "d artois"), so that « artois » is a beginning of one.
    """
    bare = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(bare.translate(_FOLDED).split())


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`."""
    return tuple(fold(text).split())


def sort_key(*parts: str) -> tuple[str, ...]:
    """Return a key that sorts names as a paper list does: no accents, particles joined (d'Artois under D).

    A list at a door is read beside an identity document, where d'Artois stands as DARTOIS.
    """
    return tuple(fold(part).replace(" ", "") for part in parts)


class _Plain(dict[int, str]):
    """What a decomposed letter comes to: itself, its plain spelling, a blank or nothing, found out once."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = _plain(chr(code))
        return plain


def _plain(letter: str) -> str:
    """Return what one decomposed letter comes to: itself, its plain spelling, a blank or nothing."""
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":  # accents, soft hyphens
        return ""
    if (
        not letter.isalnum() or unicodedata.category(letter) == "Lm"
    ):  # a modifier letter, as the ʼ of dʼArtois
        return " "
    return _PLAIN.get(letter, letter)


_FOLDED = _Plain()
