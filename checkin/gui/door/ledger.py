"""Everything that was recorded at a door, the latest first: Enter undoes, Esc goes back. It admits nobody."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from checkin.gui.door.latest import Done
from checkin.gui.widgets.table import Column, TableView
from checkin.language import _, clock

MOST = 5000
LIST_KEY = 10  # F10 shows it


class Ledger(TableView[Done]):
    """A table of what was recorded; `opened` with one that is to be undone, `left` to go back."""

    left = Signal()

    def __init__(self, *, ways: bool = False) -> None:
        """Make the table, with which way people passed if there are `ways`."""
        said = {"in": _("in"), "out": _("out")}
        way: Column[Done] = Column(_("Way"), lambda one: said.get(one.icon, ""), 84)
        super().__init__(
            (
                Column(_("Time"), lambda one: clock(one.at), 100),
                *((way,) if ways else ()),
                Column(_("Name"), lambda one: one.name),
                Column(_("Desk"), lambda one: one.desk, 140),
                Column(_("Undone"), lambda one: one.voided, 300),
            )
        )

    def show_done(self, done: Sequence[Done]) -> None:
        """Show these, the first of them current."""
        self.fill(done)
        self.selectRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back with Esc or F10."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F10}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
