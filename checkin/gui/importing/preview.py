"""What an import would do, for a person to look at: a tab each for the new, the changed, the unreadable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from checkin import words
from checkin.domain.attendee import Attendee
from checkin.gui.icons import icon
from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Elided, Part, label
from checkin.language import _, n_
from checkin.services.changes import Change, ChangeKind
from checkin.services.importing import Plan

_TABS = (ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.SAME, ChangeKind.NOT_COMING)


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One line of a tab: where it stood, who, with whom, what of it; its place in the reading."""

    line: int | None
    name: str
    organisation: str
    companions: str
    what: str
    place: int | None = None


class ImportPreview(QWidget):
    """Shows a plan; `accepted` with the places of the replies to leave, or `refused`."""

    accepted = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._left: set[int] = set()
        self._title, self._file = label("", Part.H1), Elided("", Part.MUTED)
        self.tabs = QTabWidget()
        self.apply_button = button(_("Apply"), "check", "primary")
        self._cancel = button(_("Cancel"))
        self.apply_button.clicked.connect(lambda _checked: self.accepted.emit(frozenset(self._left)))
        self._cancel.clicked.connect(self.refused)
        self._lay_out()

    def show_plan(self, plan: Plan, file: str) -> None:
        """Show what a file would change."""
        self._left = set()
        new = len(plan.of_kind(ChangeKind.NEW))
        changed = len(plan.of_kind(ChangeKind.CHANGED))
        self._title.setText(_("New: {new} · changed: {changed}").format(new=new, changed=changed))
        if not plan.changes_something:
            self._title.setText(_("This list changes nothing"))
        self._file.say(file)
        self.tabs.clear()
        for kind in _TABS:
            self._add_tab(words.change(kind.value), _rows(plan, kind), may_leave=kind in _TABS[:2])
        problems = [Row(one.line, "", "", "", one.reason) for one in plan.problems]
        self._add_tab(_("Unreadable"), problems, may_leave=False)
        self.apply_button.setEnabled(plan.changes_something)

    def _add_tab(self, title: str, rows: Sequence[Row], *, may_leave: bool) -> None:
        if not rows:
            return
        table: TableView[Row] = TableView(self._columns(may_leave=may_leave), row_height=38)
        table.fill(rows)
        if may_leave:
            table.opened.connect(lambda row: self._toggle(row, table))
            table.clicked.connect(
                lambda index: (
                    self._toggle(table.rows_model.row(index.row()), table) if not index.column() else None
                )
            )
        self.tabs.addTab(table, f"{title}  {len(rows)}")

    def _toggle(self, row: Row, table: TableView[Row]) -> None:
        if row.place is not None:
            self._left ^= {row.place}
            table.viewport().update()

    def _tick(self, row: Row) -> QIcon:
        is_left = row.place in self._left
        return icon("box" if is_left else "box-checked", Colour.MUTED if is_left else Colour.ACCENT)

    def _columns(self, *, may_leave: bool) -> list[Column[Row]]:
        shape: Callable[[Row], QIcon | None] = self._tick if may_leave else lambda _row: None
        return [
            Column(_("Line"), lambda row: str(row.line or ""), 96, icon=shape),
            Column(_("Name"), lambda row: row.name, 240),
            Column(_("Organisation"), lambda row: row.organisation, 220),
            Column(_("Companions"), lambda row: row.companions, 220),
            Column(_("What it says"), lambda row: row.what),
        ]

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._file)
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        head.addWidget(self._cancel)
        head.addWidget(self.apply_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)


def _rows(plan: Plan, kind: ChangeKind) -> list[Row]:
    return [_row(change, place) for place, change in enumerate(plan.changes) if change.kind is kind]


def _row(change: Change, place: int) -> Row:
    proposal = change.proposal
    name = f"{proposal.name.family_name} {proposal.name.given_name}".strip()
    return Row(
        proposal.source.line or proposal.source.message,
        name,
        proposal.organisation,
        _companions(change),
        _what(change),
        place,
    )


def _companions(change: Change) -> str:
    proposal = change.proposal
    named = [f"{name.given_name} {name.family_name}".strip() for name in proposal.companions]
    if proposal.unnamed_companions:
        count = proposal.unnamed_companions
        named.append(n_("one unnamed", "{count} unnamed", count).format(count=count))
    return ", ".join(named)


def _what(change: Change) -> str:
    if change.kind is not ChangeKind.CHANGED:
        return " · ".join((*change.proposal.doubts, change.proposal.notes)).strip(" ·")
    lead = change.people[0][1]
    return " ; ".join(
        _difference(one.person, lead, one.field, one.before, one.after) for one in change.fields
    )


def _difference(person: Attendee, lead: Attendee, field: str, before: str, after: str) -> str:
    whose = "" if person.id == lead.id else f"{words.name(person)} – "
    was, now = words.value(field, before) if before else "", words.value(field, after) if after else ""
    return f"{whose}{words.field(field)} : {was or '∅'} → {now or '∅'}"
