from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from checkin.gui.alarm import Alarm
from checkin.gui.application import the_application


def test_f12_is_heard_in_a_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    alarm = Alarm(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    with qtbot.waitSignal(alarm.sounded):
        QTest.keyClick(field, Qt.Key.Key_F12)


def test_a_dialog_in_the_way_is_closed_and_the_alarm_sounds(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    alarm = Alarm(window)
    with qtbot.waitExposed(window):
        window.show()
    dialog = QDialog(window)
    with qtbot.waitSignal(the_application().focusWindowChanged):
        dialog.open()
        dialog.windowHandle().requestActivate()
    with qtbot.waitSignal(alarm.sounded):
        QTest.keyClick(dialog, Qt.Key.Key_F12)
    assert not dialog.isVisible()
