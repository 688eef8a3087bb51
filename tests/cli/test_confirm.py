import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.demo.pages import codes_in
from checkin.resource import resource

Run = Callable[..., Any]
People = dict[str, dict[str, Any]]


@pytest.mark.usefixtures("people")
def test_confirmations_are_written_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    first = run("confirm", folder, "--json")
    assert (first.code, first.err) == (0, "")
    assert first.objects == [{"folder": str(folder), "written": 3, "unchanged": 0, "complete": True}]
    assert len(list(folder.glob("*.pdf"))) == 3
    again = run("confirm", folder)
    assert again.out == "0 confirmations written, 3 unchanged.\n"


def test_a_new_confirmation_revokes_the_old(
    run: Run, codes: dict[str, str], people: People, tmp_path: Path
) -> None:
    ended = run("confirm", tmp_path / "confirmations", "--reissue", people["Léa"]["id"], "--json")
    (written,) = ended.objects
    assert list(written) == ["file"]
    assert run("scan", codes["Pascale"], "--json").objects[0]["verdict"] == "revoked"
    assert run("scan", codes["Zoé"], "--json").objects[0]["verdict"] == "welcome"
    assert set(codes_in(Path(written["file"]))).isdisjoint(codes.values())


@pytest.mark.usefixtures("people")
def test_the_party_of_nobody_is_the_user_s_error(run: Run, event: str, tmp_path: Path) -> None:
    for wrong in (event, "12"):
        assert run("confirm", tmp_path, "--reissue", wrong).code == 2


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGINT to send")
@pytest.mark.usefixtures("event")
def test_ctrl_c_ends_between_two_files_and_the_next_run_goes_on(run: Run, tmp_path: Path) -> None:
    assert run("import", resource("demo", "attendees.xlsx")).code == 1  # two lines of it can't be read
    folder = tmp_path / "out"
    command = [sys.executable, "-m", "checkin", "confirm", str(folder), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        deadline = time.monotonic() + 30
        while not any(folder.glob("*.pdf")) and time.monotonic() < deadline:
            os.sched_yield()
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=30)
    assert program.returncode == 130, err
    assert "goes on" in err
    written = int(re.findall(r'"written": (\d+)', out)[0])
    assert written == len(list(folder.glob("*.pdf")))
    assert list(folder.glob("*.part")) == []
    (rest,) = run("confirm", folder, "--json").objects
    assert rest["complete"]
    assert rest["written"] == len(list(folder.glob("*.pdf"))) - written > 0
