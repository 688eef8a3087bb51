"""Passages: in and out at a checkpoint, alternating, voided, never deleted."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, case, exists, func, select, update

from checkin.domain.attendance import Direction, Passage
from checkin.store.database import insert_unless_there
from checkin.store.rows import columns, values
from checkin.store.tables import checkpoint, passage

_PASSAGE = columns(passage, Passage)


def last(connection: Connection, attendee_id: UUID, checkpoint_id: UUID) -> Passage | None:
    """Return the person's last standing passage at the checkpoint."""
    query = select(*_PASSAGE).where(
        passage.c.attendee_id == attendee_id,
        passage.c.checkpoint_id == checkpoint_id,
        passage.c.voided_at.is_(None),
    )
    row = connection.execute(query.order_by(passage.c.number.desc()).limit(1)).first()
    return Passage(*row) if row else None


def add(connection: Connection, event_id: UUID, new: Passage) -> bool:
    """Record a passage unless another desk has just recorded the same one; say whether it is new."""
    row = values(new) | {"event_id": event_id}
    return bool(insert_unless_there(connection, passage).rows(connection, row))


def void_last(connection: Connection, passage_id: UUID, now: datetime, operator: str, reason: str) -> bool:
    """Void a passage unless it is voided or its person has passed since; say whether it was done."""
    later = passage.alias()
    followed = exists().where(
        later.c.attendee_id == passage.c.attendee_id,
        later.c.checkpoint_id == passage.c.checkpoint_id,
        later.c.number > passage.c.number,
        later.c.voided_at.is_(None),
    )
    voiding = (
        update(passage)
        .where(passage.c.id == passage_id, passage.c.voided_at.is_(None), ~followed)
        .values(voided_at=now, voided_by=operator, void_reason=reason)
        .returning(passage.c.id)
    )
    return connection.execute(voiding).first() is not None


def count_inside(connection: Connection, checkpoint_id: UUID) -> int:
    """Return how many are in: standing passages alternate, so it is the ways in less the ways out."""
    balance = func.sum(case((passage.c.direction == Direction.IN, 1), else_=-1))
    query = select(balance).where(passage.c.checkpoint_id == checkpoint_id, passage.c.voided_at.is_(None))
    return connection.execute(query).scalar() or 0


def of(connection: Connection, attendee_id: UUID, checkpoint_id: UUID) -> list[Passage]:
    """Return the person's standing passages at the checkpoint, in order."""
    query = select(*_PASSAGE).where(
        passage.c.attendee_id == attendee_id,
        passage.c.checkpoint_id == checkpoint_id,
        passage.c.voided_at.is_(None),
    )
    return [Passage(*row) for row in connection.execute(query.order_by(passage.c.number))]


def all_at(connection: Connection, checkpoint_id: UUID) -> list[Passage]:
    """Return every passage at the checkpoint in the order of time, the voided ones too."""
    query = select(*_PASSAGE).where(passage.c.checkpoint_id == checkpoint_id)
    return [Passage(*row) for row in connection.execute(query.order_by(passage.c.at, passage.c.number))]


def latest(connection: Connection, checkpoint_id: UUID, limit: int) -> list[Passage]:
    """Return the last `limit` passages at the checkpoint, the latest first, the voided ones too."""
    query = select(*_PASSAGE).where(passage.c.checkpoint_id == checkpoint_id)
    rows = connection.execute(query.order_by(passage.c.at.desc(), passage.c.id.desc()).limit(limit))
    return [Passage(*row) for row in rows]


def lock(connection: Connection, checkpoint_id: UUID) -> None:
    """Hold the checkpoint until the transaction ends, so that two desks can't both take the last seat.

    SQLite has one writer anyway.
    """
    if connection.dialect.name == "postgresql":
        place = select(checkpoint.c.id).where(checkpoint.c.id == checkpoint_id)
        connection.execute(place.with_for_update(key_share=True))
