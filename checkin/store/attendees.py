"""Attendees, and the words they are found by."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, update

from checkin.domain.admission import Admission, Member
from checkin.domain.attendee import EXPECTED, Attendee
from checkin.domain.event import Event
from checkin.store import search_words
from checkin.store.prepared import Prepared
from checkin.store.rows import columns, values
from checkin.store.tables import admission, attendee, identity_check, passage, ticket

_PERSON = columns(attendee, Attendee)
_ADMISSION = columns(admission, Admission)
_BATCH = 2000

_STANDING = and_(
    admission.c.attendee_id == attendee.c.id,
    admission.c.checkpoint_id == bindparam("entrance"),
    admission.c.voided_at.is_(None),
)
# The door's statements are built once: building one takes longer than SQLite needs to answer it.
MEMBERS = (
    select(*_PERSON, *_ADMISSION)
    .select_from(attendee.outerjoin(admission, _STANDING))
    .order_by(attendee.c.party_id, attendee.c.position)
)
_ITS_PARTY = select(attendee.c.party_id).where(
    attendee.c.id == bindparam("attendee"), attendee.c.event_id == bindparam("event")
)
PARTY = MEMBERS.where(attendee.c.party_id == _ITS_PARTY.scalar_subquery())
_PARTY = Prepared(PARTY)


def add(connection: Connection, event_id: UUID, people: Sequence[Attendee]) -> None:
    """Record new attendees and the words they are found by."""
    if people:
        connection.execute(insert(attendee), [{"event_id": event_id} | values(person) for person in people])
        search_words.add(connection, event_id, people)


def change(connection: Connection, event_id: UUID, people: Sequence[Attendee]) -> None:
    """Record attendees as they now are; who they were is overwritten."""
    if not people:
        return
    changed = update(attendee).where(attendee.c.id == bindparam("of"))
    names: dict[str, Any] = {column.name: bindparam(column.name) for column in _PERSON if column.name != "id"}
    connection.execute(changed.values(names), [values(person) | {"of": person.id} for person in people])
    search_words.forget(connection, [person.id for person in people])
    search_words.add(connection, event_id, people)


def remove_untouched(connection: Connection, ids: Collection[UUID]) -> bool:
    """Delete attendees who never got a ticket nor came; False, and nobody is deleted, if one of them did."""
    wanted = list(ids)
    for start in range(0, len(wanted), _BATCH):
        some_of = wanted[start : start + _BATCH]
        for table in (ticket, identity_check, admission, passage):
            if connection.execute(
                select(table.c.id).where(table.c.attendee_id.in_(some_of)).limit(1)
            ).first():
                return False
    if wanted:
        removing = delete(attendee).where(attendee.c.id == bindparam("of"))
        connection.execute(removing, [{"of": one} for one in wanted])
    return True


def all_of(connection: Connection, event_id: UUID) -> list[Attendee]:
    """Return every attendee of the event, party by party, the lead of each first."""
    query = select(*_PERSON).where(attendee.c.event_id == event_id)
    rows = connection.execute(query.order_by(attendee.c.party_id, attendee.c.position))
    return [Attendee(*row) for row in rows]


def of(connection: Connection, party_ids: Collection[UUID]) -> list[Attendee]:
    """Return the attendees of these parties, at most some hundreds, in no order."""
    query = select(*_PERSON).where(attendee.c.party_id.in_(party_ids))
    return [Attendee(*row) for row in connection.execute(query)]


def count_expected(connection: Connection, event_id: UUID) -> int:
    """Return how many attendees of the event are to be let in."""
    query = select(func.count()).where(attendee.c.event_id == event_id, attendee.c.status.in_(EXPECTED))
    return connection.execute(query).scalar_one()


def some(connection: Connection, ids: Collection[UUID]) -> list[Attendee]:
    """Return the attendees of these ids, in no order."""
    wanted, found = list(ids), []
    for start in range(0, len(wanted), _BATCH):
        query = select(*_PERSON).where(attendee.c.id.in_(wanted[start : start + _BATCH]))
        found += [Attendee(*row) for row in connection.execute(query)]
    return found


def leads(connection: Connection, party_ids: Collection[UUID]) -> list[Attendee]:
    """Return those who replied for these parties, in no order."""
    wanted, found = list(party_ids), []
    for start in range(0, len(wanted), _BATCH):
        some_of = attendee.c.party_id.in_(wanted[start : start + _BATCH])
        query = select(*_PERSON).where(some_of, attendee.c.position == 0)
        found += [Attendee(*row) for row in connection.execute(query)]
    return found


def get(connection: Connection, event_id: UUID, attendee_id: UUID) -> Attendee | None:
    """Return one attendee of the event, None where there is none of this id."""
    query = select(*_PERSON).where(attendee.c.id == attendee_id, attendee.c.event_id == event_id)
    row = connection.execute(query).first()
    return Attendee(*row) if row else None


def party_ids(connection: Connection, party_id: UUID) -> list[UUID]:
    """Return the ids of everyone who is or was of the party."""
    return list(connection.scalars(select(attendee.c.id).where(attendee.c.party_id == party_id)))


def party_of(connection: Connection, event: Event, attendee_id: UUID) -> tuple[Member, ...]:
    """Return the party of one attendee in the order of the reply, with who is here; empty for a stranger."""
    asked = {"entrance": event.entrance.id, "attendee": attendee_id, "event": event.id}
    return tuple(member_of(row) for row in _PARTY.rows(connection, asked))


def members(connection: Connection, event: Event) -> list[Member]:
    """Return every attendee of the event with their standing admission, party by party."""
    everyone = MEMBERS.where(attendee.c.event_id == event.id)
    return [member_of(row) for row in connection.execute(everyone, {"entrance": event.entrance.id})]


def found(connection: Connection, event: Event, ids: Sequence[UUID]) -> list[Member]:
    """Return these attendees of the event in this order, at most some hundreds, and who of them is here."""
    them = MEMBERS.where(attendee.c.id.in_(ids))
    rows = connection.execute(them, {"entrance": event.entrance.id}) if ids else ()
    known = {member.attendee.id: member for member in map(member_of, rows)}
    return [known[one] for one in ids if one in known]


def find(connection: Connection, event: Event, text: str, limit: int) -> list[Member]:
    """Return up to `limit` attendees of whom every word of `text` begins one of theirs.

    Words are those of both names, the organisation and the e-mail, folded: « dí » finds Díaz, « artois »
    d'Artois. In the order of search_words.find; nobody for an empty text.
    """
    return found(connection, event, search_words.find(connection, event.id, text, limit))


def member_of(row: Sequence[Any]) -> Member:
    """Return the attendee of a row of MEMBERS, whatever columns were added to it."""
    person, rest = row[: len(_PERSON)], row[len(_PERSON) : len(_PERSON) + len(_ADMISSION)]
    return Member(Attendee(*person), Admission(*rest) if rest[0] is not None else None)
