"""The card of a visit: the verdict, the name in large letters, the party, the identity step."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin import identity_words, words
from checkin.domain.admission import VerdictKind
from checkin.domain.attendee import Attendee
from checkin.gui.door.band import Band
from checkin.gui.door.identity_strip import IdentityStrip
from checkin.gui.door.members import Members, Shown
from checkin.gui.door.name import LargeName
from checkin.gui.door.visit import Visit
from checkin.gui.looks import ADMITTED, LOOKS, REFUSED, TO_LOOK_AT, Look
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Badge, Elided, Part, label
from checkin.language import _, n_
from checkin.services.identifying import Checked

RARER_KEYS = (6, 7, 8)


class VisitCard(QFrame):
    """Shows a visit; `confirmed` and `put_aside` when its buttons are pressed."""

    confirmed = Signal()
    put_aside = Signal()
    key_pressed = Signal(int)  # the number of a function key whose button was clicked

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.band, self.name, self.strip, self.members = Band(), LargeName(), IdentityStrip(), Members()
        self._about, self._note = Elided("", Part.H2), label("", Part.H3)
        self._mark, self._help, self._role = Badge(), Badge(), Badge()
        self._party = label("", Part.OVERLINE)
        self.admit = button("", "check", "big")
        self._aside = button("")
        for press, told in ((self.admit, self.confirmed), (self._aside, self.put_aside)):
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            press.clicked.connect(told)
        self._lay_out()

    def show_visit(self, visit: Visit, at: int | None = None) -> Look:
        """Show a visit, the row `at` current, and return how it looks and sounds."""
        look = self._say(visit)
        holder = visit.verdict.holder
        self._who.setVisible(holder is not None)
        if holder is not None:
            self._show_person(holder.attendee)
            self._show_party(visit, at)
        self.strip.setVisible(bool(visit.chosen))
        self.strip.show_visit(visit)
        self.admit.setVisible(bool(visit.chosen))
        self.admit.setEnabled(visit.may_admit)
        self._aside.setText(_("Later  (Esc)") if visit.chosen else _("Close  (Esc)"))
        count = len(visit.chosen)
        self.admit.setText(n_("Admit  (Enter)", "Admit {count}  (Enter)", count).format(count=count))
        return look

    def show_keys(self, labels: dict[int, str]) -> None:
        """Show what the rarer keys do now, by their number; empty for one that does nothing."""
        for number, words_of_it in labels.items():
            self._keys[number].setText(f"F{number}  {words_of_it}")
            self._keys[number].setVisible(bool(words_of_it))

    def _say(self, visit: Visit) -> Look:
        look, said = LOOKS[visit.verdict.kind], words.verdict(visit.verdict)
        if visit.refused is not None:
            look, said = REFUSED, words.refused(visit.refused)
        elif visit.admitted:
            look, said = ADMITTED, words.admitted(len(visit.admitted))
        elif visit.undecided:
            found = visit.checked[visit.undecided[0]]
            look, said = TO_LOOK_AT, _to_decide(found)
        elif visit.exemption is not None:
            look, said = LOOKS[VerdictKind.WELCOME], words.exempted()
        self.band.say(said, look)
        return look

    def _show_person(self, person: Attendee) -> None:
        self.name.say(words.name(person))
        self._about.say(" · ".join(filter(None, (person.function, person.organisation))))
        self._mark.say(words.mark(person.mark), Tone.ACCENT)
        self._mark.setVisible(bool(person.mark))
        self._help.say(person.assistance, Tone.WARNING)
        self._help.setVisible(bool(person.assistance))
        self._role.say(_("Lead of the party") if person.is_lead else _("Companion"), Tone.NEUTRAL)
        self._note.setText(person.note)
        self._note.setVisible(bool(person.note))

    def _show_party(self, visit: Visit, at: int | None) -> None:
        holder = visit.verdict.holder
        shown = [
            Shown(member, tick=(member.attendee.id in visit.chosen) if visit.is_waiting(member) else None)
            for member in visit.rows
        ]
        first = next((n for n, one in enumerate(shown) if one.member == holder), 0)
        self.members.show_all(shown, first if at is None else at)
        is_party = len(shown) > 1
        here = sum(one.member.is_here for one in shown)
        self._role.setVisible(is_party)
        self._party.setText(
            _("Party of {count} · here: {here} · Space chooses, F9 all of them").format(
                count=len(shown), here=here
            )
        )
        self._party_box.setVisible(is_party)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        body = QVBoxLayout()
        body.setContentsMargins(Space.L, Space.XS, Space.L, Space.M)
        body.setSpacing(Space.S)
        body.addWidget(self._person_box(), 1)
        body.addStretch()  # holds the buttons down where there is nobody to show
        body.addWidget(self.strip)
        actions = QHBoxLayout()
        actions.setSpacing(Space.S)
        actions.addWidget(self.admit, 1)
        for press in self._rarer_buttons():
            actions.addWidget(press)
        actions.addWidget(self._aside)
        actions.addStretch()  # takes the place of « Admit » where nobody is to be admitted
        body.addLayout(actions)
        column.addLayout(body, 1)

    def _rarer_buttons(self) -> list[QPushButton]:
        self._keys = {number: button("") for number in RARER_KEYS}
        for number, press in self._keys.items():
            press.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            press.clicked.connect(partial(self.key_pressed.emit, number))
            press.hide()
        return list(self._keys.values())

    def _person_box(self) -> QWidget:
        self._who, self._party_box = QWidget(), QWidget()
        badges = QHBoxLayout()
        badges.setSpacing(Space.XS)
        badges.addWidget(self._mark)
        badges.addWidget(self._help)
        badges.addWidget(self._role)
        badges.addWidget(self._about, 1)
        party = QVBoxLayout(self._party_box)
        party.setContentsMargins(0, Space.XS, 0, 0)
        party.setSpacing(Space.XXS)
        party.addWidget(self._party)
        party.addWidget(self.members, 1)
        column = QVBoxLayout(self._who)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addWidget(self.name)
        column.addLayout(badges)
        column.addWidget(self._note)
        column.addWidget(self._party_box, 1)
        column.addStretch()
        return self._who


def _to_decide(found: Checked) -> words.Said:
    compared, in_force = found.comparison.outcome, found.validity.outcome
    return identity_words.to_decide(compared, in_force, found.shown_for, is_refused=found.is_refused)
