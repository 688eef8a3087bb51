"""The lines of a document's strip that could not be read, what is wrong marked where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from checkin import identity_words, words
from checkin.domain.identity.document import Unread
from checkin.gui.door.marking import marked
from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Part, label

_MOST = 2  # mistakes told in words, beside the marks
_LETTERS = 16  # px


class Mistakes(QFrame):
    """Shown under the field until the next reading; takes no key and keeps nothing once it is cleared."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", "warning")
        self._title, self.lines, self._words = label(""), QLabel(), label("", Part.SMALL)
        self._title.setStyleSheet("font-weight: 600")
        self.lines.setTextFormat(Qt.TextFormat.RichText)  # `marked` escapes what it is given
        family = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
        self.lines.setStyleSheet(f"font-family: '{family}'; font-size: {_LETTERS}px")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XXS)
        for text in (self._title, self.lines, self._words):
            column.addWidget(text)
        self.hide()

    def show_unread(self, found: Unread) -> None:
        """Show why a strip can't be read, and its lines with each mistake marked at its place."""
        self._title.setText(words.unread(found.reason).title)
        self.lines.setText("<br>".join(map(marked, found.marked())))
        said = " · ".join(identity_words.problem(each) for each in found.problems[:_MOST])
        self._words.setText(said or words.unread(found.reason).sentence)
        self.setAccessibleName(f"{self._title.text()} {self._words.text()}")
        self.show()

    def clear(self) -> None:
        """Forget the lines."""
        self.hide()
        self.lines.clear()
        self._words.clear()
