"""The coloured head of a card: a shape, words to be seen from a metre, a sentence that says what to do."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from checkin.gui.looks import Look
from checkin.gui.theme import restyle
from checkin.gui.tokens import Colour, Space, Tone
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Part, label
from checkin.words import Said


class Band(QFrame):
    """Shows one thing said, in its tone."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "band")
        self.tone = Tone.NEUTRAL
        self._glyph = Glyph("scan", Colour.PAPER, 52)
        self.title, self.sentence = label("", Part.H1), label("", Part.H2)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self.sentence)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self._glyph)
        row.addLayout(words, 1)

    def say(self, said: Said, look: Look) -> None:
        """Show `said` with the shape and colour of `look`."""
        self.tone = look.tone
        self.title.setText(said.title)
        self.sentence.setText(said.sentence)
        self._glyph.show_icon(look.icon, Colour.PAPER)
        restyle(self, tone=look.tone.value)
