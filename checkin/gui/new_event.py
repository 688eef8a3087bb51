"""The form that makes an event: what, when, where; the rest can wait."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QDateTime, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.form import Form
from checkin.gui.widgets.number import number_field, time_field
from checkin.gui.widgets.text import Part, label
from checkin.language import PARIS, _

if TYPE_CHECKING:
    from checkin.domain.event import Event

_WIDTH = 760
_MOST_PLACES = 100_000


class NewEventForm(QWidget):
    """Asks for an event; `made` with an Event to be recorded, or `cancelled`."""

    made = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.title, self.building, self.address = QLineEdit(), QLineEdit(), QLineEdit()
        self.organiser, self.reply_to, self.room = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = QDateEdit(QDate.currentDate().addDays(7))
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat(_("dd/MM/yyyy"))
        self.starts, self.ends = time_field(10), time_field(12)
        self.places = number_field(0, _MOST_PLACES)
        self.places.setAccessibleName(_("Places in the room"))
        self.places.setSpecialValueText(_("no limit"))
        self.walk_ins = QCheckBox(_("Walk-ins may be added at the door"))
        self.extra_companions = QCheckBox(_("More companions than announced may be added"))
        for choice in (self.walk_ins, self.extra_companions):
            choice.setChecked(True)
        self.badges = QCheckBox(_("Print a badge at each admission"))
        self.same_document = QCheckBox(_("Point out a document that is shown twice"))
        self.same_document.setToolTip(
            _("A keyed digest of each document is kept for this, never the document itself.")
        )
        self.wrong = label("", Part.BODY)
        self.wrong.setStyleSheet("font-weight: 600")
        self.create_button = button(_("Create the event"), "check", "primary")
        self.create_button.clicked.connect(self.create_event)
        self._cancel = button(_("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self._lay_out()

    def enter(self) -> None:
        """Be ready to be filled in."""
        self.wrong.setText("")
        self.title.setFocus()

    def create_event(self) -> None:
        """Say what is missing, or hand the event on."""
        wrong = self._what_is_wrong()
        self.wrong.setText(wrong)
        if not wrong:
            self.made.emit(self._draft())

    def _what_is_wrong(self) -> str:
        if not self.title.text().strip():
            self.title.setFocus()
            return _("The event has no title. Give it one.")
        if self.ends.time() <= self.starts.time():
            self.ends.setFocus()
            return _("The event ends before it begins. Correct its times.")
        return ""

    def _draft(self) -> "Event":
        from checkin.app import new_id  # noqa: PLC0415 - after the first paint
        from checkin.domain.event import Checkpoint, CheckpointKind, Event, Policy  # noqa: PLC0415 - the same

        address, room = self.address.text().strip(), self.room.text().strip()
        entrance = Checkpoint(new_id(), CheckpointKind.ENTRANCE, address or _("Entrance"))
        rooms = (
            (Checkpoint(new_id(), CheckpointKind.ROOM, room, self.places.value() or None),) if room else ()
        )
        return Event(
            id=new_id(),
            title=self.title.text().strip(),
            starts=self._instant(self.starts.time()),
            ends=self._instant(self.ends.time()),
            organiser=self.organiser.text().strip(),
            reply_to=self.reply_to.text().strip(),
            building=self.building.text().strip(),
            address=address,
            checkpoints=(entrance, *rooms),
            policy=Policy(
                walk_ins=self.walk_ins.isChecked(),
                extra_companions=self.extra_companions.isChecked(),
                badges=self.badges.isChecked(),
                notice_same_document=self.same_document.isChecked(),
            ),
        )

    def _instant(self, time: QTime) -> datetime:
        chosen = QDateTime(self.day.date(), time).toPython()
        if not isinstance(chosen, datetime):
            raise TypeError
        return chosen.replace(tzinfo=PARIS).astimezone(UTC)

    def _lay_out(self) -> None:
        card = Card(_("New event"))
        form = Form()
        form.setVerticalSpacing(Space.XS)  # all of it is to be seen at 768 px
        for words, field in (
            (_("Title of the event"), self.title),
            (_("Day"), self.day),
            (_("Hours, in Paris"), self._hours()),
            (_("Building"), self.building),
            (_("Address of the entrance"), self.address),
            (_("Room, and its places"), _beside(self.room, self.places)),
            (_("Organised by"), self.organiser),
            (_("Address for replies"), self.reply_to),
            (_("At the door"), self._choices()),
        ):
            form.add(words, field)
        card.column.addLayout(form)
        card.add(self.wrong)
        actions = QHBoxLayout()
        actions.addStretch()
        actions.addWidget(self._cancel)
        actions.addWidget(self.create_button)
        card.column.addLayout(actions)
        card.setFixedWidth(_WIDTH)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch()
        column.addLayout(row)
        column.addStretch()

    def _hours(self) -> QWidget:
        return _beside(self.starts, QLabel("–"), self.ends)

    def _choices(self) -> QWidget:
        choices = QWidget()
        column = QVBoxLayout(choices)
        column.setContentsMargins(0, Space.XS, 0, 0)
        column.setSpacing(Space.XS)
        for choice in (self.walk_ins, self.extra_companions, self.badges, self.same_document):
            column.addWidget(choice)
        return choices


def _beside(*widgets: QWidget) -> QWidget:
    """Return these in one row; whoever clicks the name of the row writes in the first."""
    together = QWidget()
    row = QHBoxLayout(together)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(Space.S)
    for widget in widgets:
        row.addWidget(widget, 0 if isinstance(widget, QLabel) else 1)
    together.setFocusProxy(widgets[0])
    return together
