"""Confirmations and the tickets on them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, update

from checkin.domain.admission import Known
from checkin.domain.event import Event
from checkin.domain.ticket import Ticket
from checkin.store.attendees import MEMBERS, member_of, party_of
from checkin.store.rows import columns
from checkin.store.tables import attendee, confirmation, ticket

_TICKET = columns(ticket, Ticket)
_HOLDER = (
    MEMBERS.add_columns(*_TICKET)
    .join(ticket, ticket.c.attendee_id == attendee.c.id)
    .where(ticket.c.digest == bindparam("digest"))
)
_REVOKED = select(ticket.c.revoked_at).where(ticket.c.id == bindparam("ticket"))


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One version of what a party was told, and whether it reached a file or a mailbox; instants in UTC.

    `fingerprint` (32 bytes) changes when what the document says would change.
    """

    id: UUID
    party_id: UUID
    version: int
    fingerprint: bytes
    issued_at: datetime
    delivered_at: datetime | None = None
    superseded_at: datetime | None = None


WithDigests = tuple[Confirmation, Sequence[tuple[Ticket, bytes]]]

_CONFIRMATION = columns(confirmation, Confirmation)


def live(
    connection: Connection, event_id: UUID, only: Collection[UUID] | None = None
) -> dict[UUID, Confirmation]:
    """Return the confirmation that counts, by party; of some parties only, at most some hundreds."""
    query = select(*_CONFIRMATION).where(
        confirmation.c.event_id == event_id, confirmation.c.superseded_at.is_(None)
    )
    if only is not None:
        query = query.where(confirmation.c.party_id.in_(only))
    return {found.party_id: found for found in (Confirmation(*row) for row in connection.execute(query))}


def tickets_of(connection: Connection, confirmation_id: UUID) -> dict[UUID, Ticket]:
    """Return the live tickets of a confirmation, by attendee."""
    query = select(*_TICKET).where(ticket.c.confirmation_id == confirmation_id, ticket.c.revoked_at.is_(None))
    return {found.attendee_id: found for found in (Ticket(*row) for row in connection.execute(query))}


def sample(connection: Connection, event_id: UUID) -> tuple[UUID, bytes] | None:
    """Return one live ticket of the event and the digest of its code, None where none was issued."""
    query = select(ticket.c.id, ticket.c.digest).where(
        ticket.c.event_id == event_id, ticket.c.revoked_at.is_(None)
    )
    row = connection.execute(query.limit(1)).first()
    return (row.id, row.digest) if row else None


def last_versions(connection: Connection, party_ids: Collection[UUID]) -> dict[UUID, int]:
    """Return the number of each party's last confirmation, of those that had any; at most some hundreds."""
    query = (
        select(confirmation.c.party_id, func.max(confirmation.c.version))
        .where(confirmation.c.party_id.in_(party_ids))
        .group_by(confirmation.c.party_id)
    )
    return {row[0]: row[1] for row in connection.execute(query)}


def get(connection: Connection, confirmation_id: UUID) -> Confirmation | None:
    """Return one confirmation, whether it still counts or not."""
    row = connection.execute(select(*_CONFIRMATION).where(confirmation.c.id == confirmation_id)).first()
    return Confirmation(*row) if row else None


def is_revoked(connection: Connection, ticket_id: UUID) -> bool:
    """Return whether a ticket no longer counts."""
    return connection.execute(_REVOKED, {"ticket": ticket_id}).scalar() is not None


def revoke(connection: Connection, party_id: UUID, members: Sequence[UUID], now: datetime) -> None:
    """Supersede the party's confirmation and revoke every live ticket of its members."""
    connection.execute(
        update(confirmation)
        .where(confirmation.c.party_id == party_id, confirmation.c.superseded_at.is_(None))
        .values(superseded_at=now)
    )
    connection.execute(
        update(ticket)
        .where(ticket.c.attendee_id.in_(members), ticket.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )


def add(
    connection: Connection, event_id: UUID, new: Confirmation, tickets: Sequence[tuple[Ticket, bytes]]
) -> None:
    """Record a confirmation and its tickets, each with the digest (32 bytes) of its code."""
    add_all(connection, event_id, [(new, tickets)])


def add_all(connection: Connection, event_id: UUID, new: Sequence[WithDigests]) -> None:
    """Record confirmations and their tickets, each with the digest (32 bytes) of its code."""
    if not new:
        return
    rows: list[dict[str, Any]] = [
        {column.name: getattr(one, column.name) for column in _CONFIRMATION} | {"event_id": event_id}
        for one, _tickets in new
    ]
    connection.execute(insert(confirmation), rows)
    rows = [
        {column.name: getattr(one, column.name) for column in _TICKET}
        | {"digest": digest, "confirmation_id": of.id}
        for of, tickets in new
        for one, digest in tickets
    ]
    connection.execute(insert(ticket), rows)


def mark_delivered(connection: Connection, ids: Sequence[UUID], now: datetime) -> None:
    """Record that these confirmations have been written or sent."""
    if ids:
        delivered = update(confirmation).where(confirmation.c.id == bindparam("of")).values(delivered_at=now)
        connection.execute(delivered, [{"of": one} for one in ids])


def known(connection: Connection, event: Event, digest: bytes) -> Known | None:
    """Return the ticket of a code by the code's digest, its holder and their party; None if there is none.

    Of another event's ticket only the ticket and its holder are told.
    """
    row = connection.execute(_HOLDER, {"entrance": event.entrance.id, "digest": digest}).first()
    if row is None:
        return None
    holder = member_of(row)
    return Known(
        Ticket(*row[-len(_TICKET) :]), holder, party_of(connection, event, holder.attendee.id) or (holder,)
    )
