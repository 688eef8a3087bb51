"""Badges that were printed: one an admission, more on purpose only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, update

from checkin.store.database import insert_unless_there
from checkin.store.tables import badge


def take(
    connection: Connection, event_id: UUID, admission_id: UUID, *, at: datetime, operator: str, desk: str
) -> bool:
    """Record that the badge of an admission is being printed; True for exactly one of all who ask."""
    row = {"admission_id": admission_id, "event_id": event_id, "at": at, "operator": operator, "desk": desk}
    return bool(insert_unless_there(connection, badge).rows(connection, row))


def count_again(connection: Connection, admission_id: UUID) -> int:
    """Record one more copy and return how many that makes; 0 where none was printed before."""
    again = update(badge).where(badge.c.admission_id == admission_id).values(copies=badge.c.copies + 1)
    return connection.execute(again.returning(badge.c.copies)).scalar() or 0
