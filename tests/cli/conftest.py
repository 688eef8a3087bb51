import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.demo.pages import codes_in
from checkin.cli.main import main
from checkin.cli.shell import Window
from checkin.settings import Settings

LIST = """Nom;Prénom;Organisme;Accompagnants
d'Artois;Pascale;AFPA;Léa Dubois
Martin;Zoé;Région Grand Est;
Le Goff;Yann;ZQSD Productions;
"""


@dataclass
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """What it said in JSON, one object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ended]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a data folder of its own, and English."""
    folder = tmp_path / "data"
    monkeypatch.setenv("CHECKIN_DATA", str(folder))
    monkeypatch.setenv("CHECKIN_LANGUAGE", "en")
    monkeypatch.delenv("CHECKIN_DATABASE", raising=False)
    return folder


@pytest.fixture
def opened() -> list[Settings]:
    """Return the settings that the window was opened with, time after time."""
    return []


@pytest.fixture
def run(
    data: Path,
    opened: list[Settings],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run a command in this process, on a data folder of its own."""

    def show(settings: Settings) -> int:
        opened.append(settings)
        return 0

    def picture(_settings: Settings, folder: Path) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        taken = folder / "home.png"
        taken.write_bytes(b"PNG")
        return [taken]

    def do(*argv: object, stdin: str = "") -> Ended:
        monkeypatch.setattr("sys.stdin", io.StringIO(stdin))
        capsys.readouterr()
        code = main([str(one) for one in argv], Window(show, picture))
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    assert not data.exists()
    return do


@pytest.fixture
def invites(tmp_path: Path) -> Path:
    """Return a list of three parties, four people."""
    path = tmp_path / "invites.csv"
    path.write_text(LIST, "utf-8")
    return path


@pytest.fixture
def event(run: Run, tmp_path: Path) -> str:
    """Make an event with a room for two, and return its id."""
    described = tmp_path / "day.toml"
    described.write_text(
        """
title = "Une journée"
date = 2022-11-24
starts = 10:00:00
ends = 12:45:00
[[slot]]
starts = 10:00:00
ends = 11:00:00
title = "Introduction"
[[checkpoint]]
kind = "room"
name = "Salle des Accords"
capacity = 2
""",
        "utf-8",
    )
    ended = run("event", "create", "--from", described, "--json")
    assert ended.code == 0
    return str(ended.objects[0]["id"])


@pytest.fixture
def people(run: Run, event: str, invites: Path) -> dict[str, dict[str, Any]]:
    """Import the list into the event, and return its people by given name."""
    assert event
    assert run("import", invites).code == 0
    return {one["given_name"]: one for one in run("attendees", "--json").objects}


@pytest.fixture
def codes(run: Run, people: dict[str, dict[str, Any]], tmp_path: Path) -> dict[str, str]:
    """Issue the confirmations, and return the codes out of the PDFs by given name."""
    assert people
    assert run("confirm", tmp_path / "confirmations").code == 0
    read = [code for path in (tmp_path / "confirmations").glob("*.pdf") for code in codes_in(path)]
    scanned = run("scan", "-", "--json", stdin="\n".join(read)).objects
    return {verdict["attendee"]["given_name"]: code for code, verdict in zip(read, scanned, strict=True)}
