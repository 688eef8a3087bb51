from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from checkin.gui.application import prepare
from checkin.gui.memory import Memory
from checkin.gui.tasks import Workers
from checkin.language import speak

# What Qt says of a machine without a screen (of every window that has a least size) and without a sound
# server: of the machine, not of the program.
_BARE_MACHINE = pytest.mark.qt_log_ignore(
    "does not support (propagateSizeHints|raise)", "^PulseAudioService: pa_context_connect", extend=True
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(_BARE_MACHINE)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    """Every widget is tested in the look and the language it is shown in."""
    speak("fr")
    if qapp.applicationName() != "checkin":
        prepare(qapp)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def workers(qapp: QApplication) -> Iterator[Workers]:
    made = Workers(qapp)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def put_spooler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Return what puts a script in the place of the system's spooler, and gives the folder where it lies."""

    def put(script: str) -> Path:
        folder = tmp_path / "bin"
        folder.mkdir()
        (folder / "lp").write_text(script)
        (folder / "lp").chmod(0o755)
        monkeypatch.setenv("PATH", str(folder))
        return folder

    return put
