"""Pictures of the window, for the README and for a machine without a screen."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from checkin.gui.application import the_application
from checkin.gui.main_window import MainWindow
from checkin.gui.memory import Memory
from checkin.gui.opening import LAST, Opener, Wish
from checkin.gui.pages import PAGES
from checkin.gui.pages.entrance import EntrancePage

_ROUND = 150  # ms
_MOST_ROUNDS = 20

SIZES = (QSize(1366, 768), QSize(1920, 1080))


def save_screenshots(
    opener: Opener, folder: Path, sizes: Sequence[QSize] = SIZES, wish: Wish = LAST
) -> list[Path]:
    """Save a PNG of the first page, of every page of the wished event, and of a guest at the entrance.

    Return their paths, one for every size (in pixels): `entrance-1366x768.png` … in `folder`, which is made.
    Needs no screen when QT_QPA_PLATFORM is offscreen; makes the application if there is none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    the_application()
    with TemporaryDirectory() as place:  # the person's own window stays as it is
        memory = Memory(QSettings(str(Path(place, "window.ini")), QSettings.Format.IniFormat))
        window = MainWindow(opener, memory)
        saved = [path for size in sizes for path in _pictures(window, size, folder, wish)]
        window.close()
        window.deleteLater()
    return saved


def _pictures(window: MainWindow, size: QSize, folder: Path, wish: Wish) -> Iterator[Path]:
    window.resize(size)
    window.show()
    window.show_first_page()
    yield _picture(window, "first", folder)
    window.start(wish)
    settle(window)
    for spec in PAGES:
        window.show_page(spec.key)
        yield _picture(window, spec.key, folder)
    if _showed_a_guest(window):
        yield _picture(window, "guest", folder)


def _showed_a_guest(window: MainWindow) -> bool:
    """Show the first party that is still awaited, as if its lead's code had been scanned at the entrance."""
    frame = window.frame
    waiting = frame.desk.searching.everyone() if frame else ()
    expected = [one.attendee for one in waiting if one.attendee.is_expected and not one.is_here]
    leads = {one.party_id: one for one in expected if one.is_lead}
    companion = next((one for one in expected if not one.is_lead and one.party_id in leads), None)
    window.show_page("entrance")
    if companion is None or not isinstance(window.page, EntrancePage):
        return False
    window.page.look_up(leads[companion.party_id].id)
    return True


def _picture(window: MainWindow, name: str, folder: Path) -> Path:
    settle(window)
    path = folder / f"{name}-{window.width()}x{window.height()}.png"
    _still(window).save(str(path))
    return path


def _still(window: MainWindow) -> QPixmap:
    """Return the window once two pictures of it are the same: QtPdf draws in a thread of its own."""
    before = window.grab()
    for _round in range(_MOST_ROUNDS):
        loop = QEventLoop()
        QTimer.singleShot(_ROUND, loop.quit)
        loop.exec()
        now = window.grab()
        if now.toImage() == before.toImage():
            break
        before = now
    return before


def settle(window: MainWindow) -> None:
    """Wait until the workers have nothing to do and everything they brought has been painted."""
    while not window.workers.is_idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    QApplication.processEvents()
