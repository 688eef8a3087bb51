from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from checkin.gui.pages.roster import RosterPage, print_pdf
from checkin.services.rostering import Order


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None]) -> RosterPage:
    made = RosterPage(door.frame)
    qtbot.addWidget(made)
    made.resize(1200, 640)
    made.show()
    made.enter()
    settle()
    return made


def test_the_roster_is_shown_as_it_will_be_printed(page: RosterPage) -> None:
    assert page.document.pageCount() == 1
    assert "Di Martino" in page.document.getAllText(0).text()


def test_another_order_is_one_click_away(page: RosterPage, settle: Callable[[], None]) -> None:
    page.orders[Order.ORGANISATION].click()
    settle()
    assert "Maison des jeunes" in page.document.getAllText(0).text()
    assert [one.isChecked() for one in page.orders.values()] == [False, True, False]


def test_it_is_saved_whole(page: RosterPage, settle: Callable[[], None], tmp_path: Path) -> None:
    page.save(tmp_path / "roster.pdf")
    settle()
    assert (tmp_path / "roster.pdf").read_bytes().startswith(b"%PDF")


def test_it_prints_every_page(door: Any, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pdf(door.desk.rostering.pdf(), printer) == 1
    printed = QPdfDocument()
    assert printed.load(str(tmp_path / "printed.pdf")) is QPdfDocument.Error.None_
    assert printed.pageCount() == 1
