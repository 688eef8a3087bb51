"""What a page shows where there is nothing to show yet: why, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Part, label

_WIDTH = 520


class EmptyState(QWidget):
    """An icon, a sentence, another, and the button that ends the emptiness, in the middle of the space."""

    def __init__(self, glyph: str, title: str, words: str, action: QPushButton | None = None) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout()
        row = QHBoxLayout(self)  # stretches, not an alignment, so that the words get the height they need
        row.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
        column.setSpacing(Space.S)
        column.addStretch(2)
        column.addWidget(Glyph(glyph, Colour.ACCENT, 88, Colour.ACCENT_SOFT), alignment=middle)
        for text, part in ((title, Part.H2), (words, Part.MUTED)):
            line = label(text, part)
            line.setAlignment(middle)
            line.setFixedWidth(_WIDTH)
            column.addWidget(line)
        if action is not None:
            column.addSpacing(Space.XS)
            column.addWidget(action, alignment=middle)
        column.addStretch(3)
