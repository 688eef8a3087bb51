from checkin.domain.admission import VerdictKind
from checkin.gui.looks import LOOKS


def test_every_verdict_has_a_look() -> None:
    assert set(LOOKS) == set(VerdictKind)


def test_no_two_verdicts_share_their_shape() -> None:
    assert len({look.icon for look in LOOKS.values()}) == len(LOOKS)


def test_no_two_verdicts_share_their_sound() -> None:
    assert len({look.sound for look in LOOKS.values()}) == len(LOOKS)


def test_no_refusal_sounds_like_a_welcome() -> None:
    welcome = LOOKS[VerdictKind.WELCOME].sound
    assert all(look.sound is not welcome for kind, look in LOOKS.items() if kind is not VerdictKind.WELCOME)
