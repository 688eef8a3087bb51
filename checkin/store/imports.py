"""Imports: what each changed, so that it can be undone, and what lists have told of before."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, insert, select, update

from checkin.domain.attendee import Attendee, Mark, Status
from checkin.store.rows import columns, values
from checkin.store.tables import admission, import_, imported, passage, ticket

_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Import:
    """One import that was applied; `list_key` is what versions of one list share, empty for mail."""

    id: UUID
    at: datetime
    operator: str
    desk: str
    source: str
    list_key: str
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Imported:
    """One person an import touched: before (None: new) and after; both None if they were only met again.

    `line` is where they stood in a list, `written` what was written of them there.
    """

    attendee_id: UUID
    line: int | None
    written: str
    before: Attendee | None
    after: Attendee | None


_IMPORT = columns(import_, Import)


def add(connection: Connection, event_id: UUID, new: Import, people: Iterable[Imported]) -> None:
    """Record an import and everyone it touched."""
    connection.execute(insert(import_).values(event_id=event_id, **values(new)))
    rows = [{"import_id": new.id} | _row(one) for one in people]
    for start in range(0, len(rows), _BATCH):
        connection.execute(insert(imported), rows[start : start + _BATCH])


def all_of(connection: Connection, event_id: UUID) -> list[Import]:
    """Return the imports of the event, the newest first, those undone among them."""
    query = select(*_IMPORT).where(import_.c.event_id == event_id)
    rows = connection.execute(query.order_by(import_.c.at.desc(), import_.c.id.desc()))
    return [Import(*row) for row in rows]


def counts(connection: Connection, event_id: UUID) -> dict[UUID, tuple[int, int]]:
    """Return how many people each import of the event added, and how many it changed."""
    added = func.count().filter(and_(imported.c.before.is_(None), imported.c.after.is_not(None)))
    changed = func.count().filter(imported.c.before.is_not(None))
    query = (
        select(imported.c.import_id, added, changed)
        .join(import_, import_.c.id == imported.c.import_id)
        .where(import_.c.event_id == event_id)
        .group_by(imported.c.import_id)
    )
    return {one: (new, other) for one, new, other in connection.execute(query)}


def people_of(connection: Connection, import_id: UUID) -> list[Imported]:
    """Return everyone an import touched."""
    query = select(imported).where(imported.c.import_id == import_id)
    return [
        Imported(row.attendee_id, row.line, row.written, _person(row.before), _person(row.after))
        for row in connection.execute(query)
    ]


def lines_of(connection: Connection, import_ids: Collection[UUID]) -> dict[UUID, dict[UUID, int]]:
    """Return, for each of these imports, who stood in its list, and on which line."""
    query = select(imported.c.import_id, imported.c.attendee_id, imported.c.line)
    found: dict[UUID, dict[UUID, int]] = {one: {} for one in import_ids}
    on_lists = query.where(imported.c.import_id.in_(import_ids), imported.c.line.is_not(None))
    for one, person, line in connection.execute(on_lists):
        found[one][person] = line
    return found


def mark_undone(connection: Connection, import_id: UUID, now: datetime, operator: str) -> None:
    """Record that an import was taken back."""
    undone = update(import_).where(import_.c.id == import_id)
    connection.execute(undone.values(undone_at=now, undone_by=operator))


def written_of(connection: Connection, attendee_id: UUID) -> list[tuple[str, str]]:
    """Return where someone was read, and what was written of them there, the newest first."""
    query = (
        select(import_.c.source, imported.c.written)
        .join(import_, import_.c.id == imported.c.import_id)
        .where(imported.c.attendee_id == attendee_id, import_.c.undone_at.is_(None))
        .order_by(import_.c.at.desc())
    )
    return [(source, written) for source, written in connection.execute(query) if written]


def holders(connection: Connection, ids: Collection[UUID]) -> tuple[set[UUID], set[UUID]]:
    """Return which of these people hold a live ticket, and which have passed somewhere and still count."""
    wanted = list(ids)
    issued: set[UUID] = set()
    came: set[UUID] = set()
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        live = and_(ticket.c.attendee_id.in_(some), ticket.c.revoked_at.is_(None))
        issued.update(connection.scalars(select(ticket.c.attendee_id).where(live)))
        for table in (admission, passage):
            stands = and_(table.c.attendee_id.in_(some), table.c.voided_at.is_(None))
            came.update(connection.scalars(select(table.c.attendee_id).where(stands)))
    return issued, came


def _row(one: Imported) -> dict[str, Any]:
    return values(one) | {"before": _image(one.before), "after": _image(one.after)}


def _image(person: Attendee | None) -> dict[str, Any] | None:
    """Return a person's fields as JSON keeps them."""
    if person is None:
        return None
    return values(person) | {"id": str(person.id), "party_id": str(person.party_id)}


def _person(image: dict[str, Any] | None) -> Attendee | None:
    """Return the person whose fields these are; one that a newer version knows is left out."""
    if image is None:
        return None
    known = {name: value for name, value in image.items() if name in Attendee.__slots__}
    ids = {name: UUID(known[name]) for name in ("id", "party_id")}
    return Attendee(**known | ids | {"status": Status(known["status"]), "mark": Mark(known["mark"])})
