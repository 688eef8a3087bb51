"""Messages that a person looked at and entered nothing of, known by a digest, never by what they say."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from checkin.store.tables import left_message


def all_of(connection: Connection, event_id: UUID) -> set[bytes]:
    """Return the digests (32 bytes) of the messages that were left."""
    query = select(left_message.c.digest).where(left_message.c.event_id == event_id)
    return {bytes(digest) for digest in connection.scalars(query)}


def keep(connection: Connection, event_id: UUID, digests: Collection[bytes], at: datetime, *who: str) -> None:
    """Remember messages by their digests, left by `who` (an operator and a desk)."""
    operator, desk = who
    mine = left_message.c.event_id == event_id
    for digest in set(digests):
        connection.execute(delete(left_message).where(mine, left_message.c.digest == digest))
        values = {"event_id": event_id, "digest": digest, "at": at}
        connection.execute(insert(left_message).values(**values, operator=operator, desk=desk))
