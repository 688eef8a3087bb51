"""Whether a window could be seen from here: Qt ends the whole program where it finds no screen."""

import os
import socket
import sys
from pathlib import Path

_SECONDS = 1
_X_PORT = 6000  # of display 0 (X Window System Protocol, appendix B)


def has_screen() -> bool:
    """Return whether the surroundings name a screen, and something answers there."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if sys.platform in {"win32", "darwin"}:
        return True
    return _has_wayland(os.environ.get("WAYLAND_DISPLAY", "")) or _has_x(os.environ.get("DISPLAY", ""))


def _has_wayland(name: str) -> bool:
    return bool(name) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)))


def _has_x(display: str) -> bool:
    host, _colon, place = display.rpartition(":")
    number = place.split(".")[0]
    if not number.isdigit():
        return False
    if host and host != "unix":
        return _answers((host, _X_PORT + int(number)))
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
    return _answers(path) or _answers(f"\0{path}")


def _answers(address: str | tuple[str, int]) -> bool:
    family = socket.AF_UNIX if isinstance(address, str) else socket.AF_INET
    with socket.socket(family) as connection:
        connection.settimeout(_SECONDS)
        try:
            connection.connect(address)
        except (OSError, ValueError):
            return False
    return True
