import pytest

from checkin.gui.tokens import TEXT_ON, Colour, contrast


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1.0


@pytest.mark.parametrize(("text", "ground"), TEXT_ON, ids=lambda colour: colour.name)
def test_text_can_be_read(text: Colour, ground: Colour) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("ground", [Colour.PAPER, Colour.CANVAS], ids=lambda colour: colour.name)
def test_the_edge_of_a_field_and_the_focus_can_be_seen(ground: Colour) -> None:
    assert contrast(Colour.EDGE, ground) >= 3
    assert contrast(Colour.ACCENT, ground) >= 3
