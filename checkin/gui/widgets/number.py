"""Fields for a whole number and for a time of day.

With their buttons: without them, a style sheet leaves what is typed no room (Qt 6.12).
"""

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QSpinBox, QTimeEdit

from checkin.gui.tokens import Space


def number_field(least: int, most: int) -> QSpinBox:
    """Return a field for a number from `least` to `most`, which the arrow keys change too."""
    made = QSpinBox()
    made.setRange(least, most)
    made.lineEdit().setTextMargins(Space.S, 0, 0, 0)
    return made


def time_field(hour: int) -> QTimeEdit:
    """Return a field for a time of day, first a whole hour."""
    made = QTimeEdit(QTime(hour, 0))
    made.setDisplayFormat("HH:mm")
    made.lineEdit().setTextMargins(Space.S, 0, 0, 0)
    return made
