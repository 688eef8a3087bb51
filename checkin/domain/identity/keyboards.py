"""What a reader that types like a keyboard becomes on a computer with another layout, undone.

A reader set up for one layout presses the keys where that layout has the letters; the computer makes of them
what its own layout has there, with Caps Lock perhaps on. Each such way is simulated, and turned round.
"""

from enum import StrEnum
from functools import cache
from itertools import product

from checkin.domain.identity.check_digits import ALPHABET

# The keys of the digits, then the three rows of letters, each once without and once with Shift; the first key
# of the last row is the one left of Z that American keyboards lack.
_KEYS: dict[str, tuple[str, str]] = {
    "us": (r"1234567890qwertyuiopasdfghjkl;\zxcvbnm,./", "!@#$%^&*()QWERTYUIOPASDFGHJKL:|ZXCVBNM<>?"),
    "fr": ("&é\"'(-è_çàazertyuiopqsdfghjklm<wxcvbn,;:!", "1234567890AZERTYUIOPQSDFGHJKLM>WXCVBN?./§"),
    "be": ("&é\"'(§è!çàazertyuiopqsdfghjklm<wxcvbn,;:=", "1234567890AZERTYUIOPQSDFGHJKLM>WXCVBN?./+"),
    "afnor": ("àéèê()‘’«»azertyuiopqsdfghjklm<wxcvbn.,:;", "1234567890AZERTYUIOPQSDFGHJKLM>WXCVBN?!…="),
    "de": ("1234567890qwertzuiopasdfghjklö<yxcvbnm,.-", '!"§$%&/()=QWERTZUIOPASDFGHJKLÖ>YXCVBNM;:_'),
    "es": ("1234567890qwertyuiopasdfghjklñ<zxcvbnm,.-", '!"·$%&/()=QWERTYUIOPASDFGHJKLÑ>ZXCVBNM;:_'),
    "ca": ("1234567890qwertyuiopasdfghjkl;«zxcvbnm,.é", "!\"/$%?&*()QWERTYUIOPASDFGHJKL:»ZXCVBNM'.É"),
}
_ALPHABETS = (ALPHABET, ALPHABET.lower())
_READERS = ("us", "fr", "de")
_COMPUTERS = ("fr", "be", "afnor", "de", "es", "ca", "us")  # the likeliest in a French ministry first


class _CapsLock(StrEnum):
    OFF = "off"
    EVERY_KEY = "every_key"  # Windows, on a French layout: the digits and the punctuation turn round too
    LETTERS = "letters"  # Linux, macOS: é becomes É, & stays &
    DIGITS = "digits"  # macOS, the numerical variant: the digits turn round, the punctuation does not


@cache
def readings() -> tuple[dict[str, str], ...]:
    """Return every way back: from the letters that appeared to those that were meant (A–Z, 0–9, `<`).

    The likeliest come first; most readers type capitals.
    """
    found: list[dict[str, str]] = []
    for alphabet, reader, computer, caps in product(_ALPHABETS, _READERS, _COMPUTERS, _CapsLock):
        way = {_typed(letter, reader, computer, caps): letter.upper() for letter in alphabet}
        if len(way) == len(ALPHABET) and way not in found:
            found.append(way)
    return tuple(found)


def _typed(letter: str, reader: str, computer: str, caps: _CapsLock) -> str:
    """Return what the computer shows when the reader means `letter`."""
    shifted = letter in _KEYS[reader][1]
    key = _KEYS[reader][shifted].index(letter)
    plain, upper = _KEYS[computer][0][key], _KEYS[computer][1][key]
    is_letter = plain.upper() == upper
    is_digit = upper.isdigit() or plain.isdigit()
    if caps is _CapsLock.EVERY_KEY or (caps is _CapsLock.DIGITS and (is_letter or is_digit)):
        shifted = not shifted
    shown = upper if shifted else plain
    return shown.swapcase() if caps is _CapsLock.LETTERS else shown
