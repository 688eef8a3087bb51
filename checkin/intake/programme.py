"""An event described in a TOML file, as the demonstration is, and as a script would bring one.

title = "…"          organiser, subject, reply_to, building, address: texts, optional
date = 2022-11-24    the day; the times below are those of Paris
starts = 10:00:00
ends = 12:45:00

[[slot]]             the programme, in order: starts, ends, title, speakers (optional)
[[checkpoint]]       kind = "entrance" or "room", name, capacity (optional, in persons)
[policy]             identity_required, expired_documents, walk_ins, extra_companions, badges,
                     notice_same_document
"""

import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from checkin.domain.errors import InputError
from checkin.domain.event import Checkpoint, CheckpointKind, Event, ExpiredDocuments, Policy, Slot
from checkin.language import PARIS, _

_TEXTS = ("subject", "organiser", "reply_to", "building", "address")


def read_event(path: Path, new_id: Callable[[], UUID]) -> Event:
    """Return the event that a TOML file describes, with ids of its own.

    Raises InputError for a file that can't be read or lacks what an event needs.
    """
    try:
        with path.open("rb") as file:
            told = tomllib.load(file)
        return _event(told, new_id)
    except OSError as error:
        raise InputError(
            _("The file {file} can't be read.").format(file=path.name),
            _("Check where it is, and choose it again."),
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(
            _("The file {file} does not describe an event.").format(file=path.name),
            _("It needs at least a title, a date, a start and an end; see resources/demo/event.toml."),
        ) from error


def _event(told: dict[str, Any], new_id: Callable[[], UUID]) -> Event:
    day: date = told["date"]
    policy = dict(told.get("policy", {}))
    if "expired_documents" in policy:
        policy["expired_documents"] = ExpiredDocuments(policy["expired_documents"])
    return Event(
        id=new_id(),
        title=told["title"],
        starts=_instant(day, told["starts"]),
        ends=_instant(day, told["ends"]),
        **{name: str(told.get(name, "")) for name in _TEXTS},
        programme=tuple(_slot(day, line) for line in told.get("slot", ())),
        checkpoints=tuple(_checkpoint(place, new_id()) for place in told.get("checkpoint", ())),
        policy=Policy(**policy),
    )


def _slot(day: date, line: dict[str, Any]) -> Slot:
    return Slot(
        _instant(day, line["starts"]), _instant(day, line["ends"]), line["title"], line.get("speakers", "")
    )


def _checkpoint(place: dict[str, Any], identity: UUID) -> Checkpoint:
    return Checkpoint(identity, CheckpointKind(place["kind"]), place["name"], place.get("capacity"))


def _instant(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=PARIS).astimezone(UTC)
