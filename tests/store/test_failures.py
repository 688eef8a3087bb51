"""What each refusal of the place says, and that nothing is half written."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from checkin.domain.attendee import Attendee
from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.domain.event import Event
from checkin.store import attendees, events
from checkin.store.database import Database, open_database

IS_ROOT = os.geteuid() == 0
DAMAGED_TO_DO = (
    "Rien n’y a été modifié. Ouvrez la dernière copie que vous avez enregistrée, "
    "ou demandez de l’aide avec ce fichier."
)


@pytest.fixture
def path(sqlite_database_url: str) -> Path:
    return Path(sqlite_database_url.removeprefix("sqlite:///"))


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Return a function that mounts a file system of its own; only root may, and not in every container."""
    mounted: list[Path] = []

    def mount(*arguments: str) -> Path:
        folder = tmp_path / f"mounted{len(mounted)}"
        folder.mkdir()
        done = subprocess.run(["mount", *arguments, folder], capture_output=True, check=False)
        if done.returncode:
            pytest.skip("mounting needs root and a machine that lets root mount")
        mounted.append(folder)
        return folder

    yield mount
    for folder in reversed(mounted):
        subprocess.run(["umount", "--lazy", folder], check=True)


def refusal(url: str | Path) -> CheckinError:
    with pytest.raises(CheckinError) as refused:
        open_database(str(url)).close()
    return refused.value


def test_a_text_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "invites.csv"
    path.write_text("Nom;Prénom\n" * 200, "utf-8")
    before = path.read_bytes()
    error = refusal(path)
    assert error.happened == f"Le fichier {path} n’est pas une base de données de checkin."
    assert error.to_do == "Choisissez un autre fichier."
    assert path.read_bytes() == before


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert error.happened == f"La base de données {tmp_path} ne peut pas être ouverte."
    assert error.to_do == "Vérifiez que le dossier existe et que vous avez le droit d’y écrire."


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "event.db"
    assert refusal(path).happened == f"La base de données {path} ne peut pas être ouverte."


@pytest.mark.parametrize("at", [0.3, 0.5, 0.9])
def test_a_damaged_file_is_told_when_it_is_opened(path: Path, at: float) -> None:
    content = bytearray(path.read_bytes())
    start = int(len(content) * at) // 4096 * 4096
    content[start : start + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    error = refusal(path)
    assert isinstance(error, PlaceError)
    assert (error.happened, error.to_do) == (f"La base de données {path} est endommagée.", DAMAGED_TO_DO)
    assert path.read_bytes() == content


def test_a_cut_file_is_told_when_it_is_opened(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)
    assert refusal(path).happened == f"La base de données {path} est endommagée."


def test_damage_is_told_when_it_comes_later(path: Path) -> None:
    database = open_database(str(path))
    with sqlite3.connect(path) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'attendee'").fetchone()
    file.close()
    with database.reading():  # takes the connection that has read the page before
        with path.open("r+b") as damaged:
            damaged.seek((page - 1) * 4096)
            damaged.write(b"\xff" * 4096)
        with pytest.raises(PlaceError, match="est endommagée"), database.reading() as connection:
            connection.execute(text("SELECT * FROM attendee")).all()
    database.close()


LOCK = """
import sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def _locked(path: Path) -> Iterator[None]:
    """Have another process keep the file locked."""
    other = subprocess.Popen(
        [sys.executable, "-c", LOCK, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "locked\n"
    yield
    other.communicate("")


@pytest.mark.usefixtures("_locked")
def test_a_locked_file_is_read_but_not_written(path: Path) -> None:
    database = open_database(
        f"sqlite:///{path}?timeout=0.1"
    )  # another desk that writes keeps nobody from opening
    with database.reading() as connection:
        assert events.newest_first(connection) == []
    with pytest.raises(PlaceError) as refused, database.transaction():
        pytest.fail("the transaction began")
    assert refused.value.happened == f"Un autre programme verrouille la base de données {path}."
    assert refused.value.to_do == "Fermez l’autre programme, ou attendez qu’il ait terminé, puis réessayez."
    database.close()


def crowd(number: int) -> list[Attendee]:
    ids = [UUID(int=1000 + place) for place in range(number)]
    return [Attendee(one, one, 0, "Inès", "Bérard", note="x" * 500) for one in ids]


def test_a_disk_that_fills_up_loses_the_last_entry_only(
    mount: Callable[..., Path], path: Path, event_draft: Event
) -> None:
    folder = mount("-t", "tmpfs", "-o", "size=2m", "tmpfs")
    full = folder / "event.db"
    full.write_bytes(path.read_bytes())
    _fill_up(open_database(str(full)), event_draft)
    again = open_database(str(full))
    with again.reading() as connection:
        assert attendees.all_of(connection, event_draft.id) == []
    again.close()


def test_a_file_that_may_not_grow_loses_the_last_entry_only(path: Path, event_draft: Event) -> None:
    database = open_database(str(path))
    with database.reading() as connection:  # the same connection serves the next transaction
        connection.exec_driver_sql("PRAGMA max_page_count = 80")
    _fill_up(database, event_draft)
    again = open_database(str(path))
    with again.reading() as connection:
        assert attendees.all_of(connection, event_draft.id) == []
    again.close()


def _fill_up(database: Database, event: Event) -> None:
    with database.transaction() as connection:
        events.add(connection, event, event.starts)
    with pytest.raises(PlaceError) as refused, database.transaction() as connection:
        attendees.add(connection, event.id, crowd(10_000))
    assert refused.value.happened == "Le disque est plein\u00a0: la dernière saisie n’a pas été enregistrée."
    assert refused.value.to_do == "Libérez de la place, puis recommencez."
    with database.transaction() as connection:  # there is room again for what fits
        attendees.add(connection, event.id, crowd(1))
    with database.transaction() as connection:
        assert attendees.remove_untouched(connection, [crowd(1)[0].id])
    database.close()


def test_a_disk_that_is_full_already(mount: Callable[..., Path]) -> None:
    folder = mount("-t", "tmpfs", "-o", "size=64k", "tmpfs")
    (folder / "filler").write_bytes(b"x" * 60 * 1024)
    error = refusal(folder / "event.db")
    assert error.happened == "Le disque est plein\u00a0: la dernière saisie n’a pas été enregistrée."
    (folder / "filler").unlink()


def test_a_read_only_disk(mount: Callable[..., Path], path: Path) -> None:
    folder = mount("--bind", str(path.parent))
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    read_only = folder / path.name
    assert refusal(read_only).happened in {
        f"Il n’est pas possible d’écrire dans la base de données {read_only}.",
        f"La base de données {read_only} ne peut pas être ouverte.",
    }
    new = folder / "new.db"
    assert refusal(new).happened == f"La base de données {new} ne peut pas être ouverte."
    assert not new.exists()


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere; the mounted disk stands for it")
def test_a_read_only_file(path: Path) -> None:
    path.chmod(0o400)
    path.parent.chmod(0o500)
    assert refusal(path).happened == f"Il n’est pas possible d’écrire dans la base de données {path}."
    path.parent.chmod(0o700)


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://user@host:port/x",
        "mysql://root@localhost/x",
        "nonsense://x",
        "://",
        "sqlite://two/slashes.db",
        "postgresql://localhost:1/x?no_such_option=1",
        "sqlite:///x.db?timeout=soon",
    ],
)
def test_an_address_that_is_none(url: str) -> None:
    error = refusal(url)
    assert isinstance(error, InputError)
    assert error.happened == "L’adresse de la base de données ne peut pas être lue."


@pytest.mark.parametrize(
    "url", ["postgresql://localhost:1/x", "postgresql://nowhere.invalid/x", "postgresql:///x?host=/no"]
)
def test_a_server_that_is_not_there(url: str) -> None:
    error = refusal(url)
    assert isinstance(error, PlaceError)
    assert error.happened == "Le serveur de base de données ne répond pas."
    assert error.to_do == "Vérifiez le réseau et l’adresse dans les réglages, puis réessayez."


@pytest.mark.parametrize(("old", "new"), [("postgres@", "stranger@"), ("/test_", "/no_such_test_")])
def test_a_server_that_lets_nobody_in(empty_postgresql_url: str, old: str, new: str) -> None:
    error = refusal(empty_postgresql_url.replace(old, new))
    assert error.happened == "Le serveur de base de données refuse ce poste."
    assert error.to_do == (
        "Vérifiez l’utilisateur, le mot de passe et le nom de la base de données dans les réglages."
    )


def test_a_server_that_goes_away(postgresql_database_url: str) -> None:
    database = open_database(postgresql_database_url)

    def cut_off() -> None:
        with database.transaction() as connection:
            _end_everybody_else(postgresql_database_url)
            connection.execute(text("SELECT 1"))

    with pytest.raises(PlaceError, match="ne répond pas"):
        cut_off()
    with database.reading() as connection:  # and is there again
        assert connection.execute(text("SELECT 1")).scalar() == 1
    database.close()


def test_a_server_that_goes_away_between_two_scans(postgresql_database_url: str) -> None:
    database = open_database(postgresql_database_url)
    with database.reading() as connection:
        connection.execute(text("SELECT 1"))
    _end_everybody_else(postgresql_database_url)
    with database.reading() as connection:  # nobody notices
        assert connection.execute(text("SELECT 1")).scalar() == 1
    database.close()


def test_a_reader_can_write_nothing_on_a_server(postgresql_database_url: str, event_draft: Event) -> None:
    database = open_database(postgresql_database_url)
    with pytest.raises(PlaceError) as refused, database.reading() as connection:
        events.add(connection, event_draft, event_draft.starts)
    assert refused.value.happened == "Le serveur de base de données ne laisse pas ce poste écrire."
    database.close()


@pytest.mark.parametrize(
    "broken",
    [
        lambda connection: connection.execute(text("SELECT * FROM no_such_table")),
        lambda connection: connection.execute(text("SELEC 1")),
        lambda connection: connection.execute(text("SELECT :x"), {"x": object()}),
    ],
)
def test_a_bug_of_ours_stays_a_bug(database: Database, broken: Callable[[Connection], object]) -> None:
    with pytest.raises(DBAPIError), database.transaction() as connection:
        broken(connection)


def test_a_broken_rule_is_the_caller_s_to_answer_for(database: Database, event: Event) -> None:
    with pytest.raises(IntegrityError), database.transaction() as connection:
        events.add(connection, event, event.starts)


def test_no_error_tells_what_was_to_be_written(database: Database, event: Event, someone: Attendee) -> None:
    with pytest.raises(IntegrityError) as raised, database.transaction() as connection:
        attendees.add(connection, event.id, [someone, someone])
    assert "Bérard" not in str(raised.value)
    assert "berard" not in str(raised.value)


def _end_everybody_else(url: str) -> None:
    with psycopg.connect(url.replace("+psycopg", "")) as server:
        server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
