"""What an import would do, for a person to look at: a tab for each kind of change, each row to be ticked."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from checkin import words
from checkin.gui.icons import icon
from checkin.gui.importing.rows import (
    Decides,
    Row,
    Ticks,
    rows_of_gone,
    rows_of_kind,
    rows_of_meetings,
    rows_of_problems,
)
from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Elided, Part, key_hint, label
from checkin.language import _
from checkin.services.changes import ChangeKind, Choices
from checkin.services.importing import Plan


class ImportPreview(QWidget):
    """Shows a plan; `accepted` with the Choices, `refused`, or `turned` with those that make another plan."""

    accepted = Signal(object)
    turned = Signal(object)
    refused = Signal()
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.ticks = Ticks()
        self._title, self._file = label("", Part.H1), Elided("", Part.MUTED)
        self._about = label("", Part.MUTED)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.apply_button = button(_("Apply"), "check", "primary")
        self.all_button, self.none_button = (
            button(_("Tick all"), "box-checked"),
            button(_("Tick none"), "box"),
        )
        self.columns_button = button(_("Columns…"), "table")
        self.cancel_button = button(_("Cancel"))
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan, file: str, *, anew: bool = True) -> None:
        """Show what a file would change; not `anew`, the ticks stay, and so does the tab that is open."""
        at = 0 if anew else self.tabs.currentIndex()
        if anew:
            self.ticks = Ticks()
        self._plan = plan
        self._file.say(file)
        self.tabs.clear()
        for kind in (ChangeKind.NEW, ChangeKind.CHANGED):
            self._add_tab(words.change(kind.value), _columns_of(kind), rows_of_kind(plan, kind))
        self._add_tab(_("Questions"), _of_meetings(), rows_of_meetings(plan))
        self._add_tab(_("No longer on the list"), _of_gone(), rows_of_gone(plan))
        for kind in (ChangeKind.SAME, ChangeKind.CORRECTED, ChangeKind.NOT_COMING):
            self._add_tab(words.change(kind.value), _columns_of(kind), rows_of_kind(plan, kind))
        self._add_tab(_("Unreadable"), _of_problems(), rows_of_problems(plan))
        self.tabs.setCurrentIndex(min(at, self.tabs.count() - 1))
        self._count()
        self._explain()

    def enter(self) -> None:
        """Take the focus."""
        current = self.tabs.currentWidget()
        (current if isinstance(current, TableView) else self.cancel_button).setFocus()

    def apply(self) -> None:
        """Hand on what was chosen."""
        if self.apply_button.isEnabled():
            self.apply_button.setEnabled(False)  # one click, one import
            self.accepted.emit(self.ticks.choices)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the chosen row with the space bar."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            row = watched.current() if isinstance(watched, TableView) else None
            if event.key() == Qt.Key.Key_Space and row is not None:
                self.turn(row)
                return True
        return super().eventFilter(watched, event)

    def turn(self, row: Row) -> None:
        """Tick a row, or take the tick away."""
        if row.key is not None:
            self.ticks.turn(row)
            self._ticked(row.decides)

    def _ticked(self, decides: Decides) -> None:
        if decides is Decides.MEETING:
            self.turned.emit(Choices(turned=self.ticks.choices.turned))
        current = self.tabs.currentWidget()
        if isinstance(current, TableView):
            current.viewport().update()
        self._count()

    def _tick_all(self, *, on: bool) -> None:
        for row in self._rows(self.tabs.currentIndex()):
            if row.key is not None:
                self.ticks.set(row, on=on)
                decides = row.decides
        if self._has_ticks(self.tabs.currentIndex()):
            self._ticked(decides)

    def _rows(self, at: int) -> Sequence[Row]:
        table = self.tabs.widget(at)
        return table.rows_model.rows if isinstance(table, TableView) else ()

    def _has_ticks(self, at: int) -> bool:
        return any(row.key is not None for row in self._rows(at))

    def _count(self) -> None:
        """Say in the title what applying would do now."""
        rows = [row for at in range(self.tabs.count()) for row in self._rows(at)]
        taken = [row for row in rows if row.key is not None and self.ticks.is_on(row)]
        left = self.ticks.choices.left
        new = changed = 0
        for place, change in enumerate(self._plan.changes if self._plan else ()):
            new += change.kind is ChangeKind.NEW and place not in left
            changed += change.kind is ChangeKind.CHANGED and place not in left
        gone = sum(row.decides is Decides.GONE for row in taken)
        said = _("New: {new} · changed: {changed}").format(new=new, changed=changed)
        if gone:
            said += " · " + _("taken off: {gone}").format(gone=gone)
        if not (new or changed or gone):
            said = _("This list changes nothing")
        self._title.setText(said)
        self.apply_button.setEnabled(bool(new or changed or gone))

    def _explain(self) -> None:
        """Say what a tick of the open tab means."""
        rows = self._rows(self.tabs.currentIndex())
        decides = next((row.decides for row in reversed(rows) if row.key is not None), None)
        if any(row.is_detail for row in rows):
            decides = Decides.FIELD
        self._about.setText("" if decides is None else _explanations()[decides])
        for one in (self.all_button, self.none_button):
            one.setVisible(decides is not None)

    def _add_tab(self, title: str, columns: Sequence[tuple[str, int]], rows: Sequence[Row]) -> None:
        if not rows:
            return
        table: TableView[Row] = TableView([self._column(at, *one) for at, one in enumerate(columns)], 36)
        table.fill(rows)
        table.installEventFilter(self)
        table.opened.connect(self.turn)
        table.clicked.connect(
            lambda index: None if index.column() else self.turn(table.rows_model.row(index.row()))
        )
        table.setCurrentIndex(table.rows_model.index(0, 0))
        count = sum(not row.is_detail for row in rows)
        self.tabs.addTab(table, f"{title}  {count}")

    def _column(self, at: int, title: str, width: int) -> Column[Row]:
        return Column(title, partial(_cell, at), width, icon=self._tick if not at else lambda _row: None)

    def _tick(self, row: Row) -> QIcon | None:
        if row.key is None:
            return None
        is_on = self.ticks.is_on(row)
        return icon("box-checked" if is_on else "box", Colour.ACCENT if is_on else Colour.MUTED)

    def _connect(self) -> None:
        self.apply_button.clicked.connect(self.apply)
        self.columns_button.clicked.connect(self.columns_wanted)
        self.cancel_button.clicked.connect(self.refused)
        self.all_button.clicked.connect(lambda _checked: self._tick_all(on=True))
        self.none_button.clicked.connect(lambda _checked: self._tick_all(on=False))
        self.tabs.currentChanged.connect(lambda _at: self._explain())
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.apply)

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._file)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        head.addWidget(self.columns_button)
        head.addWidget(self.cancel_button)
        head.addWidget(self.apply_button)
        foot.setSpacing(Space.XS)
        foot.addWidget(self._about, 1)
        for keys, said in ((_("Space"), _("tick")), ("Ctrl+↵", _("apply"))):
            foot.addWidget(key_hint(keys))
            foot.addWidget(label(said, Part.SMALL))
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)


def _cell(at: int, row: Row) -> str:
    text = row.cells[at] if at < len(row.cells) else ""
    return f"    {text}" if row.is_detail and at == 1 else text


def _columns_of(kind: ChangeKind) -> list[tuple[str, int]]:
    if kind is ChangeKind.CHANGED:
        return [(_("Line"), 90), (_("Name"), 260), (_("What"), 280), (_("Before"), 260), (_("After"), 0)]
    return [
        (_("Line"), 90),
        (_("Name"), 210),
        (_("As written"), 180),
        (_("Organisation"), 200),
        (_("Companions"), 200),
        (_("What it says"), 0),
    ]


def _of_meetings() -> list[tuple[str, int]]:
    return [(_("Why"), 320), (_("In this import"), 380), (_("On the list"), 0)]


def _of_gone() -> list[tuple[str, int]]:
    return [(_("Name"), 260), (_("Organisation"), 260), (_("Companions"), 280), (_("Where it stood"), 0)]


def _of_problems() -> list[tuple[str, int]]:
    return [(_("Line"), 90), (_("Why"), 0)]


def _explanations() -> dict[Decides, str]:
    """Return what a tick means, by what it decides."""
    return {
        Decides.REPLY: _("What is ticked is entered on the list."),
        Decides.FIELD: _("Without its tick, a field stays as it is on the list."),
        Decides.MEETING: _("Ticked: one person, kept once, or who comes again. Not ticked: not so."),
        Decides.GONE: _("Ticked: cancelled on the list, companions too. Nobody is unless you tick them."),
    }
