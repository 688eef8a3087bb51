"""The page « Guests »: the whole list, searched as one types, and fed from files."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from checkin import words
from checkin.domain.admission import Member
from checkin.domain.attendee import Mark
from checkin.domain.folding import fold
from checkin.gui.icons import icon
from checkin.gui.importing.assistant import Assistant
from checkin.gui.importing.history import ImportHistory
from checkin.gui.importing.mailbox_dialog import MailboxDialog
from checkin.gui.page import Frame, Page
from checkin.gui.pages.guest import GuestDialog
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.banner import Notice
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Part, label
from checkin.language import _, clock, n_
from checkin.services.importing import Applied, PastImport, Undo
from checkin.services.mailbox import Account

_FILES = "*.xlsx *.xls *.ods *.csv *.tsv *.txt *.vcf *.eml *.mbox *.msg"


class AttendeesPage(Page):
    """Everyone who answered, and the way in for those who are not here yet."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._members: Sequence[Member] = ()
        self._leads: dict[object, str] = {}
        self._filter = "all"
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search a name, an organisation, an e-mail"))
        self.search.setClearButtonEnabled(True)
        self.filters = {key: button(text, kind="choice") for key, text in _filters().items()}
        self._summary = label("", Part.MUTED)
        self.import_button = button(_("Import…"), "import", "primary")
        self.table: TableView[Member] = TableView(self._columns(), row_height=40)
        self.assistant, self.history = Assistant(self), ImportHistory()
        self.mailbox: MailboxDialog
        self.guest: GuestDialog
        self._lay_out()
        self._connect()
        self._choose_filter("all")

    def enter(self) -> None:
        """Look at the list anew; what is typed narrows it."""
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.search.setFocus()
        self.run(lambda _job: self.desk.searching.everyone(), self._show)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Read files, and show what they would change; nothing is recorded yet."""
        if paths:
            self.assistant.read_files(paths)

    def show_history(self) -> None:
        """Show the imports of this event."""
        self.run(lambda _job: self.desk.importing.history(), self._show_imports)

    def ask_mailbox(self) -> None:
        """Ask which mailbox to read."""
        self.run(lambda _job: self.desk.importing.last_mailbox(), self._open_mailbox)

    def show_guest(self, member: Member) -> None:
        """Show what is known of a guest beside what was written of them."""
        person = member.attendee

        def show(written: Sequence[tuple[str, str]]) -> None:
            self.guest = GuestDialog(person, self._company(member), written)
            self.guest.setParent(self, self.guest.windowFlags())
            self.guest.open()

        self.run(lambda _job: self.desk.importing.written_of(person.id), show)

    def _open_mailbox(self, known: Account | None) -> None:
        self.mailbox = MailboxDialog(self.frame.workers, known)
        self.mailbox.setParent(self, self.mailbox.windowFlags())
        self.mailbox.accepted.connect(lambda: self.assistant.read_mailbox(self.mailbox.asked))
        self.mailbox.open()

    def _show_imports(self, imports: Sequence[PastImport]) -> None:
        self._pages.setCurrentWidget(self.history)
        self.history.show_imports(imports)

    def _show_applied(self, applied: Applied) -> None:
        added, changed = len(applied.added), len(applied.changed)
        text = n_("One person added", "{count} people added", added).format(count=added)
        text += n_(", one changed.", ", {count} changed.", changed).format(count=changed)
        undo = (_("Undo the import"), partial(self._undo, applied.id))
        self.frame.tell(Notice(text, "", Tone.SUCCESS, undo))
        self.frame.note_change()
        self.enter()

    def _undo(self, import_id: UUID) -> None:
        def told(undo: Undo) -> None:
            said = words.undo(undo)
            tone = Tone.INFO if undo is Undo.DONE else Tone.WARNING
            self.frame.tell(Notice(f"{said.title}.", said.sentence, tone))
            self.frame.note_change()
            self.enter()
            if self._pages.currentWidget() is self.history:
                self.show_history()

        self.run(lambda _job: self.desk.importing.undo(import_id), told)

    def _show_list(self) -> None:
        """Show the list, unless an import is being looked at."""
        if self.assistant.is_open:
            self._pages.setCurrentWidget(self.assistant)
        else:
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
        if self._pages.currentWidget() is not self.history:
            self._show_list()
        self._narrow()

    def _choose_filter(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self._filter = key
        for one, choice in self.filters.items():
            choice.setChecked(one == key)
        self._narrow()

    def _narrow(self) -> None:
        wanted = fold(self.search.text()).split()
        found = [m for m in self._members if self._is_of_filter(m) and _is_named_by(m, wanted)]
        self.table.fill(found)
        self._found.setCurrentWidget(self.table if found else self._nobody)

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

    def _company(self, member: Member) -> str:
        """Return who comes with a guest: the lead, or the companions."""
        person = member.attendee
        if not person.is_lead:
            return self._party(member)
        party = [m.attendee for m in self._members if m.attendee.party_id == person.party_id]
        party.sort(key=lambda one: one.position)
        names = ", ".join(words.name(one) for one in party if one is not person)
        return _("with {name}").format(name=names) if names else ""

    def _ask_files(self) -> None:
        kinds = _("Lists and mails")
        dialog = QFileDialog(self, _("Import lists or mails"), "", f"{kinds} ({_FILES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.import_files([Path(one) for one in chosen]))
        dialog.open()

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, _("Import a folder of mails"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda chosen: self.import_files([Path(chosen)]))
        dialog.open()

    def _menu(self) -> QMenu:
        """Return what the import button offers."""
        menu = QMenu(self)
        for glyph, said, deed in (
            ("table", _("Lists or mails…"), self._ask_files),
            ("folder", _("A folder of mails…"), self._ask_folder),
            ("mail", _("A mailbox…"), self.ask_mailbox),
        ):
            menu.addAction(icon(glyph), said, deed)
        menu.addSeparator()
        menu.addAction(icon("undo"), _("Imports, and undoing them…"), self.show_history)
        return menu

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._narrow())
        for key, choice in self.filters.items():
            choice.clicked.connect(partial(self._choose_filter, key))
        self.table.opened.connect(self.show_guest)
        self.import_button.setMenu(self._menu())
        self.assistant.opened.connect(self._show_list)
        self.assistant.applied.connect(self._show_applied)
        self.assistant.closed.connect(self._show_list)
        self.history.left.connect(self._show_list)
        self.history.undo_wanted.connect(self._undo)
        self.frame.dropped.connect(self.import_files)

    def _lay_out(self) -> None:
        first = button(_("Import…"), "import", "primary")
        first.setMenu(self._menu())
        words_ = _("Drop a spreadsheet or mails anywhere on the window, or choose them.")
        self._empty = EmptyState("people", _("Nobody on the list yet"), words_, first)
        self._list, self._pages = QWidget(), QStackedWidget()
        for widget in (self._list, self._empty, self.assistant, self.history):
            self._pages.addWidget(widget)
        self._nobody = EmptyState(
            "search", _("Nobody of this name"), _("Try a part of the name, or another filter.")
        )
        self._found = QStackedWidget()
        self._found.addWidget(self.table)
        self._found.addWidget(self._nobody)
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
        inner.addWidget(self._found, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self.assistant.progress)
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
