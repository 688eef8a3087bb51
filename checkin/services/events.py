"""Making, finding and correcting events; the only service that needs none to begin with."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from checkin.domain.errors import InputError
from checkin.domain.event import Checkpoint, CheckpointKind, Event
from checkin.language import _
from checkin.store import events
from checkin.store.database import Database


@dataclass(frozen=True, slots=True)
class Events:
    """The events of one database."""

    database: Database
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]

    def create(self, draft: Event) -> Event:
        """Record a new event and return it as recorded; one without an entrance is given one.

        Raises InputError for a draft that no event can be.
        """
        made = self._completed(draft)
        with self.database.transaction() as connection:
            events.add(connection, made, self.now())
        return made

    def change(self, changed: Event) -> Event:
        """Record what an organiser corrected; raises InputError as `create` does.

        A place where people have passed can't be taken away, with them.
        """
        made = self._completed(changed)
        with self.database.transaction() as connection:
            if not events.change(connection, made):
                raise InputError(
                    _("People have passed at a place that is no longer in the event."),
                    _("Leave this place in the event."),
                )
        return made

    def all(self) -> list[Event]:
        """Return every event, the newest first."""
        with self.database.reading() as connection:
            return events.newest_first(connection)

    def get(self, event_id: UUID) -> Event:
        """Return one event; raises InputError where there is none of this id."""
        with self.database.reading() as connection:
            found = events.get(connection, event_id)
        if found is None:
            raise InputError(_("This event is not in this database."), _("Choose an event of the list."))
        return found

    def _completed(self, draft: Event) -> Event:
        if not draft.title.strip():
            raise InputError(_("The event has no title."), _("Give it one."))
        if draft.ends <= draft.starts:
            raise InputError(_("The event ends before it begins."), _("Correct its times."))
        if any(place.capacity is not None and place.capacity < 1 for place in draft.checkpoints):
            raise InputError(_("A room holds at least one person."), _("Correct its capacity."))
        if draft.checkpoint(CheckpointKind.ENTRANCE):
            return draft
        entrance = Checkpoint(self.new_id(), CheckpointKind.ENTRANCE, draft.address or _("Entrance"))
        return replace(draft, checkpoints=(entrance, *draft.checkpoints))
