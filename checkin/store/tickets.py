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
from checkin.store.attendees import MEMBERS, PARTY, member_of
from checkin.store.prepared import Prepared
from checkin.store.rows import columns
from checkin.store.tables import attendee, confirmation, ticket

_TICKET = columns(ticket, Ticket)
_holder = attendee.alias()
_HOLDERS_PARTY = select(_holder.c.party_id).where(_holder.c.id == ticket.c.attendee_id)
_BY_CODE = Prepared(
    MEMBERS.add_columns(*_TICKET)
    .join(ticket, ticket.c.digest == bindparam("digest"))
    .where(attendee.c.party_id == _HOLDERS_PARTY.scalar_subquery())
)
_BY_NAME = Prepared(
    PARTY.add_columns(*_TICKET).outerjoin(ticket, ticket.c.id == bindparam("ticket", type_=ticket.c.id.type))
)


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


_OF = [column.name for column in _TICKET].index("attendee_id")
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


def live_since(connection: Connection, attendee_id: UUID) -> datetime | None:
    """Return when the person's live ticket was issued, None where there is none."""
    query = select(ticket.c.issued_at).where(
        ticket.c.attendee_id == attendee_id, ticket.c.revoked_at.is_(None)
    )
    return connection.execute(query).scalar()


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
    """Return the ticket of a code by the code's digest, its holder and their party; None if there is none."""
    rows = _BY_CODE.rows(connection, {"entrance": event.entrance.id, "digest": digest})
    return _known(rows, rows[0][-len(_TICKET) + _OF]) if rows else None


def known_by_id(
    connection: Connection, event: Event, attendee_id: UUID, ticket_id: UUID | None
) -> Known | None:
    """Return an attendee of the event and their party, None if there is none, beside a ticket of that id.

    The ticket is the one that was scanned: theirs or that of anyone of the party.
    """
    asked = {"entrance": event.entrance.id, "attendee": attendee_id, "event": event.id, "ticket": ticket_id}
    rows = _BY_NAME.rows(connection, asked)
    return _known(rows, attendee_id) if rows else None


def _known(rows: Sequence[Sequence[Any]], holder_id: UUID) -> Known:
    party = tuple(member_of(row) for row in rows)
    holder = next(member for member in party if member.attendee.id == holder_id)
    found = rows[0][-len(_TICKET) :]
    return Known(Ticket(*found) if found[0] is not None else None, holder, party)
