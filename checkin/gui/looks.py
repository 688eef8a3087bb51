"""How each verdict looks and sounds: its own shape and rhythm, so that none is told by colour alone."""

from dataclasses import dataclass

from checkin.domain.admission import VerdictKind
from checkin.gui.sounds import Sound
from checkin.gui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Look:
    """An icon of resources/icons, a tone, a sound."""

    icon: str
    tone: Tone
    sound: Sound


LOOKS = {
    VerdictKind.WELCOME: Look("id-card", Tone.ACCENT, Sound.WELCOME),
    VerdictKind.ALREADY_ADMITTED: Look("already", Tone.WARNING, Sound.ALREADY),
    VerdictKind.UNKNOWN: Look("unknown", Tone.DANGER, Sound.UNKNOWN),
    VerdictKind.REVOKED: Look("revoked", Tone.PLUM, Sound.REVOKED),
    VerdictKind.DECLINED: Look("declined", Tone.WARNING, Sound.DECLINED),
    VerdictKind.OTHER_EVENT: Look("other-event", Tone.INFO, Sound.OTHER_EVENT),
    VerdictKind.MISREAD: Look("misread", Tone.NEUTRAL, Sound.MISREAD),
    VerdictKind.FOREIGN: Look("foreign", Tone.DANGER, Sound.FOREIGN),
}

ADMITTED = Look("welcome", Tone.SUCCESS, Sound.ADMITTED)
REFUSED = Look("refused", Tone.DANGER, Sound.REFUSED)
PROVISIONAL = Look(
    "offline", Tone.INFO, Sound.PROVISIONAL
)  # recorded at this desk, to be confirmed by the hub
TO_LOOK_AT = Look("warning", Tone.WARNING, Sound.LOOK)  # the document differs, or is out of date

NEARLY_FULL = Look("in", Tone.WARNING, Sound.NEARLY_FULL)

# At the room's door, by the kinds of services.attending.
PASSAGES = {
    "in": Look("in", Tone.SUCCESS, Sound.IN),
    "out": Look("out", Tone.INFO, Sound.OUT),
    "full": Look("full", Tone.DANGER, Sound.FULL),
    "not_admitted": Look("door", Tone.WARNING, Sound.LOOK),
}
