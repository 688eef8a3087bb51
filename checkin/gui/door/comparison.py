"""Two names, one under the other, the letters that differ marked: to be compared in a glance."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from checkin import identity_words, words
from checkin.domain.identity.document import Pieces
from checkin.domain.identity.likeness import NameReason
from checkin.domain.identity.names import Comparison, Difference
from checkin.gui.door.marking import marked
from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_MOST_REASONS = 2  # a tired reader takes in no more


class NameComparison(QWidget):
    """The list's name over the document's, part below part, and why they are not quite the same."""

    def __init__(self) -> None:
        super().__init__()
        self._cells = {(row, column): _name_label() for row in (0, 1) for column in (0, 1)}
        self.reasons = label("", Part.BODY)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(0)
        for row, caption in enumerate((_("On the list"), _("On the document"))):
            grid.addWidget(label(caption, Part.OVERLINE), row, 0, Qt.AlignmentFlag.AlignVCenter)
            for column in (0, 1):
                grid.addWidget(self._cells[row, column], row, column + 1)
        grid.setColumnStretch(3, 1)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(Space.XXS)
        column_of_all.addLayout(grid)
        column_of_all.addWidget(self.reasons)

    def show_comparison(self, found: Comparison) -> None:
        """Show both names, or nothing where there is none to compare."""
        self.setVisible(bool(found.parts))
        for column, part in enumerate(found.parts):
            listed, printed = part.marked() if part in found.differences else _plain(part)
            self._cells[0, column].setText(marked(listed))
            self._cells[1, column].setText(marked(printed))
        said = tuple(words.name_reason(reason) for reason in _telling(found.reasons))
        self.reasons.setText(" ".join(said))
        self.reasons.setVisible(bool(said))
        self.setAccessibleName(identity_words.difference(found))


def _telling(reasons: tuple[NameReason, ...]) -> tuple[NameReason, ...]:
    return reasons[:_MOST_REASONS]


def _name_label() -> QLabel:
    made = QLabel()
    made.setProperty("part", Part.H3.value)
    made.setTextFormat(Qt.TextFormat.RichText)  # `marked` escapes what it is given
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def _plain(part: Difference) -> tuple[Pieces, Pieces]:
    return ((part.listed, False),), ((part.printed, False),)
