"""The look, in one place: colours, spaces, radii and sizes. Lengths are in device-independent pixels.

Every pair of colours that carries text is in `TEXT_ON`; a test holds each to WCAG 2.1, 1.4.3 (AA: 4.5 to 1).
"""

from enum import StrEnum


class Colour(StrEnum):
    """A colour by what it is for; its value is what Qt and SVG read."""

    INK = "#14213d"  # text, and the navigation rail
    PAPER = "#ffffff"  # cards, fields, the header
    CANVAS = "#f5f6fa"  # behind the cards
    LINE = "#d9dee8"  # between things
    EDGE = "#7f899e"  # around a field: 3 to 1 on paper (WCAG 2.1, 1.4.11)
    MUTED = "#5b6478"  # second in importance
    ACCENT = "#2f5bea"  # the one thing to do
    ACCENT_DEEP = "#2147c7"  # the same, under the pointer
    ACCENT_SOFT = "#e9eefd"  # what is chosen
    SUCCESS = "#18794e"
    SUCCESS_SOFT = "#e6f4ed"
    WARNING = "#a35407"
    WARNING_SOFT = "#fdf2e4"
    DANGER = "#c4314b"
    DANGER_DEEP = "#a3243b"
    DANGER_SOFT = "#fcebee"
    PLUM = "#7a2f8f"
    PLUM_SOFT = "#f5eaf8"
    INFO = "#0b6e99"
    INFO_SOFT = "#e4f2f8"
    RAIL_TEXT = "#c5cee2"
    RAIL_CHOSEN = "#2a3a63"


class Tone(StrEnum):
    """What a banner, a badge or a verdict says by its colour; its shape and words say it too."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    SUCCESS = "success"
    INFO = "info"
    WARNING = "warning"
    DANGER = "danger"
    PLUM = "plum"  # what was good once: a revoked confirmation

    @property
    def strong(self) -> Colour:
        """The colour of its text and shapes, and of a ground under paper-white text."""
        return _STRONG[self]

    @property
    def soft(self) -> Colour:
        """The colour of the ground under its text."""
        return _SOFT[self]


_STRONG = {
    Tone.NEUTRAL: Colour.MUTED,
    Tone.ACCENT: Colour.ACCENT,
    Tone.SUCCESS: Colour.SUCCESS,
    Tone.INFO: Colour.INFO,
    Tone.WARNING: Colour.WARNING,
    Tone.DANGER: Colour.DANGER,
    Tone.PLUM: Colour.PLUM,
}
_SOFT = {
    Tone.NEUTRAL: Colour.CANVAS,
    Tone.ACCENT: Colour.ACCENT_SOFT,
    Tone.SUCCESS: Colour.SUCCESS_SOFT,
    Tone.INFO: Colour.INFO_SOFT,
    Tone.WARNING: Colour.WARNING_SOFT,
    Tone.DANGER: Colour.DANGER_SOFT,
    Tone.PLUM: Colour.PLUM_SOFT,
}

_LINEAR_BELOW = 0.04045  # where the curve of sRGB begins

# (text, ground): all the pairs that carry text.
TEXT_ON = (
    *((text, ground) for text in (Colour.INK, Colour.MUTED) for ground in (Colour.PAPER, Colour.CANVAS)),
    *((tone.strong, tone.soft) for tone in Tone),
    *((tone.strong, Colour.PAPER) for tone in Tone),
    *((Colour.PAPER, tone.strong) for tone in Tone),
    *((Colour.INK, tone.soft) for tone in Tone),
    (Colour.PAPER, Colour.ACCENT_DEEP),
    (Colour.PAPER, Colour.DANGER_DEEP),
    (Colour.MUTED, Colour.ACCENT_SOFT),
    (Colour.RAIL_TEXT, Colour.INK),
    (Colour.PAPER, Colour.INK),
    (Colour.PAPER, Colour.RAIL_CHOSEN),
)


class Space:
    """The distances between things."""

    XXS = 4
    XS = 8
    S = 12
    M = 16
    L = 24
    XL = 32


class Radius:
    """How round a corner is."""

    FIELD = 8
    CARD = 12


class Size:
    """Heights of letters and of what holds them."""

    SMALL = 13
    BODY = 15
    H3 = 17
    H2 = 20
    H1 = 28
    FIGURE = 40  # a count that is read from a metre
    NAME = 64  # who it is, at the entrance, read from two metres
    CONTROL = 40  # a button or a field
    RAIL = 104


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (#rrggbb), 1.0 to 21.0, as WCAG 2.1 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance (WCAG 2.1, "relative luminance")."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
