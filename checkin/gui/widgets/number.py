"""A field for a whole number."""

from PySide6.QtWidgets import QSpinBox

from checkin.gui.tokens import Space


def number_field(least: int, most: int) -> QSpinBox:
    """Return a field for a number from `least` to `most`, which the arrow keys change too.

    With its buttons: without them, a style sheet leaves the number no room (Qt 6.12).
    """
    made = QSpinBox()
    made.setRange(least, most)
    made.lineEdit().setTextMargins(Space.S, 0, 0, 0)
    return made
