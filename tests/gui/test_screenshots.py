from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from checkin.gui.opening import Source, Wish, opener
from checkin.gui.pages import PAGES
from checkin.gui.screenshots import save_screenshots
from checkin.settings import Settings


@pytest.mark.usefixtures("qapp")
def test_every_page_has_its_picture_at_every_size(tmp_path: Path) -> None:
    sizes = (QSize(1366, 768), QSize(1920, 1080))
    opening = opener(Settings(tmp_path / "data"))
    saved = save_screenshots(opening, tmp_path / "pictures", sizes, Wish(Source.DEMONSTRATION))
    assert len({path.name for path in saved}) == 2 * (
        len(PAGES) + 2
    )  # the first page, and a guest at the entrance
    assert {(image.width(), image.height()) for image in map(QImage, map(str, saved))} == {
        (1366, 768),
        (1920, 1080),
    }
