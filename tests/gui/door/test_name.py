import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin.gui.door.name import LargeName

LONG = "Maximilienne-Clémentine de La Rochefoucauld-Montmorency-Bouillon"


def shown(qtbot: QtBot, name: str, width: int = 850) -> LargeName:
    made = LargeName()
    qtbot.addWidget(made)
    made.resize(width, made.height())
    made.show()
    made.say(name)
    return made


def test_a_short_name_is_as_large_as_can_be(qtbot: QtBot) -> None:
    made = shown(qtbot, "Zoé d’Artois")
    assert made.font().pixelSize() == 64
    assert not made.wordWrap()


@pytest.mark.parametrize("name", [LONG, f"{LONG} {LONG}", f"Anne-Sophie {LONG}, {LONG}"])
def test_a_long_name_goes_on_a_second_line_and_none_of_it_is_cut(qtbot: QtBot, name: str) -> None:
    made = shown(qtbot, name)
    needed = made.fontMetrics().boundingRect(
        0, 0, made.width(), 0, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft, name
    )
    assert made.wordWrap()
    assert needed.height() <= made.height()
    assert needed.width() <= made.width()


def test_a_short_name_after_a_long_one_is_large_again(qtbot: QtBot) -> None:
    made = shown(qtbot, LONG)
    made.say("Nino Di Martino")
    assert made.font().pixelSize() == 64
    assert not made.wordWrap()


def test_an_arabic_name_stands_where_the_others_do(qtbot: QtBot) -> None:
    made = shown(qtbot, "محمد الفاسي")
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute
