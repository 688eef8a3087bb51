import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

KEYS = [
    "id",
    "title",
    "subject",
    "organiser",
    "reply_to",
    "building",
    "address",
    "starts",
    "ends",
    "programme",
    "checkpoints",
]


def test_an_event_is_made_from_a_file_and_shown(run: Run, event: str) -> None:
    (shown,) = run("event", "show", "--json").objects
    assert list(shown) == KEYS
    assert (shown["id"], shown["title"]) == (event, "Une journée")
    assert (shown["starts"], shown["ends"]) == ("2022-11-24T09:00:00Z", "2022-11-24T11:45:00Z")
    assert list(shown["programme"][0]) == ["starts", "ends", "title", "speakers"]
    assert [list(place) for place in shown["checkpoints"]] == [["id", "kind", "name", "capacity"]] * 2
    assert {(place["kind"], place["capacity"]) for place in shown["checkpoints"]} == {
        ("entrance", None),
        ("room", 2),
    }


def test_the_events_are_listed_and_shown_in_words(run: Run, event: str) -> None:
    listed = run("event", "list")
    assert event in listed.out
    assert "24 November 2022" in listed.out
    shown = run("event", "show").out
    assert "10:00–11:00  Introduction" in shown
    assert "Salle des Accords" in shown


def test_a_file_that_describes_no_event_is_the_user_s_error(run: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("title = 3 = 4", "utf-8")
    for path in (wrong, tmp_path / "nowhere.toml"):
        ended = run("event", "create", "--from", path)
        assert (ended.code, ended.out) == (2, "")
        assert path.name in ended.err


def test_a_command_without_an_event_says_how_to_make_one(run: Run) -> None:
    ended = run("attendees")
    assert ended.code == 2
    assert "checkin event create" in ended.err


def test_an_event_that_is_not_there_is_the_user_s_error(run: Run, event: str) -> None:
    other = event.replace(event[-1], "0" if event[-1] != "0" else "1")
    ended = run("attendees", "--event", other)
    assert ended.code == 2
    assert ended.err.count("\n") == 1


@pytest.mark.usefixtures("codes")
def test_the_secret_goes_to_another_computer_in_a_file_of_its_owner_s(
    run: Run, data: Path, tmp_path: Path
) -> None:
    path = tmp_path / "event.secret"
    assert run("event", "secret", "--export", path).code == 0
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert run("event", "secret", "--export", path).code == 2  # what is there is not written over
    elsewhere = ("--data", tmp_path / "elsewhere", "--database", data / "checkin.db")
    assert run("confirm", tmp_path / "more", *elsewhere).code == 2
    assert run("event", "secret", "--import", path, *elsewhere).code == 0
    issued = run("confirm", tmp_path / "more", "--json", *elsewhere).objects
    assert issued[0]["written"] == 3
    assert path.read_text().strip() not in run("event", "secret", "--import", path).out


@pytest.mark.usefixtures("event")
def test_what_is_no_secret_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("event", "secret", "--export", tmp_path / "none").code == 2
    for content in (b"nothing", b"\xff\xfe"):
        path = tmp_path / "wrong"
        path.write_bytes(content)
        assert run("event", "secret", "--import", path).code == 2


@pytest.mark.usefixtures("event")
def test_the_supervisor_s_pin_is_read_from_stdin(run: Run) -> None:
    assert run("event", "pin", stdin="2580\n").code == 0
    assert run("event", "pin", stdin="12\n").code == 2
