"""How a list is laid out: what each column holds above its first rows, to be corrected."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from checkin.gui.tokens import Colour, Space
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.text import Elided, Part, key_hint, label
from checkin.intake.proposals import Reading
from checkin.language import _, n_
from checkin.services.layouts import Role, Shape, Survey, renumbered

_WIDTH = 210
_ROLE_HEIGHT = 48
_ROWS = 14
_HEADERS = 20  # rows among which the header is looked for


class ColumnsPage(QWidget):
    """Shows a survey and lets it be corrected.

    `changed` with a Survey whose reading is to be shown by `show_reading`; `accepted` with the Survey, or
    `refused`.
    """

    changed = Signal(object)
    accepted = Signal(object)
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._survey: Survey | None = None
        self._title, self._file = label(_("What the columns hold"), Part.H1), Elided("", Part.MUTED)
        self._outcome = label("", Part.BODY)
        self.sheet, self.header = QComboBox(), QComboBox()
        self.sheet_label = label(_("Sheet"))
        self.table = QTableWidget()
        self.roles: list[QComboBox] = []
        self.go_button = button(_("Continue"), "chevron-right", "primary")
        self.guess_button = button(_("Back to the guess"), "undo")
        self.cancel_button = button(_("Cancel"))
        self._lay_out()
        self._connect()

    def show_survey(self, survey: Survey) -> None:
        """Show how a list is laid out."""
        self._survey = survey
        self._file.say(survey.name)
        self._fill_sheets(survey)
        self._fill_headers(survey)
        self._fill_rows(survey)
        self._ask()

    def show_reading(self, reading: Reading) -> None:
        """Say what is understood of the list as it is laid out now; nothing for an empty reading."""
        coming = reading.coming
        others = sum(len(one.companions) + one.unnamed_companions for one in coming)
        pieces = [
            n_("{count} reply", "{count} replies", len(coming)).format(count=len(coming)),
            n_("{count} companion", "{count} companions", others).format(count=others),
            n_("{count} line unreadable", "{count} lines unreadable", len(reading.problems)).format(
                count=len(reading.problems)
            ),
        ]
        if not coming:
            pieces = [_("No column of the list says who comes. Choose which one holds the names.")]
        self._outcome.setText(" · ".join(pieces))
        self.go_button.setEnabled(bool(reading.proposals))

    def enter(self) -> None:
        """Take the focus."""
        (self.go_button if self.go_button.isEnabled() else self.roles[0]).setFocus()

    def go_on(self) -> None:
        """Hand on the survey as it was corrected."""
        if self._survey is not None and self.go_button.isEnabled():
            self.accepted.emit(self._survey)

    def _choose_sheet(self, at: int) -> None:
        if self._survey is not None:
            self.show_survey(self._survey.on(str(self.sheet.itemData(at))))

    def _choose_header(self, at: int) -> None:
        survey = self._survey
        if survey is not None:
            under = survey.on(survey.sheet.name, int(self.header.itemData(at)))
            self.show_survey(replace(under, guessed=survey.guessed))

    def _choose_role(self, at: int, _index: int) -> None:
        survey = self._survey
        if survey is not None:
            shape = survey.shape.corrected(at, Role(self.roles[at].currentData()))
            self._survey = replace(survey, shape=renumbered(shape))
            self._ask()

    def _guess_again(self) -> None:
        if self._survey is not None:
            self.show_survey(self._survey.on(self._survey.sheet.name))

    def _ask(self) -> None:
        """Have the list read as it is laid out now."""
        self.changed.emit(self._survey)

    def _fill_sheets(self, survey: Survey) -> None:
        self.sheet.clear()
        for name, is_hidden in survey.sheets:
            self.sheet.addItem(_("{name} (hidden)").format(name=name) if is_hidden else name, name)
        self.sheet.setCurrentIndex(max(self.sheet.findData(survey.sheet.name), 0))
        for one in (self.sheet, self.sheet_label):
            one.setVisible(len(survey.sheets) > 1)

    def _fill_headers(self, survey: Survey) -> None:
        self.header.clear()
        self.header.addItem(_("No row: the list begins at once"), -1)
        for at, row in enumerate(survey.sheet.rows[:_HEADERS]):
            text = ", ".join(filter(None, (cell.strip() for cell in row)))
            if text:
                self.header.addItem(_("Line {line}: {text}").format(line=at + 1, text=text[:80]), at)
        self.header.setCurrentIndex(max(self.header.findData(survey.shape.header), 0))

    def _fill_rows(self, survey: Survey) -> None:
        """Show the roles, then the header and the first rows below it."""
        shape, start = survey.shape, max(survey.shape.header, 0)
        rows = survey.sheet.rows[start : start + _ROWS]
        self.table.clear()
        self.table.setColumnCount(len(shape.columns))
        self.table.setRowCount(len(rows) + 1)
        self.table.setRowHeight(0, _ROLE_HEIGHT)
        self.table.setVerticalHeaderLabels(["", *(str(start + at + 1) for at in range(len(rows)))])
        self.roles = []
        for at in range(len(shape.columns)):
            self.table.setCellWidget(0, at, _with_margins(self._role_box(shape, at)))
            self.table.setColumnWidth(at, _WIDTH)
        for number, row in enumerate(rows, 1):
            is_head = number == 1 and shape.header >= 0
            for at, text in enumerate(row[: len(shape.columns)]):
                self.table.setItem(number, at, _cell(text, is_head=is_head))

    def _role_box(self, shape: Shape, at: int) -> QComboBox:
        box = QComboBox()
        for role, words in role_words().items():
            box.addItem(words, role.value)
        box.setCurrentIndex(box.findData(shape.columns[at].role.value))
        box.setAccessibleName(shape.columns[at].label or _("Column {number}").format(number=at + 1))
        box.activated.connect(partial(self._choose_role, at))
        self.roles.append(box)
        return box

    def _connect(self) -> None:
        self.sheet.activated.connect(self._choose_sheet)
        self.header.activated.connect(self._choose_header)
        self.go_button.clicked.connect(self.go_on)
        self.guess_button.clicked.connect(self._guess_again)
        self.cancel_button.clicked.connect(self.refused)
        shortcut = QShortcut(self)
        shortcut.setKeys([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Right")])
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.go_on)

    def _lay_out(self) -> None:
        titles, head, tools, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._file)
        for row in (head, tools, foot):
            row.setSpacing(Space.XS)
        head.addLayout(titles, 1)
        for one in (self.cancel_button, self.guess_button, self.go_button):
            head.addWidget(one)
        tools.addWidget(self.sheet_label)
        tools.addWidget(self.sheet, 1)
        tools.addSpacing(Space.M)
        tools.addWidget(label(_("Heads of the columns")))
        tools.addWidget(self.header, 2)
        foot.addWidget(self._outcome, 1)
        foot.addWidget(key_hint("Ctrl+→"))
        foot.addWidget(label(_("continue"), Part.SMALL))
        self._dress_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        about = _("A correction is remembered for lists with the same heads of columns.")
        column.addWidget(label(about, Part.MUTED))
        column.addLayout(foot)

    def _dress_table(self) -> None:
        self.table.horizontalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setTabKeyNavigation(False)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setShowGrid(False)
        self.table.verticalHeader().setDefaultSectionSize(36)


def _with_margins(box: QComboBox) -> QWidget:
    around = QWidget()
    row = QHBoxLayout(around)
    row.setContentsMargins(Space.XXS, Space.XXS, Space.XXS, Space.XXS)
    row.addWidget(box)
    return around


def _cell(text: str, *, is_head: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(" ".join(text.split()))
    item.setToolTip(text)
    if is_head:
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setBackground(QColor(Colour.CANVAS))
    return item


def role_words() -> dict[Role, str]:
    """Return what a column may hold, and the words for it."""
    return {
        Role.NOTHING: _("– not read –"),
        Role.FULL: _("Whole name"),
        Role.FAMILY: _("Family name"),
        Role.GIVEN: _("Given name"),
        Role.BIRTH: _("Name at birth"),
        Role.TITLE: _("Title"),
        Role.EMAIL: _("E-mail"),
        Role.ORGANISATION: _("Organisation"),
        Role.FUNCTION: _("Function"),
        Role.PRESENCE: _("Answer"),
        Role.MARK: _("Mark"),
        Role.ASSISTANCE: _("Assistance"),
        Role.NOTES: _("Note"),
        Role.LANGUAGE: _("Language"),
        Role.COMPANIONS: _("Companions"),
        Role.COMPANION_GIVEN: _("Companion: given name"),
        Role.COMPANION_FAMILY: _("Companion: family name"),
        Role.COMPANION_COUNT: _("Number of companions"),
        Role.PARTY_SIZE: _("How many come in all"),
        Role.LEAD: _("Whom they accompany"),
        Role.PARTY: _("Order or group"),
    }
