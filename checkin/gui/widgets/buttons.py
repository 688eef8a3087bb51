"""Buttons, by how much they matter."""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QToolButton

from checkin.gui.icons import icon
from checkin.gui.tokens import Colour, Space
from checkin.language import _

Kind = Literal["primary", "plain", "quiet", "danger", "big", "choice"]

_INK_OF: dict[Kind, Colour] = {
    "primary": Colour.PAPER,
    "big": Colour.PAPER,
    "quiet": Colour.ACCENT,
    "danger": Colour.DANGER,
    "plain": Colour.INK,
    "choice": Colour.INK,
}


def button(text: str, glyph: str = "", kind: Kind = "plain") -> QPushButton:
    """Return a button; one "primary" (or "big") a page at most. A "choice" stays down once pressed."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    made.setCheckable(kind == "choice")
    if glyph:
        made.setIcon(icon(glyph, _INK_OF[kind]))
        made.setIconSize(QSize(28, 20))  # the icon is square: the rest is air between it and the words
    return made


def icon_button(name: str, words: str, colour: Colour = Colour.INK) -> QToolButton:
    """Return a button that shows only an icon; `words` are its tool tip and what a screen reader says."""
    made = QToolButton()
    made.setProperty("kind", "plain")
    made.setIcon(icon(name, colour))
    made.setIconSize(QSize(20, 20))
    made.setToolTip(words)
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def actions(dialog: QDialog, others: Sequence[QPushButton], main: QPushButton) -> QHBoxLayout:
    """Return the foot of a dialog: what else may be done at the left, then cancelling, and the main thing."""
    cancel = button(_("Cancel"))
    cancel.clicked.connect(dialog.reject)
    row = QHBoxLayout()
    row.setSpacing(Space.XS)
    for other in others:
        row.addWidget(other)
    row.addStretch()
    row.addWidget(cancel)
    row.addWidget(main)
    return row
