from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from checkin.gui.first_page import ChoiceCard, FirstPage


def page(qtbot: QtBot) -> FirstPage:
    made = FirstPage()
    qtbot.addWidget(made)
    made.resize(1262, 700)
    return made


def card(first: FirstPage, title: str) -> ChoiceCard:
    return next(each for each in first.findChildren(ChoiceCard) if each.accessibleName() == title)


def test_each_card_says_what_is_wanted_by_mouse_and_by_key(qtbot: QtBot) -> None:
    first = page(qtbot)
    with qtbot.waitSignal(first.new_event):
        QTest.mouseClick(card(first, "Nouvel événement"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(first.demonstration):
        QTest.keyClick(card(first, "Ouvrir la démonstration"), Qt.Key.Key_Return)


def test_a_file_is_asked_for_without_blocking(qtbot: QtBot, tmp_path: Path) -> None:
    first = page(qtbot)
    card(first, "Ouvrir un fichier existant").click()
    dialog = first.findChildren(QFileDialog)[0]
    with qtbot.waitSignal(first.file_chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "a.checkin"))
    assert chosen.args == [tmp_path / "a.checkin"]
    dialog.close()


def test_recent_files_are_listed_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    first = page(qtbot)
    first.show_recent([tmp_path / "b.checkin"])
    first.show_recent([tmp_path / "a.checkin"])
    lines = [each for each in first.findChildren(QPushButton) if each.text().startswith("a ")]
    with qtbot.waitSignal(first.file_chosen) as chosen:
        QTest.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [tmp_path / "a.checkin"]


def test_nothing_is_cut(qtbot: QtBot) -> None:
    first = page(qtbot)
    with qtbot.waitExposed(first):
        first.show()
    for label in first.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
