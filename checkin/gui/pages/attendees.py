"""The page « Guests »: the whole list, searched as one types, and fed from files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from checkin import words
from checkin.domain.admission import Member
from checkin.domain.attendee import Mark
from checkin.domain.folding import fold
from checkin.gui.icons import icon
from checkin.gui.importing.preview import ImportPreview
from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Job, Lane
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState
from checkin.gui.widgets.progress import ProgressPanel
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Part, label
from checkin.intake.proposals import Reading
from checkin.language import _, clock, n_
from checkin.services.importing import Applied, Plan, Undo

_FILES = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.vcf *.eml *.mbox *.msg"


class AttendeesPage(Page):
    """Everyone who answered, and the way in for those who are not here yet."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.setAcceptDrops(True)
        self._members: Sequence[Member] = ()
        self._leads: dict[object, str] = {}
        self._reading: Reading | None = None
        self._job: Job | None = None
        self._filter = "all"
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search a name, an organisation, an e-mail"))
        self.search.setClearButtonEnabled(True)
        self.filters = {key: button(text, kind="choice") for key, text in _filters().items()}
        self._summary = label("", Part.MUTED)
        self.import_button = button(_("Import a list…"), "import", "primary")
        self.table: TableView[Member] = TableView(self._columns(), row_height=40)
        self.preview, self.progress = ImportPreview(), ProgressPanel()
        self._lay_out()
        self._connect()
        self._choose_filter("all")

    def enter(self) -> None:
        """Look at the list anew."""
        self.run(lambda _job: self.desk.searching.everyone(), self._show)

    def import_file(self, path: Path) -> None:
        """Read a file, and show what it would change; nothing is recorded yet."""

        def work(_job: Job) -> tuple[Reading, Plan]:
            reading = self.desk.importing.read(path)
            return reading, self.desk.importing.preview(reading)

        self.progress.begin(_("Reading {file}").format(file=path.name))
        self._job = self.run(
            work, lambda seen: self._preview(*seen), ended=self.progress.end, lane=Lane.OUTSIDE
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dropped on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the first file that was dropped."""
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.import_file(Path(paths[0]))

    def _stop_reading(self) -> None:
        if self._job is not None:
            self._job.drop()
            self.progress.end()

    def _preview(self, reading: Reading, plan: Plan) -> None:
        self._reading = reading
        self.preview.show_plan(plan, reading.file)
        self._pages.setCurrentWidget(self.preview)

    def _apply(self, left: frozenset[int]) -> None:
        reading = self._reading
        if reading is not None:
            self.preview.apply_button.setEnabled(False)  # one click, one import
            self.run(lambda _job: self.desk.importing.apply(reading, left), self._show_applied)

    def _show_applied(self, applied: Applied) -> None:
        self._leave_preview()
        added, changed = len(applied.added), len(applied.changed)
        text = n_("One person added", "{count} people added", added).format(count=added)
        text += n_(", one changed.", ", {count} changed.", changed).format(count=changed)
        undo = (_("Undo the import"), partial(self._undo, applied))
        self.frame.tell(Notice(text, "", Tone.SUCCESS, undo))
        self.enter()

    def _undo(self, applied: Applied) -> None:
        def told(undo: Undo) -> None:
            said = words.undo(undo)
            tone = Tone.INFO if undo is Undo.DONE else Tone.WARNING
            self.frame.tell(Notice(said.title, said.sentence, tone))
            self.enter()

        self.run(lambda _job: self.desk.importing.undo(applied.id), told)

    def _leave_preview(self) -> None:
        self._reading = None
        self._pages.setCurrentWidget(self._list if self._members else self._empty)

    def _show(self, members: Sequence[Member]) -> None:
        self._members = members
        self._leads = {m.attendee.party_id: words.name(m.attendee) for m in members if m.attendee.is_lead}
        expected = [member for member in members if member.attendee.is_expected]
        parties = len({member.attendee.party_id for member in expected})
        self._summary.setText(
            _("{people} people expected, {parties} parties, {here} here").format(
                people=len(expected), parties=parties, here=sum(member.is_here for member in members)
            )
        )
        if self._reading is None:
            self._leave_preview()
        self._narrow()

    def _choose_filter(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self._filter = key
        for one, choice in self.filters.items():
            choice.setChecked(one == key)
        self._narrow()

    def _narrow(self) -> None:
        wanted = fold(self.search.text()).split()
        self.table.fill([m for m in self._members if self._is_of_filter(m) and _is_named_by(m, wanted)])

    def _is_of_filter(self, member: Member) -> bool:
        match self._filter:
            case "expected":
                return member.attendee.is_expected and not member.is_here
            case "here":
                return member.is_here
            case "marked":
                return member.attendee.mark is not Mark.NONE
        return True

    def _columns(self) -> list[Column[Member]]:
        return [
            Column(_("Name"), lambda m: words.list_name(m.attendee), 220, icon=_shape),
            Column(_("Organisation"), lambda m: m.attendee.organisation),
            Column(_("Party"), self._party, 180),
            Column(_("Mark"), lambda m: words.mark(m.attendee.mark), 120),
            Column(_("Answer"), lambda m: words.status(m.attendee.status), 100),
            Column(_("Arrival"), _arrival, 80),
            Column(_("E-mail"), lambda m: m.attendee.email, 200),
        ]

    def _party(self, member: Member) -> str:
        if member.attendee.is_lead:
            return ""
        return _("with {name}").format(name=self._leads.get(member.attendee.party_id, ""))

    def _ask_file(self) -> None:
        dialog = QFileDialog(self, _("Import a list"), "", f"{_('Lists and mails')} ({_FILES})")
        dialog.fileSelected.connect(lambda chosen: self.import_file(Path(chosen)))
        dialog.open()

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._narrow())
        for key, choice in self.filters.items():
            choice.clicked.connect(partial(self._choose_filter, key))
        self.import_button.clicked.connect(self._ask_file)
        self.preview.accepted.connect(self._apply)
        self.preview.refused.connect(self._leave_preview)
        self.progress.cancelled.connect(self._stop_reading)

    def _lay_out(self) -> None:
        first = button(_("Import a list…"), "import", "primary")
        first.clicked.connect(self._ask_file)
        words_ = _("Drop a spreadsheet or mails on this page, or choose a file.")
        self._empty = EmptyState("people", _("Nobody on the list yet"), words_, first)
        self._list, self._pages = QWidget(), QStackedWidget()
        for widget in (self._list, self._empty, self.preview):
            self._pages.addWidget(widget)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Guests"), Part.H1))
        titles.addWidget(self._summary)
        head, tools = QHBoxLayout(), QHBoxLayout()
        head.addLayout(titles, 1)
        head.addWidget(self.import_button)
        tools.setSpacing(Space.XS)
        tools.addWidget(self.search, 1)
        for choice in self.filters.values():
            tools.addWidget(choice)
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.S)
        inner.addLayout(head)
        inner.addLayout(tools)
        inner.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.progress)
        column.addWidget(self._pages, 1)


def _filters() -> dict[str, str]:
    return {"all": _("All"), "expected": _("Awaited"), "here": _("Arrived"), "marked": _("With a mark")}


def _is_named_by(member: Member, wanted: Sequence[str]) -> bool:
    person = member.attendee
    said = f" {fold(f'{person.name} {person.organisation} {person.email}')}"
    return all(f" {word}" in said for word in wanted)


def _shape(member: Member) -> QIcon:
    return icon("welcome", Colour.SUCCESS) if member.is_here else icon("person", Colour.MUTED)


def _arrival(member: Member) -> str:
    return clock(member.admission.at) if member.admission else ""
