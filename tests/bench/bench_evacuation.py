"""How long F12 takes: from the key to the list on the screen, and to the printer's queue.

Run as `python tests/bench/bench_evacuation.py [inside…]` with a screen, or offscreen; the printer is a
stand-in for `lp` that keeps what it is given, unless `--queue` asks for the system's own.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.app import Desk, demonstration_event, desk_at, open_events
from checkin.domain.admission import Admission
from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee
from checkin.gui.application import the_application
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.pages.evacuation import EvacuationPage
from checkin.settings import Settings
from checkin.store import admissions, attendees, passages

DARK = 40


def fill(desk: Desk, count: int) -> None:
    """Let that many invented people in, two in three of them into the room."""
    context, event, room = desk.context, desk.event, desk.event.room
    assert room is not None
    people = [
        Attendee(
            context.new_id(),
            context.new_id(),
            0,
            f"Élodie {number}",
            f"d’Artois-{number * 7919 % count}",
            organisation=("AFPA", "Région Grand Est", "Mission locale de la Vallée de la Bruche")[number % 3],
            assistance="Fauteuil roulant" if number % 60 == 0 else "",
        )
        for number in range(count)
    ]
    with desk.database.transaction() as connection:
        attendees.add(connection, event.id, people)
        for number, person in enumerate(people):
            at = context.now()
            admission = Admission(context.new_id(), person.id, event.entrance.id, at, "", "")
            admissions.admit(connection, event.id, admission)
            if number % 3:
                passage = Passage(context.new_id(), person.id, room.id, 1, Direction.IN, at, "", "")
                passages.add(connection, event.id, passage)


def stand_in(folder: Path) -> None:
    """Put a spooler that keeps the document before the system's own."""
    spooler = folder / "lp"
    spooler.write_text(f"#!/bin/sh\ncat >{folder}/printed.pdf\n")
    spooler.chmod(0o700)
    os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"


def is_drawn(page: EvacuationPage) -> bool:
    """Whether the black band at the head of the list stands on the screen."""
    picture = page.preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    middle, rows = picture.width() // 2, range(0, min(200, picture.height()), 4)
    return any(picture.pixelColor(middle, row).lightness() < DARK for row in rows)


def until(holds: Callable[[], bool]) -> float:
    """Turn the event loop until it does, and return when."""
    while not holds():
        QApplication.processEvents()
    return perf_counter()


def measure(count: int, folder: Path) -> None:
    """Press F12 three times before that many people, and print how long each took."""
    settings = Settings(folder, database=str(folder / f"{count}.db"))
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    fill(desk, count)
    memory = Memory(QSettings(str(folder / f"{count}.ini"), QSettings.Format.IniFormat))
    window = MainWindow(lambda _wish: desk, memory)
    window.show()
    window.start()
    until(lambda: window.frame is not None and window.workers.is_idle)
    for _ in range(3):
        window.show_page("entrance")
        window.activateWindow()
        until(lambda: window.workers.is_idle and window.isActiveWindow())
        for old in window.findChildren(EvacuationPage):
            old.preview.show_pdf(b"")
        start = perf_counter()
        QTest.keyClick(window, Qt.Key.Key_F12)
        page = window.page
        assert isinstance(page, EvacuationPage)
        read = until(lambda page=page: page.preview.page_count > 0)  # type: ignore[misc]  # binds
        shown = until(lambda page=page: is_drawn(page))  # type: ignore[misc]  # binds
        printed = until(lambda: window.workers.is_idle)
        times = " ".join(
            f"{name} {1000 * (at - start):5.0f} ms"
            for name, at in (("read", read), ("on the screen", shown), ("with the printer", printed))
        )
        print(f"{count:6} inside: {times}")  # noqa: T201 - a benchmark tells
    window.close()


def main() -> None:
    counts = [int(given) for given in sys.argv[1:] if given.isdigit()] or [1000, 10_000]
    the_application()
    with TemporaryDirectory() as folder:
        if "--queue" not in sys.argv:
            stand_in(Path(folder))
        for count in counts:
            measure(count, Path(folder))


if __name__ == "__main__":
    main()
