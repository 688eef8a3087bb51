"""The replies of a mailbox, one by one: the message, what was understood of it, and a person's decision.

Enter accepts the one that is shown, Delete leaves it, Ctrl+Enter accepts all that are sure.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from checkin.gui.icons import icon
from checkin.gui.importing.items import Item, State, items_of, reading_of
from checkin.gui.importing.message_view import MessageView
from checkin.gui.importing.reply_form import ReplyForm, answer
from checkin.gui.importing.rows import full_name
from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.table import Column, TableView
from checkin.gui.widgets.text import Elided, Part, key_hint, label
from checkin.language import _, n_
from checkin.services.importing import Plan

_ICONS = {
    State.SURE: ("welcome", Colour.SUCCESS),
    State.UNSURE: ("question", Colour.WARNING),
    State.ACCEPTED: ("box-checked", Colour.ACCENT),
    State.LEFT: ("box", Colour.MUTED),
    State.KNOWN: ("already", Colour.MUTED),
    State.SILENT: ("mail", Colour.MUTED),
}
_WAITING = (State.SURE, State.UNSURE)


class RepliesPage(QWidget):
    """Shows the replies; `accepted` with a Reading of those that a person accepted, or `refused`.

    Before the one, `left` with those (as they were understood) of which nothing is entered.
    """

    accepted = Signal(object)
    left = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self.items: list[Item] = []
        self._shown: Item | None = None
        self._filter = "waiting"
        self.filters = {key: button("", kind="choice") for key in _filters()}
        self._title, self._file = label("", Part.H1), Elided("", Part.MUTED)
        self.table: TableView[Item] = TableView(_columns(), 40)
        self.message, self.form = MessageView(), ReplyForm()
        self.accept_button = button(_("Accept"), "check")
        self.leave_button = button(_("Leave"), "cross")
        self.sure_button = button("", "check")
        self.go_button = button(_("Continue"), "chevron-right", "primary")
        self.cancel_button = button(_("Cancel"))
        self._lay_out()
        self._connect()

    def show_plan(self, plan: Plan) -> None:
        """Show the replies of a plan; those that would change nothing are known already."""
        self._plan, self._shown = plan, None
        self.items = items_of(plan)
        self._file.say(plan.reading.file)
        self._choose_filter("waiting" if self._of("waiting") else "rest")

    def enter(self) -> None:
        """Take the focus."""
        self.table.setFocus()

    def accept(self) -> None:
        """Accept the reply that is shown, as it was corrected, and show the next."""
        proposal = self.form.proposal
        if proposal is not None:
            self._decide(lambda item: item.accept(proposal))

    def leave(self) -> None:
        """Leave the reply that is shown, and show the next."""
        self._decide(Item.leave)

    def accept_all_sure(self) -> None:
        """Accept every reply that is sure and waits."""
        for item in self.items:
            if item.state is State.SURE:
                item.accept(item.proposal)
        self._refill(0)

    def go_on(self) -> None:
        """Hand on those that were accepted."""
        if self._plan is not None and self.go_button.isEnabled():
            originals = zip(self.items, self._plan.reading.proposals, strict=True)
            self.left.emit([said for item, said in originals if item.state is State.LEFT])
            self.accepted.emit(reading_of(self._plan, self.items))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the chosen reply with Delete."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_press and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:  # type: ignore[attr-defined]  # a key
            self.leave()
            return True
        return super().eventFilter(watched, event)

    def _decide(self, deed: Callable[[Item], None]) -> None:
        item = self.table.current()
        if item is None:
            return
        at = self.table.currentIndex().row()
        deed(item)
        self._shown = None
        self._refill(at if item not in self._of(self._filter) else at + 1)

    def _refill(self, at: int) -> None:
        """Show what is left of the open list, the one at `at` chosen."""
        rows = self._of(self._filter)
        self.table.fill(rows)
        if rows:
            self.table.setCurrentIndex(self.table.rows_model.index(min(at, len(rows) - 1), 0))
        self._show(self.table.current())
        self._count()
        self.table.setFocus()  # where the next key is expected

    def _show(self, item: Item | None) -> None:
        """Show a reply; what was corrected in the one before is kept with it."""
        if self._shown is not None and self._shown is not item:
            self._shown.correct(self.form.proposal)
        self._shown = item
        for one in (self.accept_button, self.leave_button, self.form, self.message):
            one.setEnabled(item is not None)
        if item is not None:
            self.message.show_message(item.text, item.proposal.evidence)
            self.form.show_proposal(item.proposal)
        else:
            self.message.setPlainText(_("Nothing is left to decide here."))

    def _count(self) -> None:
        accepted = sum(item.state is State.ACCEPTED for item in self.items)
        total = len(self.items)
        self._title.setText(
            n_("{count} reply accepted of {total}", "{count} replies accepted of {total}", accepted).format(
                count=accepted, total=total
            )
        )
        sure = sum(item.state is State.SURE for item in self.items)
        text = n_("Accept the one that is sure", "Accept the {count} that are sure", sure)
        self.sure_button.setText(text.format(count=sure))
        self.sure_button.setVisible(bool(sure))
        decided = {State.ACCEPTED, State.LEFT}
        self.go_button.setEnabled(any(item.state in decided for item in self.items))
        for key, words in _filters().items():
            self.filters[key].setText(f"{words}  {len(self._of(key))}")

    def _of(self, key: str) -> list[Item]:
        wanted = {"waiting": _WAITING, "accepted": (State.ACCEPTED,)}.get(key)
        rest = (State.LEFT, State.KNOWN, State.SILENT)
        found = [item for item in self.items if item.state in (wanted or rest)]
        return sorted(found, key=lambda item: item.state is State.UNSURE)

    def _choose_filter(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self._filter = key
        for one, choice in self.filters.items():
            choice.setChecked(one == key)
        self._refill(0)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda _item: self.accept())
        self.table.installEventFilter(self)
        self.form.entered.connect(self.accept)
        self.accept_button.clicked.connect(self.accept)
        self.leave_button.clicked.connect(self.leave)
        self.sure_button.clicked.connect(self.accept_all_sure)
        self.go_button.clicked.connect(self.go_on)
        self.cancel_button.clicked.connect(self.refused)
        for key, choice in self.filters.items():
            choice.clicked.connect(partial(self._choose_filter, key))
        for keys, deed in (("Ctrl+Return", self.accept_all_sure), ("Ctrl+Right", self.go_on)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _lay_out(self) -> None:
        titles, head, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._file)
        head.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for one in (self.cancel_button, self.sure_button, self.go_button):
            head.addWidget(one)
        foot.setSpacing(Space.XS)
        for keys, words in (
            ("↵", _("accept")),
            (_("Del"), _("leave")),
            ("Ctrl+↵", _("accept all that are sure")),
            ("Ctrl+→", _("continue")),
        ):
            foot.addWidget(key_hint(keys))
            foot.addWidget(label(words, Part.SMALL))
        foot.addStretch()
        foot.addWidget(self.leave_button)
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self._split(), 1)
        column.addLayout(foot)

    def _split(self) -> QSplitter:
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.XS)
        choices = QHBoxLayout()
        choices.setSpacing(Space.XXS)
        for choice in self.filters.values():
            choices.addWidget(choice)
        choices.addStretch()
        left.addLayout(choices)
        left.addWidget(self.table, 1)
        split = QSplitter()
        split.setHandleWidth(Space.S)
        split.setChildrenCollapsible(False)
        for at, (widget, width) in enumerate(((side, 430), (self.message, 410), (self.form, 400))):
            split.addWidget(widget)
            split.setStretchFactor(at, (2, 3, 2)[at])
            widget.setMinimumWidth(width - 60)
        split.setSizes([430, 410, 400])
        return split


def _columns() -> list[Column[Item]]:
    return [
        Column(_("Name"), _name, icon=_icon),
        Column(_("Answer"), lambda item: answer(item.proposal.reply), 150),
    ]


def _name(item: Item) -> str:
    proposal = item.proposal
    name = full_name(proposal.name) or proposal.email or _("Nobody")
    others = len(proposal.companions) + proposal.unnamed_companions
    return f"{name}  +{others}" if others else name


def _icon(item: Item) -> QIcon:
    return icon(*_ICONS[item.state])


def _filters() -> dict[str, str]:
    return {"waiting": _("To decide"), "accepted": _("Accepted"), "rest": _("The rest")}
