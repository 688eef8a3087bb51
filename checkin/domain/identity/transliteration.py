"""Names of the list as a document may print them: A–Z, in each of the ways that States have.

ICAO 9303-3, 6 recommends one transliteration a letter and lets some choose (Ä as AE or A, Ü also as UXX, Ñ as
N or NXX); Cyrillic follows the language, Greek ELOT 743. Other scripts are not attempted: a human compares.
"""

import unicodedata

_LATIN = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŋ": "n"}
_LATIN |= {"ı": "i", "ß": "ss", "ə": "a", "ŧ": "t"}
_LATIN |= dict.fromkeys("ʼʻʹʾʿ", "'")  # letters to Unicode, apostrophes to whoever writes a name
_DIGRAPHS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "đ": "dj"}
_CROSSES = {"ü": "uxx", "ñ": "nxx", "ä": "ae", "ö": "oe"}

_SOUNDS = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y _ e iu ia"
_RUSSIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", _SOUNDS.replace("_", "").split(" "), strict=True))
_RUSSIAN |= {"ё": "e", "ґ": "g", "є": "ie", "ї": "i", "і": "i", "ў": "u", "’": "'"}
_RUSSIAN |= {"ј": "j", "љ": "lj", "њ": "nj", "ђ": "dj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz"}
_UKRAINIAN = {"г": "h", "и": "y", "й": "i"}
_BULGARIAN = {"х": "h", "щ": "sht", "ъ": "a", "ю": "yu", "я": "ya"}

_GREEK_SOUNDS = "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
_GREEK = str.maketrans(dict(zip("αβγδεζηθικλμνξοπρςστυφχψω", _GREEK_SOUNDS.split(), strict=True)))
_GREEK_PAIRS = {"ου": "ou", "γγ": "ng", "γχ": "nch", "γξ": "nx"}

_WAYS = (
    str.maketrans(_LATIN | _RUSSIAN),
    str.maketrans(_LATIN | _DIGRAPHS | _RUSSIAN | _UKRAINIAN),
    str.maketrans(_LATIN | _CROSSES | _RUSSIAN | _BULGARIAN),
)


def spellings(text: str) -> tuple[str, ...]:
    """Return `text` in every way a document may print it, small letters, without repetition.

    Punctuation stays; letters of scripts that are not attempted stay too.
    """
    small = unicodedata.normalize("NFC", text).lower()
    if small.isascii():
        return (small,)
    return tuple(dict.fromkeys(_plain(small.translate(way)) for way in _WAYS))


def _plain(text: str) -> str:
    letters = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    for pair, sound in _GREEK_PAIRS.items():
        letters = letters.replace(pair, sound)
    return letters.translate(_GREEK)
