"""Events, their programme and their checkpoints."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, delete, insert, select, update

from checkin.domain.event import Checkpoint, Event, ExpiredDocuments, Policy, Slot
from checkin.store.rows import columns, values
from checkin.store.tables import admission, checkpoint, event, passage, slot

_OWN = ("title", "starts", "ends", "subject", "organiser", "reply_to", "building", "address")


def add(connection: Connection, new: Event, now: datetime) -> None:
    """Record a new event with its programme and checkpoints."""
    connection.execute(insert(event).values(id=new.id, created_at=now, **_row(new)))
    _add_programme(connection, new)
    if new.checkpoints:
        connection.execute(insert(checkpoint), _places(new))


def change(connection: Connection, changed: Event) -> bool:
    """Record what an organiser corrected; checkpoints keep their ids, for passages hang on them.

    False, and nothing is done, when people have passed at a checkpoint that is no longer there.
    """
    own = select(checkpoint.c.id).where(checkpoint.c.event_id == changed.id)
    known = set(connection.scalars(own))
    gone = known - {place.id for place in changed.checkpoints}
    for used in (admission, passage):
        if connection.execute(select(used.c.id).where(used.c.checkpoint_id.in_(gone)).limit(1)).first():
            return False
    connection.execute(update(event).where(event.c.id == changed.id).values(**_row(changed)))
    connection.execute(delete(slot).where(slot.c.event_id == changed.id))
    _add_programme(connection, changed)
    connection.execute(delete(checkpoint).where(checkpoint.c.id.in_(gone)))
    for place in _places(changed):
        if place["id"] in known:
            connection.execute(update(checkpoint).where(checkpoint.c.id == place["id"]).values(**place))
        else:
            connection.execute(insert(checkpoint).values(**place))
    return True


def get(connection: Connection, event_id: UUID) -> Event | None:
    """Return the event, None where there is none of this id."""
    row = connection.execute(select(event).where(event.c.id == event_id)).first()
    return _event(connection, row) if row else None


def lock(connection: Connection, event_id: UUID) -> None:
    """Hold the event's list until the transaction ends, so that two desks can't both add the same person.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(event.c.id).where(event.c.id == event_id).with_for_update(key_share=True))


def newest_first(connection: Connection) -> list[Event]:
    """Return every event, the one created last first."""
    rows = connection.execute(select(event).order_by(event.c.created_at.desc())).all()
    return [_event(connection, row) for row in rows]


def _row(of: Event) -> dict[str, Any]:
    return {name: getattr(of, name) for name in _OWN} | {"policy": asdict(of.policy)}


def _add_programme(connection: Connection, of: Event) -> None:
    if of.programme:
        rows = [{"event_id": of.id, "position": at} | values(line) for at, line in enumerate(of.programme)]
        connection.execute(insert(slot), rows)


def _places(of: Event) -> list[dict[str, Any]]:
    return [{"event_id": of.id, "position": at} | values(place) for at, place in enumerate(of.checkpoints)]


def _event(connection: Connection, row: Row[Any]) -> Event:
    slots = select(*columns(slot, Slot)).where(slot.c.event_id == row.id).order_by(slot.c.position)
    places = (
        select(*columns(checkpoint, Checkpoint))
        .where(checkpoint.c.event_id == row.id)
        .order_by(checkpoint.c.position)
    )
    policy = row.policy | {"expired_documents": ExpiredDocuments(row.policy["expired_documents"])}
    return Event(
        id=row.id,
        **{name: getattr(row, name) for name in _OWN},
        programme=tuple(Slot(*line) for line in connection.execute(slots)),
        checkpoints=tuple(Checkpoint(*place) for place in connection.execute(places)),
        policy=Policy(**policy),
    )
