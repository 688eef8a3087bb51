"""How a name sounds to a French ear: « Lefèvre » and « Lefebvre » are a letter apart, « Gotier » is Gauthier.

Not a transcription: a short key in which the spellings of one sound are one, made of a folded word.
"""

import re

_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"chr", "kr"),
        (r"tsch|tch|sch|sh|ch", "S"),
        (r"ph", "f"),
        (r"gn", "n"),
        (r"ck|qu|q|c(?![eiy])", "k"),
        (r"[czx]", "s"),
        (r"gu(?=[eiy])", "G"),
        (r"g(?=[eiy])", "j"),
        (r"eau|au", "o"),
        (r"(?:a|e|)[iy][nm](?=[^aeiouy]|$)", "I"),  # main, frein, vin: one sound
        (r"[ae][nm](?=[^aeiouynm]|$)", "A"),  # Jean, Clément
        (r"ai|ei|ay|ey|ae|oe", "e"),
        (r"ou|u", "u"),
        (r"w", "v"),
        (r"y", "i"),
        (r"h", ""),
        (r"m(?=[bp])", "n"),
        (r"(.)\1+", r"\1"),
        (r"(?<=..)(?:e?[tdsp]+|er?)$", ""),  # what is written at the end and not said
    )
)


def heard(word: str) -> str:
    """Return the sound of a folded word (see folding.fold); never empty for a word that is not."""
    key = word
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key or word
