from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from checkin.gui.tokens import Colour, Size, Tone
from checkin.gui.widgets.text import Badge, Elided, Part, key_hint, label

LONG = "Repérer et remobiliser les décrocheurs et les invisibles via les réseaux sociaux"


def test_a_text_is_shown_as_it_is_and_never_read_as_html(qtbot: QtBot) -> None:
    made = label("<b>Agnès</b>", Part.NAME)
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.font().pixelSize() == Size.NAME


def test_a_long_line_ends_in_dots_and_tells_the_rest(qtbot: QtBot) -> None:
    line = Elided(LONG)
    qtbot.addWidget(line)
    line.resize(200, 24)
    with qtbot.waitExposed(line):
        line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == LONG == line.whole()
    line.resize(2000, 24)
    assert line.text() == LONG
    assert not line.toolTip()


def test_a_badge_changes_its_word_and_its_colour(qtbot: QtBot) -> None:
    badge = Badge("Intervenant", Tone.ACCENT)
    qtbot.addWidget(badge)
    badge.say("Refusé", Tone.DANGER)
    badge.ensurePolished()
    assert badge.text() == "Refusé"
    assert badge.palette().color(badge.foregroundRole()).name() == Colour.DANGER


def test_a_key_looks_like_a_key(qtbot: QtBot) -> None:
    key = key_hint("F11")
    qtbot.addWidget(key)
    assert key.property("part") == "key"
