"""The objects that --json shows. Their keys are promised in README.md, and pinned by a test."""

from typing import Any

from checkin.cli.output import instant
from checkin.domain.admission import Member, Verdict
from checkin.domain.attendee import Attendee
from checkin.domain.event import Event
from checkin.intake.proposals import PersonName, Problem, Proposal, Reading, Reply

Shape = dict[str, Any]
COMING = frozenset({Reply.CONFIRMED, Reply.TENTATIVE})


def event(value: Event) -> Shape:
    """Return an event: its facts, its programme and its checkpoints."""
    return {
        "id": str(value.id),
        "title": value.title,
        "subject": value.subject,
        "organiser": value.organiser,
        "reply_to": value.reply_to,
        "building": value.building,
        "address": value.address,
        "starts": instant(value.starts),
        "ends": instant(value.ends),
        "programme": [
            {
                "starts": instant(slot.starts),
                "ends": instant(slot.ends),
                "title": slot.title,
                "speakers": slot.speakers,
            }
            for slot in value.programme
        ],
        "checkpoints": [
            {"id": str(place.id), "kind": place.kind.value, "name": place.name, "capacity": place.capacity}
            for place in value.checkpoints
        ],
    }


def attendee(value: Attendee) -> Shape:
    """Return one person; `position` 0 is the lead of the party."""
    return {
        "id": str(value.id),
        "party": str(value.party_id),
        "position": value.position,
        "given_name": value.given_name,
        "family_name": value.family_name,
        "title": value.title,
        "email": value.email,
        "organisation": value.organisation,
        "function": value.function,
        "status": value.status.value,
        "mark": value.mark.value,
        "assistance": value.assistance,
        "note": value.note,
    }


def member(value: Member) -> Shape:
    """Return one person and whether they are here."""
    there = value.admission
    return attendee(value.attendee) | {
        "admission": str(there.id) if there else None,
        "admitted_at": instant(there.at) if there else None,
    }


def verdict(value: Verdict) -> Shape:
    """Return what the rules say of a scan: who it is, and their party."""
    return {
        "verdict": value.kind.value,
        "attendee": member(value.holder) if value.holder else None,
        "party": [member(one) for one in value.party],
    }


def reading(file: str, value: Reading) -> Shape:
    """Return what was understood of a file: of a list those who come, of a mailbox every message."""
    kept = [one for one in value.proposals if one.source.message is not None or one.reply in COMING]
    return {
        "file": file,
        "attendees": [_proposal(one) for one in kept],
        "not_coming": value.not_coming,
        "rejected": rejected(value.problems),
        "error": None,
    }


def unreadable(file: str, error: str) -> Shape:
    """Return what is said of a file that is refused whole."""
    return {"file": file, "attendees": [], "not_coming": 0, "rejected": [], "error": error}


def rejected(problems: tuple[Problem, ...]) -> list[Shape]:
    """Return the lines that could not be taken."""
    return [{"line": one.line, "reason": one.reason} for one in problems]


def _proposal(value: Proposal) -> Shape:
    return {
        "status": value.reply.value,
        "given_name": value.name.given_name,
        "family_name": value.name.family_name,
        "email": value.email,
        "organisation": value.organisation,
        "companions": [_name(one) for one in value.companions],
        "unnamed_companions": value.unnamed_companions,
        "notes": value.notes,
        "sure": value.sure,
        "source": _source(value),
    }


def _name(value: PersonName) -> Shape:
    return {"given_name": value.given_name, "family_name": value.family_name}


def _source(value: Proposal) -> Shape:
    if value.source.message is not None:
        return {"message": value.source.message}
    return {"line": value.source.line}
