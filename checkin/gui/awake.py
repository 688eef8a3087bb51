"""Keeping the screen on while a door is open; where the system has no way, the screen does as it likes."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002  # SetThreadExecutionState's flags
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"

Release = Callable[[], None]


class Awake(QObject):
    """Holds the screen awake between `hold` and `release`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._release: Release | None = None

    def hold(self) -> None:
        """Keep the screen on from now."""
        if self._release is None:
            self._release = _hold()

    def release(self) -> None:
        """Let the screen sleep again."""
        if self._release is not None:
            self._release()
            self._release = None


def _hold() -> Release | None:
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_macos()
    return _on_a_freedesktop()


def _on_windows() -> Release:
    """Ask Windows (learn.microsoft.com, SetThreadExecutionState); it forgets when the program ends."""
    tell = getattr(ctypes, "windll").kernel32.SetThreadExecutionState  # noqa: B009 - mypy knows it on Windows only
    tell(_CONTINUOUS | _SYSTEM | _DISPLAY)
    return lambda: tell(_CONTINUOUS)


def _on_macos() -> Release | None:
    """Run caffeinate, which ends with this process (-w)."""
    found = shutil.which("caffeinate")
    if found is None:
        return None
    running = subprocess.Popen([found, "-d", "-w", str(os.getpid())])  # noqa: S603 - the system's own
    return running.terminate


def _on_a_freedesktop() -> Release | None:
    """Ask the session (freedesktop.org, Idle Inhibition Service), if there is one."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return None
    try:
        from PySide6.QtDBus import QDBusInterface  # noqa: PLC0415 - where it is needed only
    except ImportError:
        return None
    saver = QDBusInterface(_SERVICE, _PATH, _SERVICE)
    if not saver.isValid():
        return None
    answer = saver.call("Inhibit", "checkin", "reception")
    if answer.errorName() or not answer.arguments():
        return None

    def release() -> None:
        saver.call("UnInhibit", answer.arguments()[0])

    return release
