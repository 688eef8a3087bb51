"""The journal: who did what, when and where; written once, never changed, without names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, insert, select

from checkin.store.rows import columns
from checkin.store.tables import journal


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; `figures` holds counts and ids, never a name; instants in UTC."""

    number: int
    at: datetime
    operator: str
    desk: str
    action: str
    subject_id: UUID | None
    figures: dict[str, Any]


def write(connection: Connection, event_id: UUID, **line: Any) -> None:  # noqa: ANN401 - the table types them
    """Add a line: at, operator, desk, action, subject_id (or None), figures."""
    connection.execute(insert(journal).values(event_id=event_id, **line))


def read(connection: Connection, event_id: UUID) -> list[Entry]:
    """Return the event's journal, oldest first."""
    query = select(*columns(journal, Entry)).where(journal.c.event_id == event_id).order_by(journal.c.number)
    return [Entry(*row) for row in connection.execute(query)]


def last(connection: Connection, event_id: UUID) -> int:
    """Return the number of the event's last line, 0 before the first."""
    query = select(func.max(journal.c.number)).where(journal.c.event_id == event_id)
    return connection.execute(query).scalar() or 0
