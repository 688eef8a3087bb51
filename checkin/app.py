"""The composition root: settings in, a desk out that has everything it needs."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from uuid import UUID

from checkin.domain.errors import CheckinError, InputError
from checkin.domain.event import Event
from checkin.intake.programme import read_event
from checkin.language import _
from checkin.resource import resource
from checkin.services.admitting import Admitting
from checkin.services.attending import Attending
from checkin.services.badging import Badging
from checkin.services.confirming import Confirming
from checkin.services.context import Context, time_ordered_id
from checkin.services.evacuating import Evacuating
from checkin.services.events import Events
from checkin.services.identifying import Identifying
from checkin.services.importing import Importing
from checkin.services.reporting import Reporting
from checkin.services.rostering import Rostering
from checkin.services.searching import Searching
from checkin.services.sending import Sending
from checkin.services.supervising import Supervising
from checkin.services.welcoming import Welcoming
from checkin.settings import DEMONSTRATION, Settings
from checkin.store.database import Database, open_database
from checkin.store.files import make_folder
from checkin.store.mail_servers import MailServers
from checkin.store.secrets import Secrets


@dataclass(frozen=True)
class Desk:
    """A workstation at work on one event: its services, each made when first asked for."""

    settings: Settings
    database: Database
    event: Event

    @cached_property
    def context(self) -> Context:
        """What the services share."""
        return Context(self.database, self.event, self.settings.operator, self.settings.desk, now, new_id)

    @cached_property
    def secrets(self) -> Secrets:
        """The organiser's secrets that this computer has."""
        return Secrets(self.settings.folder / "secrets")

    @cached_property
    def importing(self) -> Importing:
        """Lists and replies in."""
        return Importing(self.context)

    @cached_property
    def confirming(self) -> Confirming:
        """Confirmations out."""
        return Confirming(self.context, self.secrets)

    @cached_property
    def mail_servers(self) -> MailServers:
        """The mail server that this computer sends through."""
        return MailServers(self.settings.folder)

    @cached_property
    def sending(self) -> Sending:
        """Confirmations by mail."""
        return Sending(self.context, self.confirming)

    @cached_property
    def admitting(self) -> Admitting:
        """The entrance."""
        return Admitting(self.context)

    @cached_property
    def welcoming(self) -> Welcoming:
        """Names and people that the door adds to the list."""
        return Welcoming(self.context)

    @cached_property
    def supervising(self) -> Supervising:
        """The supervisor's PIN."""
        return Supervising(self.context)

    @cached_property
    def identifying(self) -> Identifying:
        """Identity checks."""
        return Identifying(self.context, self.secrets)

    @cached_property
    def attending(self) -> Attending:
        """The room."""
        return Attending(self.context)

    @cached_property
    def searching(self) -> Searching:
        """The list by name."""
        return Searching(self.context)

    @cached_property
    def rostering(self) -> Rostering:
        """The list on paper."""
        return Rostering(self.context)

    @cached_property
    def reporting(self) -> Reporting:
        """The attendance: figures, report, attestations, export."""
        return Reporting(self.context)

    @cached_property
    def badges(self) -> Badging:
        """Name badges."""
        return Badging(self.context)

    @cached_property
    def evacuating(self) -> Evacuating:
        """Who has to be brought out when the alarm rings."""
        return Evacuating(self.context)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def now() -> datetime:
    """Return this instant, in UTC."""
    return datetime.now(UTC)


def new_id() -> UUID:
    """Return a new id, greater than those of the milliseconds before."""
    return time_ordered_id(now(), os.urandom)


def open_events(settings: Settings) -> Events:
    """Open the database of the settings and return its events.

    Raises PlaceError or InputError where it can't be opened, in words for the screen.
    """
    if not settings.database:
        make_folder(settings.folder)
    return Events(open_database(settings.database_url), now, new_id)


def open_desk(settings: Settings, event_id: UUID | None = None) -> Desk:
    """Open the desk at an event: the one asked for, else the one open last, else the newest.

    Raises InputError where there is none.
    """
    events = open_events(settings)
    try:
        return Desk(settings, events.database, _chosen(events, event_id or settings.last_event, event_id))
    except CheckinError:
        events.database.close()
        raise


def desk_at(settings: Settings, events: Events, event: Event) -> Desk:
    """Return a desk at an event of a database that is open."""
    return Desk(replace(settings, event_id=str(event.id)), events.database, event)


def open_demonstration(settings: Settings, folder: Path | None = None) -> Desk:
    """Open the desk at the demonstration: the event and its list, in a database of their own.

    It is made in `folder` (the data folder, if None) the first time, and found again after.
    """
    folder = folder or settings.folder
    make_folder(folder)
    settings = replace(settings, folder=folder, database=str(folder / DEMONSTRATION), event_id="")
    events = open_events(settings)
    found = events.all()
    if found:
        return desk_at(settings, events, found[0])
    desk = desk_at(settings, events, demonstration_event())
    reading = desk.importing.read(demonstration_list())  # before the event, which is nothing without it
    events.create(desk.event)
    desk.importing.apply(reading)
    return desk


def demonstration_event() -> Event:
    """Return the demonstration's event, with new ids."""
    return read_event(resource("demo", "event.toml"), new_id)


def demonstration_list() -> Path:
    """Return the demonstration's list, as an organiser's spreadsheet."""
    return resource("demo", "attendees.xlsx")


@contextmanager
def desk_open(settings: Settings, event_id: UUID | None = None) -> Iterator[Desk]:
    """Open the desk as `open_desk` does, and close it after the block."""
    desk = open_desk(settings, event_id)
    try:
        yield desk
    finally:
        desk.close()


def _chosen(events: Events, preferred: UUID | None, asked: UUID | None) -> Event:
    known = {event.id: event for event in reversed(events.all())}
    if preferred in known:
        return known[preferred]
    if asked is None and known:
        return list(known.values())[-1]
    raise InputError(
        _("There is no such event in this database.") if asked else _("There is no event yet."),
        _("Make one (checkin event create) or try the demonstration (checkin demo)."),
    )
