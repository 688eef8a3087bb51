"""People in rows: a party on its card, or what a search found; chosen with the arrows, ticked with space."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.admission import Member
from checkin.gui.theme import restyle
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Badge, Elided, Part
from checkin.language import _, clock
from checkin.words import list_name, mark, status

_HEIGHT = 46


@dataclass(frozen=True, slots=True)
class Shown:
    """One row: a member, whether a tick is offered and set, and a word about them."""

    member: Member
    about: str = ""
    tick: bool | None = None


class MemberRow(QFrame):
    """A tick or the person's shape, the name, what is known, whether they are here."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "member")
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._glyph = Glyph("person", Colour.MUTED, 22)
        self._name, self._about = Elided("", Part.H3), Elided("", Part.MUTED)
        self._mark, self._state = Badge(), Badge()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.S, 0, Space.S, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._glyph)
        row.addWidget(self._name, 2)
        rest = QHBoxLayout()  # so that it begins at the same place in every row
        rest.setSpacing(Space.S)
        rest.addWidget(self._about, 1)
        rest.addWidget(self._mark)
        rest.addWidget(self._state)
        row.addLayout(rest, 3)

    def show_member(self, shown: Shown) -> None:
        """Show another person."""
        person = shown.member.attendee
        self._name.say(list_name(person))
        self._about.say(shown.about or person.organisation)
        self._mark.say(mark(person.mark), Tone.ACCENT)
        self._mark.setVisible(bool(person.mark))
        self._state.say(*_state(shown.member))
        self._glyph.show_icon(*_shape(shown))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Choose this row."""
        self.pressed.emit()


class Members(QScrollArea):
    """A column of rows of which one is current."""

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ground = QWidget()
        ground.setProperty("part", "scrolled")
        self._column = QVBoxLayout(ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.setWidget(ground)
        self._rows: list[MemberRow] = []
        self._shown: tuple[Shown, ...] = ()
        self._at = 0

    def show_all(self, shown: Sequence[Shown], at: int = 0) -> None:
        """Show these people; rows are made once and used again."""
        self._shown = tuple(shown)
        while len(self._rows) < len(shown):
            self._add_row()
        for row, one in zip(self._rows, self._shown, strict=False):
            row.show_member(one)
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(self._shown))
        self._go(at)

    @property
    def at(self) -> int:
        """The place of the current row, 0 the first."""
        return self._at

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is shown."""
        return self._shown

    def current(self) -> Member | None:
        """Return the current person, None where there is nobody."""
        return self._shown[self._at].member if self._shown else None

    def step(self, by: int) -> None:
        """Make the next (1) or the one before (-1) current."""
        self._go(self._at + by)

    def _go(self, at: int) -> None:
        self._at = max(0, min(at, len(self._shown) - 1))
        for number, row in enumerate(self._rows[: len(self._shown)]):
            is_current = number == self._at
            if row.property("current") != is_current:
                restyle(row, current=is_current)
        if self._shown:
            self.ensureWidgetVisible(self._rows[self._at], 0, 0)

    def _add_row(self) -> None:
        row = MemberRow()
        row.pressed.connect(partial(self._press, len(self._rows)))
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)

    def _press(self, number: int) -> None:
        self._go(number)
        self.pressed.emit(number)


def _state(member: Member) -> tuple[str, Tone]:
    if member.admission is not None:
        return _("Here since {time}").format(time=clock(member.admission.at)), Tone.SUCCESS
    if not member.attendee.is_expected:
        return status(member.attendee.status), Tone.WARNING
    return _("Expected"), Tone.NEUTRAL


def _shape(shown: Shown) -> tuple[str, Colour]:
    if shown.member.is_here:
        return "welcome", Colour.SUCCESS
    if shown.tick is None:
        return "person", Colour.MUTED
    return ("box-checked", Colour.ACCENT) if shown.tick else ("box", Colour.MUTED)
