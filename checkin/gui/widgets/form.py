"""Fields under one another, each named at its left."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

from checkin.gui.tokens import Size, Space


class Form(QFormLayout):
    """A column of named fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(Space.L)
        self.setVerticalSpacing(Space.S)

    def add(self, words: str, field: QWidget | QLayout) -> None:
        """Put a field below the others, its name on the height of what is typed into it."""
        name = QLabel(words)
        name.setFixedHeight(Size.CONTROL)
        if isinstance(field, QWidget):
            name.setBuddy(field)
            self.addRow(name, field)
        else:
            self.addRow(name, field)
