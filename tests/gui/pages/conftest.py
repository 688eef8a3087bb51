from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from checkin.app import Desk, demonstration_event, desk_at, open_events
from checkin.domain.attendee import Attendee, Mark
from checkin.domain.ticket import code_for
from checkin.gui.page import Frame
from checkin.gui.sounds import Sounds
from checkin.gui.tasks import Workers
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source
from checkin.settings import Settings
from checkin.store import tickets

_PEOPLE = (
    Proposal(
        Reply.CONFIRMED,
        PersonName("Zoé", "d’Artois"),
        Source("list", 2),
        organisation="Maison des jeunes",
        companions=(PersonName("Luc", "Le Goff"), PersonName("Inès", "Benali")),
    ),
    Proposal(Reply.CONFIRMED, PersonName("Nino", "Di Martino"), Source("list", 3), mark=Mark.SPEAKER),
    Proposal(Reply.CONFIRMED, PersonName("Anna Maria", "Eriksson"), Source("list", 4)),
)


@dataclass(frozen=True)
class Door:
    """A desk with a short list whose confirmations are issued."""

    desk: Desk
    frame: Frame

    def person(self, name: str) -> Attendee:
        return self.desk.searching.find(name)[0].attendee

    def code(self, name: str) -> str:
        person = self.person(name)
        with self.desk.database.reading() as connection:
            live = tickets.live(connection, self.desk.event.id)[person.party_id]
            ticket = tickets.tickets_of(connection, live.id)[person.id]
        secret = self.desk.secrets.get(self.desk.event.id)
        assert secret is not None
        return code_for(secret, ticket.id)


@pytest.fixture
def settle(workers: Workers, qtbot: QtBot) -> Callable[[], None]:
    """Wait until the workers have nothing left to do."""

    def wait() -> None:
        qtbot.waitUntil(lambda: workers.is_idle, timeout=20_000)
        QApplication.processEvents()

    return wait


@pytest.fixture
def door(tmp_path: Path, workers: Workers) -> Iterator[Door]:
    settings = Settings(tmp_path / "data", operator="Camille", desk="Poste 1")
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    desk.importing.apply(Reading("list", _PEOPLE))
    desk.confirming.issue(tmp_path / "confirmations")
    sounds = Sounds()
    sounds.muted = True
    frame = Frame(desk, workers, sounds)
    yield Door(desk, frame)
    workers.close()
    desk.close()


def type_in(field: QWidget, text: str, *, enter: bool = True) -> None:
    QTest.keyClicks(field, text)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def typed() -> Callable[..., None]:
    return type_in
