"""Scans typed by xdotool into the real window on a screen of its own, on each keyboard: right or not.

`python tests/bench/prove_wedge.py [TIMES [LAYOUT…]]`; 100 times each by default. Each layout is tried with
and without Caps Lock, by a scanner that is set up as American (it presses the keys by their place) and by
one that is set up as the computer is. Scans end with Enter, Tab or nothing, some have a prefix or a suffix,
and the focus is on another control each time. An address, a visiting card and an identity document's lines
follow: each is no code of ours, and is typed into nothing.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

LAYOUTS = ("fr", "fr(oss)", "be", "ch", "de", "us")
DELAY = "5"  # ms a key
SECRET = bytes(range(32))
NEEDED = ("Xvfb", "xdotool", "setxkbmap")
OTHERS = (
    "https://example.org/t/12?id=34",
    "BEGIN:VCARD\nFN:Zoe Martin\nEND:VCARD",
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F4012315<<<<<<<<<<<<<<06",
)


@contextmanager
def screen() -> Iterator[None]:
    """Start a screen of our own, the first that is free, and have Qt and xdotool use it."""
    told, tells = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
        pass_fds=[tells],
    )
    os.close(tells)
    with os.fdopen(told) as answer:
        number = answer.readline().strip()
    if not number:
        raise SystemExit("Xvfb does not start.")
    os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", QT_LOGGING_RULES="*.warning=false")
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def scanned_keys(text: str, *, american: bool) -> list[str]:
    """Return what xdotool has to press: places of an American keyboard, or letters as the layout has them."""
    from checkin.domain.keyboards import on_keys_of  # noqa: PLC0415 - after the screen is chosen

    ends = {"\n": "36", "\t": "23"}
    if american:
        keys = on_keys_of("us", text) or []
        return [
            ends.get(key.shown)
            or ("50+" if key.shift else "") + ("65" if key.shown == " " else str(key.place + 8))
            for key in keys
        ]
    return [ends.get(letter) or _keysym(letter) for letter in text]


def _keysym(letter: str) -> str:
    return letter if letter.isalnum() and len(letter) == 1 else f"U{ord(letter):04X}"


class Proof:
    """The window, and what it was told by its scanners."""

    def __init__(self, folder: Path) -> None:
        from PySide6.QtWidgets import QLineEdit, QPushButton  # noqa: PLC0415 - the same

        from checkin.app import demonstration_event, desk_at, open_events  # noqa: PLC0415 - the same
        from checkin.gui.application import the_application  # noqa: PLC0415 - the same
        from checkin.gui.page import Frame  # noqa: PLC0415 - the same
        from checkin.gui.pages.entrance import EntrancePage  # noqa: PLC0415 - the same
        from checkin.gui.sounds import Sounds  # noqa: PLC0415 - the same
        from checkin.gui.tasks import Workers  # noqa: PLC0415 - the same
        from checkin.settings import Settings  # noqa: PLC0415 - the same

        self.application = the_application()
        settings = Settings(folder)
        events = open_events(settings)
        self.desk = desk_at(settings, events, events.create(demonstration_event()))
        self.workers = Workers()
        sounds = Sounds()
        sounds.muted = True
        self.page = EntrancePage(Frame(self.desk, self.workers, sounds))
        self.other, self.button = QLineEdit(self.page), QPushButton("Enter", self.page)
        self.other.setGeometry(20, 700, 200, 30)
        self.button.setGeometry(240, 700, 100, 30)
        self.pressed: list[bool] = []
        self.button.clicked.connect(lambda: self.pressed.append(True))
        self.read: list[str] = []
        self.page.scanners.scanned.connect(self.read.append)
        self.page.resize(1366, 768)
        self.page.show()
        self.page.enter()
        self.wait(300)
        subprocess.run(["xdotool", "windowfocus", "--sync", str(int(self.page.winId()))], check=True)
        self.wait(200)

    def wait(self, milliseconds: int) -> None:
        """Let the window live."""
        from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - after the screen is chosen

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def scan(self, keys: Sequence[str]) -> None:
        """Press keys as a scanner does, while the window lives."""
        from PySide6.QtCore import QEventLoop, QProcess  # noqa: PLC0415 - the same

        loop, process = QEventLoop(), QProcess()
        process.finished.connect(loop.quit)
        process.start("xdotool", ["key", "--delay", DELAY, *keys])
        loop.exec()

    def readings(self, keys: Sequence[str]) -> list[str]:
        """Return what the scanners gave for keys that were pressed."""
        self.read.clear()
        self.scan(keys)
        self.wait(150)
        return self.read[:]

    def close(self) -> None:
        """Close the window and what is behind it."""
        self.page.close()
        self.workers.close()
        self.desk.close()

    def typed(self) -> str:
        """Return whatever landed in a field, and empty it."""
        found = self.page.field.text() + self.other.text() + "!" * len(self.pressed)
        self.page.field.clear()
        self.other.clear()
        self.pressed.clear()
        return found


@dataclass
class Tally:
    """How many of the codes were right, of the other readings, and how many landed in a field."""

    codes: int = 0
    others: int = 0
    typed: int = 0


def prove(proof: Proof, times: int, *, american: bool) -> Tally:
    """Scan `times` codes, and the other readings once each."""
    from checkin.domain.ticket import Unreadable, code_for, read  # noqa: PLC0415 - after the screen is chosen

    ends, around = cycle(("\n", "\t", "")), cycle((("", ""), ("]Q1", ""), ("", "XY"), ("99", "77")))
    places = cycle((proof.page.field, proof.other, proof.button, proof.page.side.latest))
    tally = Tally()
    for number in range(times):
        code = code_for(SECRET, UUID(int=number))
        before, after = next(around)
        next(places).setFocus()
        found = proof.readings(scanned_keys(before + code + after + next(ends), american=american))
        tally.codes += [read(text) for text in found] == [code]
        tally.typed += bool(proof.typed())
    for text in OTHERS:
        found = proof.readings(scanned_keys(text + "\n", american=american))
        tally.others += {read(each) for each in found} == {Unreadable.FOREIGN}
        tally.typed += bool(proof.typed())
    return tally


def prove_layout(proof: Proof, layout: str, times: int) -> bool:
    """Print a line for each way of scanning on one keyboard; return whether all was right."""
    name, _, variant = layout.rstrip(")").partition("(")
    subprocess.run(["setxkbmap", name, *(["-variant", variant] if variant else [])], check=True)
    proof.wait(300)
    tallies = []
    for caps in ("", "Caps Lock"):
        for american in (True, False):
            tally = prove(proof, times, american=american)
            tallies.append(tally)
            who = "American" if american else "as here"
            print(  # noqa: T201 - a proof tells
                f"{layout:8} {caps:9} scanner {who:8} {tally.codes} of {times} codes,"
                f" {tally.others} of {len(OTHERS)} others, {tally.typed} typed into a field",
                flush=True,
            )
        subprocess.run(["xdotool", "key", "Caps_Lock"], check=True)  # on, then off again
    return all(tally == Tally(times, len(OTHERS), 0) for tally in tallies)


def main() -> int:
    """Print what was right on each keyboard; return 1 if anything was not."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        raise SystemExit(f"Needed, and not found: {', '.join(missing)}")
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with screen(), TemporaryDirectory() as folder:
        proof = Proof(Path(folder))
        right = [prove_layout(proof, layout, times) for layout in sys.argv[2:] or LAYOUTS]
        proof.close()
    return int(not all(right))


if __name__ == "__main__":
    sys.exit(main())
