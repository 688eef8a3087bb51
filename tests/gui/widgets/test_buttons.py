import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from checkin.gui.tokens import Size
from checkin.gui.widgets.buttons import Kind, button, icon_button


@pytest.mark.parametrize("kind", ["primary", "plain", "quiet", "danger", "choice"])
def test_every_button_is_high_enough_to_be_hit(qtbot: QtBot, kind: Kind) -> None:
    made = button("Faire entrer", "check", kind)
    qtbot.addWidget(made)
    assert made.sizeHint().height() == Size.CONTROL
    made.setFocus()
    assert made.sizeHint().height() == Size.CONTROL


def test_a_choice_stays_down(qtbot: QtBot) -> None:
    made = button("Passeport", "passport", "choice")
    qtbot.addWidget(made)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)
    assert made.isChecked()


def test_a_button_of_an_icon_alone_has_words_for_who_cannot_see_it(qtbot: QtBot) -> None:
    made = icon_button("cross", "Fermer")
    qtbot.addWidget(made)
    assert made.accessibleName() == made.toolTip() == "Fermer"
