from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from checkin.gui.theme import FAMILY, restyle, style_sheet
from checkin.gui.tokens import Colour, Size


def test_every_token_of_the_sheet_exists_and_is_filled_in() -> None:
    sheet = style_sheet()
    assert "$" not in sheet
    assert Colour.ACCENT in sheet


def test_the_letters_are_ours(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == FAMILY
    assert qapp.font().pixelSize() == Size.BODY


def test_a_widget_looks_again_when_restyled(qapp: QApplication) -> None:
    label = QLabel("x")
    label.ensurePolished()
    restyle(label, part="h1")
    label.ensurePolished()
    assert label.font().pixelSize() == Size.H1
    assert qapp.styleSheet() == style_sheet()
