from pytestqt.qtbot import QtBot

from checkin.gui.widgets.number import number_field


def test_the_number_has_room_and_its_bounds(qtbot: QtBot) -> None:
    field = number_field(1, 99)
    qtbot.addWidget(field)
    field.setFixedWidth(120)
    field.show()
    field.setValue(100)
    assert field.text() == "99"
    assert field.lineEdit().width() > field.fontMetrics().horizontalAdvance("99") + 12
