"""One guest: what is known of them, beside what was written in the lists and mails they were read from."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout

from checkin import words
from checkin.domain.attendee import Attendee
from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.card import rule
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_WIDTH = 640


class GuestDialog(QDialog):
    """Shows a person and, for each import, its name and what was written there (the newest first)."""

    def __init__(self, person: Attendee, with_whom: str, written: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setWindowTitle(words.name(person))
        self.known = QFormLayout()
        self.known.setHorizontalSpacing(Space.L)
        for name, value in _known(person, with_whom):
            shown = label(value)
            named = label(name, Part.MUTED)
            named.setAlignment(Qt.AlignmentFlag.AlignTop)
            self.known.addRow(named, shown)
        self.written = QVBoxLayout()
        self.written.setSpacing(Space.XS)
        for source, text in written:
            self.written.addWidget(label(source, Part.SMALL))
            self.written.addWidget(label(text))
        self._lay_out(words.name(person), is_written=bool(written))

    def _lay_out(self, name: str, *, is_written: bool) -> None:
        close = button(_("Close"), kind="primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(name, Part.H2))
        column.addLayout(self.known)
        if is_written:
            column.addWidget(rule())
            column.addWidget(label(_("As it was written"), Part.H3))
            column.addLayout(self.written)
        column.addLayout(foot)
        self.setFixedWidth(_WIDTH)
        close.setFocus()


def _known(person: Attendee, with_whom: str) -> Iterable[tuple[str, str]]:
    """Return the fields that say something, and what."""
    fields = (
        (words.field("status"), words.status(person.status)),
        (_("Party"), with_whom),
        (words.field("organisation"), person.organisation),
        (words.field("function"), person.function),
        (words.field("email"), person.email),
        (words.field("mark"), words.mark(person.mark)),
        (words.field("assistance"), person.assistance),
        (words.field("note"), person.note),
    )
    return tuple((name, value) for name, value in fields if value)
