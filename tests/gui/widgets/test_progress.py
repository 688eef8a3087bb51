from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from checkin.gui.widgets.progress import ProgressPanel


def test_it_shows_how_far_it_is_and_can_be_stopped_once(qtbot: QtBot) -> None:
    panel = ProgressPanel()
    qtbot.addWidget(panel)
    assert panel.isHidden()
    panel.begin("Impression des confirmations")
    assert not panel.isHidden()
    panel.step(12, 200)
    assert panel.findChildren(QProgressBar)[0].value() == 12
    assert "12 sur 200" in [label.text() for label in panel.findChildren(QLabel)]
    stop = panel.findChildren(QPushButton)[0]
    with qtbot.waitSignal(panel.cancelled):
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert not stop.isEnabled()
    panel.end()
    assert panel.isHidden()
    panel.begin("Une autre fois")
    assert stop.isEnabled()
