"""The last ones, beside the card: who, when, and the way to undo it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin import words
from checkin.domain.admission import Admission
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import Unreadable, read
from checkin.gui.theme import restyle
from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button, icon_button
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Elided, Part, label
from checkin.language import _, clock


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that was recorded: its id, whose, when, its shape; why it was voided, if it was."""

    id: UUID
    name: str
    at: datetime
    icon: str
    desk: str
    voided: str = ""


def done_of(admission: Admission, person: Attendee) -> Done:
    """Return an admission as it is listed."""
    why = ""
    if not admission.counts:
        why = _("Undone by {name}: {reason}").format(name=admission.voided_by, reason=admission.void_reason)
    return Done(admission.id, words.name(person), admission.at, "welcome", admission.desk, why)


class Latest(Card):
    """The last things recorded; `undo_wanted` with an id and a reason."""

    undo_wanted = Signal(object, str)
    scanned = Signal(str)
    finished = Signal()  # the reason was given, or not: the field may have the focus back

    def __init__(self, title: str, count: int = 8) -> None:
        super().__init__(margin=16)
        self._title, self._count = title, count
        self._rows: list[_Row] = []
        self._done: tuple[Done, ...] = ()
        self._undoing: Done | None = None
        self.add(label(title, Part.OVERLINE))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.column.addStretch()
        self.add(self._reason_strip())

    def fill(self, done: Sequence[Done]) -> None:
        """Show these, the latest first; rows are made once and used again."""
        self._done = tuple(done[: self._count])
        while len(self._rows) < len(self._done):
            row = _Row()
            row.undo.clicked.connect(partial(self._ask_at, len(self._rows)))
            self._rows.append(row)
            self._list.addWidget(row)
        for row, one in zip(self._rows, self._done, strict=False):
            row.show_done(one)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._done))

    def put_first(self, done: Sequence[Done]) -> None:
        """Show these, which have just been recorded, before the others."""
        self.fill((*done, *self._done))

    def undo_latest(self) -> None:
        """Ask why the latest that still stands is to be undone."""
        latest = next((one for one in self._done if not one.voided), None)
        if latest is not None:
            self.ask(latest)

    @property
    def is_asking(self) -> bool:
        """Whether a reason is being asked for."""
        return self._undoing is not None

    def _ask_at(self, number: int) -> None:
        self.ask(self._done[number])

    def _reason_strip(self) -> QWidget:
        self._strip = QWidget()
        self._strip.hide()
        self._question = Elided("", Part.H3)
        self._reason = QLineEdit()
        self._reason.setPlaceholderText(_("Reason, then Enter"))
        self._reason.setAccessibleName(_("Reason of the undoing"))
        self._reason.returnPressed.connect(self._undo)
        cancel = button(_("Keep it"), kind="quiet")
        cancel.clicked.connect(self._keep)
        column = QVBoxLayout(self._strip)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        for widget in (self._question, self._reason, cancel):
            column.addWidget(widget)
        return self._strip

    def ask(self, one: Done) -> None:
        """Ask why this one is to be undone, if it still stands."""
        if one.voided:
            return
        self._undoing = one
        self._question.say(_("Undo: {name}?").format(name=one.name))
        self._reason.setText(_("Admitted by mistake"))
        self._strip.show()
        self._reason.selectAll()
        self._reason.setFocus()

    def _undo(self) -> None:
        one, reason = self._undoing, self._reason.text().strip()
        if read(reason) is not Unreadable.FOREIGN:  # the next guest's code: a scan is never a reason
            self._keep()
            self.scanned.emit(reason)
        elif one is not None and reason:
            self._keep()
            self.undo_wanted.emit(one.id, reason)

    def _keep(self) -> None:
        self._undoing = None
        self._strip.hide()
        self.finished.emit()


class _Row(QFrame):
    """A shape, a name, when and where; struck out once it is undone."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)
        self._glyph = Glyph("welcome", Colour.SUCCESS, 18)
        self._name, self._when = Elided(""), Elided("", Part.SMALL)
        self.undo = icon_button("undo", _("Undo"), Colour.MUTED)
        self.undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._name)
        text.addWidget(self._when)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.XS)
        line.addWidget(self._glyph)
        line.addLayout(text, 1)
        line.addWidget(self.undo)

    def show_done(self, one: Done) -> None:
        """Show another one."""
        is_undone = bool(one.voided)
        self._glyph.show_icon(
            "undo" if is_undone else one.icon, Colour.MUTED if is_undone else Colour.SUCCESS
        )
        part = "struck" if is_undone else Part.BODY.value
        if self._name.property("part") != part:
            restyle(self._name, part=part)
        self._name.say(one.name)
        self._when.say(one.voided or f"{clock(one.at)} · {one.desk}")
        self.undo.setVisible(not is_undone)
