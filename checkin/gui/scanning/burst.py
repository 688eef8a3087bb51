"""A scanner or a person? Told by the time between two keys alone, as the system stamped them.

No Qt here: times are milliseconds of any clock that only goes forward.
"""

from dataclasses import dataclass, field

from checkin.domain.keyboards import SLOWEST, Stroke
from checkin.domain.ticket import ALPHABET, LENGTH

UNDECIDED = 60  # ms: so long the letters of a person are held back at most, seldom more than one
PAUSE = 100  # ms without a key that end a scan
_HALF_A_CODE = 1000  # ms: a code of which letters are still to come is waited for, as by a slow radio link
_LEAST = 6  # keys
_HALTING = 100  # ms a key, of a scanner whose link or computer falters
_SURELY = 20  # ms a key: already the second one tells
_OURS = frozenset(ALPHABET + ALPHABET.lower())


@dataclass(slots=True)
class Burst:
    """The keys that came without a pause."""

    strokes: list[Stroke] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    is_scan: bool = False  # no person can have typed these; so it stays, whatever pause the scanner makes

    def add(self, stroke: Stroke, at: int) -> None:
        """Take a key."""
        self.strokes.append(stroke)
        self.times.append(at)
        self.is_scan |= len(self.times) >= _LEAST and self._pace <= SLOWEST

    def goes_on(self, at: int) -> bool:
        """Whether a key at that time belongs to these."""
        return not self.times or at - self.times[-1] <= self.patience

    def precedes(self, other: "Burst") -> bool:
        """Whether these keys came shortly before others, as where a scanner or its link faltered."""
        is_near = bool(self.times) and other.times[0] - self.times[-1] <= _HALF_A_CODE
        return is_near and (len(self.times) < _LEAST or self.is_quick)

    def after(self, other: "Burst") -> "Burst":
        """Return these keys, behind those of the other where it precedes them."""
        if not other.precedes(self):
            return self
        return Burst([*other.strokes, *self.strokes], [*other.times, *self.times])

    @property
    def patience(self) -> int:
        """How many milliseconds the next key is waited for."""
        if self.is_scan:
            return _HALF_A_CODE if self._is_half_a_code else PAUSE
        return PAUSE if len(self.times) > 1 and self._pace <= _SURELY else UNDECIDED

    @property
    def is_typing(self) -> bool:
        """Whether no scanner would have been so slow."""
        is_rhythm = len(self.times) > 2  # noqa: PLR2004 - two are none
        return is_rhythm and self._pace > SLOWEST and not self.is_scan

    @property
    def is_quick(self) -> bool:
        """Whether a slow scanner may have typed these; nobody copies a code so fast by hand."""
        return self._pace <= _HALTING

    @property
    def shown(self) -> str:
        """What the computer made of the keys."""
        return "".join(stroke.shown for stroke in self.strokes)

    @property
    def _pace(self) -> float:
        return (self.times[-1] - self.times[0]) / max(1, len(self.times) - 1)

    @property
    def _is_half_a_code(self) -> bool:
        return len(self.strokes) < LENGTH and all(stroke.shown in _OURS for stroke in self.strokes[4:])
