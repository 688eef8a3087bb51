"""Which earlier imports are versions of one list, and who stood on them and doesn't any more."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from uuid import UUID

from checkin.domain.attendee import Attendee, Status
from checkin.domain.folding import words
from checkin.intake.proposals import Reading, Source
from checkin.services.changes import Change, Gone
from checkin.services.gathering import is_mail
from checkin.store.imports import Import

# « Invités v2 (final).xlsx », « invites_2022-11-20 - copie.xlsx » and « Invités.xlsx » are one list.
_VERSION = re.compile(
    r"\d+|v|version|final|finale?s?|def|definitif|definitive|copie|copy|de|of|corrige|corrigee|maj|new|nouveau"
)
_ENOUGH = 2  # a list that holds one in so many of another's people is its newer version


def key_of_list(reading: Reading) -> str:
    """Return what the versions of one list share: its name without numbers; empty for mail."""
    if is_mail(reading) or "://" in reading.file:
        return ""
    stem = re.sub(r"\d+", " ", PurePath(reading.file).stem.replace("_", " "))
    kept = [word for word in words(stem) if not _VERSION.fullmatch(word)]
    return " ".join(kept) + "|" + " ".join(words(re.sub(r"\d+", " ", reading.sheet)))


def _is_one_list(one: str, other: str) -> bool:
    """Whether two keys are of one list: the same name, and the same sheet where both have sheets."""
    (name, _bar, sheet), (other_name, _bar, other_sheet) = one.partition("|"), other.partition("|")
    return name == other_name and (not sheet or not other_sheet or sheet == other_sheet)


def gone_since(
    key: str,
    earlier: Sequence[tuple[Import, Mapping[UUID, int]]],
    changes: Sequence[Change],
    stored: Sequence[Attendee],
) -> tuple[Gone, ...]:
    """Return the parties still expected that earlier versions of the list had, and `changes` have not.

    `earlier` are imports of lists, the newest first, each with who stood on it and on which line.
    """
    seen = {now.id for change in changes for _was, now in change.people}
    stood: dict[UUID, Source] = {}
    for one, lines in earlier:
        if seen and (_is_one_list(one.list_key, key) or _ENOUGH * len(seen & lines.keys()) >= len(lines) > 0):
            for person, line in lines.items():
                stood.setdefault(person, Source(one.source, line))
    return tuple(_gone(stored, seen, stood))


def _gone(stored: Sequence[Attendee], seen: set[UUID], stood: Mapping[UUID, Source]) -> list[Gone]:
    leads = [one for one in stored if one.is_lead and one.id in stood and one.id not in seen]
    parties: dict[UUID, list[Attendee]] = {lead.party_id: [] for lead in leads if lead.is_expected}
    for person in stored:
        if person.party_id in parties and person.id not in seen and person.is_expected:
            parties[person.party_id].append(person)
    return [
        Gone(stood[people[0].id], tuple((one, replace(one, status=Status.CANCELLED)) for one in people))
        for people in parties.values()
    ]
