"""The check digit of a machine-readable zone (ICAO 9303-3, 4.9)."""

from itertools import cycle

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"

_WEIGHTS = (7, 3, 1)
_VALUES = {letter: value for value, letter in enumerate(ALPHABET)} | {"<": 0}


def check_digit(text: str) -> str:
    """Return the digit over `text` (letters of ALPHABET only): weights 7, 3, 1, modulo ten."""
    return str(
        sum(_VALUES[letter] * weight for letter, weight in zip(text, cycle(_WEIGHTS), strict=False)) % 10
    )
