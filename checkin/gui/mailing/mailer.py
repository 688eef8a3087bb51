"""The mail of the page « Confirmations »: its dialogs, its runs, and what is told of them."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from checkin import words
from checkin.domain.errors import CheckinError
from checkin.domain.mailing import MailServer, Outcome
from checkin.gui.mailing.send_dialog import SendDialog
from checkin.gui.mailing.server_dialog import ServerDialog
from checkin.gui.page import Page
from checkin.gui.tasks import Job, Lane
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Notice, notice_of
from checkin.language import _
from checkin.services.mailings import Mailing
from checkin.services.sending import KeepGoing, Run

_Work = Callable[[KeepGoing], Run]


class Mailer(QObject):
    """Sends for a page; `begun` with what is being done, `ended` when it is over."""

    begun = Signal(str)
    ended = Signal()

    def __init__(self, page: Page, progress: Callable[[int, int], None]) -> None:
        super().__init__(page)
        self._page, self._progress = page, progress
        self._server, self._password = MailServer(), ""
        self._job: Job | None = None
        self.dialog: SendDialog | None = None
        self.server_dialog: ServerDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Whether messages are going out."""
        return self._job is not None

    def ask(self, due: int, chosen: Sequence[Mailing]) -> None:
        """Open the dialog that sends to the parties that are due, or to the chosen ones."""
        sending, servers = self._page.desk.sending, self._page.desk.mail_servers

        def work(_job: Job) -> tuple[str, MailServer, str]:
            server = servers.server()
            return sending.words(), server, servers.password(server) or ""

        def show(found: tuple[str, MailServer, str]) -> None:
            text, self._server, kept = found
            self._password = kept or self._password
            self._open(due, [one.party.id for one in chosen], text)

        self._page.run(work, show, lane=Lane.OUTSIDE)

    def stop(self) -> None:
        """End the run after the message in hand; the next run goes on."""
        if self._job is not None:
            self._job.cancel()

    def settle(self, party_ids: Collection[UUID], then: Callable[[], None]) -> None:
        """Record that uncertain messages arrived."""
        self._page.run(
            lambda _job: self._page.desk.sending.settle(party_ids, arrived=True), lambda _done: then()
        )

    def send(self, chosen: Collection[UUID] | None = None) -> None:
        """Send to the parties that are due, or to the chosen ones."""
        server, password, sending = self._server, self._password, self._page.desk.sending
        self._run(
            _("Sending"),
            lambda go_on: sending.send(server, password, chosen, go_on),
            partial(self._tell, may_go_on=chosen is None),
        )

    def draft(self, folder: Path, chosen: Collection[UUID] | None = None) -> None:
        """Write drafts into a folder."""
        sending = self._page.desk.sending
        self._run(
            _("Writing drafts"),
            lambda go_on: sending.draft(folder, chosen, go_on),
            partial(self._tell, may_go_on=False),
        )

    def keep(self, server: MailServer, password: str) -> None:
        """Remember the server, and its password in the system's keyring."""
        self._server, self._password = server, password
        servers = self._page.desk.mail_servers

        def work(_job: Job) -> None:
            servers.keep(server)
            if server.user and password:
                servers.keep_password(server, password)

        self._page.run(work, lane=Lane.OUTSIDE)
        if self.dialog is not None:
            self.dialog.show_server(server)

    def _open(self, due: int, chosen: list[UUID], text: str) -> None:
        dialog = self.dialog = SendDialog(due, len(chosen), text, self._page)
        dialog.show_server(self._server)
        dialog.server_wanted.connect(self._open_server)
        dialog.send_wanted.connect(partial(self._take, chosen, self.send))
        dialog.drafts_wanted.connect(partial(self._take, chosen, self._ask_folder))
        dialog.open()

    def _take(self, chosen: list[UUID], deed: Callable[[list[UUID] | None], None]) -> None:
        """Keep the organiser's words, then do what was asked."""
        dialog = self.dialog
        if dialog is None:
            return
        text, these = dialog.words.toPlainText(), None if dialog.to_due.isChecked() else chosen
        dialog.accept()
        self.dialog = None
        self._page.run(lambda _job: self._page.desk.sending.set_words(text), lambda _done: deed(these))

    def _ask_folder(self, chosen: list[UUID] | None) -> None:
        dialog = QFileDialog(self._page, _("Where the drafts go"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda folder: self.draft(Path(folder), chosen))
        dialog.open()

    def _open_server(self) -> None:
        dialog = self.server_dialog = ServerDialog(self._server, self._password, self.dialog or self._page)
        dialog.kept.connect(self.keep)
        dialog.tried.connect(self._try)
        dialog.open()

    def _try(self, server: MailServer, password: str) -> None:
        dialog = self.server_dialog
        if dialog is None:
            return

        def refused(error: CheckinError) -> None:
            dialog.show_result(f"{error.happened} {error.to_do}", Tone.DANGER)

        self._page.run(
            lambda _job: self._page.desk.sending.check(server, password),
            lambda _done: dialog.show_result(_("It works: the server takes messages."), Tone.SUCCESS),
            failed=refused,
            lane=Lane.OUTSIDE,
        )

    def _run(self, what: str, work: _Work, then: Callable[[Run], None]) -> None:
        def course(job: Job) -> Run:
            def go_on(done: int, total: int) -> bool:
                job.step(done, total)
                return not job.is_cancelled

            return work(go_on)

        self._job = self._page.run(course, then, progress=self._progress, ended=self._end, lane=Lane.OUTSIDE)
        self.begun.emit(what)

    def _end(self) -> None:
        self._job = None
        self.ended.emit()

    def _tell(self, run: Run, *, may_go_on: bool) -> None:
        """Say what a run did; one that wrote to all who were due, and was stopped, may go on at a click."""
        if run.stopped is not None:
            self._page.frame.tell(notice_of(run.stopped))
            return
        counts = [
            words.mail_count(outcome, run.counts[outcome]) for outcome in Outcome if run.counts[outcome]
        ]
        text = ", ".join(counts) or _("Nothing was to be sent.")
        left = [one for one in (Outcome.REFUSED, Outcome.POSTPONED, Outcome.UNCERTAIN) if run.counts[one]]
        if not run.is_complete:
            why = _("Stopped. Send again to go on from there.")
            self._page.frame.tell(
                Notice(text, why, Tone.WARNING, (_("Go on"), self.send) if may_go_on else None)
            )
        elif left:
            why = _("What the server said stands beside each party.")
            self._page.frame.tell(Notice(text, why, Tone.WARNING))
        else:
            self._page.frame.tell(Notice(text, "", Tone.SUCCESS if counts else Tone.INFO))
