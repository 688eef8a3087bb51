"""The lines of a document's strip that could not be read, what is wrong marked where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from checkin import identity_words
from checkin.domain.identity.document import Unread
from checkin.gui.door.marking import marked
from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_MOST = 3  # mistakes told in words; the others are marked


class Mistakes(QFrame):
    """Shown under the field until the next reading; takes no key and keeps nothing once it is cleared."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.lines, self.words = QLabel(), label("", Part.SMALL)
        self.lines.setTextFormat(Qt.TextFormat.RichText)  # `marked` escapes what it is given
        self.lines.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        column.addWidget(label(_("As it was read, mistakes underlined"), Part.OVERLINE))
        column.addWidget(self.lines)
        column.addWidget(self.words)
        self.hide()

    def show_unread(self, found: Unread) -> None:
        """Show where a strip is wrong; nothing where it was no strip at all."""
        self.lines.setText("<br>".join(map(marked, found.marked())))
        said = [identity_words.problem(each) for each in found.problems[:_MOST]]
        self.words.setText("\n".join(said))
        self.lines.setAccessibleName(" ".join(said))
        self.setVisible(bool(found.lines))

    def clear(self) -> None:
        """Forget the lines."""
        self.hide()
        self.lines.clear()
        self.words.clear()
