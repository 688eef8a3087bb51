"""A thousand scans into the real window: none lost, none doubled, each answered at once.

`python tests/bench/prove_scans.py [COUNT]` types COUNT codes (1000) of a list of that many people: first one
after the other, measured from the last key to the painted card; then all without a pause, while earlier ones
are still being answered. The keys are given to the window as the system gives them, a millisecond apart.
"""

import sys
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from prove_wedge import Proof, screen  # type: ignore[import-not-found]  # beside this script

PERMITTED = 50  # ms, p95
TIMED = 1000  # a shorter run says nothing of a percentile


def codes_of(proof: Proof, count: int, folder: Path) -> list[str]:
    """Put `count` people on the list, each with a confirmation, and return their codes."""
    from checkin.domain.ticket import code_for  # noqa: PLC0415 - after the screen is chosen
    from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source  # noqa: PLC0415 - the same
    from checkin.store import tickets  # noqa: PLC0415 - the same

    people = tuple(
        Proposal(Reply.CONFIRMED, PersonName(f"Given{n}", f"Family{n}"), Source("list", n + 2))
        for n in range(count)
    )
    proof.desk.importing.apply(Reading("list", people))
    proof.desk.confirming.issue(folder / "confirmations")
    secret = proof.desk.secrets.get(proof.desk.event.id)
    with proof.desk.database.reading() as connection:
        return [
            code_for(secret, ticket.id)
            for live in tickets.live(connection, proof.desk.event.id).values()
            for ticket in tickets.tickets_of(connection, live.id).values()
        ][:count]


class Keyboard:
    """Gives keys to the window as the system does, a millisecond apart."""

    def __init__(self, proof: Proof) -> None:
        self._window = proof.page.windowHandle()
        self._now = 1_000_000

    def type(self, text: str) -> None:
        """Press and release a key for each letter."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt  # noqa: PLC0415 - after the screen is chosen
        from PySide6.QtGui import QKeyEvent  # noqa: PLC0415 - the same

        for letter in text:
            self._now += 1
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(self._now)
                QCoreApplication.sendEvent(self._window, event)


def one_by_one(proof: Proof, codes: list[str]) -> list[float]:
    """Return how long each card took: the ms from the last key until all of the page was painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the screen is chosen

    keyboard, times = Keyboard(proof), []
    for code in codes:
        keyboard.type(code)
        began = perf_counter()
        keyboard.type("\r")
        while not proof.workers.is_idle:
            QApplication.processEvents()
        QApplication.processEvents()
        times.append((perf_counter() - began) * 1000)
    return times


def without_a_pause(proof: Proof, codes: list[str]) -> list[str]:
    """Return what was read of codes that came while those before were being answered."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the screen is chosen

    keyboard = Keyboard(proof)
    for number, code in enumerate(codes):
        keyboard.type(code + "\r")
        if number % 10 == 0:
            QApplication.processEvents()
    while not proof.workers.is_idle:
        QApplication.processEvents()
    return list(proof.read)


def main() -> int:
    """Print what was found; return 1 if a scan was lost or doubled, or the cards came too late."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with screen(), TemporaryDirectory() as folder:
        proof = Proof(Path(folder))
        codes = codes_of(proof, count, Path(folder))
        times = one_by_one(proof, codes)
        first, proof.read[:] = list(proof.read), []
        second = without_a_pause(proof, codes)
        proof.close()
    centiles = quantiles(times, n=100)
    right = [found == codes for found in (first, second)]
    print(  # noqa: T201 - a proof tells
        f"{count} scans one by one: {'none lost, none doubled' if right[0] else 'WRONG'}; card painted after"
        f" {centiles[49]:.1f} ms (median), {centiles[94]:.1f} ms (p95), {max(times):.1f} ms (slowest)\n"
        f"{count} without a pause: {'none lost, none doubled' if right[1] else 'WRONG'}"
    )
    return int(not all(right) or (count >= TIMED and centiles[94] > PERMITTED))


if __name__ == "__main__":
    sys.exit(main())
