from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from checkin.gui.icons import icon
from checkin.gui.widgets.table import Column, RowsModel, TableView


@dataclass(frozen=True)
class Fruit:
    name: str
    count: int


def star(fruit: Fruit) -> QIcon | None:
    return icon("star") if fruit.count > 5 else None


COLUMNS: Sequence[Column[Fruit]] = (
    Column("Nom", lambda fruit: fruit.name, icon=star),
    Column("Nombre", lambda fruit: str(fruit.count), 120, key=lambda fruit: fruit.count, align_right=True),
)
FRUIT = (Fruit("poire", 10), Fruit("pomme", 9), Fruit("coing", 0))


@pytest.fixture
def model() -> RowsModel[Fruit]:
    return RowsModel(COLUMNS)


def shown(model: RowsModel[Fruit]) -> list[list[object]]:
    return [
        [model.data(model.index(row, column)) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_model_keeps_qts_promises(model: RowsModel[Fruit]) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for rows in (FRUIT, (), FRUIT[:1], FRUIT):
        model.fill(rows)
        model.sort(1, Qt.SortOrder.DescendingOrder)
    assert tester.model() is model


def test_it_shows_its_rows_and_replaces_them(model: RowsModel[Fruit]) -> None:
    model.fill(FRUIT)
    assert shown(model) == [["poire", "10"], ["pomme", "9"], ["coing", "0"]]
    model.fill(FRUIT[2:])
    assert shown(model) == [["coing", "0"]]
    assert model.rows == FRUIT[2:]


def test_a_column_sorts_by_its_key_else_by_its_text(model: RowsModel[Fruit]) -> None:
    model.fill(FRUIT)
    model.sort(1)
    assert [fruit.count for fruit in model.rows] == [0, 9, 10]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert [fruit.name for fruit in model.rows] == ["pomme", "poire", "coing"]
    model.sort(-1)
    assert model.row(0).name == "pomme"


def test_headings_icons_and_sides(model: RowsModel[Fruit]) -> None:
    model.fill(FRUIT)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Nombre"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert isinstance(model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole), QIcon)
    assert model.data(model.index(2, 0), Qt.ItemDataRole.DecorationRole) is None
    side = model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole)
    assert side == Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert model.data(QModelIndex()) is None


def test_enter_and_a_double_click_open_a_row(qtbot: QtBot) -> None:
    view: TableView[Fruit] = TableView(COLUMNS)
    qtbot.addWidget(view)
    view.fill(FRUIT)
    assert view.current() is None
    with qtbot.waitExposed(view):
        view.show()
    with qtbot.waitSignal(view.chosen) as chosen:
        view.selectRow(1)
    assert chosen.args == [FRUIT[1]]
    assert view.current() == FRUIT[1]
    opened: list[Fruit] = []
    view.opened.connect(opened.append)
    QTest.keyClick(view, Qt.Key.Key_Return)
    middle = view.visualRect(view.rows_model.index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == [FRUIT[1], FRUIT[2]]
