"""A question on the page itself, answered by a function key or typed: nothing bars the next scan."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from checkin.domain.ticket import Unreadable, read
from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _


class Prompt(QFrame):
    """Asks for one of some choices or for a line of text; Esc leaves it, a scan replaces it."""

    closed = Signal()
    scanned = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "prompt")
        self._answer: Callable[[str], None] = lambda _text: None
        self._choose: Callable[[int], None] = lambda _at: None
        self._choices = 0
        self._question, self._hint = label("", Part.H3), label("", Part.MUTED)
        self.line = _Line()
        self.line.returnPressed.connect(self._entered)
        self.line.left.connect(self.close_it)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column.setSpacing(Space.XS)
        for widget in (self._question, self.line, self._hint):
            column.addWidget(widget)
        column.addLayout(self._row)
        self.hide()

    @property
    def is_choosing(self) -> bool:
        """Whether function keys answer it."""
        return not self.isHidden() and self._choices > 0

    def ask(
        self,
        question: str,
        answer: Callable[[str], None],
        *,
        hint: str = "",
        text: str = "",
        hidden: bool = False,
    ) -> None:
        """Ask for a line, `hidden` as it is typed; Enter hands it to `answer`, which may ask again."""
        self._open(question, hint or _("Enter confirms, Esc leaves it."), ())
        self._answer = answer
        self.line.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        self.line.setText(text)
        self.line.setAccessibleName(question)
        self.line.show()
        self.line.setFocus()

    def offer(self, question: str, choices: Sequence[str], choose: Callable[[int], None]) -> None:
        """Offer choices by F1, F2, …; `choose` is called with the place of the one taken, 0 the first."""
        self._open(question, _("Esc leaves it."), choices)
        self._choose = choose
        self.line.hide()
        self.closed.emit()  # the field may have the focus: only keys with names are wanted

    def choose(self, at: int) -> None:
        """Take the choice at a place, if there is one."""
        if 0 <= at < self._choices:
            chosen = self._choose
            self.hide()
            chosen(at)

    def close_it(self) -> None:
        """Leave the question unanswered."""
        self.hide()
        self.closed.emit()

    def _open(self, question: str, hint: str, choices: Sequence[str]) -> None:
        self._question.setText(question)
        self._hint.setText(hint)
        self._choices = len(choices)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, words in enumerate(choices):
            made = button(f"F{at + 1}  {words}")
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.clicked.connect(partial(self.choose, at))
            self._row.addWidget(made)
        self._row.addStretch()
        self.show()

    def _entered(self) -> None:
        text = self.line.text()
        self.line.clear()
        self.close_it()
        if read(text) is Unreadable.FOREIGN:
            self._answer(text)
        else:  # the next guest's code: a scan is never an answer
            self.scanned.emit(text)


class _Line(QLineEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
