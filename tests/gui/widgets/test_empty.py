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


def test_long_words_get_the_height_they_need(qtbot: QtBot) -> None:
    empty = EmptyState(
        "people", "Prêt", "Scannez le code, la bande d’une pièce d’identité, ou tapez un nom. " * 3
    )
    qtbot.addWidget(empty)
    empty.resize(900, 600)
    with qtbot.waitExposed(empty):
        empty.show()
    for label in empty.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
