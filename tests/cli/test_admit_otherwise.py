"""Turning people away in a shell, and letting in with the supervisor's PIN whom the rules turn away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.app import desk_open
from checkin.settings import Settings
from checkin.store import journal

Run = Callable[..., Any]
Codes = dict[str, str]
PIN = "2468"


@pytest.fixture
def gone(run: Run, codes: Codes, invites: Path) -> str:
    """Return the code of someone who is no longer on the list."""
    kept = [line for line in invites.read_text("utf-8").splitlines() if "Yann" not in line]
    invites.write_text("\n".join(kept), "utf-8")
    assert run("import", invites, "--gone").code == 0
    return codes["Yann"]


@pytest.fixture
def pin(run: Run, gone: str) -> str:
    """Give the event a PIN."""
    assert gone
    assert run("event", "pin", stdin=f"{PIN}\n").code == 0
    return PIN


def actions(data: Path) -> list[tuple[str, dict[str, Any]]]:
    with desk_open(Settings(data)) as desk, desk.database.reading() as connection:
        return [(line.action, line.figures) for line in journal.read(connection, desk.event.id)]


def test_a_refusal_is_on_record_and_the_code_stays_good(run: Run, codes: Codes, data: Path) -> None:
    ended = run("admit", codes["Zoé"], "--refuse", "no_document", "--json")
    (told,) = ended.objects
    assert ended.code == 0
    assert list(told) == ["refused", "reason", "verdict", "attendee", "party"]
    assert (told["refused"], told["reason"], told["verdict"]) == (True, "no_document", "welcome")
    assert actions(data)[-1] == ("admission.refuse", {"reason": "no_document"})
    assert run("admit", codes["Zoé"], "--refuse", "security").out.startswith("Refused: Security · Zoé Martin")
    assert run("admit", codes["Zoé"], "--document", "passport").code == 0


def test_who_is_in_or_unknown_is_not_refused(run: Run, codes: Codes, data: Path) -> None:
    run("admit", codes["Zoé"], "--document", "passport")
    for code, verdict in ((codes["Zoé"], "already_admitted"), ("https://example.org", "foreign")):
        ended = run("admit", code, "--refuse", "other", "--json")
        assert ended.code == 1
        assert (ended.objects[0]["refused"], ended.objects[0]["verdict"]) == (False, verdict)
    assert run("admit", "nothing", "--refuse", "other").out.startswith("Not one of ours")
    assert "admission.refuse" not in dict(actions(data))


def test_a_supervisor_lets_in_whom_the_rules_hold_back(run: Run, gone: str, pin: str, data: Path) -> None:
    assert run("admit", gone, "--document", "passport").code == 1
    ended = run("admit", gone, "--document", "passport", "--exempt", "organiser", "--json", stdin=f"{pin}\n")
    assert ended.code == 0
    assert ended.objects[0]["admitted"]
    assert dict(actions(data))["admission.exempt"]["reason"] == "organiser"


@pytest.mark.usefixtures("pin")
def test_a_wrong_pin_lets_nobody_in(run: Run, gone: str, data: Path) -> None:
    ended = run("admit", gone, "--document", "passport", "--exempt", "other", stdin="1357\n")
    assert (ended.code, ended.out) == (2, "")
    assert "PIN is wrong" in ended.err
    assert run("attendees", "--here", "--json").objects == []
    assert "pin.wrong" in dict(actions(data))


def test_without_a_pin_nobody_is_exempted(run: Run, gone: str) -> None:
    ended = run("admit", gone, "--document", "passport", "--exempt", "other", stdin="\n")
    assert ended.code == 2
    assert "checkin event pin" in ended.err


def test_who_is_welcome_needs_no_exemption(run: Run, codes: Codes, data: Path) -> None:
    ended = run("admit", codes["Zoé"], "--document", "passport", "--exempt", "other", "--json")
    assert ended.code == 0
    assert "admission.exempt" not in dict(actions(data))


def test_one_or_the_other(run: Run, codes: Codes) -> None:
    assert run("admit", codes["Zoé"], "--exempt", "other", "--refuse", "other").code == 2
