"""Synthesise the program's sounds, with nothing but the standard library: `python make_sounds.py`.

Each differs from the others in pitch and in rhythm, so that a desk knows without looking. A sound is a list
of notes (Hz, start in ms, length in ms); two notes that slide or clash say no, notes that climb say yes.
"""

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
LOUDNESS = 0.42
ATTACK_MS, RELEASE_MS = 6, 45
OVERTONES = ((1, 1.0), (2, 0.28), (3, 0.09))

SOUNDS: dict[str, list[tuple[float, int, int]]] = {
    "welcome": [(659, 0, 120), (880, 110, 220)],  # two, up
    "admitted": [(523, 0, 90), (659, 80, 90), (784, 160, 90), (1047, 240, 260)],  # a chord, climbing
    "already": [(587, 0, 110), (587, 170, 110), (587, 340, 150)],  # the same, three times
    "unknown": [(392, 0, 160), (330, 180, 260)],  # two, down
    "foreign": [(330, 0, 70), (415, 90, 70), (330, 180, 70), (415, 270, 120)],  # to and fro
    "revoked": [(440, 0, 130), (311, 120, 130), (220, 240, 320)],  # a fall
    "look": [(740, 0, 80), (698, 130, 80), (740, 260, 140)],  # a question
    "declined": [(494, 0, 90), (415, 140, 220)],  # a step down, late
    "other-event": [(349, 0, 150), (262, 120, 120), (349, 300, 200)],  # down and back
    "misread": [(988, 0, 60), (988, 110, 60)],  # two ticks: once more
    "refused": [(294, 0, 220), (220, 200, 320)],  # low, and final
    "provisional": [(523, 0, 90), (659, 80, 90), (523, 200, 160)],  # up, and not quite
    "in": [(784, 0, 70), (1175, 60, 120)],  # short, up
    "out": [(1175, 0, 70), (784, 60, 120)],  # short, down
    "nearly-full": [(784, 0, 70), (1175, 60, 90), (1175, 190, 90), (1175, 320, 110)],  # in, and counting
    "full": [(262, 0, 200), (277, 0, 200), (262, 260, 320), (277, 260, 320)],  # two that clash, twice
    "error": [(196, 0, 240), (185, 230, 340)],  # low
}


def samples(notes: list[tuple[float, int, int]]) -> list[float]:
    """Return the notes mixed, -1.0 to 1.0, with 20 ms of silence at the end so that no device cuts them."""
    ends = max(start + length for _pitch, start, length in notes) + 20
    mixed = [0.0] * (RATE * ends // 1000)
    for pitch, start, length in notes:
        offset, count = RATE * start // 1000, RATE * length // 1000
        for index in range(count):
            mixed[offset + index] += tone(pitch, index / RATE) * envelope(index, count)
    peak = max(abs(value) for value in mixed)
    return [value * LOUDNESS / peak for value in mixed]


def tone(pitch: float, second: float) -> float:
    """Return a soft tone: a sine with two weak overtones."""
    return sum(weight * math.sin(2 * math.pi * pitch * times * second) for times, weight in OVERTONES)


def envelope(index: int, count: int) -> float:
    """Return how loud a note is at its sample `index`: it begins softly, fades, and ends without a click."""
    attack, release = RATE * ATTACK_MS // 1000, RATE * RELEASE_MS // 1000
    fade = 1 - 0.5 * index / count
    return fade * min(1.0, index / attack, (count - index) / release)


def main() -> None:
    """Write every sound beside this script: mono, 16 bits."""
    for name, notes in SOUNDS.items():
        path = Path(__file__).with_name(f"{name}.wav")
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            values = [round(value * 32_767) for value in samples(notes)]
            file.writeframes(struct.pack(f"<{len(values)}h", *values))
        print(path.name, f"{path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
