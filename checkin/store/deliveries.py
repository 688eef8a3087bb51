"""Which message went to which party, and what became of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select, update

from checkin.domain.mailing import Delivery, LetterKind, Outcome
from checkin.store.database import insert_unless_there
from checkin.store.rows import columns, values
from checkin.store.tables import delivery, mail_words

_DELIVERY = columns(delivery, Delivery)


def latest(connection: Connection, event_id: UUID, party_id: UUID | None = None) -> dict[UUID, Delivery]:
    """Return the last delivery of each party of an event, or of one of them."""
    query = select(*_DELIVERY).where(delivery.c.event_id == event_id)
    if party_id is not None:
        query = query.where(delivery.c.party_id == party_id)
    rows = connection.execute(query.order_by(delivery.c.began_at, delivery.c.id))
    return {found.party_id: found for found in (Delivery(*row) for row in rows)}


def times_sent(connection: Connection, confirmation_id: UUID, kind: LetterKind) -> int:
    """Return how often a message of this kind about a confirmation was taken by a server."""
    query = select(func.count()).where(
        delivery.c.confirmation_id == confirmation_id,
        delivery.c.kind == kind,
        delivery.c.outcome == Outcome.SENT,
    )
    return connection.execute(query).scalar_one()


def begin(connection: Connection, event_id: UUID, new: Delivery) -> bool:
    """Record a delivery; False where another one to the same party is on its way."""
    row = values(new) | {"event_id": event_id}
    return bool(insert_unless_there(connection, delivery).rows(connection, row))


def end(connection: Connection, delivery_id: UUID, outcome: Outcome, now: datetime, said: str = "") -> None:
    """Record what became of a delivery."""
    connection.execute(
        update(delivery).where(delivery.c.id == delivery_id).values(outcome=outcome, ended_at=now, said=said)
    )


def words(connection: Connection, event_id: UUID) -> str:
    """Return what the organiser adds to every message of the event."""
    query = select(mail_words.c.words).where(mail_words.c.event_id == event_id)
    return connection.execute(query).scalar() or ""


def set_words(connection: Connection, event_id: UUID, text: str) -> None:
    """Keep what the organiser adds to every message of the event."""
    connection.execute(delete(mail_words).where(mail_words.c.event_id == event_id))
    connection.execute(insert(mail_words).values(event_id=event_id, words=text))
