"""The page « Entrance »: scan, look, check the document, admit; by keyboard alone, one field for all of it.

Nothing here decides: the verdict and the record are the services'. No dialog ever stands before the next
scan, which simply replaces what is shown.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from checkin import words
from checkin.domain.admission import Member, Verdict
from checkin.domain.errors import CheckinError
from checkin.domain.identity.checks import DocumentKind, IdentityCheck, OverrideReason
from checkin.domain.identity.document import Document, Unread
from checkin.domain.ticket import Unreadable, read
from checkin.gui.door.counter import Counter
from checkin.gui.door.latest import Done
from checkin.gui.door.members import Members, Shown
from checkin.gui.door.mrz_lines import MrzLines
from checkin.gui.door.scan_field import ScanField
from checkin.gui.door.side import Side
from checkin.gui.door.visit import KINDS, REASONS, Visit
from checkin.gui.door.visit_card import VisitCard
from checkin.gui.page import Frame, Page
from checkin.gui.scanning.scanners import Scanners
from checkin.gui.sounds import Sound
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice, notice_of
from checkin.gui.widgets.empty import EmptyState
from checkin.language import _, n_
from checkin.services.admitting import Arrival

if TYPE_CHECKING:
    from checkin.gui.tasks import Job

_FOUND = 30
_EVERYONE = 9  # F9


class EntrancePage(Page):
    """One desk at the entrance."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.visit: Visit | None = None
        self._lines = MrzLines(self.desk.identifying.read)
        self._pending: Document | None = None  # read before anyone was chosen
        self._search: Job | None = None
        self.field = ScanField(_("Scan a code, or type a name"))
        self.card, self.found = VisitCard(), Members()
        self.side = Side(self, Counter(_("Admissions")), _("Last admissions"))
        self._idle = EmptyState(
            "scan",
            _("Ready"),
            _("Scan the code of a confirmation, the strip of an identity document, or type a name."),
        )
        self.scanners = Scanners(self)
        self._lay_out()
        self._connect()

    def enter(self) -> None:
        """Count anew, and wait for a scan."""
        self.field.setFocus()
        self._refresh()

    def _connect(self) -> None:
        self.scanners.scanned.connect(self._enter_scanned)
        self.field.entered.connect(self._enter_pressed)
        self.field.typed.connect(self._search_for)
        self.field.moved.connect(self._step)
        self.field.put_aside.connect(self.put_aside)
        self.field.ticked.connect(self._tick)
        self.field.function.connect(self._function)
        self.card.confirmed.connect(self.admit)
        self.card.put_aside.connect(self.put_aside)
        self.card.members.pressed.connect(lambda _at: self._tick())
        self.card.strip.kind_chosen.connect(self._choose_kind)
        self.card.strip.overridden.connect(self._override)
        self.found.pressed.connect(lambda _at: self._open_found())
        self.side.latest.finished.connect(self.field.setFocus)
        self.side.latest.scanned.connect(self.scan)
        self.side.undo_with(self.desk.admitting.void)
        self.side.undone.connect(self.put_aside)
        self.side.undone.connect(self._refresh)

    # What Enter means: a code, a document, the row that the search found, or the admission.

    def _enter_pressed(self, text: str) -> None:
        if not text:
            self._enter_alone()
        elif read(text) is not Unreadable.FOREIGN:
            self.scan(text)
        elif self._lines.takes(text):
            self._read_document(text)
        elif self._stack.currentWidget() is self.found and self.found.current():
            self._open_found()
        else:
            self._search_then_open(text)

    def _enter_scanned(self, text: str) -> None:
        """Take what a scanner read: a document, a code, or what is no code; never a name to search."""
        if self._lines.takes(text):
            self._read_document(text)
        else:
            self.scan(text)

    def _enter_alone(self) -> None:
        if self._stack.currentWidget() is self.found:
            self._open_found()
        else:
            self.admit()

    def scan(self, text: str) -> None:
        """Show the verdict on a scanned or typed code."""
        self._lines.clear()
        self._pending = None
        self.run(lambda _job: self.desk.admitting.scan(text), self._show_verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._show(Visit.of(verdict))
        if self._pending is not None and self.visit and self.visit.chosen:
            self._compare(self._pending)
        self._pending = None

    def _show(self, visit: Visit, at: int | None = None, *, is_heard: bool = True) -> None:
        self.visit = visit
        look = self.card.show_visit(visit, at)
        self._stack.setCurrentWidget(self.card)
        if is_heard:
            self.frame.sounds.play(look.sound)

    def put_aside(self) -> None:
        """Put the card aside; nothing is used up."""
        self.visit, self._pending = None, None
        self._lines.clear()
        self._stack.setCurrentWidget(self._idle)

    # The search.

    def _search_for(self, text: str) -> None:
        if self._search is not None:
            self._search.drop()
        text = text.strip()
        if not text or self._lines.takes(text):
            return
        self._search = self.run(lambda _job: self.desk.searching.find(text, _FOUND), self._show_found)

    def _search_then_open(self, text: str) -> None:
        def show(found: Sequence[Member]) -> None:
            if found:
                self._show_found(found)
            else:
                self.scan(text)  # neither a name nor a code: the verdict says which of the two it is like

        self.run(lambda _job: self.desk.searching.find(text, _FOUND), show)

    def _show_found(self, found: Sequence[Member]) -> None:
        self.visit = None
        self.found.show_all([Shown(member) for member in found])
        self._stack.setCurrentWidget(self.found if found else self._idle)

    def _open_found(self) -> None:
        member = self.found.current()
        if member is not None:
            self.field.clear()
            who = member.attendee.id
            self.run(lambda _job: self.desk.admitting.look_up(who), self._show_verdict)

    # The identity document.

    def _read_document(self, text: str) -> None:
        found = self._lines.add(text)
        if found is None:
            self.frame.say(_("First line read, the next one follows…"))
        elif isinstance(found, Document):
            self._take_document(found)
        else:
            self._tell_unread(found)

    def _tell_unread(self, found: Unread) -> None:
        self.frame.say("")
        said = words.unread(found.reason)
        self.frame.tell(Notice(said.title, said.sentence, Tone.WARNING))

    def _take_document(self, document: Document) -> None:
        self.frame.say("")
        if self.visit is not None and self.visit.chosen:
            self._compare(document)
            return

        def show(found: Sequence[Member]) -> None:
            self._show_found(found)
            self._pending = document if found else None
            if not found:
                text = _("Nobody on the list bears the name of this document.")
                self.frame.tell(Notice(text, _("Search by another name."), Tone.WARNING))
            elif len(found) == 1:
                self._open_found()

        find = self.desk.identifying.find
        self.run(lambda _job: [member for member, _comparison in find(document)], show)

    def _compare(self, document: Document) -> None:
        visit = self.visit
        member = visit.whose(self.card.members.current()) if visit else None
        if visit is not None and member is not None:
            checked = self.desk.identifying.compare(member.attendee, document)
            at = self.card.members.at
            self._show(replace(visit.with_document(member.attendee.id, checked), admitted=()), at)

    def _choose_kind(self, kind: DocumentKind) -> None:
        if self.visit is not None:
            self._show(replace(self.visit, kind=kind), self.card.members.at, is_heard=False)

    def _override(self, reason: OverrideReason) -> None:
        if self.visit is not None:
            self._show(self.visit.with_override(reason), self.card.members.at, is_heard=False)

    def _function(self, number: int) -> None:
        if self.visit is None:
            return
        if number == _EVERYONE:
            self._show(self.visit.with_everyone(), self.card.members.at, is_heard=False)
        elif self.visit.undecided and number <= len(REASONS):
            self._override(REASONS[number - 1])
        elif number <= len(KINDS):
            self._choose_kind(KINDS[number - 1])

    def _tick(self) -> None:
        member = self.card.members.current()
        if self.visit is not None and member is not None:
            visit = replace(self.visit.toggled(member), admitted=())
            self._show(visit, self.card.members.at, is_heard=False)

    # The admission.

    def admit(self) -> None:
        """Record the admission of those chosen; heard and shown once it is stored."""
        visit = self.visit
        if visit is None or not visit.may_admit:
            return
        self.visit = replace(visit, chosen=frozenset())  # a second Enter admits nobody twice
        entries = [
            (who, self.desk.admitting.new_admission_id(), self._check(visit, who)) for who in visit.chosen
        ]
        ticket_id = visit.verdict.ticket_id
        self.run(
            lambda _job: self.desk.admitting.admit_party(entries, ticket_id),
            lambda done: self._show_admitted(
                visit, [one.verdict for one in done if one.is_new], done[-1].verdict
            ),
            failed=lambda error: self._show_not_stored(visit, error),
        )

    def _show_not_stored(self, visit: Visit, error: CheckinError) -> None:
        self._show(visit, is_heard=False)
        self.frame.sounds.play(Sound.ERROR)
        self.frame.tell(notice_of(error))

    def _check(self, visit: Visit, who: UUID) -> IdentityCheck:
        if who not in visit.checked:
            return self.desk.identifying.by_eye(who, visit.kind)
        check, reason = visit.checked[who].check, visit.overrides.get(who)
        return self.desk.identifying.overridden(check, reason) if reason else check

    def _show_admitted(self, visit: Visit, new: Sequence[Verdict], last: Verdict) -> None:
        holder = visit.verdict.holder
        mine = next((m for m in last.party if holder and m.attendee.id == holder.attendee.id), holder)
        shown = Visit(
            replace(last, holder=mine), admitted=tuple(v.holder.attendee.id for v in new if v.holder)
        )
        self._show(shown)
        self._refresh()
        self.frame.say(n_("One person admitted", "{count} people admitted", len(new)).format(count=len(new)))

    def _refresh(self) -> None:
        admitting = self.desk.admitting
        self.side.look(
            admitting.counts, lambda: [_done(one) for one in admitting.latest()], self._show_counts
        )

    def _show_counts(self, counts: tuple[int, int]) -> None:
        here, expected = counts
        of = _("of {count} expected").format(count=expected)
        self.side.counter.show_count(here, expected, of, Tone.SUCCESS)

    def _step(self, by: int) -> None:
        rows = self.found if self._stack.currentWidget() is self.found else self.card.members
        rows.step(by)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for widget in (self._idle, self.found, self.card):
            self._stack.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.field, 1)
        head.addWidget(self.scanners.button())
        left.addLayout(head)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.side)


def _done(one: Arrival) -> Done:
    admission, why = one.admission, ""
    if not admission.counts:
        why = _("Undone by {name}: {reason}").format(name=admission.voided_by, reason=admission.void_reason)
    return Done(admission.id, words.name(one.attendee), admission.at, "welcome", admission.desk, why)
