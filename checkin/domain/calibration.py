"""What is wrong with a scanner, told from what it made of one text that is known.

The text holds letters that other keyboards have elsewhere, both cases, the digits, and the marks that
machine-readable zones and addresses need; none of them is a dead key anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from checkin.domain.keyboards import LAYOUTS, SLOWEST, Stroke, as_on, on_keys_of

TEXT = "CHECKIN-azqwmy-AZQWMY-0123456789-<:;,.?!/-NIKCEHC"

_SHORT = 8  # letters of the text by which a cut one is known
_LIKE = 0.7  # of the letters of a text that lost some


class Fault(StrEnum):
    """Something that a person could set right."""

    OTHER_TEXT = "other_text"  # not what is on the sheet
    CUT = "cut"  # the end is missing
    GAPS = "gaps"  # letters are missing in the middle
    SLOW = "slow"
    NO_END = "no_end"  # neither Enter nor Tab
    CAPS_LOCK = "caps_lock"
    LAYOUT = "layout"  # set up for another keyboard than the computer's
    AROUND = "around"  # it adds letters of its own


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found: the faults, the worst first; none, and the scanner is right.

    `scanner` and `computer` are names of layouts, "" where unknown; `end` is a line feed, a tab or "".
    """

    faults: tuple[Fault, ...]
    scanner: str = ""
    computer: str = ""
    prefix: str = ""
    suffix: str = ""
    end: str = ""
    pace: float = 0.0  # ms a key

    @property
    def is_usable(self) -> bool:
        """Whether codes are read all the same: what is wrong is undone."""
        return not {Fault.OTHER_TEXT, Fault.CUT, Fault.GAPS, Fault.SLOW} & set(self.faults)


@dataclass(frozen=True, slots=True)
class _Way:
    scanner: str
    computer: str
    has_caps: bool
    shown: str


def diagnose(strokes: Sequence[Stroke], times: Sequence[int]) -> Diagnosis:
    """Return what is wrong with the scanner that typed these keys, at these milliseconds."""
    shown = "".join(stroke.shown for stroke in strokes)
    body = shown.rstrip("\n\t")
    end = shown[len(body) :][:1]
    pace = (times[-1] - times[0]) / (len(times) - 1) if len(times) > 1 else 0.0
    way = next((way for way in _ways() if way.shown in body), None) or _way_by_keys(strokes, body)
    ending = [Fault.SLOW] if pace > SLOWEST else []
    ending += [] if end else [Fault.NO_END]
    if way is None:
        return Diagnosis((_unknown(body), *ending), end=end, pace=pace)
    prefix, _, suffix = body.partition(way.shown)
    faults = [*ending, *([Fault.CAPS_LOCK] if way.has_caps else [])]
    faults += [Fault.LAYOUT] if way.scanner != way.computer else []
    faults += [Fault.AROUND] if prefix or suffix else []
    return Diagnosis(tuple(faults), way.scanner, way.computer, prefix, suffix, end, pace)


def _ways() -> Iterator[_Way]:
    """Give what every scanner makes of the text on every computer, the likeliest first."""
    for has_caps in (False, True):
        for is_same in (True, False):
            for scanner in LAYOUTS:
                for computer in LAYOUTS:
                    if (scanner == computer) is is_same:
                        yield from _shown(scanner, computer, has_caps=has_caps)


def _shown(scanner: str, computer: str, *, has_caps: bool) -> Iterator[_Way]:
    keys = on_keys_of(scanner, TEXT)
    plain = as_on(computer, keys) if keys else None
    if keys is None or plain is None:
        return
    if not has_caps:
        yield _Way(scanner, computer, has_caps, plain)
        return
    yield _Way(scanner, computer, has_caps, plain.swapcase())  # Linux, macOS
    yield _Way(scanner, computer, has_caps, as_on(computer, keys, inverted=True) or plain)  # Windows


def _way_by_keys(strokes: Sequence[Stroke], body: str) -> _Way | None:
    """Find the scanner by its keys, where the computer's layout is none of ours."""
    pressed = strokes[: len(body)]
    for inverted in (False, True):
        for scanner in LAYOUTS:
            text = as_on(scanner, pressed, inverted=inverted)
            if text and len(text) == len(body) and TEXT in text:
                start = text.index(TEXT)
                return _Way(scanner, "", inverted, body[start : start + len(TEXT)])
    return None


def _unknown(body: str) -> Fault:
    """Tell a text that was cut or lost letters from another one."""
    for way in _ways():
        if len(body) >= _SHORT and way.shown.startswith(body):
            return Fault.CUT
    likeness = max(SequenceMatcher(None, way.shown, body, autojunk=False).ratio() for way in _ways())
    return Fault.GAPS if likeness >= _LIKE else Fault.OTHER_TEXT
