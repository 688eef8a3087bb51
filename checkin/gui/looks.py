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
    VerdictKind.WELCOME: Look("welcome", Tone.SUCCESS, Sound.WELCOME),
    VerdictKind.ALREADY_ADMITTED: Look("already", Tone.WARNING, Sound.ALREADY),
    VerdictKind.UNKNOWN: Look("unknown", Tone.DANGER, Sound.UNKNOWN),
    VerdictKind.REVOKED: Look("revoked", Tone.DANGER, Sound.REVOKED),
    VerdictKind.DECLINED: Look("declined", Tone.WARNING, Sound.LOOK),
    VerdictKind.OTHER_EVENT: Look("other-event", Tone.INFO, Sound.UNKNOWN),
    VerdictKind.MISREAD: Look("misread", Tone.INFO, Sound.LOOK),
    VerdictKind.FOREIGN: Look("foreign", Tone.NEUTRAL, Sound.FOREIGN),
}
