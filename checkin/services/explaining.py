"""What reception is told beside a verdict: since when, which event, what replaced it."""

from dataclasses import replace

from checkin.domain.admission import Circumstances, Known, Verdict, VerdictKind
from checkin.services.context import Context
from checkin.store import events, passages, tickets
from checkin.store.database import Connection

_EXPLAINED = {VerdictKind.ALREADY_ADMITTED, VerdictKind.REVOKED, VerdictKind.OTHER_EVENT}


def explained(context: Context, verdict: Verdict, known: Known | None = None) -> Verdict:
    """Return the verdict with what explains it; most need nothing, and ask the database for nothing."""
    if verdict.kind not in _EXPLAINED:
        return verdict
    with context.database.reading() as connection:
        return replace(verdict, because=_circumstances(connection, context, verdict, known))


def _circumstances(
    connection: Connection, context: Context, verdict: Verdict, known: Known | None
) -> Circumstances:
    room, holder = context.event.room, verdict.holder
    if verdict.kind is VerdictKind.OTHER_EVENT:
        ticket = known.ticket if known else None
        other = events.get(connection, ticket.event_id) if ticket else None
        return Circumstances(event_title=other.title, event_starts=other.starts) if other else Circumstances()
    if holder is None:
        return Circumstances()
    if verdict.kind is VerdictKind.REVOKED:
        return Circumstances(replaced_at=tickets.live_since(connection, holder.attendee.id))
    since = passages.of(connection, holder.attendee.id, room.id) if room else []
    return Circumstances(passages=tuple(since))
