import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from checkin.cli import output
from checkin.domain.errors import PlaceError

Run = Callable[..., Any]


class Terminal(io.StringIO):
    """A stderr that somebody looks at."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("encoding", "escaped"), [("utf-8", False), ("cp1252", True), ("ascii", True)])
def test_json_survives_every_encoding(
    monkeypatch: pytest.MonkeyPatch, encoding: str, *, escaped: bool
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding=encoding))
    output.say_json({"name": "Łukasz d’Artois", "at": datetime(2022, 11, 24, 9, tzinfo=UTC)})
    written = raw.getvalue().decode(encoding)
    assert json.loads(written) == {"name": "Łukasz d’Artois", "at": "2022-11-24T09:00:00Z"}
    assert ("\\u0141" in written) is escaped


def test_a_letter_that_a_console_lacks_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(raw, encoding="cp1252"))
    output.prepare()
    output.say("Łukasz Éric")
    output.flush()
    assert raw.getvalue().decode("cp1252").strip() == "?ukasz Éric"


def test_progress_is_shown_to_somebody_only(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, unseen = Terminal(), io.StringIO()
    for stream in (seen, unseen):
        monkeypatch.setattr("sys.stderr", stream)
        output.progress(1, 2)
        output.progress(2, 2)
    assert seen.getvalue().split("\r")[1:] == [f"[{'#' * 15}{'.' * 15}] 1/2", f"[{'#' * 30}] 2/2\n"]
    assert unseen.getvalue() == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Path("/dev/full").open("w", encoding="utf-8")  # noqa: SIM115 - closing it fails, as it must
    monkeypatch.setattr("sys.stdout", stream)
    output.say("a line")
    with pytest.raises(PlaceError):
        output.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    stream.close()


@pytest.mark.usefixtures("people")
def test_nothing_is_said_twice_when_the_disk_is_full(data: Path) -> None:
    assert data.exists()
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "checkin", "attendees"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1), ended.stderr
