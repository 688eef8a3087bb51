from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from checkin.gui.icons import icon
from checkin.gui.looks import LOOKS
from checkin.gui.tokens import Colour
from checkin.resource import resource

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def picture(name: str, colour: Colour = Colour.INK, side: int = 48) -> QImage:
    return icon(name, colour).pixmap(QSize(side, side)).toImage()


def inked(image: QImage) -> set[tuple[int, int]]:
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 127
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_inside_its_grid(name: str) -> None:
    drawn = inked(picture(name))
    assert drawn
    if name != "application":
        assert not any(x in {0, 47} or y in {0, 47} for x, y in drawn)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"application", "tick"}])
def test_every_icon_takes_the_colour_it_is_given(name: str) -> None:
    root = ET.parse(resource("icons", f"{name}.svg")).getroot()  # noqa: S314 - our own file
    assert root.get("stroke") == "currentColor"
    image = picture(name, Colour.DANGER)
    solid = {image.pixelColor(x, y).name() for x, y in inked(image) if image.pixelColor(x, y).alpha() == 255}
    assert solid <= {QColor(Colour.DANGER).name()}


def test_an_icon_is_drawn_for_the_pixels_it_gets() -> None:
    sharp = icon("check").pixmap(QSize(24, 24), 3.0)
    assert sharp.width() == 72


def test_a_disabled_button_and_a_chosen_one_change_the_colour() -> None:
    made = icon("check", Colour.INK, Colour.ACCENT)
    shades = {
        made.pixmap(QSize(48, 48), mode, state).toImage().pixelColor(20, 34).name()
        for mode, state in (
            (QIcon.Mode.Normal, QIcon.State.Off),
            (QIcon.Mode.Normal, QIcon.State.On),
            (QIcon.Mode.Disabled, QIcon.State.Off),
        )
    }
    assert shades == {Colour.INK.value, Colour.ACCENT.value, Colour.EDGE.value}


def test_every_verdict_has_a_shape_of_its_own() -> None:
    shapes = [inked(picture(look.icon)) for look in LOOKS.values()]
    for one, other in combinations(shapes, 2):
        assert len(one ^ other) > 0.3 * len(one | other)
