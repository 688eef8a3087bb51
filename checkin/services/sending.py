"""Confirmations by mail: one message a party, each recorded before it goes out and after.

A run that was stopped or cut off is taken up by the next one, and nobody gets a second copy: what was on its
way when the program died is shown as uncertain, and is sent again only when a person says so.
"""

import time
from collections import Counter, deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from checkin.documents.letter import compose, draft
from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.domain.mailing import Delivery, MailServer, MailState, Outcome
from checkin.language import _
from checkin.services.confirming import Confirming
from checkin.services.context import Context
from checkin.services.mailings import Mailing, Prepared, mailings, prepare
from checkin.services.smtp import Answer, Line
from checkin.store import deliveries, events, tickets
from checkin.store.files import make_folder, write_whole

KeepGoing = Callable[[int, int], bool]

_GREYLISTED = (300.0,)  # seconds until what a server postponed is tried again (RFC 6647: minutes)
_TICK = 0.2  # seconds: how soon a pause hears that it is to end
_CUTS = 3  # in a row, before a run gives up


@dataclass(frozen=True, slots=True)
class Run:
    """What a run did: messages by outcome, whether it reached its end, and why the server ended it."""

    counts: Counter[Outcome]
    is_complete: bool
    stopped: CheckinError | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """The mail of one event."""

    context: Context
    confirming: Confirming
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic  # seconds
    patience: tuple[float, ...] = _GREYLISTED

    def mailings(self) -> list[Mailing]:
        """Return where each party stands: those that come, by name, then those that do no more."""
        with self.context.database.reading() as connection:
            return mailings(connection, self.context, self.confirming)

    def words(self) -> str:
        """Return what the organiser adds to every message."""
        with self.context.database.reading() as connection:
            return deliveries.words(connection, self.context.event.id)

    def set_words(self, text: str) -> None:
        """Keep what the organiser adds to every message."""
        with self.context.database.transaction() as connection:
            deliveries.set_words(connection, self.context.event.id, text.strip())

    def check(self, server: MailServer, password: str) -> None:
        """Try a server without sending anything; raises as `send` does."""
        _refuse_incomplete(server)
        with Line(server, password) as line:
            line.check()

    def send(
        self,
        server: MailServer,
        password: str,
        chosen: Collection[UUID] | None = None,
        keep_going: KeepGoing | None = None,
    ) -> Run:
        """Write to every party that is due, or to the `chosen` ones whether they are due or not.

        `keep_going` is told (done, total) after each message and while waiting; when it answers False the run
        ends there, and the next one goes on. Raises InputError for settings that the server refuses,
        PlaceError where it can't be reached.
        """
        _refuse_incomplete(server)
        waiting = self._waiting(chosen)
        if not waiting:
            return Run(Counter(), is_complete=True)
        with Line(server, password) as line:
            return _Course(self, server, line, waiting, keep_going or (lambda _done, _total: True)).run()

    def draft(
        self, folder: Path, chosen: Collection[UUID] | None = None, keep_going: KeepGoing | None = None
    ) -> Run:
        """Write each message that is due into `folder` as a draft for a mail program, and send nothing.

        Drafts that are there and still true stay as they are. Raises PlaceError where it can't be written.
        """
        make_folder(folder)
        waiting = self._waiting(chosen, lambda one: not _is_drafted(one, folder))
        counts: Counter[Outcome] = Counter()
        for done, party_id in enumerate(waiting, 1):
            prepared = prepare(self.context, self.confirming, party_id)
            if prepared is not None:
                write_whole(_draft_file(party_id, folder), draft(prepared.letter))
                self._record(prepared, Outcome.DRAFTED)
                counts[Outcome.DRAFTED] += 1
            if keep_going is not None and not keep_going(done, len(waiting)):
                return Run(counts, is_complete=done == len(waiting))
        return Run(counts, is_complete=True)

    def settle(self, party_ids: Collection[UUID], *, arrived: bool) -> None:
        """Record what a person found out of messages that are uncertain: that they arrived, or did not."""
        outcome = Outcome.SENT if arrived else Outcome.POSTPONED
        with self.context.database.transaction() as connection:
            for party_id in party_ids:
                last = deliveries.latest(connection, self.context.event.id, party_id).get(party_id)
                if last is not None and last.outcome in {Outcome.SENDING, Outcome.UNCERTAIN}:
                    deliveries.end(connection, last.id, outcome, self.context.now(), last.said)

    def begin(self, prepared: Prepared, after: UUID | None) -> Delivery | None:
        """Record that a message goes out now, after the delivery `after` (None: the party's first).

        None where another desk has written to the party since, or the party changed.
        """
        new = prepared.delivery(self.context.new_id(), Outcome.SENDING, self.context.now())
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            last = deliveries.latest(connection, self.context.event.id, new.party_id).get(new.party_id)
            if (last and last.id) != after or not prepared.is_live(connection):
                return None
            if last is not None and last.outcome is Outcome.SENDING:  # a person said: send it again
                deliveries.end(connection, last.id, Outcome.UNCERTAIN, self.context.now(), last.said)
            return new if deliveries.begin(connection, self.context.event.id, new) else None

    def end(self, delivery: Delivery, answer: Answer) -> None:
        """Record what became of a message."""
        with self.context.database.transaction() as connection:
            deliveries.end(connection, delivery.id, answer.outcome, self.context.now(), answer.said)
            if answer.outcome is Outcome.SENT:
                tickets.mark_delivered(connection, [delivery.confirmation_id], self.context.now())

    def _record(self, prepared: Prepared, outcome: Outcome) -> None:
        now = self.context.now()
        with self.context.database.transaction() as connection:
            deliveries.begin(
                connection, self.context.event.id, prepared.delivery(self.context.new_id(), outcome, now)
            )

    def _waiting(
        self, chosen: Collection[UUID] | None, also: Callable[[Mailing], bool] = lambda _one: True
    ) -> dict[UUID, UUID | None]:
        """Return whom to write to, each with their last delivery."""
        self.confirming.secret()  # or say at once that it is elsewhere
        self.confirming.revoke_those_who_stay_away()
        known = self.mailings()
        if chosen is None:
            these = [one for one in known if one.state.is_due and also(one)]
        else:
            these = [one for one in known if one.party.id in chosen and one.address]
        return {one.party.id: one.last.id if one.last else None for one in these}


@dataclass
class _Course:
    """One run: the queue, the pace and the tries."""

    sending: Sending
    server: MailServer
    line: Line
    waiting: dict[UUID, UUID | None]  # whom to write to, and their last delivery that we know of
    keep_going: KeepGoing
    counts: Counter[Outcome] = field(default_factory=Counter)
    done: int = 0
    cuts: int = 0
    next_at: float = 0.0

    def run(self) -> Run:
        """Send until nothing is left, somebody stops it, or the server can't be reached any more."""
        queue = deque(self.waiting)
        for pause in (*self.sending.patience, None):
            postponed: list[UUID] = []
            try:
                if not self._through(queue, postponed):
                    return Run(self.counts, is_complete=False)
            except CheckinError as error:
                return Run(self.counts, is_complete=False, stopped=error)
            if not postponed or pause is None or not self._wait(self.sending.clock() + pause):
                break
            queue.extend(postponed)
            self.counts[Outcome.POSTPONED] -= len(postponed)
            self.done -= len(postponed)
        return Run(self.counts, is_complete=True)

    def _through(self, queue: deque[UUID], postponed: list[UUID]) -> bool:
        """Send what is in the queue; False where somebody stops it."""
        while queue:
            if not self._wait(self.next_at):
                return False
            self.next_at = self.sending.clock() + 60 / max(1, self.server.per_minute)
            answer = self._send(queue[0])
            if answer is not None and answer.is_cut and self._reconnected(answer):
                continue
            party_id = queue.popleft()
            self._count(party_id, answer, postponed)
            if not self.keep_going(self.done, len(self.waiting)) and (queue or postponed):
                return False
        return True

    def _count(self, party_id: UUID, answer: Answer | None, postponed: list[UUID]) -> None:
        self.done += 1
        if answer is not None:
            self.counts[answer.outcome] += 1
            if answer.outcome is Outcome.POSTPONED:
                postponed.append(party_id)

    def _reconnected(self, answer: Answer) -> bool:
        """Connect anew after a cut; say whether the message in hand is to be tried once more."""
        self.cuts += 1
        if self.cuts > _CUTS:
            raise PlaceError(
                _("The line to the mail server is cut again and again."), _("Send what is left later.")
            )
        self.line.connect()
        return answer.outcome is Outcome.POSTPONED

    def _send(self, party_id: UUID) -> Answer | None:
        """Send one message; None where nothing is to be sent any more."""
        sending = self.sending
        prepared = prepare(sending.context, sending.confirming, party_id, self.server)
        delivery = sending.begin(prepared, self.waiting[party_id]) if prepared else None
        if prepared is None or delivery is None:
            return None
        self.waiting[party_id] = delivery.id
        try:
            answer = self._delivered(prepared)
        except CheckinError:  # of the sender's address: nothing went out
            sending.end(delivery, Answer(Outcome.POSTPONED))
            raise
        sending.end(delivery, answer)
        if not answer.is_cut:
            self.cuts = 0
        return answer

    def _delivered(self, prepared: Prepared) -> Answer:
        try:
            content = bytes(compose(prepared.letter))
        except ValueError:
            return Answer(Outcome.REFUSED, _("This is not an e-mail address."))
        return self.line.deliver(prepared.letter.entry.to, content)

    def _wait(self, until: float) -> bool:
        """Wait, and say whether to go on."""
        while (left := until - self.sending.clock()) > 0:
            self.sending.sleep(min(left, _TICK))
            if not self.keep_going(self.done, len(self.waiting)):
                return False
        return True


def _refuse_incomplete(server: MailServer) -> None:
    if not server.host or not server.sender:
        raise InputError(
            _("The mail server is not set up yet."), _("Say which server sends, and from which address.")
        )


def _draft_file(party_id: UUID, folder: Path) -> Path:
    return folder / f"confirmation-{party_id.hex[-12:]}.eml"


def _is_drafted(one: Mailing, folder: Path) -> bool:
    return one.state is MailState.DRAFTED and _draft_file(one.party.id, folder).exists()
