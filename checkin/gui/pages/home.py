"""The page « Event »: what, when and where, how far the preparations are, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from checkin.domain.attendance import Occupancy
from checkin.domain.event import CheckpointKind, Event, Slot
from checkin.gui.page import Frame, Page
from checkin.gui.tasks import Job
from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Part, label
from checkin.language import _, clock, long_date

_HOURS = 124


@dataclass(frozen=True, slots=True)
class Figures:
    """How far an event is: counts of people, but for the confirmations, which are of parties."""

    expected: int
    admitted: int
    parties: int
    confirmed: int
    inside: Occupancy | None


class HomePage(Page):
    """The event at a glance."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.figures = {key: Tile(glyph, title) for key, (glyph, title) in _tiles().items()}
        for key, tile in self.figures.items():
            tile.go.clicked.connect(partial(self._go, key))
        self._lay_out()

    def enter(self) -> None:
        """Count anew."""
        self.run(self._count, self._show)

    def _count(self, _job: Job) -> Figures:
        desk = self.desk
        admitted, expected = desk.admitting.counts()
        standings = desk.confirming.standings()
        return Figures(
            expected,
            admitted,
            len(standings),
            sum(one.delivered_at is not None for one in standings),
            desk.attending.occupancy() if desk.event.room else None,
        )

    def _show(self, seen: Figures) -> None:
        self.figures["attendees"].say(
            seen.expected, _("expected, in {count} parties").format(count=seen.parties)
        )
        self.figures["confirmations"].say(seen.confirmed, _("issued, of {count}").format(count=seen.parties))
        self.figures["entrance"].say(seen.admitted, _("admitted, of {count}").format(count=seen.expected))
        if seen.inside is not None:
            capacity = seen.inside.capacity
            words = _("inside, of {count} places").format(count=capacity) if capacity else _("inside")
            self.figures["room"].say(seen.inside.inside, words)

    def _go(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self.frame.go(key)

    def _lay_out(self) -> None:
        event = self.desk.event
        tiles = QHBoxLayout()
        tiles.setSpacing(Space.M)
        for key, tile in self.figures.items():
            tiles.addWidget(tile, 1)
            tile.setVisible(key != "room" or event.room is not None)
        lower = QHBoxLayout()
        lower.setSpacing(Space.M)
        lower.addWidget(_programme(event.programme), 3)
        lower.addWidget(_places(event), 2)
        ground = QWidget()
        ground.setProperty("part", "scrolled")
        column = QVBoxLayout(ground)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.M)
        column.addWidget(label(event.title, Part.H1))
        if event.subject:
            column.addWidget(label(event.subject, Part.MUTED))
        column.addLayout(tiles)
        column.addLayout(lower, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(ground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)


class Tile(Card):
    """A figure, what it counts, and the way to its page."""

    def __init__(self, glyph: str, title: str) -> None:
        super().__init__(margin=Space.M)
        self.column.setSpacing(0)
        self.figure, self._what = label("–", Part.FIGURE), label("", Part.MUTED)
        self.go = button(_("Open"), "chevron-right", "quiet")
        head = QHBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(Glyph(glyph, Colour.ACCENT, 22))
        head.addWidget(label(title, Part.H3), 1)
        head.addWidget(self.go)
        self.column.addLayout(head)
        self.add(self.figure, self._what)

    def say(self, count: int, what: str) -> None:
        """Show a count and what it is."""
        self.figure.setText(str(count))
        self._what.setText(what)


def _tiles() -> dict[str, tuple[str, str]]:
    return {
        "attendees": ("people", _("Guests")),
        "confirmations": ("mail", _("Confirmations")),
        "entrance": ("door", _("Entrance")),
        "room": ("room", _("Room")),
    }


def _programme(slots: Sequence[Slot]) -> Card:
    card = Card(_("Programme"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.M)
    grid.setVerticalSpacing(Space.S)
    grid.setColumnMinimumWidth(0, _HOURS)
    grid.setColumnStretch(1, 1)
    for row, slot in enumerate(slots):
        hours = label(f"{clock(slot.starts)} – {clock(slot.ends)}", Part.H3)
        hours.setWordWrap(False)
        grid.addWidget(hours, row, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(slot.title, Part.H3))
        if slot.speakers:
            words.addWidget(label(slot.speakers, Part.MUTED))
        grid.addLayout(words, row, 1)
    card.column.addLayout(grid)
    card.column.addStretch()
    return card


def _places(event: Event) -> Card:
    card = Card(_("When and where"))
    hours = f"{clock(event.starts)} – {clock(event.ends)}"
    said = [("event", long_date(event.starts), hours), ("place", event.building, event.address)]
    for checkpoint in event.checkpoints:
        if checkpoint.kind is CheckpointKind.ROOM:
            places = _("{count} places").format(count=checkpoint.capacity) if checkpoint.capacity else ""
            said.append(("room", checkpoint.name, places))
        else:
            said.append(("door", checkpoint.name, _("Entrance: identity checked")))
    said.append(("organiser", event.organiser, event.reply_to))
    for glyph, first, second in said:
        if first or second:
            card.column.addLayout(_line(glyph, first, second))
    card.column.addStretch()
    return card


def _line(glyph: str, first: str, second: str) -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(first, Part.H3))
    if second:
        words.addWidget(label(second, Part.MUTED))
    row = QHBoxLayout()
    row.setSpacing(Space.S)
    row.addWidget(Glyph(glyph, Colour.ACCENT, 22), alignment=Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row
