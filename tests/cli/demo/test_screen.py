import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from checkin.cli.demo.screen import has_screen

Surroundings = Callable[..., None]


@pytest.fixture
def surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Surroundings:
    """Return what gives this process other surroundings: none of a screen but those named."""

    def be(**variables: str) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setattr("sys.platform", "linux")
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return be


def test_where_nothing_is_named_there_is_none(surroundings: Surroundings) -> None:
    surroundings()
    assert not has_screen()


def test_a_screen_that_answers_is_one_unless_none_is_wanted(surroundings: Surroundings) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        display = f"127.0.0.1:{server.getsockname()[1] - 6000}.0"
        surroundings(DISPLAY=display)
        assert has_screen()
        surroundings(DISPLAY=display, QT_QPA_PLATFORM="offscreen")
        assert not has_screen()
    surroundings(DISPLAY=display)
    assert not has_screen()


@pytest.mark.parametrize("display", [":98765", "unix:98765.0", "nonsense", "host:x", "127.0.0.1:-1"])
def test_a_screen_that_is_named_and_not_there_is_none(surroundings: Surroundings, display: str) -> None:
    surroundings(DISPLAY=display)
    assert not has_screen()


def test_a_wayland_screen(surroundings: Surroundings, tmp_path: Path) -> None:
    surroundings(WAYLAND_DISPLAY="wayland-7")
    assert not has_screen()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert has_screen()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_have_one(
    surroundings: Surroundings, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    surroundings()
    monkeypatch.setattr("sys.platform", system)
    assert has_screen()
