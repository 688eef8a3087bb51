"""The imports of this event, each with the way back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Part, label
from checkin.language import _, stamp
from checkin.services.importing import PastImport


class ImportHistory(QWidget):
    """Past imports, the newest first; `undo_wanted` with an import's id, or `left`."""

    undo_wanted = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table: TableView[PastImport] = TableView(_columns(), 40)
        self.undo_button = button(_("Undo this import"), "undo", "primary")
        self.back_button = button(_("Back to the list"), "chevron-left")
        self.undo_button.clicked.connect(self._undo)
        self.back_button.clicked.connect(self.left)
        self.table.chosen.connect(lambda _row: self._show_button())
        self._lay_out()

    def show_imports(self, imports: Sequence[PastImport]) -> None:
        """Show these imports."""
        self.table.fill(imports)
        if imports:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))
        self._show_button()
        self.table.setFocus()

    def _show_button(self) -> None:
        chosen = self.table.current()
        self.undo_button.setEnabled(chosen is not None and chosen.record.undone_at is None)

    def _undo(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            self.undo_button.setEnabled(False)
            self.undo_wanted.emit(chosen.record.id)

    def _lay_out(self) -> None:
        titles, head = QVBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(label(_("Imports"), Part.H1))
        about = _("Each import can be undone whole, the last one first, until someone of it has come.")
        titles.addWidget(label(about, Part.MUTED))
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        head.addWidget(self.back_button)
        head.addWidget(self.undo_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.table, 1)


def _columns() -> list[Column[PastImport]]:
    return [
        Column(_("When"), lambda one: stamp(one.record.at), 200),
        Column(_("From"), lambda one: one.record.source),
        Column(_("Added"), lambda one: str(one.added), 100, align_right=True),
        Column(_("Changed people"), lambda one: str(one.changed), 120, align_right=True),
        Column(_("By"), lambda one: " · ".join(filter(None, (one.record.operator, one.record.desk))), 240),
        Column(_("State"), _state, 220),
    ]


def _state(one: PastImport) -> str:
    undone = one.record.undone_at
    return _("Undone on {when}").format(when=stamp(undone)) if undone else _("On the list")
