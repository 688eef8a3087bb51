"""The navigation at the window's left: one big button a page, with its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from checkin.gui.icons import icon
from checkin.gui.page import PageSpec
from checkin.gui.pages import EVACUATION
from checkin.gui.tokens import Colour, Size, Space
from checkin.gui.widgets.glyph import Glyph


class Rail(QFrame):
    """Emits `chosen` with the key of the page a person wants."""

    chosen = Signal(str)
    alarmed = Signal()

    def __init__(self, pages: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(Size.RAIL)
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.XS, Space.M, Space.XS, Space.M)
        self._column.setSpacing(Space.XXS)
        self._column.addWidget(Glyph("application", side=48), alignment=Qt.AlignmentFlag.AlignHCenter)
        self._column.addSpacing(Space.M)
        for number, spec in enumerate(pages, 1):
            self._add(spec, f"Ctrl+{number}").clicked.connect(partial(self._choose, spec.key))
        self._column.addStretch()
        self._add(EVACUATION, "F12").clicked.connect(self.alarmed)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget at the rail's foot."""
        self._column.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)

    def show_chosen(self, key: str) -> None:
        """Mark the page that is shown."""
        self._buttons[key].setChecked(True)

    def _choose(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's clicked
        self.chosen.emit(key)

    def _add(self, spec: PageSpec, key: str) -> QToolButton:
        made = QToolButton()
        made.setText(spec.label())
        made.setIcon(icon(spec.icon, Colour.RAIL_TEXT, Colour.PAPER))
        made.setIconSize(QSize(28, 28))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setToolTip(f"{spec.label()} ({key})")
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where scans are read
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(68)
        self._group.addButton(made)
        self._buttons[spec.key] = made
        self._column.addWidget(made)
        return made
