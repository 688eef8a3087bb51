import subprocess
import sys
from pathlib import Path

import pytest

from checkin.gui import start
from checkin.settings import Settings

# In a process of its own: an application that has ended once leaves no event loop to the tests after it.
CLOSED_ONCE_OPEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from checkin.gui import start
from checkin.settings import Settings

class Window(start.MainWindow):
    def __init__(self, *given):
        super().__init__(*given)
        self.painted.connect(lambda: print("painted", "sqlalchemy" in sys.modules))

    def show_first_page(self):
        super().show_first_page()
        print("first page", "sqlalchemy" in sys.modules)
        QTimer.singleShot(0, self.close)

start.MainWindow = Window
sys.exit(start.main(Settings(Path(sys.argv[1]))))
"""


def test_the_window_paints_before_it_imports_and_ends_when_it_is_closed(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CLOSED_ONCE_OPEN, str(tmp_path / "data")],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.splitlines() == ["painted False", "first page True"]


@pytest.mark.usefixtures("qapp")
def test_its_pages_are_pictured_where_there_is_no_event_yet(tmp_path: Path) -> None:
    saved = start.picture(Settings(tmp_path / "data"), tmp_path / "pictures")
    assert saved
    assert all(path.stat().st_size for path in saved)
