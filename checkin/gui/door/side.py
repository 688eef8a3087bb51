"""Beside the card: a count to be read from a metre, and the last things recorded."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from checkin.gui.door.counter import Counter
from checkin.gui.door.latest import Done, Latest
from checkin.gui.page import Page
from checkin.gui.tokens import Space

Count = TypeVar("Count")

_WIDTH = 300


class Side(QWidget):
    """The column at the right of a door's page; it looks anew when told, and undoes what is asked of it."""

    undone = Signal()

    def __init__(self, page: Page, counter: Counter, title: str) -> None:
        super().__init__(page)
        self._page, self.counter, self.latest = page, counter, Latest(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(counter)
        column.addWidget(self.latest, 1)
        self.setFixedWidth(_WIDTH)
        QShortcut(QKeySequence.StandardKey.Undo, page).activated.connect(self.latest.undo_latest)

    def look(
        self,
        count: Callable[[], Count],
        latest: Callable[[], Sequence[Done]],
        show: Callable[[Count], None],
    ) -> None:
        """Ask for the count and the last ones on the worker, and show both."""

        def shown(seen: tuple[Count, Sequence[Done]]) -> None:
            show(seen[0])
            self.latest.fill(seen[1])

        self._page.run(lambda _job: (count(), latest()), shown)

    def undo_with(self, void: Callable[[UUID, str], bool]) -> None:
        """Have what is asked to be undone voided by `void` (an id, a reason), on the worker."""

        def undo(done_id: UUID, reason: str) -> None:
            self._page.run(lambda _job: void(done_id, reason), lambda _done: self.undone.emit())

        self.latest.undo_wanted.connect(undo)
