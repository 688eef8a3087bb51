"""The page « Entrance »: scan, look, check the document, admit; by keyboard alone, one field for all of it.

Nothing here decides: the verdict and the record are the services'. No dialog ever stands before the next
scan, which simply replaces what is shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QTimer

from checkin.domain.admission import Exemption, Member, Refusal, Verdict
from checkin.domain.errors import CheckinError
from checkin.domain.identity.checks import DocumentKind, OverrideReason
from checkin.domain.identity.document import Document
from checkin.domain.ticket import Unreadable, read
from checkin.gui.awake import Awake
from checkin.gui.door.counter import Counter
from checkin.gui.door.documents import Documents
from checkin.gui.door.entrance_layout import EntranceLayout
from checkin.gui.door.latest import Done, done_of
from checkin.gui.door.ledger import LIST_KEY, MOST
from checkin.gui.door.other_steps import ADD, EXEMPT, REFUSE, OtherSteps
from checkin.gui.door.recording import Recorder
from checkin.gui.door.visit import KINDS, REASONS, Visit
from checkin.gui.page import Frame, Page
from checkin.gui.scanning.scanners import Scanners
from checkin.gui.sounds import Sound
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import notice_of
from checkin.language import _, n_

_EVERYONE = 9  # F9
_PAUSE = 1500  # ms without an admission, after which the figures are read again


class EntrancePage(Page):
    """One desk at the entrance."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.visit: Visit | None = None
        self._awake, self._counts = Awake(self), (0, 0)
        self._later = QTimer(self, interval=_PAUSE, singleShot=True)
        self._later.timeout.connect(self._refresh)
        self.scanners = Scanners(self, frame.memory)
        self.view = EntranceLayout(
            self, self.scanners.button(), Counter(_("Admissions")), _("Last admissions")
        )
        self.field, self.card, self.finder = self.view.field, self.view.card, self.view.finder
        self.side, self.found = self.view.side, self.view.finder.rows
        self.documents, self.recorder = Documents(self, self.view.mistakes), Recorder(self)
        self.other = OtherSteps(self, self.view.prompt)
        if self.desk.event.policy.badges:
            from checkin.gui.door.badge_printer import BadgePrinter  # noqa: PLC0415 - Qt's printing is slow to load

            self.recorder.print_badge = BadgePrinter(self).print_one
        self._connect()

    def enter(self) -> None:
        """Count anew, and wait for a scan."""
        self._awake.hold()
        self.field.setFocus()
        self._refresh()

    def leave(self) -> None:
        """Let the screen sleep again."""
        self._later.stop()
        self._awake.release()

    def take(self, text: str) -> None:
        """Take a whole reading, of a scanner or a camera: a code, a document, or what is not one of ours."""
        self.frame.move_on()
        if read(text) is not Unreadable.FOREIGN:
            self.scan(text)
        elif self.documents.takes(text):
            self.documents.add(text)
        else:
            self.finder.look_for_name(text, self.field, lambda: self.scan(text))

    def _connect(self) -> None:
        field, card = self.field, self.card
        for signal, slot in (
            (self.scanners.scanned, self.take),
            (field.entered, self._enter_pressed),
            (field.typed, self._typed),
            (field.moved, self._step),
            (field.put_aside, self.put_aside),
            (field.ticked, self._tick),
            (field.function, self._function),
            (card.confirmed, self.admit),
            (card.put_aside, self.put_aside),
            (card.key_pressed, self._function),
            (card.strip.kind_chosen, self._choose_kind),
            (card.strip.overridden, self._override),
            (self.view.prompt.closed, self.field.setFocus),
            (self.view.prompt.scanned, self.take),
            (self.finder.found, self._show_found),
            (self.finder.opened, self.look_up),
            (self.documents.read, self._take_document),
            (self.documents.found, self._show_bearers),
            (self.recorder.recorded, self._show_recorded),
            (self.recorder.failed, self._show_not_stored),
            (self.other.refused, self._refuse),
            (self.other.exempted, self._exempt),
            (self.other.listed, self._show_listed),
            (self.other.badge_wanted, self.recorder.print_again),
            (self.view.ledger.left, self.put_aside),
            (self.side.latest.finished, self.field.setFocus),
            (self.side.latest.scanned, self.take),
            (self.side.undone, self.put_aside),
            (self.side.undone, self._refresh),
        ):
            signal.connect(slot)
        card.members.pressed.connect(lambda _at: self._tick())
        self.side.undo_with(self.desk.admitting.void)

    # What Enter means: a code, a document, the row that the search found, or the admission.

    def _enter_pressed(self, text: str) -> None:
        if not text:
            self.finder.open_current() if self.view.is_searching else self.admit()
        elif read(text) is not Unreadable.FOREIGN or self.documents.takes(text):
            self.take(text)
        elif self.view.is_searching and self.found.current():
            self.finder.open_current()
        else:  # neither a code nor, perhaps, a name: the verdict says which of the two it is like
            self.finder.look_for_and_open(text, lambda: self.scan(text))

    def scan(self, text: str) -> None:
        """Show the verdict on a scanned or typed code."""
        self.documents.forget()
        self._await(lambda: self.desk.admitting.scan(text))

    def look_up(self, who: UUID) -> None:
        """Show the verdict on someone chosen from the search."""
        self.field.clear()
        self._await(lambda: self.desk.admitting.look_up(who))

    def _await(self, verdict: Callable[[], Verdict]) -> None:
        """Ask for a verdict; until it is shown, Enter admits nobody."""
        self.visit = None
        self.frame.move_on()
        self.finder.stop()
        self.run(lambda _job: verdict(), self._show_verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        pending = self.documents.take_pending()
        self.show_visit(Visit.of(verdict))
        if pending is not None and self.visit and self.visit.chosen:
            self._take_document(pending)

    def show_visit(self, visit: Visit, *, at: int | None = None, is_heard: bool = True) -> None:
        """Show a visit, the row `at` current."""
        self.visit = visit
        look = self.card.show_visit(visit, at)
        self._show_keys()
        self.view.show_card()
        if is_heard:
            self.frame.sounds.play(look.sound)

    def _change(self, visit: Visit) -> None:
        """Show the visit after a key: the same row current, and nothing heard."""
        self.show_visit(visit, at=self.card.members.at, is_heard=False)

    def put_aside(self) -> None:
        """Put the card aside; nothing is used up."""
        self.visit = None
        self.frame.move_on()
        self.documents.forget()
        self.finder.stop()
        self.view.show_idle()
        self.field.setFocus()

    def _typed(self, text: str) -> None:
        text = text.strip()
        self.finder.look_for("" if self.documents.takes(text) else text)

    def _show_found(self, is_anybody: bool) -> None:  # noqa: FBT001 - a slot
        self.visit = None
        if is_anybody:
            self.view.show_found()
        else:
            self.view.show_nobody(may_add=self.desk.event.policy.walk_ins)

    # The identity document.

    def _take_document(self, document: Document) -> None:
        visit, member, at = self.visit, self.card.members.current(), self.card.members.at
        if visit is None or not visit.chosen:
            self.documents.find_bearer(document)
            return
        self.visit = None  # until it is compared, Enter admits nobody
        self.run(
            lambda _job: self.documents.compared(visit, member, document),
            lambda compared: self.show_visit(compared, at=at),
            failed=lambda error: self._show_not_stored(visit, error),
        )

    def _show_bearers(self, found: Sequence[Member]) -> None:
        self.finder.show_members(found)
        self._show_found(bool(found))
        if len(found) == 1:
            self.finder.open_current()

    # The keys on a card.

    def _function(self, number: int) -> None:
        visit, prompt = self.visit, self.view.prompt
        if prompt.is_choosing:
            prompt.choose(number - 1)
        elif number == LIST_KEY:
            self._show_ledger()
        elif visit is None:
            self._ask_walk_in(number)
        elif number == _EVERYONE:
            self._change(visit.with_everyone())
        elif visit.undecided and number <= len(REASONS):
            self._override(REASONS[number - 1])
        elif number in {REFUSE, ADD, EXEMPT}:
            self.other.do(number, visit, self.card.members.current())
        elif number <= len(KINDS):
            self._choose_kind(KINDS[number - 1])

    def _choose_kind(self, kind: DocumentKind) -> None:
        if self.visit is not None:
            self._change(replace(self.visit, kind=kind))

    def _override(self, reason: OverrideReason) -> None:
        if self.visit is not None:
            self._change(self.visit.with_override(reason))

    def _exempt(self, reason: Exemption) -> None:
        if self.visit is not None:
            self._change(self.visit.with_exemption(reason))

    def _refuse(self, reason: Refusal) -> None:
        if self.visit is not None:
            visit, self.visit = self.visit, None
            self.recorder.refuse(visit, reason)

    def _ask_walk_in(self, number: int) -> None:
        if number == ADD and self.desk.event.policy.walk_ins:
            self.other.ask_walk_in(self.field.text().strip())
            self.field.clear()

    def _show_listed(self, who: UUID) -> None:
        """Show who was named or added; those of the party who were chosen before still are."""
        chosen = self.visit.chosen if self.visit else frozenset()

        def show(verdict: Verdict) -> None:
            self.show_visit(Visit.of(verdict).with_more(chosen), is_heard=False)
            self._refresh()

        self.visit = None
        self.run(lambda _job: self.desk.admitting.look_up(who), show)

    def _tick(self) -> None:
        member = self.card.members.current()
        if self.visit is not None and member is not None:
            self._change(replace(self.visit.toggled(member), admitted=()))

    def _step(self, by: int) -> None:
        (self.found if self.view.is_searching else self.card.members).step(by)
        self._show_keys()

    def _show_keys(self) -> None:
        if self.visit is not None:
            self.card.show_keys(self.other.labels(self.visit, self.card.members.current()))

    # The admission.

    def admit(self) -> None:
        """Record the admission of those chosen; heard and shown once it is stored."""
        visit = self.visit
        if visit is not None and visit.may_admit and not self.documents.is_settling:
            self.visit = None  # a second Enter admits nobody twice
            self.recorder.admit(visit)

    def _show_recorded(self, visit: Visit) -> None:
        self.show_visit(visit)
        self._later.start()  # the queue does not wait for figures
        new = [m for m in visit.rows if m.attendee.id in visit.admitted]
        self.side.latest.put_first([done_of(m.admission, m.attendee) for m in new if m.admission])
        count = len(visit.admitted)
        if count:
            self._show_counts((self._counts[0] + count, self._counts[1]))
            self.frame.say(n_("One person admitted", "{count} people admitted", count).format(count=count))

    def _show_not_stored(self, visit: Visit, error: CheckinError) -> None:
        self.show_visit(visit, is_heard=False)
        self.frame.sounds.play(Sound.ERROR)
        self.frame.tell(notice_of(error))

    # What was recorded.

    def _refresh(self) -> None:
        admitting = self.desk.admitting
        self._later.stop()
        self.side.look(
            admitting.counts,
            lambda: [done_of(one.admission, one.attendee) for one in admitting.latest()],
            self._show_counts,
        )

    def _show_counts(self, counts: tuple[int, int]) -> None:
        self._counts = here, expected = counts
        of = _("of {count} expected").format(count=expected)
        self.side.counter.show_count(here, expected, of, Tone.SUCCESS)

    def _show_ledger(self) -> None:
        self.visit = None

        def done(_job: object) -> list[Done]:
            return [done_of(one.admission, one.attendee) for one in self.desk.admitting.latest(MOST)]

        self.run(done, self.view.show_ledger)
        self.frame.say(_("Everything recorded here: Enter undoes, Esc goes back."))
