"""The page « Confirmations »: who has one, who was sent it, and the runs that make and send them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from checkin.domain.mailing import MailState
from checkin.gui.mailing.columns import FAILED, columns
from checkin.gui.mailing.mailer import Mailer
from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Job
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState
from checkin.gui.widgets.progress import ProgressPanel
from checkin.gui.widgets.table import TableView
from checkin.gui.widgets.text import Elided, Part, label
from checkin.language import _, n_
from checkin.services.confirming import Issued
from checkin.services.mailings import Mailing


class ConfirmationsPage(Page):
    """Every party that comes or no longer does, its confirmation and its mail."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.folder = self.desk.settings.folder / "confirmations"
        self._job: Job | None = None
        self._summary, self._where = label("", Part.MUTED), Elided("", Part.SMALL)
        self.progress = ProgressPanel()
        self.table: TableView[Mailing] = TableView(columns())
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._mailings: Sequence[Mailing] = ()
        self._filter = "all"
        self.filters = {key: button(text, kind="choice") for key, text in _filters().items()}
        self.mailer = Mailer(self, self.progress.step)
        self._empty = EmptyState(
            "mail", _("No guest yet"), _("Import the list first; each party then gets its confirmation.")
        )
        self.send_button = button(_("Send…"), "mail", "primary")
        self.issue_button = button(_("Issue confirmations"), "print")
        self.again_button = button(_("Replace this one…"), "refresh")
        self.arrived_button = button(_("It arrived"), "check")
        self._choose, self._open = button(_("Folder…"), "folder"), button(_("Open the folder"), "export")
        self._lay_out()
        self._connect()
        self._show_folder()
        self._choose_filter("all")

    def enter(self) -> None:
        """Look where each party stands."""
        self.run(lambda _job: self.desk.sending.mailings(), self._show)

    def send(self) -> None:
        """Ask to whom and through what, then send."""
        self.mailer.ask(sum(one.state.is_due for one in self._mailings), self.chosen())

    def chosen(self) -> list[Mailing]:
        """Return the chosen rows."""
        rows = (index.row() for index in self.table.selectionModel().selectedRows())
        return [self.table.rows_model.row(row) for row in sorted(rows)]

    def settle(self) -> None:
        """Record that the chosen messages of which nobody knew arrived."""
        self.mailer.settle([one.party.id for one in self.chosen()], self.enter)

    def issue(self) -> None:
        """Write what is missing; a run that was stopped goes on from where it was."""
        folder = self.folder

        def work(job: Job) -> Issued:
            def go_on(done: int, total: int) -> bool:
                job.step(done, total)
                return not job.is_cancelled

            return self.desk.confirming.issue(folder, go_on)

        self.progress.begin(_("Issuing confirmations"))
        self._job = self.run(work, self._show_issued, progress=self.progress.step, ended=self._ended)
        self._show_buttons()

    def reissue(self) -> None:
        """Give the chosen party new codes; the old ones open nothing any more."""
        chosen, folder = self.chosen(), self.folder
        if len(chosen) == 1:
            party_id = chosen[0].party.id
            self.run(lambda _job: self.desk.confirming.reissue(party_id, folder), self._show_replaced)

    def _cancel(self) -> None:
        self.mailer.stop()
        if self._job is not None:
            self._job.cancel()

    def _ended(self) -> None:
        self._job = None
        self.progress.end()
        self._show_buttons()
        self.enter()

    def _show_issued(self, issued: Issued) -> None:
        if not issued.is_complete:
            text = _("Stopped after {count}.").format(count=issued.written)
            self.frame.tell(Notice(text, _("Issue again to go on from there."), Tone.WARNING))
        elif issued.written == 0:
            self.frame.tell(Notice(_("Every party has its confirmation already."), tone=Tone.INFO))
        else:
            text = n_("One confirmation written.", "{count} confirmations written.", issued.written)
            action = (_("Open the folder"), self._open_folder)
            self.frame.tell(Notice(text.format(count=issued.written), "", Tone.SUCCESS, action))

    def _show_replaced(self, _path: Path) -> None:
        text = _("A new confirmation was written. The codes of the old one are revoked.")
        self.frame.tell(Notice(text, _("Send the new one."), Tone.SUCCESS))
        self.enter()

    def _show(self, mailings: Sequence[Mailing]) -> None:
        self._mailings = mailings
        coming = [one.standing for one in mailings if one.standing is not None]
        ready = sum(one.delivered_at is not None for one in coming)
        sent = sum(one.state is MailState.SENT for one in mailings if one.standing is not None)
        text = _("{ready} of {total} parties have their confirmation, {sent} by mail")
        self._summary.setText(text.format(ready=ready, total=len(coming), sent=sent))
        self._pages.setCurrentWidget(self.table if mailings else self._empty)
        self._fill()

    def _choose_filter(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self._filter = key
        for one, choice in self.filters.items():
            choice.setChecked(one == key)
        self._fill()

    def _fill(self) -> None:
        self.table.fill([one for one in self._mailings if _passes(one, self._filter)])
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_free, chosen = self._job is None and not self.mailer.is_busy, self.chosen()
        self.issue_button.setEnabled(bool(self._mailings) and is_free)
        self.send_button.setEnabled(bool(self._mailings) and is_free)
        self.again_button.setEnabled(len(chosen) == 1 and chosen[0].standing is not None and is_free)
        self.arrived_button.setVisible(any(one.state is MailState.UNCERTAIN for one in chosen))

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, _("Where the confirmations go"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def _take_folder(self, folder: str) -> None:
        self.folder = Path(folder)
        self._show_folder()

    def _show_folder(self) -> None:
        self._where.say(_("In {folder}").format(folder=self.folder))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _connect(self) -> None:
        self.send_button.clicked.connect(self.send)
        self.issue_button.clicked.connect(self.issue)
        self.again_button.clicked.connect(self.reissue)
        self.arrived_button.clicked.connect(self.settle)
        self._choose.clicked.connect(self._choose_folder)
        self._open.clicked.connect(self._open_folder)
        self.progress.cancelled.connect(self._cancel)
        for key, choice in self.filters.items():
            choice.clicked.connect(partial(self._choose_filter, key))
        self.table.selectionModel().selectionChanged.connect(lambda _new, _old: self._show_buttons())
        self.mailer.begun.connect(self._show_begun)
        self.mailer.ended.connect(self._ended)

    def _show_begun(self, what: str) -> None:
        self.progress.begin(what)
        self._show_buttons()

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._empty)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Confirmations"), Part.H1))
        titles.addWidget(self._summary)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for widget in (self.arrived_button, self.again_button, self.issue_button, self.send_button):
            head.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        for choice in self.filters.values():
            row.addWidget(choice)
        row.addSpacing(Space.M)
        row.addWidget(self._where, 1)
        row.addWidget(self._choose)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.progress)
        column.addWidget(self._pages, 1)


def _filters() -> dict[str, str]:
    return {"all": _("All"), "due": _("To be sent"), "sent": _("Sent"), "failed": _("To be looked at")}


def _passes(one: Mailing, key: str) -> bool:
    return {
        "all": True,
        "due": one.state.is_due,
        "sent": one.state is MailState.SENT,
        "failed": one.state in FAILED,
    }[key]
