"""Rows of values in a table: the model holds them as they are, the columns say how each is shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A heading, what a row shows under it, and the column's width (0: what is left)."""

    title: str
    text: Callable[[Row], str]
    width: int = 0
    icon: Callable[[Row], QIcon | None] = lambda _row: None
    key: Callable[[Row], Any] | None = None  # by which the column sorts; its text, if None
    align_right: bool = False

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """Where its heading and its texts stand."""
        side = Qt.AlignmentFlag.AlignRight if self.align_right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Plain rows; a new list replaces the old one."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[Row] = []

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row at `number`, 0 the first."""
        return self._rows[number]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All of them, as they are sorted now."""
        return tuple(self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt asks how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt asks how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks what a cell shows."""
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return column.text(row)
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Qt asks for a heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].alignment
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort the rows by a column's key."""
        if not 0 <= column < len(self.columns):
            return
        chosen = self.columns[column]
        self.layoutAboutToBeChanged.emit()
        self._rows.sort(key=chosen.key or chosen.text, reverse=order == Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()


class TableView(QTableView, Generic[Row]):
    """A table of whole rows: one is chosen at a time, Enter or a double click opens it."""

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(self, columns: Sequence[Column[Row]], row_height: int = 44) -> None:
        super().__init__()
        self.rows_model: RowsModel[Row] = RowsModel(columns)
        self.setModel(self.rows_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self._lay_out_headers(row_height)
        self.activated.connect(lambda index: self.opened.emit(self.rows_model.row(index.row())))
        self.selectionModel().currentRowChanged.connect(self._tell_choice)

    def fill(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.rows_model.fill(rows)

    def current(self) -> Row | None:
        """Return the chosen row, None where none is."""
        index = self.currentIndex()
        return self.rows_model.row(index.row()) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.rows_model.row(self.currentIndex().row()))
        else:
            super().keyPressEvent(event)

    def _tell_choice(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows_model.row(index.row()))

    def _lay_out_headers(self, row_height: int) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for number, column in enumerate(self.rows_model.columns):
            if column.width:
                self.setColumnWidth(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
