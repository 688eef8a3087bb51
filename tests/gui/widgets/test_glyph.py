from pytestqt.qtbot import QtBot

from checkin.gui.tokens import Colour
from checkin.gui.widgets.glyph import Glyph


def test_it_draws_its_icon_on_its_ground_and_another_when_told(qtbot: QtBot) -> None:
    glyph = Glyph("check", Colour.SUCCESS, 64, Colour.SUCCESS_SOFT)
    qtbot.addWidget(glyph)
    first = glyph.grab().toImage()
    assert first.pixelColor(first.width() // 2, 4).name() == Colour.SUCCESS_SOFT
    glyph.show_icon("cross", Colour.DANGER)
    assert glyph.grab().toImage() != first
