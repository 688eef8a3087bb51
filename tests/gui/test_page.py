from typing import TYPE_CHECKING, cast

from pytestqt.qtbot import QtBot

from checkin.gui.page import Frame, Page
from checkin.gui.sounds import Sounds
from checkin.gui.tasks import Workers

if TYPE_CHECKING:
    from checkin.app import Desk


class PlainDesk:
    """No page looks at it here."""


def test_a_page_has_its_desk_and_does_its_work_elsewhere(qtbot: QtBot, workers: Workers) -> None:
    desk = cast("Desk", PlainDesk())
    page = Page(Frame(desk, workers, Sounds()))
    qtbot.addWidget(page)
    heard: list[int] = []
    page.run(lambda _job: 42, heard.append)
    qtbot.waitUntil(lambda: heard == [42])
    assert page.desk is desk
