from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkin.gui.widgets.card import Card, rule
from checkin.gui.widgets.text import label


def test_a_card_holds_its_widgets_under_its_title(qtbot: QtBot) -> None:
    card = Card("Programme")
    qtbot.addWidget(card)
    card.add(label("10h00"), rule(), label("10h15"))
    assert [each.text() for each in card.findChildren(QLabel)] == ["Programme", "10h00", "10h15"]
    assert card.column.count() == 4
