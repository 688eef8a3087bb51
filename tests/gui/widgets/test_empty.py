from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.empty import EmptyState


def test_it_says_why_and_offers_what_to_do(qtbot: QtBot) -> None:
    pressed: list[str] = []
    action = button("Importer une liste", "import", "primary")
    action.clicked.connect(lambda: pressed.append("import"))
    empty = EmptyState("people", "Pas encore d’invités", "Importez la liste des réponses.", action)
    qtbot.addWidget(empty)
    assert [label.text() for label in empty.findChildren(QLabel)] == [
        "Pas encore d’invités",
        "Importez la liste des réponses.",
    ]
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert pressed == ["import"]
