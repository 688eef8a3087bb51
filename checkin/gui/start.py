"""The window's beginning: paint first, import and open after, on the worker."""

import os
from pathlib import Path

from PySide6.QtCore import Qt

from checkin.gui.application import the_application
from checkin.gui.errors import catch_bugs
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.opening import opener
from checkin.settings import Settings


def main(settings: Settings) -> int:
    """Open the window, and return the exit code when it is closed."""
    application = the_application()
    window = MainWindow(opener(settings), Memory())
    catch_bugs(window)
    window.painted.connect(window.start, Qt.ConnectionType.QueuedConnection)
    window.show()
    return application.exec()


def picture(settings: Settings, folder: Path) -> list[Path]:
    """Save a picture of every page of the event that is open last, and return where they are.

    It needs no screen.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from checkin.gui.screenshots import save_screenshots  # noqa: PLC0415 - the window does without

    return save_screenshots(opener(settings), folder)
