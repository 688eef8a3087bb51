"""The page « Confirmations »: who has one, who needs one, and the run that makes them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from checkin import words
from checkin.gui.icons import icon
from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Job
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState
from checkin.gui.widgets.progress import ProgressPanel
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Elided, Part, label
from checkin.language import _, n_, stamp
from checkin.services.confirming import Issued, Standing


class ConfirmationsPage(Page):
    """Every party that comes, and its confirmation."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.folder = self.desk.settings.folder / "confirmations"
        self._job: Job | None = None
        self._summary, self._where = label("", Part.MUTED), Elided("", Part.SMALL)
        self.progress = ProgressPanel()
        self.table: TableView[Standing] = TableView(_columns())
        self._empty = EmptyState(
            "mail", _("No guest yet"), _("Import the list first; each party then gets its confirmation.")
        )
        self.issue_button = button(_("Issue confirmations"), "mail", "primary")
        self.again_button = button(_("Replace this one…"), "refresh")
        self._choose, self._open = button(_("Folder…"), "folder"), button(_("Open the folder"), "export")
        self._lay_out()
        self.issue_button.clicked.connect(self.issue)
        self.again_button.clicked.connect(self.reissue)
        self._choose.clicked.connect(self._choose_folder)
        self._open.clicked.connect(self._open_folder)
        self.progress.cancelled.connect(self._cancel)
        self.table.chosen.connect(lambda _row: self._show_buttons())
        self._show_folder()

    def enter(self) -> None:
        """Look where each party stands."""
        self.run(lambda _job: self.desk.confirming.standings(), self._show)

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
        chosen, folder = self.table.current(), self.folder
        if chosen is not None:
            party_id = chosen.party.id
            self.run(lambda _job: self.desk.confirming.reissue(party_id, folder), self._show_replaced)

    def _cancel(self) -> None:
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

    def _show(self, standings: Sequence[Standing]) -> None:
        ready = sum(one.delivered_at is not None for one in standings)
        self._summary.setText(
            _("{ready} of {total} parties have their confirmation").format(ready=ready, total=len(standings))
        )
        self.table.fill(standings)
        self._pages.setCurrentWidget(self.table if standings else self._empty)
        self._show_buttons()

    def _show_buttons(self) -> None:
        is_busy, has_rows = self._job is not None, bool(self.table.rows_model.rows)
        self.issue_button.setEnabled(has_rows and not is_busy)
        self.again_button.setEnabled(self.table.current() is not None and not is_busy)

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
        for widget in (self.again_button, self._choose, self._open, self.issue_button):
            head.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addWidget(self.progress)
        column.addWidget(self._pages, 1)


def _columns() -> list[Column[Standing]]:
    return [
        Column(_("Lead"), lambda one: words.list_name(one.party.lead)),
        Column(_("Companions"), lambda one: ", ".join(words.name(p) for p in one.party.companions)),
        Column(_("E-mail"), lambda one: one.party.lead.email, 260),
        Column(_("Confirmation"), _state, 260, icon=_shape),
    ]


def _state(one: Standing) -> str:
    if one.delivered_at is not None:
        return _("Issued {at}").format(at=stamp(one.delivered_at))
    if one.live is None:
        return _("Not issued yet")
    return _("Unfinished") if one.is_current else _("Changed since: to be replaced")


def _shape(one: Standing) -> QIcon:
    if one.delivered_at is not None:
        return icon("check", Colour.SUCCESS)
    return (
        icon("wait", Colour.MUTED) if one.live is None or one.is_current else icon("refresh", Colour.WARNING)
    )
