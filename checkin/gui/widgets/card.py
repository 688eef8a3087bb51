"""White ground with round corners, on which things that belong together stand."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Part, label


class Card(QFrame):
    """A column of widgets on white, under a title if it has one; `column` is its layout."""

    def __init__(self, title: str = "", margin: int = Space.L) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(Space.S)
        if title:
            self.column.addWidget(label(title, Part.H2))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets under the ones that are there."""
        for widget in widgets:
            self.column.addWidget(widget)


def rule() -> QFrame:
    """Return a thin line between two things."""
    made = QFrame()
    made.setProperty("part", "line")
    return made
