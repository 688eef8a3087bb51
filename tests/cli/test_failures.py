"""A machine that does not do its part: a sentence that says what to do, exit 2, nothing half done."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
COMMANDS = [["attendees"], ["event", "list"], ["scan", "CBDEFGHI"], ["passage"], ["roster", "roster.pdf"]]


def is_a_sentence(ended: Any) -> bool:
    """Say whether a command ended as the environment's error does."""
    line = ended.err.removesuffix("\n")
    return (
        ended.code == 2
        and ended.out == ""
        and line.startswith("checkin: ")
        and line.endswith(".")
        and "\n" not in line
        and "Error" not in line
    )


@pytest.mark.parametrize("argv", COMMANDS)
def test_a_file_that_is_no_database(run: Run, tmp_path: Path, argv: list[str]) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Madame, Monsieur, " * 500, "utf-8")
    before = path.read_bytes()
    assert is_a_sentence(run(*argv, "--database", path))
    assert path.read_bytes() == before


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("argv", COMMANDS[:1])
def test_a_damaged_database(run: Run, data: Path, argv: list[str]) -> None:
    path = data / "checkin.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    assert is_a_sentence(run(*argv))


def test_a_folder_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert is_a_sentence(run("attendees", "--database", tmp_path / "nowhere" / "event.db"))


def test_a_database_address_that_says_nothing(run: Run) -> None:
    assert is_a_sentence(run("attendees", "--database", "nothing://of/ours"))


def test_a_server_that_does_not_answer(run: Run) -> None:
    assert is_a_sentence(run("attendees", "--database", "postgresql+psycopg://nobody@127.0.0.1:1/event"))


@pytest.mark.usefixtures("people")
def test_a_locked_database(run: Run, data: Path, invites: Path) -> None:
    impatient = f"sqlite:///{data / 'checkin.db'}?timeout=0.1"
    invites.write_text(invites.read_text("utf-8").replace("AFPA", "Afpa"), "utf-8")
    with closing(sqlite3.connect(data / "checkin.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = run("import", invites, "--database", impatient)
    assert is_a_sentence(ended)
    assert "AFPA" in str(run("attendees", "--json").objects)


def test_a_data_folder_that_is_a_file(run: Run, data: Path) -> None:
    data.write_text("a file", "utf-8")
    assert is_a_sentence(run("event", "list"))


@pytest.mark.usefixtures("people")
def test_a_folder_that_cannot_be_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file", "utf-8")
    for argv in (
        ["confirm", tmp_path / "file"],
        ["roster", tmp_path / "file" / "roster.pdf"],
        ["demo", tmp_path / "file"],
    ):
        assert is_a_sentence(run(*argv))


@pytest.mark.usefixtures("people")
def test_a_database_that_one_may_only_read(run: Run, data: Path, invites: Path) -> None:
    invites.write_text(invites.read_text("utf-8").replace("AFPA", "Afpa"), "utf-8")
    address = f"sqlite:///file:{data / 'checkin.db'}?mode=ro&uri=true"
    assert is_a_sentence(run("import", invites, "--database", address))
    assert "AFPA" in str(run("attendees", "--json").objects)
