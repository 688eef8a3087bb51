"""Words that sound alike, and words a slip of the hand apart. All words are A–Z, upper case."""

import re

# What is heard alike: a letter without which the pattern is not tried, the pattern, and what it is made.
_SOUNDS = [
    (letter, re.compile(pattern), sound)
    for letter, pattern, sound in (
        ("C", r"^MC", "MAC"),
        ("B", r"^ABD(?:UL|EL|OUL|AL)?(?=[B-DF-HJ-NP-TV-Z])", "ABD"),
        ("H", r"CHR", "KR"),
        ("H", r"SHCH|CHTCH|TSCH|TCH|SCH|SH|CH", "#"),  # apart from S: Roche is not Rose
        ("Z", r"SZ", "#"),
        ("H", r"ZH", "J"),
        ("E", r"^E([DNRSTZ])\1(?=[AEIOU].)", r"\1"),  # the Arabic article, grown into the name: Ezzahra
        ("H", r"PH", "F"),
        ("Q", r"QU|Q", "K"),
        ("C", r"CK|C(?![EIY])", "K"),
        ("C", r"C", "S"),
        ("K", r"KS", "X"),
        ("W", r"W", "V"),
        ("F", r"OFF$", "OV"),
        ("V", r"(?<=.)[IY]E(?=VA?$)|(?<=[AEIOU])[IY]E(?=V)", "E"),  # Solovieva, SOLOVEVA; Dostoïevski
        ("E", r"^[IY]E(?=[GLV])", "E"),  # Ievgueni
        ("Y", r"Y(?![AE]RS?$)", "I"),  # Meyer and Meier are two families
        ("U", r"(?:^|(?<=[AEIOY]))OU(?=[AEIY])", "V"),  # as W: Ouali, WALI; Chaoui, SHAWI
        ("U", r"OU", "U"),
        ("E", r"EE", "I"),
        ("J", r"DJ", "J"),
        ("H", r"(?<=.)H(?<!NH$)", ""),  # Lan and Lanh are two names
        ("", r"([B-DF-NP-TV-Z])\1+", r"\1"),  # consonants, and I: René and Renée stay apart
        ("U", r"U+", "U"),
    )
]
_UMLAUTS = re.compile(r"AA|AE|OE|(?<=[B-DFHJ-NPR-TV-Z])UE|^UE")
_ARTICLE = re.compile(r"^AL(?=[B-DF-HJ-NP-TV-Z])")  # Alhashimi, El Hachimi
_ONE_SLIP = 4  # letters a word needs to be recognised with one slip
_TWO_SLIPS = 9
_LIQUIDS, _VOWELS = frozenset("LR"), frozenset("AEIOUY")
_TURNED = 5  # letters a word needs to be recognised with two neighbours turned round


def key(word: str) -> str:
    """Return what is left of a word when spellings of the same sound are made one."""
    for letter, pattern, sound in _SOUNDS:
        if letter in word:
            word = pattern.sub(sound, word)
    return word


def is_umlaut(one: str, other: str) -> bool:
    """Whether two names are one in which Ä was written AE on one side and A on the other."""
    plain, other_plain = _bare(one), _bare(other)
    return (plain, other_plain) != (one, other) and key(plain) == key(other_plain)


def family_key(word: str) -> str:
    """Return the key of a surname, in which Ä may also have been written A, and El as Al."""
    return key(_bare(_ARTICLE.sub("EL", word)))


def _bare(word: str) -> str:
    return _UMLAUTS.sub(lambda found: found[0][0], word)


def is_turned(one: str, other: str, *, last: bool = False) -> bool:
    """Whether two neighbouring letters are turned round, and nothing else.

    The last letter counts only in surnames (`last`): Carlo and Carol are two given names. An R or L that
    changes its side of a vowel makes another surname: Garnier and Granier, Breton and Berton.
    """
    if len(one) != len(other) or len(one) < _TURNED:
        return False
    places = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if not places or places != [places[0], places[0] + 1] or (places[-1] == len(one) - 1 and not last):
        return False
    first, second = places
    pair = {one[first], one[second]}
    if last and pair & _LIQUIDS and pair & _VOWELS and places[-1] < len(one) - 1:
        return False
    return one[first] == other[second] and one[second] == other[first]


def is_gap(one: str, other: str) -> bool:
    """Whether one word has a letter inside that the other lacks, and nothing else sets them apart."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1 or short[:1] != long[:1] or short[-1:] != long[-1:]:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(1, len(long) - 1))


def is_near(one: str, other: str) -> bool:
    """Whether a slip or two of the hand lie between two words; short words allow none."""
    longest = max(len(one), len(other))
    allowed = 0 if longest < _ONE_SLIP else 1 if longest < _TWO_SLIPS else 2
    if abs(len(one) - len(other)) > allowed or len(set(one) ^ set(other)) > 2 * allowed:
        return False  # so much as the letters say already
    return _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance: letters added, left out, changed, two turned round."""
    before: list[int] = []
    last: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, last, row = last, row, [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
    return row[-1]
