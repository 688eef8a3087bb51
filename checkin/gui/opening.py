"""What a person wants opened; the opening itself is the composition root's, done on the database's worker."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from checkin.domain.errors import CheckinError, PlaceError

if TYPE_CHECKING:
    from checkin.app import Desk
    from checkin.domain.event import Event
    from checkin.services.events import Events
    from checkin.settings import Settings


class Source(StrEnum):
    """Where an event comes from."""

    LAST = "last"  # the one this machine worked on last, if there is one
    DEMONSTRATION = "demonstration"
    FILE = "file"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to open: `path` with FILE, `draft` (an Event whose ids are yet to be made) with NEW."""

    source: Source
    path: Path | None = None
    draft: "Event | None" = None


LAST = Wish(Source.LAST)

# Called on a worker; None where LAST finds nothing; raises CheckinError.
Opener = Callable[[Wish], "Desk | None"]


def opener(settings: "Settings") -> Opener:
    """Return what opens a desk with `settings`; it imports the services when it is first called."""

    def open_wish(wish: Wish) -> "Desk | None":
        from checkin import app  # noqa: PLC0415 - after the first paint, on the worker

        match wish.source:
            case Source.LAST:
                desk = _last(app.open_events(settings), settings)
            case Source.DEMONSTRATION:
                desk = app.open_demonstration(settings)
            case Source.FILE:
                desk = app.open_desk(replace(settings, database=str(wish.path), event_id=""))
            case Source.NEW:
                desk = _new(app.open_events(settings), settings, wish.draft)
        if desk is not None:
            with suppress(PlaceError):  # the event is open; only the next start won't find it by itself
                desk.settings.save()
        return desk

    return open_wish


def _last(events: "Events", settings: "Settings") -> "Desk | None":
    from checkin.app import desk_at  # noqa: PLC0415 - the same

    known = events.all()
    if not known:
        events.database.close()
        return None
    return desk_at(settings, events, next((e for e in known if e.id == settings.last_event), known[0]))


def _new(events: "Events", settings: "Settings", draft: "Event | None") -> "Desk":
    from checkin.app import desk_at  # noqa: PLC0415 - the same

    if draft is None:
        raise ValueError
    try:
        return desk_at(settings, events, events.create(draft))
    except CheckinError:
        events.database.close()
        raise
