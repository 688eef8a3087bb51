"""The keys that a scanner pressed, read as the scanner meant them, whatever the computer made of them.

A scanner that types is set up for one keyboard and presses the keys where that one has the letters; the
computer makes of them what its own layout has there, with Caps Lock perhaps on. Where the system tells
which keys went down, the scanner's own layout is all that must be known; else the computer's is tried too.
Nothing is guessed: a text is only exchanged for one that is surely what was meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checkin.domain.ticket import Unreadable, read

# Places on a keyboard as PC scan codes (set 1), which Linux' evdev shares: the digits' row, the three rows of
# letters, and the key left of Z that American keyboards lack.
PLACES = (*range(2, 14), *range(16, 28), *range(30, 41), 41, 43, *range(44, 54), 86)
SLOWEST = 35  # ms a key on average: what is slower may be a person
_NONE = "\0"  # no key there

# Each row without and with Shift. Sources: Microsoft's layouts KBDUS, KBDFR, KBDBE, KBDGR, KBDSF.
LAYOUTS: dict[str, tuple[str, str]] = {
    "us": (
        "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./" + _NONE,
        '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?' + _NONE,
    ),
    "fr": (
        "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù²*wxcvbn,;:!<",
        "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%\0µWXCVBN?./§>",
    ),
    "be": (
        "&é\"'(§è!çà)-azertyuiop^$qsdfghjklmù²µwxcvbn,;:=<",
        "1234567890°_AZERTYUIOP¨*QSDFGHJKLM%³£WXCVBN?./+>",
    ),
    "de": (
        "1234567890ß´qwertzuiopü+asdfghjklöä^#yxcvbnm,.-<",
        "!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_>",
    ),
    "ch": (
        "1234567890'^qwertzuiopè¨asdfghjkléà§$yxcvbnm,.-<",
        '+"*ç%&/()=?`QWERTZUIOPü!ASDFGHJKLöä°£YXCVBNM;:_>',
    ),
}

_FOREIGN = re.compile(
    r"[a-z][a-z0-9+.-]{1,15}://|\bwww\.|BEGIN:V|MECARD:|MATMSG:|BIZCARD:|WIFI:|\b(mailto|tel|smsto?|geo):",
    re.IGNORECASE,
)
_MRZ = re.compile(r"([A-Z0-9<]{28,46}[\r\n\t]*){1,3}|[A-Z0-9<]{60,92}[\r\n\t]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key that went down; `shown` is what the computer made of it, "" for a dead key.

    `place` is one of PLACES, or 0 where the system does not tell.
    """

    shown: str
    place: int = 0
    shift: bool = False


def meant(strokes: Sequence[Stroke]) -> str:
    """Return what the scanner meant: the text shown, or what it surely became it from.

    Sure is a code of ours (its check holds), what begins like an address or a card, and lines of a
    machine-readable zone, whose letters are few. Anything else comes back as it was shown.
    """
    shown = "".join(stroke.shown for stroke in strokes)
    if _is_code(shown):
        return shown
    texts = [shown, *_readings(strokes, shown)]
    for is_sure in (_is_code, _is_foreign, _is_mrz):
        for text in texts:
            if is_sure(text):
                return text
    return shown


def as_on(layout: str, strokes: Sequence[Stroke], *, inverted: bool = False) -> str | None:
    """Return what a keyboard of `layout` has on the keys that went down; None where it has nothing.

    `inverted` takes Shift for its contrary, as where a scanner allows for Caps Lock.
    """
    plain, upper = LAYOUTS[layout]
    letters = []
    for stroke in strokes:
        if stroke.place in _INDEX:
            letter = (upper if stroke.shift ^ inverted else plain)[_INDEX[stroke.place]]
        else:
            letter = stroke.shown  # Enter, Tab, the space bar, the digits' block
        if letter == _NONE:
            return None
        letters.append(letter)
    return "".join(letters)


def on_keys_of(layout: str, text: str) -> list[Stroke] | None:
    """Return the keys on which a keyboard of `layout` has `text`; None where it lacks a letter."""
    keys = _keys(layout)
    if not all(letter in keys or letter.isspace() for letter in text):
        return None
    return [Stroke(letter, *keys.get(letter, (0, False))) for letter in text]


_INDEX = {place: index for index, place in enumerate(PLACES)}


@cache
def _keys(layout: str) -> dict[str, tuple[int, bool]]:
    plain, upper = LAYOUTS[layout]
    shifted = {letter: (place, True) for letter, place in zip(upper, PLACES, strict=True)}
    return shifted | {letter: (place, False) for letter, place in zip(plain, PLACES, strict=True)}


def _readings(strokes: Sequence[Stroke], shown: str) -> Iterator[str]:
    """Give what each scanner would have meant, where it may have been another text."""
    told = all(stroke.place or stroke.shown.isspace() or stroke.shown.isdigit() for stroke in strokes)
    with_caps = (shown, shown.swapcase())  # as Linux and macOS do; on Windows Caps Lock is Shift's contrary
    found = (on_keys_of(layout, text) for layout in LAYOUTS for text in with_caps)
    typed = [strokes] if told else filter(None, found)
    for keys in typed:
        for inverted in (False, True):
            for scanner in LAYOUTS:
                text = as_on(scanner, keys, inverted=inverted)
                if text is not None:
                    yield text


def _is_code(text: str) -> bool:
    return not isinstance(read(text), Unreadable)


def _is_foreign(text: str) -> bool:
    return bool(_FOREIGN.search(text))


def _is_mrz(text: str) -> bool:
    return "<" in text and bool(_MRZ.fullmatch(text))
