"""The way from files to the list: columns, replies one by one, a difference, applied."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from checkin.domain.errors import InputError
from checkin.gui.importing.columns import ColumnsPage
from checkin.gui.importing.mailbox_dialog import Asked
from checkin.gui.importing.preview import ImportPreview
from checkin.gui.importing.replies import RepliesPage
from checkin.gui.page import Page
from checkin.gui.tasks import Job, Lane
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.progress import ProgressPanel
from checkin.intake.proposals import Proposal, Reading
from checkin.language import _
from checkin.services.changes import Choices
from checkin.services.gathering import Found, Gathered, KeepGoing, is_mail
from checkin.services.importing import Applied, Plan
from checkin.services.layouts import Survey


class Assistant(QWidget):
    """Leads one reading after the other to the list; `applied` after each, `closed` after the last.

    `opened` says that there is something to look at.
    """

    opened = Signal()
    applied = Signal(Applied)
    closed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._waiting: list[Found] = []
        self._survey: Survey | None = None
        self._reading: Reading | None = None
        self._job: Job | None = None
        self._looking: Job | None = None
        self.progress = ProgressPanel()
        self.columns, self.replies, self.preview = ColumnsPage(), RepliesPage(), ImportPreview()
        self._steps = QStackedWidget()
        for step in (self.columns, self.replies, self.preview):
            self._steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        self._connect()

    @property
    def is_open(self) -> bool:
        """Whether something is being looked at."""
        return self._reading is not None

    def read_files(self, paths: Sequence[Path]) -> None:
        """Read files and folders; nothing is recorded yet."""
        what = paths[0].name if len(paths) == 1 else _("{count} files").format(count=len(paths))
        importing = self._page.desk.importing
        self._read(what, lambda keep_going: importing.gather(paths, keep_going))

    def read_mailbox(self, asked: Asked) -> None:
        """Read a mailbox; nothing in it changes, and nothing is recorded yet."""
        importing = self._page.desk.importing
        self._read(
            asked.account.folder,
            lambda keep_going: importing.read_mailbox(asked.account, asked.password, asked.since, keep_going),
        )

    def stop(self) -> None:
        """Stop reading, and show nothing of it."""
        if self._job is not None:
            self._job.drop()
            self.progress.end()

    def _read(self, what: str, read: Callable[[KeepGoing], Gathered]) -> None:
        self.stop()
        self.progress.begin(_("Reading {file}").format(file=what))
        self._job = self._page.run(
            lambda job: read(_told(job)),
            self._take,
            progress=self.progress.step,
            ended=self.progress.end,
            lane=Lane.OUTSIDE,
        )

    def _take(self, gathered: Gathered) -> None:
        for file, error in gathered.refused:
            detail = f"{file} : {error.to_do}" if len(gathered.refused) > 1 else error.to_do
            self._page.frame.tell(Notice(error.happened, detail, Tone.DANGER))
        self._waiting += gathered.found
        if not self.is_open:  # what is dropped meanwhile waits for its turn
            self._next()

    def _next(self) -> None:
        """Show what is to be looked at next, or close."""
        if not self._waiting:
            self._reading = None
            self.closed.emit()
            return
        found = self._waiting.pop(0)
        self._reading, self._survey = found.reading, found.survey
        self.preview.columns_button.setVisible(found.survey is not None)
        if found.survey is not None and not (found.survey.is_sure and found.reading.proposals):
            self._show_columns()
        else:
            show = self._show_replies if is_mail(found.reading) else self._show_difference
            self._plan(found.reading, Choices(), show)

    def _show_columns(self) -> None:
        if self._survey is not None:
            self.columns.show_survey(self._survey)
            self._show(self.columns)

    def _read_anew(self, survey: Survey) -> None:
        """Read the list as it is laid out now, and say what comes of it."""

        def read(_job: Job) -> Reading:
            try:
                return survey.read()
            except InputError:
                return Reading(survey.name)

        def shown(reading: Reading) -> None:
            self._reading, self._survey = reading, survey
            self.columns.show_reading(reading)

        if self._looking is not None:
            self._looking.drop()
        self._looking = self._page.run(read, shown, lane=Lane.OUTSIDE)

    def _take_columns(self, survey: Survey) -> None:
        """Go on with the list as it is laid out; a correction is remembered."""
        reading, importing = self._reading, self._page.desk.importing
        if reading is None:
            return
        if survey.shape != survey.guessed or survey.is_recalled:
            self._page.run(lambda _job: importing.remember(survey))
        self._plan(reading, Choices(), self._show_difference)

    def _plan(self, reading: Reading, choices: Choices, show: Callable[[Plan], None]) -> None:
        self._page.run(lambda _job: self._page.desk.importing.preview(reading, choices), show)

    def _show_replies(self, plan: Plan) -> None:
        self.replies.show_plan(plan)
        self._show(self.replies)

    def _show_difference(self, plan: Plan) -> None:
        self.preview.show_plan(plan, plan.reading.file)
        self._show(self.preview)

    def _show(self, step: ColumnsPage | RepliesPage | ImportPreview) -> None:
        self._steps.setCurrentWidget(step)
        self.opened.emit()
        step.enter()

    def _leave(self, proposals: Sequence[Proposal]) -> None:
        """Remember the messages of which nothing is entered."""
        importing = self._page.desk.importing
        self._page.run(lambda _job: importing.leave(proposals))

    def _take_replies(self, reading: Reading) -> None:
        if not reading.proposals:
            self._next()
            return
        self._reading = reading
        self._plan(reading, Choices(), self._show_difference)

    def _turn(self, choices: Choices) -> None:
        reading = self._reading
        if reading is not None:
            self._plan(
                reading, choices, lambda plan: self.preview.show_plan(plan, plan.reading.file, anew=False)
            )

    def _apply(self, choices: Choices) -> None:
        reading = self._reading
        if reading is not None:
            importing = self._page.desk.importing
            self._page.run(lambda _job: importing.apply(reading, choices=choices), self._tell)

    def _tell(self, applied: Applied) -> None:
        self.applied.emit(applied)
        self._next()

    def _connect(self) -> None:
        self.columns.changed.connect(self._read_anew)
        self.columns.accepted.connect(self._take_columns)
        self.columns.refused.connect(self._next)
        self.preview.columns_wanted.connect(self._show_columns)
        self.replies.left.connect(self._leave)
        self.replies.accepted.connect(self._take_replies)
        self.replies.refused.connect(self._next)
        self.preview.accepted.connect(self._apply)
        self.preview.turned.connect(self._turn)
        self.preview.refused.connect(self._next)
        self.progress.cancelled.connect(self.stop)


def _told(job: Job) -> KeepGoing:
    def keep_going(done: int, total: int) -> bool:
        job.step(done, total)
        return not job.is_cancelled

    return keep_going
