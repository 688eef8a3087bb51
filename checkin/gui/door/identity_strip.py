"""The identity step on the card: which document was looked at, or what its machine-readable zone said."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, Outcome, OverrideReason
from checkin.gui.door.comparison import NameComparison
from checkin.gui.door.visit import KINDS, REASONS, Visit
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Badge, Part, label
from checkin.identity_words import genuine, law, refused_document, shown_for
from checkin.language import _
from checkin.services.identifying import Checked
from checkin.words import document, expiry, outcome, override

_TONES = {Outcome.MATCH: Tone.SUCCESS, Outcome.LOOK: Tone.WARNING, Outcome.MISMATCH: Tone.DANGER}
_IN_FORCE = {ExpiryOutcome.VALID: Tone.SUCCESS, ExpiryOutcome.UNKNOWN: Tone.NEUTRAL}


class IdentityStrip(QWidget):
    """Five kinds by F1 to F5; once a document was read, the comparison and, if need be, the reasons."""

    kind_chosen = Signal(DocumentKind)
    overridden = Signal(OverrideReason)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._kinds_box())
        column.addWidget(self._comparison_box())

    def show_visit(self, visit: Visit) -> None:
        """Show where the identity check of a visit stands."""
        read = [visit.checked[who] for who in visit.chosen if who in visit.checked]
        shown = read[-1].check.kind if read else visit.kind
        for kind, choice in self._choices.items():
            choice.setChecked(kind is shown)
        self._kinds.setVisible(not visit.undecided)  # F1 to F5 are the reasons then
        self._box.setVisible(bool(read))
        if read:
            self._show_checked(read[-1], is_open=bool(visit.undecided))

    def _show_checked(self, checked: Checked, *, is_open: bool) -> None:
        said = outcome(checked.comparison.outcome)
        self._outcome.say(said.title, _TONES[checked.comparison.outcome])
        in_force = checked.validity.outcome
        self._expiry.say(expiry(in_force).title, _IN_FORCE.get(in_force, Tone.WARNING))
        self._expiry.setToolTip(law(checked.validity.law))
        self.comparison.show_comparison(checked.comparison)
        self._sentence.setText(_about(checked))
        self._reasons.setVisible(is_open and not checked.is_refused)
        self._reasons.setCurrentIndex(0)

    def _kinds_box(self) -> QWidget:
        self._kinds, row = QWidget(), QHBoxLayout()
        row.setSpacing(Space.XS)
        self._choices = {
            kind: button(f"F{n}  {document(kind)}", kind="choice") for n, kind in enumerate(KINDS, 1)
        }
        for kind, choice in self._choices.items():
            choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            choice.clicked.connect(lambda _checked, one=kind: self.kind_chosen.emit(one))
            row.addWidget(choice)
        row.addStretch()
        column = QVBoxLayout(self._kinds)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(label(_("Identity document"), Part.OVERLINE))
        column.addLayout(row)
        return self._kinds

    def _comparison_box(self) -> QWidget:
        self._box = QWidget()
        self._outcome, self._expiry = Badge(), Badge()
        self.comparison, self._sentence = NameComparison(), label("", Part.SMALL)
        self._reasons = QComboBox()
        self._reasons.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._reasons.addItem(_("Accept all the same, because…"))
        self._reasons.addItems([f"F{n}  {override(reason)}" for n, reason in enumerate(REASONS, 1)])
        self._reasons.activated.connect(self._tell_reason)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._outcome)
        row.addWidget(self._expiry)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._reasons)
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self.comparison)
        return self._box

    def _tell_reason(self, index: int) -> None:
        if index:
            self.overridden.emit(REASONS[index - 1])


def _about(checked: Checked) -> str:
    """Return what is to be known of a document besides the names: the gravest first."""
    if checked.is_refused:
        return refused_document()
    if checked.shown_for:
        return shown_for(checked.shown_for)
    return law(checked.validity.law) or genuine()
