"""From a file to the list: read, shown as a difference, applied in one transaction, undone in one."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.intake.files import read
from checkin.intake.proposals import Problem, Reading
from checkin.services.comparing import Change, ChangeKind, compare
from checkin.services.context import Context
from checkin.store import attendees, events
from checkin.store.database import Connection


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, for a person to look at; nothing is recorded yet."""

    reading: Reading
    changes: tuple[Change, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The lines that could not be read, and why."""
        return self.reading.problems

    def of_kind(self, kind: ChangeKind) -> list[Change]:
        """Return the changes of one kind, in the order of the file."""
        return [change for change in self.changes if change.kind is kind]

    @property
    def changes_something(self) -> bool:
        """Whether applying it would do anything."""
        return any(change.kind in {ChangeKind.NEW, ChangeKind.CHANGED} for change in self.changes)


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did: who is new, and who changed (before, after); enough to undo it."""

    added: tuple[Attendee, ...]
    changed: tuple[tuple[Attendee, Attendee], ...]


@dataclass(frozen=True, slots=True)
class Importing:
    """The list of one event, fed from files."""

    context: Context

    def read(self, path: Path) -> Reading:
        """Return what was understood of a file; raises InputError for one that can't be read at all."""
        return read(path, path.name)

    def preview(self, reading: Reading) -> Plan:
        """Return what applying `reading` would change; nothing is recorded."""
        with self.context.database.reading() as connection:
            return self._plan(connection, reading)

    def apply(self, reading: Reading, left: Container[int] = ()) -> Applied:
        """Record what `reading` changes, all of it or nothing.

        `left` holds the places (0, 1, …) of the proposals that the person chose to leave. The list is
        compared anew, so what another desk changed since the preview is not overwritten unseen.
        """
        taken = [proposal for place, proposal in enumerate(reading.proposals) if place not in left]
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            stored = attendees.all_of(connection, self.context.event.id)
            applied = _net(compare(taken, stored, self.context.new_id))
            if applied.added or applied.changed:
                self._write(connection, applied)
                self._note(connection, "import", applied)
        return applied

    def undo(self, applied: Applied) -> bool:
        """Take an import back, in one transaction.

        False, and nothing is done, when someone it brought has been issued a ticket or has come, when what it
        changed has been changed again since, or when a party it brought has grown.
        """
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            now = {person.id: person for person in attendees.all_of(connection, self.context.event.id)}
            if not _is_as_left(applied, now):
                return False
            if not attendees.remove_untouched(connection, [person.id for person in applied.added]):
                return False
            attendees.change(connection, self.context.event.id, [before for before, _ in applied.changed])
            self._note(connection, "import.undo", applied)
        return True

    def _plan(self, connection: Connection, reading: Reading) -> Plan:
        stored = attendees.all_of(connection, self.context.event.id)
        return Plan(reading, compare(reading.proposals, stored, self.context.new_id))

    def _write(self, connection: Connection, applied: Applied) -> None:
        attendees.add(connection, self.context.event.id, applied.added)
        attendees.change(connection, self.context.event.id, [after for _before, after in applied.changed])

    def _note(self, connection: Connection, action: str, applied: Applied) -> None:
        self.context.note(connection, action, added=len(applied.added), changed=len(applied.changed))


def _is_as_left(applied: Applied, now: Mapping[UUID, Attendee]) -> bool:
    """Whether everyone an import touched is as it left them, and nobody joined the parties it brought."""
    left = {person.id: person for person in (*applied.added, *(after for _before, after in applied.changed))}
    brought = {person.party_id for person in applied.added if person.is_lead}
    joined = (person for person in now.values() if person.party_id in brought and person.id not in left)
    return all(now.get(one) == person for one, person in left.items()) and not any(joined)


def _net(changes: Sequence[Change]) -> Applied:
    """Return what a whole import comes to: each person once, as they were before and are after all of it."""
    before: dict[object, Attendee | None] = {}
    after: dict[object, Attendee] = {}
    for change in changes:
        for was, now in change.people:
            before.setdefault(now.id, was)
            after[now.id] = now
    added = tuple(now for key, now in after.items() if before[key] is None)
    pairs = ((before[key], now) for key, now in after.items())
    return Applied(added, tuple((was, now) for was, now in pairs if was is not None and was != now))
