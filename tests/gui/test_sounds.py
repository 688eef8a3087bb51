import struct
import sys
import wave
from itertools import combinations

import pytest

from checkin.gui.sounds import Sound, Sounds
from checkin.resource import resource


def volume(sound: Sound) -> list[int]:
    """Return the samples of a sound's file."""
    with wave.open(str(resource("sounds", f"{sound}.wav"))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        count = file.getnframes()
        return list(struct.unpack(f"<{count}h", file.readframes(count)))


@pytest.mark.parametrize("sound", Sound)
def test_every_sound_is_short_audible_and_does_not_click(sound: Sound) -> None:
    samples = volume(sound)
    assert 0.1 < len(samples) / 22_050 < 0.7
    assert 10_000 < max(map(abs, samples)) < 20_000
    assert max(abs(samples[0]), abs(samples[-1])) < 100


def test_no_two_sounds_are_alike() -> None:
    for one, other in combinations([volume(sound) for sound in Sound], 2):
        assert one != other


@pytest.mark.usefixtures("qapp")
def test_a_machine_that_cannot_play_stays_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)  # as where libpulse is missing
    sounds = Sounds()
    sounds.play(Sound.WELCOME)
    assert not sounds.can_play


@pytest.mark.usefixtures("qapp")
def test_muted_it_does_not_even_load() -> None:
    sounds = Sounds()
    sounds.muted = True
    sounds.play(Sound.WELCOME)
    assert sounds.can_play


@pytest.mark.usefixtures("qapp")
def test_here_it_plays_or_stays_silent_without_a_warning() -> None:
    sounds = Sounds()
    for sound in Sound:
        sounds.play(sound)
