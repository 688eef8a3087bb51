"""A count read from a metre: how many of how many, and a bar."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar

from checkin.gui.theme import restyle
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.card import Card
from checkin.gui.widgets.text import Part, label


class Counter(Card):
    """A title, a figure, what it is out of, and a bar."""

    def __init__(self, title: str) -> None:
        super().__init__(margin=16)
        self.column.setSpacing(Space.XXS)
        self._figure, self._of = label("0", Part.FIGURE), label("", Part.MUTED)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        row.addWidget(self._figure)
        row.addWidget(self._of, 1)
        self.add(label(title, Part.OVERLINE))
        self.column.addLayout(row)
        self.add(self._bar)

    def show_count(self, count: int, total: int | None, of: str, tone: Tone = Tone.ACCENT) -> None:
        """Show `count` out of `total` (None: there is no bar), `of` being the words beside the figure."""
        self._figure.setText(str(count))
        self._of.setText(of)
        self._bar.setVisible(bool(total))
        self._bar.setRange(0, max(total or 1, 1))
        self._bar.setValue(min(count, total or 1))
        restyle(self._bar, tone=tone.value)

    @property
    def figure(self) -> str:
        """What the figure says."""
        return self._figure.text()
