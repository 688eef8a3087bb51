"""Who came in and where they went, read as fast as an alarm wants it: of each row no more than is needed."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, and_, select, union

from checkin.domain.attendee import Attendee
from checkin.domain.event import Event
from checkin.domain.presence import Move
from checkin.store.rows import columns
from checkin.store.tables import admission, attendee, passage

_PERSON = columns(attendee, Attendee)
_MOVE = tuple(passage.c[name] for name in Move._fields)


def came(connection: Connection, event: Event) -> list[tuple[Attendee, datetime | None]]:
    """Return everybody who was ever let in or passed a checkpoint, in no order.

    With each goes when they were let in by the entrance, None where no such admission stands.
    """
    tables = (admission, passage)
    ids = union(*(select(table.c.attendee_id).where(table.c.event_id == event.id) for table in tables))
    standing = and_(
        admission.c.attendee_id == attendee.c.id,
        admission.c.checkpoint_id == event.entrance.id,
        admission.c.voided_at.is_(None),
    )
    query = select(*_PERSON, admission.c.at).select_from(attendee.outerjoin(admission, standing))
    rows = connection.execute(query.where(attendee.c.id.in_(ids)))
    return [(Attendee(*person), at) for *person, at in rows]


def moves(connection: Connection, event_id: UUID) -> list[Move]:
    """Return every standing passage of the event, at any checkpoint, in no order."""
    query = select(*_MOVE).where(passage.c.event_id == event_id, passage.c.voided_at.is_(None))
    return [Move(*row) for row in connection.execute(query)]
