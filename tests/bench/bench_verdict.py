"""From Enter to the painted verdict, with 10,000 attendees: `python tests/bench/bench_verdict.py [PEOPLE]`.

The window is a real one (offscreen where there is no screen). Each scan is typed into the field; the clock
runs from the Enter key to the end of the paint event that shows the card of that scan. Then a thousand scans,
each as soon as the card of the one before is painted, every one admitted: none lost, none doubled.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from checkin.app import demonstration_event, desk_at, open_events
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import (
    Ticket,
    code_for,
    digest,
)
from checkin.gui.application import prepare
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.opening import opener
from checkin.gui.pages.entrance import EntrancePage
from checkin.gui.screenshots import settle
from checkin.settings import Settings
from checkin.store import attendees, tickets
from checkin.store.tickets import Confirmation

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
SCANS = 1000 + 200
SLOWLY = 200
WAITING = (
    QEventLoop.ProcessEventsFlag.WaitForMoreEvents
)  # a loop that spins would keep the worker from Python
SECRET = bytes(range(32))


class Painted(QObject):
    """Tells when the card has been painted."""

    def __init__(self, card: QObject) -> None:
        super().__init__()
        self.at = 0.0
        self.kinds = {QEvent.Type.Paint}
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in self.kinds:
            self.at = time.perf_counter()
        return False


def fill(settings: Settings) -> list[str]:
    """Make an event of PEOPLE people, each with a ticket, and return SCANS codes spread over them."""
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    context, codes = desk.context, []
    with context.database.transaction() as connection:
        people = []
        for number in range(PEOPLE):
            who = context.new_id()
            people.append(Attendee(who, who, 0, f"Prénom{number}", f"Nom{number % 977}"))
        attendees.add(connection, desk.event.id, people)
        for number, person in enumerate(people):
            now = context.now()
            ticket = Ticket(context.new_id(), desk.event.id, person.id, now)
            code = code_for(SECRET, ticket.id)
            confirmation = Confirmation(context.new_id(), person.id, 1, bytes(32), now)
            tickets.add(connection, desk.event.id, confirmation, [(ticket, digest(code))])
            if number % (PEOPLE // SCANS) == 0:
                codes.append(code)
    desk.close()
    return codes[:SCANS]


def main() -> None:
    """Measure, and print the figures."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place))
        codes = fill(settings)
        application = QApplication(["checkin"])
        prepare(application)
        window = MainWindow(opener(settings), Memory(QSettings(f"{place}/w.ini", QSettings.Format.IniFormat)))
        window.sounds.muted = True
        window.resize(1366, 768)
        window.show()
        window.start()
        settle(window)
        window.show_page("entrance")
        settle(window)
        page = window.page
        assert isinstance(page, EntrancePage)
        painted, taken = Painted(page.card.band), []
        for code in codes[:SLOWLY]:
            QTest.keyClicks(page.field, code)
            settle(window)
            began, painted.at = time.perf_counter(), 0.0
            QTest.keyClick(page.field, Qt.Key.Key_Return)
            while page.visit is None or painted.at == 0.0:
                application.processEvents(WAITING)
            taken.append(1000 * (painted.at - began))
            page.put_aside()
            application.processEvents()
        taken.sort()
        sys.stdout.write(
            f"Enter to painted verdict, {PEOPLE} attendees, {len(taken)} scans:"
            f" median {taken[len(taken) // 2]:.1f} ms, p95 {taken[int(len(taken) * 0.95)]:.1f} ms,"
            f" worst {taken[-1]:.1f} ms\n"
        )
        as_fast_as_it_goes(application, window, page, codes[SLOWLY:])
        window.close()


def as_fast_as_it_goes(
    application: QApplication, window: MainWindow, page: EntrancePage, codes: list[str]
) -> None:
    """Scan and admit one after the other; print how long each waited for its card, and what was stored."""
    painted, taken = Painted(page.card.band), []
    before, _expected = page.desk.admitting.counts()
    whole = time.perf_counter()
    for code in codes:
        began, painted.at = time.perf_counter(), 0.0
        page.take(code)
        painted.at = 0.0
        while page.visit is None or not page.visit.may_admit or painted.at == 0.0:
            if page.visit is None or not page.visit.may_admit:
                painted.at = 0.0  # the card of the one before
            application.processEvents(WAITING)
        taken.append(1000 * (painted.at - began))
        QTest.keyClick(page.field, Qt.Key.Key_Return)
    whole = time.perf_counter() - whole
    settle(window)
    admitted = page.desk.admitting.counts()[0] - before
    latest = page.desk.admitting.latest(2 * len(codes))
    doubled = len(latest) - len({one.attendee.id for one in latest})
    taken.sort()
    sys.stdout.write(
        f"{len(codes)} scans as fast as they go: {admitted} admitted, {doubled} doubled, in {whole:.1f} s;"
        f" painted card median {taken[len(taken) // 2]:.1f} ms, p95 {taken[int(len(taken) * 0.95)]:.1f} ms\n"
    )


if __name__ == "__main__":
    main()
