from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from checkin.gui.pages.attendance import AttendancePage
from checkin.gui.widgets.chart import ChartView


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> AttendancePage:
    for name in ("Artois", "Eriksson"):
        who = door.person(name).id
        door.desk.admitting.admit(who, door.desk.admitting.new_admission_id())
        door.desk.attending.cross(who)
    made = AttendancePage(door.frame)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.enter()
    settle()
    return made


def inked(chart: ChartView) -> int:
    picture = chart.grab().toImage()
    colours = (
        picture.pixelColor(x, y) for x in range(0, picture.width(), 3) for y in range(picture.height())
    )
    return sum(
        colour.blue() > colour.red() + 60 for colour in colours if colour != QColor(Qt.GlobalColor.white)
    )


def figures(page: AttendancePage) -> dict[str, str]:
    return {key: shown.text() for key, shown in page.figures.items()}


def test_the_morning_in_figures(page: AttendancePage) -> None:
    assert figures(page) == {"expected": "5", "admitted": "2", "inside": "2", "gone": "0", "missing": "3"}


def test_it_looks_again(page: AttendancePage, door: Any, settle: Callable[[], None]) -> None:
    door.desk.attending.cross(door.person("Eriksson").id)
    page.look()
    settle()
    assert figures(page)["inside"] == "1"
    assert figures(page)["gone"] == "1"


def test_the_charts_are_drawn(page: AttendancePage) -> None:
    assert inked(page.arrivals) > 50
    assert inked(page.organisations) > 50


def test_those_who_are_missing_are_listed_then_those_of_what_is_chosen(page: AttendancePage) -> None:
    assert [one.attendee.family_name for one in page.people.rows_model.rows] == [
        "Benali",
        "Di Martino",
        "Le Goff",
    ]
    page.groups.selectRow(1)
    assert [one.attendee.family_name for one in page.people.rows_model.rows] == ["d’Artois", "Eriksson"]


def test_what_is_chosen_stays_chosen_when_it_looks_again(
    page: AttendancePage, settle: Callable[[], None]
) -> None:
    page.groups.selectRow(1)
    page.look()
    settle()
    assert page.groups.currentIndex().row() == 1


def test_the_files_are_saved(page: AttendancePage, settle: Callable[[], None], tmp_path: Path) -> None:
    page.save_report(tmp_path / "report.pdf")
    page.save_attestations(tmp_path / "pages.pdf")
    page.export(tmp_path / "list.xlsx")
    settle()
    assert [(tmp_path / name).read_bytes()[:2] for name in ("report.pdf", "pages.pdf", "list.xlsx")] == [
        b"%P",
        b"%P",
        b"PK",
    ]


def test_enter_on_a_person_asks_where_their_attestation_goes(page: AttendancePage, qtbot: QtBot) -> None:
    page.groups.selectRow(1)
    page.people.selectRow(0)
    QTest.keyClick(page.people, Qt.Key.Key_Return)
    dialogs = page.findChildren(QFileDialog)
    assert len(dialogs) == 1
    qtbot.addWidget(dialogs[0])
    dialogs[0].close()
