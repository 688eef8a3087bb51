"""Where the program opens the first time: a new event, the demonstration, or a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.glyph import Glyph
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_CARD_WIDTH = 320


class FirstPage(QWidget):
    """Three generous cards, and the files opened last."""

    new_event = Signal()
    demonstration = Signal()
    file_chosen = Signal(Path)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        middle = QWidget()
        middle.setFixedWidth(3 * _CARD_WIDTH + 2 * Space.L)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XL)
        column.addLayout(self._welcome())
        column.addLayout(self._cards())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(Space.XXS)
        column.addLayout(self._recent)
        page = QVBoxLayout(self)
        page.addStretch(2)
        page.addWidget(middle, alignment=Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(3)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List event files, the latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(label(_("Opened recently"), Part.OVERLINE))
        for path in paths:
            line = button(f"{path.stem}  ·  {path.parent}", "folder", "quiet")
            line.clicked.connect(lambda _checked=False, path=path: self.file_chosen.emit(path))
            self._recent.addWidget(line, alignment=Qt.AlignmentFlag.AlignLeft)

    def _welcome(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        words = QVBoxLayout()
        words.setSpacing(Space.XXS)
        words.addWidget(label(_("Welcome"), Part.H1))
        words.addWidget(
            label(_("From the replies to the roster: everything for the day your guests come."), Part.MUTED)
        )
        row.addWidget(Glyph("application", side=72))
        row.addLayout(words, 1)
        return row

    def _cards(self) -> QHBoxLayout:
        new = ChoiceCard(
            "plus", _("New event"), _("Title, date, places and programme; then the list of guests.")
        )
        demonstration = ChoiceCard(
            "play",
            _("Open the demonstration"),
            _("A complete event with 200 invented guests, to try everything without risk."),
        )
        file = ChoiceCard(
            "folder", _("Open an existing file"), _("An event of this program, from this machine or a key.")
        )
        new.clicked.connect(self.new_event)
        demonstration.clicked.connect(self.demonstration)
        file.clicked.connect(self._ask_for_file)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for card in (new, demonstration, file):
            row.addWidget(card)
        return row

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, _("Open an existing file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Events (*.checkin *.sqlite *.db)"), _("All files (*)")])
        dialog.fileSelected.connect(lambda text: self.file_chosen.emit(Path(text)))
        dialog.open()


class Splash(QWidget):
    """What stands in the window while the last event is being opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("canvas")
        column = QVBoxLayout(self)
        column.setSpacing(Space.M)
        words = label(_("Opening…"), Part.MUTED)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(Glyph("application", side=96), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        column.addStretch(3)


class ChoiceCard(QPushButton):
    """A card that is one big button: an icon, a title, a sentence."""

    def __init__(self, glyph: str, title: str, words: str) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.XS)
        column.addWidget(Glyph(glyph, Colour.ACCENT, 64, Colour.ACCENT_SOFT))
        column.addSpacing(Space.S)
        column.addWidget(label(title, Part.H2))
        column.addWidget(label(words, Part.MUTED))
        column.addStretch()
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(_CARD_WIDTH)
        self.setMinimumHeight(220)

    def sizeHint(self) -> QSize:
        """As large as what stands on it, not as an empty button."""
        column = self.layout()
        return column.sizeHint() if column else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter as well as with the space bar."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)
