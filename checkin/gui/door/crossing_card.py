"""The card at the room's door: which way it was, the name, how many places are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from checkin import words
from checkin.gui.door.band import Band
from checkin.gui.door.name import LargeName
from checkin.gui.looks import LOOKS, NEARLY_FULL, PASSAGES, Look
from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Elided, Part
from checkin.language import _
from checkin.services.attending import Crossing, PassageKind


class CrossingCard(QFrame):
    """Shows what became of a scan; `insisted` when its button is pressed."""

    insisted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.band, self.name, self._about = Band(), LargeName(), Elided("", Part.H2)
        self._insist = button(_("Count in all the same  (F1)"), "warning", "danger")
        self._insist.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._insist.clicked.connect(self.insisted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.L)
        column.setSpacing(0)
        column.addWidget(self.band)
        body = QVBoxLayout()
        body.setContentsMargins(Space.L, Space.L, Space.L, 0)
        body.setSpacing(Space.S)
        body.addWidget(self.name)
        body.addWidget(self._about)
        body.addWidget(self._insist, alignment=Qt.AlignmentFlag.AlignLeft)
        body.addStretch()
        column.addLayout(body, 1)

    def show_crossing(self, crossing: Crossing, *, may_insist: bool) -> Look:
        """Show a crossing, and return how it looks and sounds."""
        look, holder = _look(crossing), crossing.verdict.holder
        if crossing.kind is PassageKind.REFUSED:
            self.band.say(words.verdict(crossing.verdict), look)
        else:
            self.band.say(words.passage(crossing.kind.value, crossing.occupancy), look)
        self.name.say(words.name(holder.attendee) if holder else "")
        self._about.say(holder.attendee.organisation if holder else "")
        self._insist.setVisible(may_insist)
        return look


def _look(crossing: Crossing) -> Look:
    if crossing.kind is PassageKind.REFUSED:
        return LOOKS[crossing.verdict.kind]
    is_last = crossing.kind is PassageKind.IN and crossing.occupancy.is_nearly_full
    return NEARLY_FULL if is_last else PASSAGES[crossing.kind.value]
