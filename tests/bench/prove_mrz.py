"""Ten million texts, nearly a machine-readable zone or nothing like one: none makes the reader fail.

`nice python tests/bench/prove_mrz.py [COUNT] [SEED]`: half are zones of the tests' corpus with a few letters
changed, lost, doubled or mangled by a keyboard; the others are noise. Of a zone that is read in spite of it,
every check digit must hold.
"""

import random
import sys
import time
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from checkin.domain.identity.check_digits import ALPHABET
from checkin.domain.identity.document import Document, Unread
from checkin.domain.identity.mrz import parse
from tests.domain.identity.zones import ZONES

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
SEED = int(sys.argv[2]) if len(sys.argv) > 2 else 1
TODAY = date(2022, 11, 24)
STRANGE = ALPHABET + "&é\"'(-è_çà!§;,?.:/<>\\|éÀÉ\t\r\n \x00ßǅ\u2028٣𝟛İ"
KEYBOARDS = [
    str.maketrans("1234567890QWAZM<", to)
    for to in ("&é\"'(-è_çàAZQW?.", "1234567890azqw,;", "&é\"'(§è!çàAZQW?.", "1234567890QWAYM;")
]
WHOLE = ["\n".join(zone.lines) for zone in ZONES]
PARTINGS = ("\n", "\r\n", "\r", "\t", "", " ")


def nearly(chance: random.Random) -> str:
    """Return a zone with a slip or several."""
    text = chance.choice(WHOLE).replace("\n", chance.choice(PARTINGS))
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(("", chance.choice(ALPHABET), text[at] * 2)) + text[at + 1 :]
    if chance.random() < 0.25:
        text = text.translate(chance.choice(KEYBOARDS))
    return text


def noise(chance: random.Random) -> str:
    """Return letters at random, of about a zone's length, some with its shape."""
    letters = chance.choice((ALPHABET, STRANGE))
    length = chance.choice((30, 60, 72, 88, 90, 92, chance.randrange(120)))
    return chance.choice(("", "P<", "IDFRA", "D1FRA", "V<")) + "".join(chance.choices(letters, k=length))


def main() -> None:
    """Try them all, and say how long it took."""
    chance = random.Random(SEED)  # noqa: S311 - texts, no secret
    begun = time.perf_counter()
    read = 0
    for number in range(COUNT):
        text = (nearly if number % 2 else noise)(chance)
        found = parse(text, TODAY)
        if isinstance(found, Document):
            read += 1
            if not all(check.holds for check in found.checks):
                raise SystemExit(f"a check digit does not hold: {text!r}")
        elif not isinstance(found, Unread):
            raise SystemExit(f"neither: {text!r}")
    took = time.perf_counter() - begun
    each = took / COUNT * 1e6
    print(  # noqa: T201 - a benchmark tells
        f"{COUNT:,} texts, {read:,} read, none failed, {took:.0f} s, {each:.0f} µs each"
    )


if __name__ == "__main__":
    main()
