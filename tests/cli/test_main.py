import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from checkin import __version__
from checkin.cli import parser
from checkin.language import language
from checkin.settings import Settings

NAME = "Pascale d'Artois"
Run = Callable[..., Any]
Command = Callable[[Callable[[], int]], None]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return what makes « roster » do something else."""

    def be(does: Callable[[], int]) -> None:
        module = ModuleType("a_command")
        vars(module).update(fill=lambda _parser: None, run=lambda _args, _shell: does())
        monkeypatch.setitem(sys.modules, "a_command", module)
        monkeypatch.setitem(parser.COMMANDS, "roster", "a_command")

    return be


def test_without_a_command_the_window_opens(run: Run, opened: list[Settings], tmp_path: Path) -> None:
    event = "01a207cd-fd5e-7e10-9417-c06a35d15de1"
    ended = run("--database", tmp_path / "e.db", "--language", "en", "--event", event)
    assert ended.code == 0
    (settings,) = opened
    assert (settings.database, settings.language, settings.event_id) == (
        str(tmp_path / "e.db"),
        "en",
        event,
    )


def test_a_bug_says_that_it_is_one_and_keeps_where_but_nobody_s_name(
    run: Run, command: Command, data: Path
) -> None:
    def fail() -> int:
        raise ValueError(NAME) from KeyError(NAME)

    command(fail)
    ended = run("roster")
    log = (data / "checkin.log").read_text("utf-8")
    assert ended.code == 3
    assert len(ended.err.splitlines()) == 1
    assert str(data / "checkin.log") in ended.err
    assert "builtins.ValueError" in log
    assert "builtins.KeyError" in log
    assert "test_main.py" in log
    assert NAME not in log + ended.err + ended.out
    assert "Traceback" not in ended.err


def test_a_bug_where_nothing_can_be_kept_shows_where_it_is(run: Run, command: Command, data: Path) -> None:
    def fail() -> int:
        raise ValueError(NAME)

    command(fail)
    data.write_text("a file where the folder should be", "utf-8")
    ended = run("roster")
    assert ended.code == 3
    assert "builtins.ValueError" in ended.err
    assert NAME not in ended.err


def test_ctrl_c_ends_without_a_traceback(run: Run, command: Command) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    command(stop)
    ended = run("roster")
    assert (ended.code, ended.err) == (130, "checkin: Stopped.\n")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["nothing-of-ours"], "'nothing-of-ours' is none of"),
        (["--language", "de"], "'de' is none of: 'fr', 'en'"),
        (["roster"], "missing: FILE.pdf"),
        (["--event", "12", "roster", "-"], "This is not an id."),
        (["roster", "a.pdf", "--colour"], "not understood: --colour"),
    ],
)
def test_a_command_line_that_says_nothing_sensible_is_the_user_s_error(
    run: Run, argv: list[str], said: str
) -> None:
    ended = run(*argv)
    assert ended.code == 2
    assert said in ended.err
    assert ended.out == ""


def test_the_version_is_said(run: Run) -> None:
    ended = run("--version")
    assert (ended.code, ended.out) == (0, f"checkin {__version__}\n")


@pytest.mark.parametrize(
    "argv",
    [
        ["--language", "fr", "event", "list"],
        ["event", "--language", "fr", "list"],
        ["event", "list", "--language", "fr"],
    ],
)
def test_the_common_options_stand_before_or_after_the_command(run: Run, argv: list[str]) -> None:
    assert run(*argv).code == 0
    assert language() == "fr"


def test_help_waits_for_no_package() -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "checkin", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rsplit("|", 1)[-1].strip() for line in told.stderr.splitlines()}
    assert "checkin.cli.parser" in loaded
    assert loaded.isdisjoint({"PySide6", "sqlalchemy", "reportlab", "checkin.app"})


@pytest.mark.skipif(os.name != "posix", reason="pipes end otherwise on Windows")
@pytest.mark.usefixtures("event")
def test_a_reader_who_leaves_is_no_error(data: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as nobody:
        ended = subprocess.run(
            [sys.executable, "-m", "checkin", "scan", "foreign"],
            stdout=nobody,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (141, b"")
    assert [path.name for path in data.iterdir() if path.suffix == ".log"] == []
