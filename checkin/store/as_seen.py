"""An admission written while what was seen at the scan is still so: asked and answered by the INSERT itself.

Nothing is decided here. Where it is no longer so, nothing is written, and the verdict is for `decide`.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Table, bindparam, exists, select

from checkin.domain.admission import Admission
from checkin.domain.attendee import Status
from checkin.domain.identity.checks import IdentityCheck
from checkin.store import admissions
from checkin.store.database import insert_chosen
from checkin.store.tables import admission, attendee, identity_check, ticket

_CHECKED = [one.name for one in fields(IdentityCheck) if one.name != "digest"]
_ADMITTED = [one.name for one in fields(Admission) if not one.name.startswith("void")]
_STILL = (
    attendee.c.id == bindparam("attendee_id"),
    attendee.c.event_id == bindparam("event_id"),
    attendee.c.status == bindparam("status"),
    ~exists().where(ticket.c.id == bindparam("ticket_id"), ticket.c.revoked_at.is_not(None)),
)
_NOT_IN = ~exists().where(
    admission.c.attendee_id == bindparam("attendee_id"),
    admission.c.checkpoint_id == bindparam("checkpoint_id"),
    admission.c.voided_at.is_(None),
)


def _given(table: Table, names: Iterable[str]) -> Select[Any]:
    """Return the query for one row of a table, of values given by these names, if all is as it was seen."""
    row = [bindparam(name, type_=table.c[name].type).label(name) for name in names]
    return select(*row).select_from(attendee).where(*_STILL)


_CHECK = _given(identity_check, ["event_id", *_CHECKED]).where(_NOT_IN)
_ADMISSION = _given(admission, ["event_id", "ticket_id", "identity_check_id", *_ADMITTED])


def admit(
    connection: Connection,
    event_id: UUID,
    new: Admission,
    status: Status,
    *,
    ticket_id: UUID | None = None,
    check: IdentityCheck | None = None,
) -> bool:
    """Record an admission and its identity check if the person still has this status, and the ticket counts.

    False, with nothing recorded, where one of them changed, or where somebody admitted the person meanwhile:
    the unique index arbitrates between desks.
    """
    seen = {"event_id": event_id, "ticket_id": ticket_id, "status": status}
    if check is not None:
        row = {name: getattr(check, name) for name in _CHECKED}
        given = seen | row | {"checkpoint_id": new.checkpoint_id}
        if not insert_chosen(connection, identity_check, _CHECK).rows(connection, given):
            return False
        admissions.add_document(connection, event_id, check)
    row = {name: getattr(new, name) for name in _ADMITTED}
    given = seen | row | {"identity_check_id": check.id if check else None}
    return bool(insert_chosen(connection, admission, _ADMISSION).rows(connection, given))
