from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checkin.app import Desk, demonstration_event, desk_at, open_events
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import code_for
from checkin.intake.proposals import Proposal, Reading
from checkin.settings import Settings
from checkin.store import tickets


@pytest.fixture
def desk(database_url: str, tmp_path: Path) -> Iterator[Desk]:
    """Give a desk at an empty event, on SQLite and on PostgreSQL."""
    settings = Settings(tmp_path / "data", database=database_url, operator="Camille", desk="Poste 1")
    events = open_events(settings)
    made = desk_at(settings, events, events.create(demonstration_event()))
    yield made
    made.close()


@pytest.fixture
def bring(desk: Desk) -> Callable[..., None]:
    """Import replies."""

    def bring_in(*replies: Proposal) -> None:
        desk.importing.apply(Reading("list.csv", replies))

    return bring_in


@pytest.fixture
def person(desk: Desk) -> Callable[[str], Attendee]:
    """Find the one person of a name."""
    return lambda name: desk.searching.find(name)[0].attendee


@pytest.fixture
def code(desk: Desk, person: Callable[[str], Attendee]) -> Callable[[str], str]:
    """Return the live code of the one person of a name."""

    def code_of(name: str) -> str:
        who = person(name)
        with desk.database.reading() as connection:
            live = tickets.live(connection, desk.event.id)[who.party_id]
            ticket = tickets.tickets_of(connection, live.id)[who.id]
        secret = desk.secrets.get(desk.event.id)
        assert secret is not None
        return code_for(secret, ticket.id)

    return code_of
