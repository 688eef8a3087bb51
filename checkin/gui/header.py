"""The strip above the pages: which event this is, when, and which desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from checkin.domain.event import Event
from checkin.gui.icons import icon
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import icon_button
from checkin.gui.widgets.text import Badge, Elided, Part
from checkin.language import _, clock, long_date


class Header(QFrame):
    """The event's title and date; the desk's name; `left` when a person wants another event."""

    left = Signal()
    muted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setFixedHeight(72)
        self._title = Elided("", Part.H2)
        self._when = Elided("", Part.MUTED)
        self._desk = Badge()
        self._sound = icon_button("sound-on", "")
        self._sound.setCheckable(True)
        self._sound.toggled.connect(self._show_sound)
        self._sound.toggled.connect(self.muted)
        self._other = icon_button("folder", _("Open another event"))
        self._other.clicked.connect(self.left)
        self._lay_out()
        self._show_sound(muted=False)

    def show_event(self, event: Event, desk: str) -> None:
        """Show an event and the name of this desk."""
        self._title.say(event.title)
        place = event.room.name if event.room else event.building
        hours = f"{clock(event.starts)} – {clock(event.ends)}"
        self._when.say(" · ".join(text for text in (long_date(event.starts), hours, place) if text))
        self._desk.say(desk, Tone.ACCENT)
        self._desk.setVisible(bool(desk))

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show whether the sounds are off."""
        self._sound.setChecked(muted)

    def _show_sound(self, muted: bool) -> None:  # noqa: FBT001 - a slot
        words = _("Sounds are off") if muted else _("Sounds are on")
        self._sound.setIcon(icon("sound-off" if muted else "sound-on"))
        self._sound.setToolTip(words)
        self._sound.setAccessibleName(words)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._when)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, 0, Space.M, 0)
        row.setSpacing(Space.XS)
        row.addLayout(words, 1)
        row.addSpacing(Space.M)
        for widget in (self._desk, self._sound, self._other):
            row.addWidget(widget)
