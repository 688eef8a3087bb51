"""One reply as it was understood, everything in it to be corrected."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QFrame, QLineEdit, QScrollArea, QVBoxLayout

from checkin.gui.importing.companions import CompanionsEditor
from checkin.gui.theme import restyle
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.form import Form
from checkin.gui.widgets.number import number_field
from checkin.gui.widgets.text import Part, label
from checkin.intake.proposals import PersonName, Proposal, Reply
from checkin.language import _

_MOST = 99


class ReplyForm(QScrollArea):
    """Shows a proposal and gives it back as corrected; `entered` when Enter is pressed in a field."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._proposal: Proposal | None = None
        self.answer = QComboBox()
        for reply, words in _answers().items():
            self.answer.addItem(words, reply)
        self.given, self.family, self.email, self.organisation = (QLineEdit() for _field in range(4))
        self.assistance, self.notes = QLineEdit(), QLineEdit()
        self.companions, self.unnamed = CompanionsEditor(), number_field(0, _MOST)
        self._why, self._doubts = label("", Part.BODY), QFrame()
        self._instead = label("", Part.MUTED)
        self._lay_out()
        for field in (self.given, self.family, self.email, self.organisation, self.assistance, self.notes):
            field.returnPressed.connect(self.entered)
        self.companions.entered.connect(self.entered)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show a reply."""
        self._proposal = proposal
        self.answer.setCurrentIndex(self.answer.findData(proposal.reply))
        self.given.setText(proposal.name.given_name)
        self.family.setText(proposal.name.family_name)
        self.email.setText(proposal.email)
        self.organisation.setText(proposal.organisation)
        self.assistance.setText(proposal.assistance)
        self.notes.setText(proposal.notes)
        for field in (self.organisation, self.assistance, self.notes):
            field.setCursorPosition(0)
        self.companions.show_names(proposal.companions)
        self.unnamed.setValue(proposal.unnamed_companions)
        self._explain(proposal)

    @property
    def proposal(self) -> Proposal | None:
        """The reply as it stands now, None where none was shown; one that was corrected is sure."""
        shown = self._proposal
        if shown is None:
            return None
        name = replace(
            shown.name, given_name=self.given.text().strip(), family_name=self.family.text().strip()
        )
        corrected = replace(
            shown,
            reply=Reply(self.answer.currentData()),
            name=name,
            email=self.email.text().strip(),
            organisation=self.organisation.text().strip(),
            assistance=self.assistance.text().strip(),
            notes=self.notes.text().strip(),
            companions=self.companions.names,
            unnamed_companions=self.unnamed.value(),
        )
        return corrected if corrected == shown else replace(corrected, sure=True, doubts=())

    def _explain(self, proposal: Proposal) -> None:
        """Say why it is not sure, and in whose place somebody comes."""
        why = "\n".join(proposal.doubts) or _("No answer to the invitation was found in it.")
        self._why.setText(why)
        self._doubts.setVisible(not proposal.sure)
        instead = _name(proposal.in_place_of)
        self._instead.setText(_("In the place of {name}, who does not come.").format(name=instead))
        self._instead.setVisible(bool(instead))

    def _lay_out(self) -> None:
        inner = QFrame()
        inner.setProperty("part", "card")
        column = QVBoxLayout(inner)
        column.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        column.setSpacing(Space.S)
        self._doubts.setProperty("part", "banner")
        restyle(self._doubts, tone=Tone.WARNING.value)
        inside = QVBoxLayout(self._doubts)
        inside.setContentsMargins(Space.S, Space.XS, Space.S, Space.XS)
        inside.addWidget(label(_("Not sure"), Part.H3))
        inside.addWidget(self._why)
        column.addWidget(self._doubts)
        column.addLayout(self._fields())
        column.addWidget(self._instead)
        column.addStretch()
        self.setWidget(inner)
        self.setWidgetResizable(True)

    def _fields(self) -> Form:
        form = Form()
        form.setHorizontalSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(Space.XXS)
        for words, field in (
            (_("Answer"), self.answer),
            (_("Given name"), self.given),
            (_("Family name"), self.family),
            (_("E-mail"), self.email),
            (_("Organisation"), self.organisation),
            (_("Companions"), self.companions),
            (_("Unnamed"), self.unnamed),
            (_("Assistance"), self.assistance),
            (_("Note"), self.notes),
        ):
            form.add(words, field)
        return form


def _name(name: PersonName) -> str:
    return f"{name.given_name} {name.family_name}".strip()


def _answers() -> dict[Reply, str]:
    return {
        Reply.CONFIRMED: _("Comes"),
        Reply.TENTATIVE: _("Perhaps"),
        Reply.DECLINED: _("Does not come"),
        Reply.CANCELLED: _("Comes no longer"),
        Reply.NO_RSVP: _("No answer"),
    }


def answer(reply: Reply) -> str:
    """Return the words for an answer."""
    return _answers()[reply]
