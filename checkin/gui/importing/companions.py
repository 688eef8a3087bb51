"""Who comes along, to be corrected: a line each, with both names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import button, icon_button
from checkin.intake.proposals import PersonName
from checkin.language import _


class CompanionLine(QWidget):
    """The two names of one companion, and the way to take them off."""

    entered = Signal()
    removed = Signal()

    def __init__(self, name: PersonName) -> None:
        super().__init__()
        self._name = name
        self.given, self.family = QLineEdit(name.given_name), QLineEdit(name.family_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XXS)
        for field, words in ((self.given, _("Given name")), (self.family, _("Family name"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
            field.returnPressed.connect(self.entered)
            row.addWidget(field, 1)
        remove = icon_button("cross", _("Take this companion off"))
        remove.clicked.connect(self.removed)
        row.addWidget(remove)

    @property
    def name(self) -> PersonName:
        """The name as it stands now, with what was written of it."""
        given, family = self.given.text().strip(), self.family.text().strip()
        return PersonName(given, family, self._name.title, self._name.written)


class CompanionsEditor(QWidget):
    """The companions of a reply; `entered` when Enter is pressed in one of them."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[CompanionLine] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(Space.XXS)
        self.add_button = button(_("Add a companion"), "plus", "quiet")
        self.add_button.clicked.connect(lambda _checked: self.add(PersonName("", "")).given.setFocus())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XXS)
        column.addLayout(self._column)
        column.addWidget(self.add_button)

    def show_names(self, names: tuple[PersonName, ...]) -> None:
        """Show other companions."""
        for line in tuple(self._lines):
            self._remove(line)
        for name in names:
            self.add(name)

    def add(self, name: PersonName) -> CompanionLine:
        """Add a line and return it."""
        line = CompanionLine(name)
        line.entered.connect(self.entered)
        line.removed.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._column.addWidget(line)
        return line

    @property
    def names(self) -> tuple[PersonName, ...]:
        """Those that have a name."""
        return tuple(line.name for line in self._lines if line.name.given_name or line.name.family_name)

    def _remove(self, line: CompanionLine) -> None:
        self._lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()
