"""Taking an import back whole, or saying what of today's list contradicts it."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.services.context import Context
from checkin.store import attendees, imports
from checkin.store.database import Connection
from checkin.store.imports import Imported


class Undo(StrEnum):
    """What became of the wish to take an import back."""

    DONE = "done"
    ALREADY = "already"  # it was undone before, or there is no such import
    CHANGED = "changed"  # somebody it touched has been changed since
    GROWN = "grown"  # a party it brought has grown, or a place was taken
    ISSUED = "issued"  # somebody it brought has a confirmation
    CAME = "came"  # somebody it brought has come


def take_back(context: Context, connection: Connection, import_id: UUID) -> Undo:
    """Take an import of the event back, in the caller's transaction, which holds the event's list."""
    touched = [one for one in imports.people_of(connection, import_id) if one.after or one.before]
    now = {person.id: person for person in attendees.all_of(connection, context.event.id)}
    refusal = _contradiction(touched, now) or _passed(connection, touched)
    if refusal is not None:
        return refusal
    added = [one.attendee_id for one in touched if one.before is None]
    before = [one.before for one in touched if one.before is not None]
    if not attendees.remove_untouched(connection, added):
        return Undo.ISSUED  # a revoked ticket or a voided admission is kept, and so is who had it
    attendees.change(connection, context.event.id, before)
    imports.mark_undone(connection, import_id, context.now(), context.operator)
    context.note(connection, "import.undo", import_id, added=len(added), changed=len(before))
    return Undo.DONE


def _passed(connection: Connection, touched: Sequence[Imported]) -> Undo | None:
    """Say whether undoing would take away someone who has a ticket, or has come."""
    lost = {one.attendee_id for one in touched if one.after and _is_lost(one.before, one.after)}
    issued, came = imports.holders(connection, lost)
    return Undo.CAME if came else Undo.ISSUED if issued else None


def _is_lost(before: Attendee | None, after: Attendee) -> bool:
    """Whether someone was expected through an import only."""
    return after.is_expected and (before is None or not before.is_expected)


def _contradiction(touched: Sequence[Imported], now: Mapping[UUID, Attendee]) -> Undo | None:
    """Say what of today's list contradicts taking an import back, None if nothing does."""
    if any(now.get(one.attendee_id) != one.after for one in touched):
        return Undo.CHANGED
    ids = {one.attendee_id for one in touched}
    brought = {
        one.after.party_id for one in touched if one.before is None and one.after and one.after.is_lead
    }
    places = {(one.before.party_id, one.before.position) for one in touched if one.before is not None}
    others = [person for person in now.values() if person.id not in ids]
    if any(person.party_id in brought or (person.party_id, person.position) in places for person in others):
        return Undo.GROWN
    return None
