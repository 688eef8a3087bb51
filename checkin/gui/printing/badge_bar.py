"""What to ask before badges are printed: onto which labels, from which one on, and for whom."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.text import Part, label
from checkin.language import _
from checkin.services.badging import LABELS, SHEET, Labels


class BadgeBar(QWidget):
    """Emits `changed` when badges come out otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who, self.labels, self.start = QLineEdit(), QComboBox(), QSpinBox()
        self.who.setPlaceholderText(_("Everybody, or a name, an organisation"))
        self.who.setClearButtonEnabled(True)
        self.who.setAccessibleName(_("Whose badges"))
        for one in LABELS.values():
            self.labels.addItem(_said(one), one.key)
        self.labels.setCurrentIndex(self.labels.findData(SHEET))
        self.labels.setAccessibleName(_("Labels"))
        self.start.setFixedWidth(104)
        self.start.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.start.setAccessibleName(_("First label"))
        self._begin = label(_("from label"), Part.MUTED)
        self._begin.setWordWrap(False)
        self._show_start()
        self.who.textChanged.connect(self.changed)
        self.labels.currentIndexChanged.connect(self._show_start)
        self.labels.currentIndexChanged.connect(self.changed)
        self.start.valueChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        row.addWidget(self.who, 1)
        for widget in (self.labels, self._begin, self.start):
            row.addWidget(widget)

    @property
    def product(self) -> Labels:
        """The labels that are chosen."""
        return LABELS[self.labels.currentData()]

    def _show_start(self) -> None:
        """Ask for the first label of a sheet; a roll has none that is used already."""
        count = self.product.count
        self.start.setRange(1, count)
        for widget in (self.start, self._begin):
            widget.setVisible(count > 1)


def _said(one: Labels) -> str:
    size = f"{one.width:g} × {one.height:g} mm".replace(".", _("."))
    if one.is_roll:
        return _("Roll of {width} mm").format(width=f"{one.height:g}") + f" · {size}"
    return f"{one.key} · {size} · " + _("{count} a sheet").format(count=one.count)
