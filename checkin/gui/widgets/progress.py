"""How far a long task has come, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Part, label
from checkin.language import _


class ProgressPanel(QWidget):
    """What is being done, a bar, « 12 of 200 » and a cancel button. Hidden while nothing is being done."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._what = label("", Part.H3)
        self._count = label("", Part.SMALL)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._cancel = button(_("Stop"), "cross")
        self._cancel.clicked.connect(self._ask_to_stop)
        words = QVBoxLayout()
        words.setSpacing(Space.XXS)
        for widget in (self._what, self._bar, self._count):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)
        self.hide()

    def begin(self, what: str) -> None:
        """Show that `what` (a phrase) is being done, how far is not known yet."""
        self._what.setText(what)
        self._cancel.setEnabled(True)
        self.step(0, 0)
        self.show()

    def step(self, done: int, total: int) -> None:
        """Show how far it is (total 0: nobody knows)."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(_("{done} of {total}").format(done=done, total=total) if total else "")

    def end(self) -> None:
        """Nothing is being done any more."""
        self.hide()

    def _ask_to_stop(self) -> None:
        self._cancel.setEnabled(False)
        self._count.setText(_("Stopping after the one in hand…"))
        self.cancelled.emit()
