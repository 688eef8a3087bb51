from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from checkin.domain.errors import InputError
from checkin.gui.tokens import Tone
from checkin.gui.widgets.banner import Banner, BannerArea, Notice, notice_of


def area(qtbot: QtBot) -> BannerArea:
    made = BannerArea()
    qtbot.addWidget(made)
    return made


def test_an_error_says_what_happened_and_what_to_do(qtbot: QtBot) -> None:
    banner = Banner(notice_of(InputError("Ce fichier est vide.", "Choisissez-en un autre.")))
    qtbot.addWidget(banner)
    assert [label.text() for label in banner.findChildren(QLabel)] == [
        "Ce fichier est vide.",
        "Choisissez-en un autre.",
    ]


def test_what_only_informs_gives_way_and_what_warns_stays(qtbot: QtBot) -> None:
    banners = area(qtbot)
    for text, tone in (("a", Tone.INFO), ("b", Tone.DANGER), ("c", Tone.SUCCESS), ("d", Tone.WARNING)):
        banners.tell(Notice(text, tone=tone))
    assert [notice.text for notice in banners.notices] == ["b", "d"]
    banners.tell(Notice("b", tone=Tone.DANGER))
    assert [notice.text for notice in banners.notices] == ["d", "b"]


def test_a_banner_is_closed_by_its_button(qtbot: QtBot) -> None:
    banners = area(qtbot)
    banners.tell(Notice("a"))
    assert not banners.isHidden()
    QTest.mouseClick(banners.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert banners.notices == ()
    assert banners.isHidden()


def test_its_action_is_done_once_and_closes_it(qtbot: QtBot) -> None:
    banners = area(qtbot)
    done: list[str] = []
    banners.tell(Notice("a", action=("Annuler", lambda: done.append("undone"))))
    QTest.mouseClick(banners.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert banners.notices == ()


def test_all_can_be_taken_away(qtbot: QtBot) -> None:
    banners = area(qtbot)
    banners.tell(Notice("a", tone=Tone.DANGER))
    banners.tell(Notice("b", tone=Tone.DANGER))
    banners.clear()
    assert banners.notices == ()


def test_what_was_said_of_a_scan_is_over_with_the_next(qtbot: QtBot) -> None:
    banners = area(qtbot)
    banners.tell(Notice("of a scan", tone=Tone.WARNING, is_of_scan=True))
    banners.tell(Notice("not stored", tone=Tone.DANGER))
    banners.move_on()
    assert [notice.text for notice in banners.notices] == ["not stored"]


def test_only_what_warns_goes_on_to_another_page(qtbot: QtBot) -> None:
    banners = area(qtbot)
    banners.tell(Notice("not stored", tone=Tone.DANGER))
    banners.tell(Notice("done", tone=Tone.SUCCESS))
    banners.turn_over()
    assert [notice.text for notice in banners.notices] == ["not stored"]
