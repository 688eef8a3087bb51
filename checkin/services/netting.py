"""What a whole import comes to: what is said of someone twice is shown once, where it was said last."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.services.changes import Change, Pair


def net(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes with each person once, as they were before all of them and are after all of them.

    Whoever is new, and does not come in the end, is not there at all.
    """
    before: dict[UUID, Attendee | None] = {}
    after: dict[UUID, Attendee] = {}
    last: dict[UUID, int] = {}
    for at, change in enumerate(changes):
        for was, now in change.people:
            before.setdefault(now.id, was)
            after[now.id] = now
            if now.id not in last or was != now or _is_at_home(now, change):
                last[now.id] = at
    absent = _absent(before, after.values())
    return tuple(
        _netted(change, [(before[one], after[one]) for one in _ids(change) if last[one] == at], absent)
        for at, change in enumerate(changes)
    )


def _netted(change: Change, people: Iterable[Pair], absent: set[UUID]) -> Change:
    kept = tuple(pair for pair in people if pair[1].id not in absent)
    corrected = bool(change.people) and change.people[0][1].id not in {now.id for _was, now in kept}
    return replace(change, people=kept, is_corrected=corrected)


def _ids(change: Change) -> dict[UUID, None]:
    return dict.fromkeys(now.id for _was, now in change.people)


def _is_at_home(person: Attendee, change: Change) -> bool:
    """Whether someone is of the party of whom the change is."""
    return person.party_id == change.people[0][1].party_id


def _absent(before: dict[UUID, Attendee | None], people: Iterable[Attendee]) -> set[UUID]:
    """Return who is new and does not come; someone new stays who leads others that do."""
    new = [person for person in people if before[person.id] is None]
    awaited = {person.party_id for person in new if person.is_expected}
    return {
        person.id
        for person in new
        if not person.is_expected and not (person.is_lead and person.party_id in awaited)
    }
