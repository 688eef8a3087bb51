from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from checkin.gui.pages.roster import RosterPage
from checkin.gui.printing.order import PrintOrder
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
    assert page.preview.page_count == 1
    assert "Di Martino" in page.preview.text_of(0)


def test_another_order_is_one_click_away(page: RosterPage, settle: Callable[[], None]) -> None:
    page.orders[Order.ORGANISATION].click()
    settle()
    assert "Maison des jeunes" in page.preview.text_of(0)
    assert [one.isChecked() for one in page.orders.values()] == [False, False, True, False]


def test_it_is_saved_whole(page: RosterPage, settle: Callable[[], None], tmp_path: Path) -> None:
    page.save(tmp_path / "roster.pdf")
    settle()
    assert (tmp_path / "roster.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_shown_is_what_is_printed(
    page: RosterPage, settle: Callable[[], None], tmp_path: Path
) -> None:
    page.print_as(PrintOrder("Liste", file=str(tmp_path / "printed.pdf")))
    settle()
    assert (tmp_path / "printed.pdf").read_bytes() == page.preview.pdf


def test_badges_are_one_click_away_for_everybody_or_for_one(
    page: RosterPage, settle: Callable[[], None]
) -> None:
    page.badges_button.click()
    settle()
    assert [page.badges_button.isChecked(), *(one.isChecked() for one in page.orders.values())] == [
        True,
        *[False] * 4,
    ]
    assert all(name in page.preview.text_of(0) for name in ("Le Goff", "Eriksson"))
    page.badge_bar.who.setText("erik")
    settle()
    assert "Eriksson" in page.preview.text_of(0)
    assert "Le Goff" not in page.preview.text_of(0)


def test_a_roll_has_a_page_for_each_badge_and_no_label_that_is_used(
    page: RosterPage, settle: Callable[[], None]
) -> None:
    page.show_badges()
    page.badge_bar.labels.setCurrentIndex(page.badge_bar.labels.findData("62mm"))
    settle()
    assert page.preview.page_count == 5
    assert not page.badge_bar.start.isVisible()


def test_a_sheet_begun_takes_more_pages(page: RosterPage, settle: Callable[[], None]) -> None:
    page.show_badges()
    page.badge_bar.start.setValue(10)
    settle()
    assert page.preview.page_count == 2


def test_nobody_found_prints_nothing(page: RosterPage, settle: Callable[[], None]) -> None:
    page.show_badges()
    page.badge_bar.who.setText("zzzz")
    settle()
    assert page.preview.page_count == 0
    assert not page.print_button.isEnabled()
