"""From a file to the list: read, shown as a difference, applied in one transaction, undone in one."""

import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.intake.files import read
from checkin.intake.proposals import Problem, Proposal, Reading
from checkin.services import mailbox
from checkin.services.changes import Change, ChangeKind, Choices, Gone, Meeting, Pair
from checkin.services.comparing import compare
from checkin.services.context import Context
from checkin.services.gathering import Found, Gathered, KeepGoing, gather, is_mail
from checkin.services.layouts import Survey, kept, key_of_shape, keys_of, recalled
from checkin.services.mailbox import Account
from checkin.services.netting import net
from checkin.services.undoing import Undo, take_back
from checkin.services.versions import gone_since, key_of_list
from checkin.store import attendees, events, imports, left_messages, shapes
from checkin.store.database import Connection
from checkin.store.imports import Import, Imported

__all__ = ["ALL", "Applied", "Importing", "PastImport", "Plan", "Undo"]

ALL = Choices()


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do, for a person to look at; nothing is recorded yet."""

    reading: Reading
    changes: tuple[Change, ...]
    gone: tuple[Gone, ...] = ()
    left_before: frozenset[int] = frozenset()  # places of messages that a person has left before

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The lines that could not be read, and why."""
        return self.reading.problems

    def of_kind(self, kind: ChangeKind) -> list[Change]:
        """Return the changes of one kind, in the order of the file."""
        return [change for change in self.changes if change.kind is kind]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Those who may be one person with somebody known, and of whom something is to be decided."""
        return tuple(
            meeting
            for change in self.changes
            for meeting in change.meetings
            if change.kind is not ChangeKind.SAME or not meeting.is_one
        )

    @property
    def changes_something(self) -> bool:
        """Whether applying it as it stands would do anything."""
        return any(change.kind in {ChangeKind.NEW, ChangeKind.CHANGED} for change in self.changes)


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did: who is new, and who changed (before, after); `id` undoes it."""

    id: UUID
    added: tuple[Attendee, ...]
    changed: tuple[tuple[Attendee, Attendee], ...]


@dataclass(frozen=True, slots=True)
class PastImport:
    """An import of this event, and how many people it added and changed."""

    record: Import
    added: int
    changed: int


@dataclass(frozen=True, slots=True)
class Importing:
    """The list of one event, fed from files."""

    context: Context

    def read(self, path: Path) -> Reading:
        """Return what was understood of a file; raises InputError for one that can't be read at all."""
        return read(path, path.name)

    def gather(self, paths: Sequence[Path], keep_going: KeepGoing = lambda _done, _total: True) -> Gathered:
        """Return what was understood of files and folders, and which are refused."""
        return gather(paths, self.recall, keep_going)

    def recall(self, survey: Survey) -> Survey:
        """Return a survey as a list of its shape was had read before."""
        with self.context.database.reading() as connection:
            return recalled(survey, shapes.find(connection, keys_of(survey)))

    def remember(self, survey: Survey) -> None:
        """Remember how a person had a list read, for others of its shape."""
        context = self.context
        with context.database.transaction() as connection:
            shapes.keep(
                connection,
                key_of_shape(survey),
                kept(survey),
                context.now(),
                context.operator,
                context.desk,
            )

    def read_mailbox(
        self, account: Account, password: str, since: date | None, keep_going: KeepGoing
    ) -> Gathered:
        """Return what was understood of a mailbox; raises what `services.mailbox.read` does."""
        return Gathered((Found(mailbox.read(account, password, since, keep_going)),))

    def last_mailbox(self) -> Account | None:
        """Return the mailbox that was imported last, None where none was."""
        with self.context.database.reading() as connection:
            found = imports.all_of(connection, self.context.event.id)
        addresses = (one.source for one in found if "://" in one.source)
        return next((mailbox.account_at(address) for address in addresses), None)

    def preview(self, reading: Reading, choices: Choices = ALL) -> Plan:
        """Return what applying `reading` would change; nothing is recorded."""
        with self.context.database.reading() as connection:
            return self._plan(connection, reading, choices)

    def apply(self, reading: Reading, left: Container[int] = (), choices: Choices = ALL) -> Applied:
        """Record what `reading` changes and a person chose, all of it or nothing, so that it can be undone.

        `left` holds the places (0, 1, …) of more proposals to leave. The list is compared anew, so what
        another desk changed since the preview is not overwritten unseen.
        """
        places = frozenset(place for place in range(len(reading.proposals)) if place in left)
        choices = replace(choices, left=choices.left | places)
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            plan = self._plan(connection, reading, choices)
            applied = _net(self.context.new_id(), plan, choices)
            if applied.added or applied.changed:
                self._write(connection, applied)
                self._record(connection, plan, applied)
                added, changed = len(applied.added), len(applied.changed)
                self.context.note(connection, "import", applied.id, added=added, changed=changed)
        return applied

    def leave(self, proposals: Iterable[Proposal]) -> None:
        """Remember messages of which a person entered nothing, so that they are not asked about again."""
        context, digests = self.context, [_digest(one) for one in proposals]
        if digests:
            with context.database.transaction() as connection:
                left_messages.keep(
                    connection, context.event.id, digests, context.now(), context.operator, context.desk
                )

    def history(self) -> list[PastImport]:
        """Return the imports of this event, the newest first, those undone among them."""
        with self.context.database.reading() as connection:
            found = imports.all_of(connection, self.context.event.id)
            counts = imports.counts(connection, self.context.event.id)
        return [PastImport(one, *counts.get(one.id, (0, 0))) for one in found]

    def written_of(self, attendee_id: UUID) -> list[tuple[str, str]]:
        """Return where someone was read, and what was written of them there, the newest first."""
        with self.context.database.reading() as connection:
            return imports.written_of(connection, attendee_id)

    def undo(self, import_id: UUID) -> Undo:
        """Take an import back, in one transaction; but for DONE, nothing is done, and the answer says why."""
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            if import_id not in {one.id for one in self._standing(connection)}:
                return Undo.ALREADY
            return take_back(self.context, connection, import_id)

    def _standing(self, connection: Connection) -> list[Import]:
        """Return the imports that were not undone, the newest first."""
        found = imports.all_of(connection, self.context.event.id)
        return [one for one in found if one.undone_at is None]

    def _plan(self, connection: Connection, reading: Reading, choices: Choices) -> Plan:
        stored = attendees.all_of(connection, self.context.event.id)
        changes = self._compared(reading, stored, choices)
        everyone = changes
        if choices.left:  # those left are still on the list
            everyone = self._compared(reading, stored, ALL)
        gone = self._gone(connection, reading, everyone, stored)
        return Plan(reading, net(changes), gone, self._left_before(connection, reading))

    def _left_before(self, connection: Connection, reading: Reading) -> frozenset[int]:
        if not is_mail(reading):
            return frozenset()
        left = left_messages.all_of(connection, self.context.event.id)
        proposals = enumerate(reading.proposals)
        return frozenset(place for place, one in proposals if left and _digest(one) in left)

    def _compared(self, reading: Reading, stored: Sequence[Attendee], choices: Choices) -> tuple[Change, ...]:
        new_id, has_answers = self.context.new_id, reading.has_answers
        return compare(reading.proposals, stored, new_id, choices, has_answers=has_answers)

    def _gone(
        self,
        connection: Connection,
        reading: Reading,
        changes: Sequence[Change],
        stored: Sequence[Attendee],
    ) -> tuple[Gone, ...]:
        key = key_of_list(reading)
        earlier = [one for one in self._standing(connection) if one.list_key] if key else []
        lines = imports.lines_of(connection, [one.id for one in earlier])
        return gone_since(key, [(one, lines[one.id]) for one in earlier], changes, stored)

    def _write(self, connection: Connection, applied: Applied) -> None:
        # First those who move: someone new may be given a place that they leave.
        attendees.change(connection, self.context.event.id, [after for _before, after in applied.changed])
        attendees.add(connection, self.context.event.id, applied.added)

    def _record(self, connection: Connection, plan: Plan, applied: Applied) -> None:
        context = self.context
        record = Import(
            applied.id,
            context.now(),
            context.operator,
            context.desk,
            plan.reading.file,
            key_of_list(plan.reading),
        )
        imports.add(connection, context.event.id, record, _touched(plan, applied))


def _digest(proposal: Proposal) -> bytes:
    """Return what one message is known by, whichever file it lies in: who wrote it, and what."""
    said = "\x1f".join((proposal.email, proposal.text, *proposal.evidence))
    return hashlib.sha256(said.encode(errors="replace")).digest()


def _net(identity: UUID, plan: Plan, choices: Choices) -> Applied:
    """Return what a plan comes to with what was chosen."""
    pairs = list(_pairs(plan, choices))
    added = tuple(now for was, now in pairs if was is None)
    known = ((was, _as_chosen(was, now, choices)) for was, now in pairs if was is not None)
    return Applied(identity, added, tuple((was, now) for was, now in known if was != now))


def _pairs(plan: Plan, choices: Choices) -> Iterator[Pair]:
    """Yield everyone of the replies, then those taken off the list whom no reply touches."""
    met: set[UUID] = set()
    for change in plan.changes:
        met.update(now.id for _was, now in change.people)
        yield from change.people
    for gone in plan.gone:
        if gone.lead.party_id in choices.gone:
            yield from (pair for pair in gone.people if pair[1].id not in met)


def _as_chosen(was: Attendee, now: Attendee, choices: Choices) -> Attendee:
    """Return someone as they come out, with the fields as they were that are to stay so."""
    kept = {field: getattr(was, field) for one, field in choices.kept if one == now.id}
    return replace(now, **kept) if kept else now


def _touched(plan: Plan, applied: Applied) -> list[Imported]:
    """Return everyone an import touches or meets again, and what was written of them."""
    images: dict[UUID, tuple[Attendee | None, Attendee]] = {one.id: (None, one) for one in applied.added}
    images |= {now.id: (was, now) for was, now in applied.changed}
    stood = {now.id: change for change in plan.changes for _was, now in change.people}
    ids = dict.fromkeys((*images, *stood))
    return [_imported(one, images.get(one, (None, None)), stood.get(one)) for one in ids]


def _imported(
    identity: UUID, image: tuple[Attendee | None, Attendee | None], change: Change | None
) -> Imported:
    line = change.source.line if change else None
    proposal = change.proposal if change else None
    written = (" ".join(proposal.evidence) or proposal.name.written) if proposal else ""
    return Imported(identity, line, written, *image)
