"""From a scan to an admission: the scan shows, the identity decision admits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from checkin.domain.admission import Admission, Exemption, Member, Refusal, Verdict, decide
from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import IdentityCheck
from checkin.domain.ticket import Unreadable, digest, read
from checkin.services.context import Context
from checkin.services.explaining import explained
from checkin.store import admissions, as_seen, attendees, badges, tickets
from checkin.store.admissions import Arrival
from checkin.store.database import Connection

__all__ = ["Admitting", "Arrival", "Entry"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one person's entry.

    `is_new` is True for exactly one of all who try to admit the same person at once; `admission` is then the
    one just recorded, else the one that was there; None where the rules refuse, as `verdict` says.
    """

    verdict: Verdict
    admission: Admission | None
    is_new: bool

    @property
    def is_in(self) -> bool:
        """Whether the person is admitted, now or before."""
        return self.admission is not None


@dataclass(frozen=True, slots=True)
class Admitting:
    """The entrance of one event at one desk."""

    context: Context

    def scan(self, text: str) -> Verdict:
        """Return the verdict on a scanned or typed text; nothing is recorded."""
        code = read(text)
        if isinstance(code, Unreadable):
            return decide(code, self.context.event)
        with self.context.database.asking() as connection:
            known = tickets.known(connection, self.context.event, digest(code))
        return explained(self.context, decide(known, self.context.event), known)

    def look_up(self, attendee_id: UUID) -> Verdict:
        """Return the verdict on someone found by name; nothing is recorded."""
        with self.context.database.asking() as connection:
            verdict = self._verdict(connection, attendee_id)
        return explained(self.context, verdict)

    def new_admission_id(self) -> UUID:
        """Return an id for an admission about to be tried; every retry carries the same one."""
        return self.context.new_id()

    def admit(
        self,
        attendee_id: UUID,
        admission_id: UUID,
        check: IdentityCheck | None = None,
        ticket_id: UUID | None = None,
        exemption: Exemption | None = None,
        *,
        seen: Verdict | None = None,
    ) -> Entry:
        """Record the admission of one person after the identity decision, and say what became of it.

        Asked again with the same `admission_id`, it answers the same. A person whose ticket was revoked or
        who declined since the scan is refused, as the entry's verdict says, unless a supervisor gave an
        `exemption`; nothing admits someone twice. `seen` is as for `admit_party`.
        """
        return self.admit_party([(attendee_id, admission_id, check)], ticket_id, exemption, seen)[0]

    def admit_party(
        self,
        entries: Sequence[tuple[UUID, UUID, IdentityCheck | None]],
        ticket_id: UUID | None = None,
        exemption: Exemption | None = None,
        seen: Verdict | None = None,
    ) -> list[Entry]:
        """Record several admissions in one go: attendee id, admission id and identity check of each.

        `ticket_id` is the ticket that was scanned, the lead's or anyone's of the party. `seen` is the verdict
        of the scan, where it is at hand: as long as it still holds nothing is read again, and the entries'
        verdicts show the rest of the party as it was then.
        """
        done: list[Entry] = []
        with self.context.database.transaction() as connection:
            for attendee_id, admission_id, check in entries:
                new = self._new(attendee_id, admission_id)
                entry = self._admit_as_seen(connection, new, check, ticket_id, seen)
                entry = entry or self._admit(connection, new, check, ticket_id, exemption)
                seen = entry.verdict if entry.is_new else None
                done.append(entry)
        return done

    def refuse(self, attendee_id: UUID, reason: Refusal) -> None:
        """Record that someone was turned away at the entrance, and why; nothing of theirs is used up."""
        with self.context.database.transaction() as connection:
            self.context.note(connection, "admission.refuse", attendee_id, reason=reason.value)

    def badge_due(self, admission_id: UUID) -> bool:
        """Return whether to print an admission's badge now: True once, wherever and however often asked."""
        context = self.context
        with context.database.transaction() as connection:
            return badges.take(
                connection,
                context.event.id,
                admission_id,
                at=context.now(),
                operator=context.operator,
                desk=context.desk,
            )

    def reprint_badge(self, admission_id: UUID) -> int:
        """Record one more badge, printed on purpose; return how many that makes, 0 if none was before."""
        with self.context.database.transaction() as connection:
            copies = badges.count_again(connection, admission_id)
            self.context.note(connection, "badge.reprint", admission_id, copies=copies)
            return copies

    def void(self, admission_id: UUID, reason: str) -> bool:
        """Undo an admission: voided with who and why, never deleted. False when it was voided already."""
        with self.context.database.transaction() as connection:
            done = admissions.void(
                connection, admission_id, self.context.now(), self.context.operator, reason
            )
            if done:
                self.context.note(connection, "admission.void", admission_id)
            return done

    def latest(self, limit: int = 20) -> Sequence[Arrival]:
        """Return the last admissions, the latest first, the voided ones too."""
        with self.context.database.reading() as connection:
            return admissions.latest(connection, self.context.event.id, limit)

    def counts(self) -> tuple[int, int]:
        """Return how many have been admitted, and how many attendees are expected in all."""
        with self.context.database.reading() as connection:
            here = admissions.count(connection, self.context.event.id)
            return here, attendees.count_expected(connection, self.context.event.id)

    def _verdict(self, connection: Connection, attendee_id: UUID, ticket_id: UUID | None = None) -> Verdict:
        known = tickets.known_by_id(connection, self.context.event, attendee_id, ticket_id)
        return decide(known, self.context.event)

    def _new(self, attendee_id: UUID, admission_id: UUID) -> Admission:
        context = self.context
        return Admission(
            admission_id,
            attendee_id,
            context.event.entrance.id,
            context.now(),
            context.operator,
            context.desk,
        )

    def _admit_as_seen(
        self,
        connection: Connection,
        new: Admission,
        check: IdentityCheck | None,
        ticket_id: UUID | None,
        seen: Verdict | None,
    ) -> Entry | None:
        """Record an admission that the verdict at hand allows; None where it does not, or no longer."""
        person = _welcomed(seen, new.attendee_id)
        if seen is None or person is None:
            return None
        event_id = self.context.event.id
        if not as_seen.admit(connection, event_id, new, person.status, ticket_id=ticket_id, check=check):
            return None
        return Entry(_after(seen, new), new, is_new=True)

    def _admit(
        self,
        connection: Connection,
        new: Admission,
        check: IdentityCheck | None,
        ticket_id: UUID | None,
        exemption: Exemption | None,
    ) -> Entry:
        event_id = self.context.event.id
        verdict = self._verdict(connection, new.attendee_id, ticket_id)
        is_exempt = exemption is not None and verdict.may_insist
        if not (verdict.may_enter or is_exempt):
            return _refused(verdict, new.id)
        if check is not None:
            admissions.add_check(connection, event_id, check)
        is_new = admissions.admit(connection, event_id, new, ticket_id, check.id if check else None)
        if is_new and is_exempt and exemption is not None:
            self.context.note(
                connection, "admission.exempt", new.id, verdict=verdict.kind.value, reason=exemption.value
            )
        if is_new:
            return Entry(_after(verdict, new), new, is_new=True)
        there = admissions.standing(connection, new.attendee_id, new.checkpoint_id)
        verdict = self._verdict(connection, new.attendee_id)
        return Entry(verdict, there, is_new=there is not None and there.id == new.id)


def _welcomed(seen: Verdict | None, attendee_id: UUID) -> Attendee | None:
    """Return the person of this id whom a verdict lets in, if it does."""
    if seen is None or not seen.may_enter:
        return None
    return next((one.attendee for one in seen.waiting if one.attendee.id == attendee_id), None)


def _refused(verdict: Verdict, admission_id: UUID) -> Entry:
    """Return the entry for a verdict that admits nobody; a retry of the standing admission is its success."""
    there = verdict.holder.admission if verdict.holder else None
    return Entry(verdict, there, is_new=there is not None and there.id == admission_id)


def _after(verdict: Verdict, new: Admission) -> Verdict:
    """Return the verdict as a scan would now give it, without asking the database again."""
    party = tuple(
        Member(member.attendee, new) if member.attendee.id == new.attendee_id else member
        for member in verdict.party
    )
    holder = next(member for member in party if member.attendee.id == new.attendee_id)
    return replace(verdict, holder=holder, party=party)
