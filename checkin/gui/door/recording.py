"""What the entrance records: admissions, each heard and shown once it is stored; refusals; badges due."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from checkin.domain.admission import Member, Refusal, Verdict
from checkin.domain.attendee import Attendee
from checkin.domain.errors import CheckinError
from checkin.domain.identity.checks import IdentityCheck
from checkin.gui.door.visit import Visit
from checkin.gui.page import Page
from checkin.services.admitting import Entry

PrintBadge = Callable[[Attendee], None]


class Recorder(QObject):
    """Records what a visit comes to; `print_badge` is called once an admission, if there are badges."""

    recorded = Signal(object)  # the Visit as it then is: admitted, or refused
    failed = Signal(object, CheckinError)  # the Visit that could not be stored, and why

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.print_badge: PrintBadge | None = None

    def admit(self, visit: Visit) -> None:
        """Record the admission of those chosen, each with their identity check."""
        new_id = self._page.desk.admitting.new_admission_id
        entries = [(who, new_id(), self._check(visit, who)) for who in visit.chosen]
        self._page.run(
            lambda _job: self._store(visit, entries),
            lambda done: self._tell(visit, done),
            failed=lambda error: self.failed.emit(visit, error),
        )

    def refuse(self, visit: Visit, reason: Refusal) -> None:
        """Record that the holder was turned away."""
        holder = visit.verdict.holder
        if holder is not None:
            self._page.run(
                lambda _job: self._page.desk.admitting.refuse(holder.attendee.id, reason),
                lambda _none: self.recorded.emit(Visit(visit.verdict, refused=reason)),
                failed=lambda error: self.failed.emit(visit, error),
            )

    def print_again(self, member: Member) -> None:
        """Record that the badge of someone who is here is printed once more, on purpose, and print it."""
        admission, admitting, show = member.admission, self._page.desk.admitting, self.print_badge
        if admission is not None and show is not None:
            self._page.run(
                lambda _job: admitting.badge_due(admission.id) or admitting.reprint_badge(admission.id),
                lambda _copies: show(member.attendee),
            )

    def _store(
        self, visit: Visit, entries: Sequence[tuple[UUID, UUID, IdentityCheck | None]]
    ) -> Sequence[Entry]:
        """On the worker: give names, and admit."""
        desk, verdict = self._page.desk, visit.verdict
        for who in visit.chosen & visit.names.keys():
            desk.welcoming.rename(who, visit.names[who])
        seen = None if visit.names else verdict  # a name given since is to be read
        return desk.admitting.admit_party(entries, verdict.ticket_id, visit.exemption, seen)

    def _tell(self, visit: Visit, done: Sequence[Entry]) -> None:
        new = [one for one in done if one.is_new]
        admitted = tuple(one.verdict.holder.attendee.id for one in new if one.verdict.holder)
        self.recorded.emit(Visit(_seen_by(visit, done[-1].verdict), admitted=admitted))
        if self.print_badge is not None and self._page.desk.event.policy.badges:
            self._print_badges(new, self.print_badge)

    def _print_badges(self, new: Sequence[Entry], print_badge: PrintBadge) -> None:
        """Print the badges that are due; the admissions stand, whatever becomes of them."""
        is_due = self._page.desk.admitting.badge_due

        def due(_job: object) -> list[Attendee]:
            them = [one.verdict.holder for one in new if one.admission and is_due(one.admission.id)]
            return [holder.attendee for holder in them if holder]

        def print_them(people: Sequence[Attendee]) -> None:
            for person in people:
                print_badge(person)

        self._page.run(due, print_them)

    def _check(self, visit: Visit, who: UUID) -> IdentityCheck | None:
        identifying = self._page.desk.identifying
        if who not in visit.checked:
            is_asked = self._page.desk.event.policy.identity_required
            return identifying.by_eye(who, visit.kind) if is_asked else None
        check, reason = visit.checked[who].check, visit.overrides.get(who)
        return identifying.overridden(check, reason) if reason else check


def _seen_by(visit: Visit, last: Verdict) -> Verdict:
    """Return the verdict after the last of several admissions, about the one who was scanned."""
    holder = visit.verdict.holder
    mine = next((m for m in last.party if holder and m.attendee.id == holder.attendee.id), holder)
    return replace(last, holder=mine)
