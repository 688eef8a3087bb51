"""What stands on the entrance's page: the field, a question if there is one, one thing below, the side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from checkin.gui.door.counter import Counter
from checkin.gui.door.finder import Finder
from checkin.gui.door.latest import Done
from checkin.gui.door.ledger import Ledger
from checkin.gui.door.mistakes import Mistakes
from checkin.gui.door.prompt import Prompt
from checkin.gui.door.scan_field import ScanField
from checkin.gui.door.side import Side
from checkin.gui.door.visit_card import VisitCard
from checkin.gui.page import Page
from checkin.gui.tokens import Space
from checkin.gui.widgets.empty import EmptyState
from checkin.language import _


class EntranceLayout:
    """The widgets of the page, and which of them is shown."""

    def __init__(self, page: Page, scanners: QWidget, counter: Counter, title: str) -> None:
        self.field = ScanField(_("Scan a code, or type a name"))
        self.prompt, self.card, self.ledger = Prompt(), VisitCard(), Ledger()
        self.mistakes = Mistakes()
        self.finder = Finder(page)
        self.side = Side(page, counter, _("{title} · F10 all, Ctrl+Z undoes").format(title=title))
        self._idle = EmptyState(
            "scan",
            _("Ready"),
            _("Scan the code of a confirmation, the strip of an identity document, or type a name."),
        )
        self._nobody = EmptyState(
            "search", _("Nobody of this name"), _("Try a part of the name, or how it sounds.")
        )
        self._nobody_add = EmptyState(
            "person-add",
            _("Nobody of this name"),
            _("Try a part of the name, or how it sounds. F7 adds someone who comes unannounced."),
        )
        self.ledger.opened.connect(self.side.latest.ask)
        self._lay_out(page, scanners)

    @property
    def is_searching(self) -> bool:
        """Whether Enter opens the current row of the search."""
        return self._stack.currentWidget() is self.finder.rows

    def show_card(self) -> None:
        """Show the card; a question that was open is no longer."""
        self.prompt.hide()
        self.field.setFocus()
        self._stack.setCurrentWidget(self.card)

    def show_idle(self) -> None:
        """Show that the next scan may come."""
        self.prompt.hide()
        self._stack.setCurrentWidget(self._idle)

    def show_found(self) -> None:
        """Show whom the search found."""
        self._stack.setCurrentWidget(self.finder.rows)

    def show_nobody(self, *, may_add: bool) -> None:
        """Show that the search found nobody, and what to do."""
        self._stack.setCurrentWidget(self._nobody_add if may_add else self._nobody)

    def show_ledger(self, done: Sequence[Done]) -> None:
        """Show everything that was recorded."""
        self.ledger.show_done(done)
        self._stack.setCurrentWidget(self.ledger)
        self.ledger.setFocus()

    def _lay_out(self, page: Page, scanners: QWidget) -> None:
        self._stack = QStackedWidget()
        for widget in (
            self._idle,
            self._nobody,
            self._nobody_add,
            self.finder.rows,
            self.card,
            self.ledger,
        ):
            self._stack.addWidget(widget)
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(self.field, 1)
        head.addWidget(scanners)
        left.addLayout(head)
        left.addWidget(self.mistakes)
        left.addWidget(self.prompt)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(page)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addLayout(left, 1)
        row.addWidget(self.side)
