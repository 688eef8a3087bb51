"""How many codes are read from pictures as a webcam takes them, a condition, and how long it takes.

`python tests/bench/bench_camera.py [COUNT [SEED]]`: COUNT pictures a condition (40), of seeds that nothing
was tuned on (from 1,000,000; tuning used those below 1000). Beside it stands one plain try of zxing-cpp.
"""

import sys
from collections import defaultdict
from random import Random
from time import perf_counter
from uuid import UUID

from code_frames import CONDITIONS, frame  # type: ignore[import-not-found]  # beside this script

from checkin.domain.ticket import code_for
from checkin.gui.scanning.decoding import decode

SECRET = bytes(range(32))
ASKED = ("rotated", "tilted", "small", "dark", "glaring", "moiré", "inverted", "pale")


def main() -> int:
    """Print a line for each condition; return 1 below 90 % of those asked for, or if one was read wrongly."""
    count, seed = (int(text) for text in (*sys.argv[1:], *("40", "1000000")[len(sys.argv) - 1 :]))
    right: dict[str, int] = defaultdict(int)
    wrong = 0
    for condition in CONDITIONS:
        plain, times = 0, []
        for number in range(seed, seed + count):
            code = code_for(SECRET, UUID(int=number))
            picture = frame(condition, code, Random(number))  # noqa: S311 - the same pictures each time
            plain += getattr(decode(picture, ()), "text", None) == code
            began = perf_counter()
            seen = decode(picture)
            times.append(perf_counter() - began)
            right[condition] += seen is not None and seen.text == code
            wrong += seen is not None and seen.text != code
        times.sort()
        print(  # noqa: T201 - a benchmark tells
            f"{condition:10} {right[condition]:3} of {count}  (one try: {plain:3})  "
            f"median {times[count // 2] * 1000:4.0f} ms, slowest {times[-1] * 1000:4.0f} ms",
            flush=True,
        )
    share = sum(right[condition] for condition in ASKED) / (count * len(ASKED))
    print(f"of those asked for {share:.1%}, read wrongly {wrong}")  # noqa: T201 - the same
    return int(share < 0.9 or wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
