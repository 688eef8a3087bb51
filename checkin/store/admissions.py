"""Identity checks and admissions: recorded once, voided, never deleted."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, func, select, update

from checkin.domain.admission import Admission
from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import IdentityCheck
from checkin.store.database import insert_unless_there
from checkin.store.rows import columns, values
from checkin.store.tables import Instant, admission, attendee, identity_check, shown_document

_ADMISSION = columns(admission, Admission)
_PERSON = columns(attendee, Attendee)
_CHECK = tuple(identity_check.c[one.name] for one in fields(IdentityCheck) if one.name != "digest")


@dataclass(frozen=True, slots=True)
class Arrival:
    """An admission, standing or voided, and whose it is."""

    admission: Admission
    attendee: Attendee


def add_check(connection: Connection, event_id: UUID, check: IdentityCheck) -> None:
    """Record the outcome of an identity check; one that is there already (a retry) stays as it is."""
    row = values(check) | {"event_id": event_id}
    del row["digest"]
    insert_unless_there(connection, identity_check).rows(connection, row)
    add_document(connection, event_id, check)


def add_document(connection: Connection, event_id: UUID, check: IdentityCheck) -> None:
    """Record the digest of a check's document, if the event asks for it."""
    if check.digest is not None:
        shown = {"id": check.id, "event_id": event_id, "digest": check.digest}
        insert_unless_there(connection, shown_document).rows(connection, shown)


def shown_for(connection: Connection, event_id: UUID, digest: bytes) -> list[Attendee]:
    """Return those who were let in with the document of this digest, and whose admission stands."""
    query = (
        select(*_PERSON)
        .distinct()
        .select_from(shown_document)
        .join(admission, admission.c.identity_check_id == shown_document.c.id)
        .join(attendee, attendee.c.id == admission.c.attendee_id)
        .where(
            shown_document.c.event_id == event_id,
            shown_document.c.digest == digest,
            admission.c.voided_at.is_(None),
        )
    )
    return [Attendee(*row) for row in connection.execute(query)]


def forget_documents(connection: Connection, event_id: UUID) -> None:
    """Delete the digests of the event's documents."""
    connection.execute(delete(shown_document).where(shown_document.c.event_id == event_id))


def checks(connection: Connection, event_id: UUID) -> list[IdentityCheck]:
    """Return every identity check of the event."""
    query = select(*_CHECK).where(identity_check.c.event_id == event_id)
    return [IdentityCheck(*row) for row in connection.execute(query)]


def admit(
    connection: Connection,
    event_id: UUID,
    new: Admission,
    ticket_id: UUID | None = None,
    identity_check_id: UUID | None = None,
) -> bool:
    """Record an admission unless the person has a standing one at this checkpoint; say whether it is new.

    The unique index arbitrates between desks: of two at once, exactly one is told True.
    """
    row = values(new) | {"event_id": event_id, "ticket_id": ticket_id, "identity_check_id": identity_check_id}
    return bool(insert_unless_there(connection, admission).rows(connection, row))


def standing(connection: Connection, attendee_id: UUID, checkpoint_id: UUID) -> Admission | None:
    """Return the person's standing admission at the checkpoint."""
    query = select(*_ADMISSION).where(
        admission.c.attendee_id == attendee_id,
        admission.c.checkpoint_id == checkpoint_id,
        admission.c.voided_at.is_(None),
    )
    row = connection.execute(query).first()
    return Admission(*row) if row else None


def void(connection: Connection, admission_id: UUID, now: datetime, operator: str, reason: str) -> bool:
    """Void an admission; False when it is not there or voided already."""
    voiding = (
        update(admission)
        .where(admission.c.id == admission_id, admission.c.voided_at.is_(None))
        .values(voided_at=now, voided_by=operator, void_reason=reason)
        .returning(admission.c.id)
    )
    return connection.execute(voiding).first() is not None


def latest(connection: Connection, event_id: UUID, limit: int) -> Sequence[Arrival]:
    """Return the last `limit` admissions, the latest first, the voided ones too."""
    query = (
        select(*_ADMISSION, *_PERSON)
        .join(attendee, attendee.c.id == admission.c.attendee_id)
        .where(admission.c.event_id == event_id)
        .order_by(admission.c.at.desc(), admission.c.id.desc())
        .limit(limit)
    )
    cut = len(_ADMISSION)
    return [Arrival(Admission(*row[:cut]), Attendee(*row[cut:])) for row in connection.execute(query)]


def count(connection: Connection, event_id: UUID) -> int:
    """Return how many admissions of the event stand."""
    query = select(func.count()).where(admission.c.event_id == event_id, admission.c.voided_at.is_(None))
    return connection.execute(query).scalar_one()


def standing_instants(connection: Connection, event_id: UUID) -> dict[UUID, datetime]:
    """Return when each person was let in, of the admissions of the event that stand; the first of several."""
    query = select(admission.c.attendee_id, func.min(admission.c.at, type_=Instant))
    query = query.where(admission.c.event_id == event_id, admission.c.voided_at.is_(None))
    rows = connection.execute(query.group_by(admission.c.attendee_id))
    return {row.attendee_id: row[1] for row in rows}
