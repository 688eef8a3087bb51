"""The program that build.spec makes does the demonstration, opens its window, and lacks no library."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.built

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder() -> Path:
    """Build the program, where it is not there or older than its sources, and return its folder."""
    subprocess.run(["make", "build"], cwd=ROOT, check=True)
    return ROOT / "dist" / "checkin"


@pytest.fixture
def elsewhere(home: Path) -> dict[str, str]:
    """Return the environment of a machine that has neither our sources nor our packages."""
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LC_ALL": "C.UTF-8"}


@pytest.fixture
def screen() -> Iterator[str]:
    """Start a virtual screen of an ordinary laptop's size, and return its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
        server.terminate()


def test_it_does_the_demonstration(folder: Path, elsewhere: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [folder / "checkin", "demo", tmp_path / "demo"],
        env={**elsewhere, "QT_QPA_PLATFORM": "offscreen"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    made = {path.suffix for path in (tmp_path / "demo").rglob("*")}
    assert {".pdf", ".png"} <= made


def test_its_window_opens(folder: Path, elsewhere: dict[str, str], screen: str) -> None:
    environment = {**elsewhere, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    find = ["timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--name", "checkin"]
    with subprocess.Popen([folder / "checkin-window"], env=environment) as program:
        found = subprocess.run(find, env=environment, capture_output=True, text=True, check=False)
        program.terminate()
    assert found.stdout.strip(), found.stderr


def test_it_lacks_no_library(folder: Path) -> None:
    libraries = [path for path in folder.rglob("*.so*") if path.is_file()]
    told = subprocess.run(["ldd", *libraries], capture_output=True, text=True, check=True).stdout
    assert sorted({line.split()[0] for line in told.splitlines() if line.endswith("not found")}) == []
