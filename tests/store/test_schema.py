"""The schema: migrated as declared, up and down; nobody else's database touched."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from checkin.domain.errors import InputError
from checkin.store import schema
from checkin.store.database import open_database
from checkin.store.tables import metadata


@pytest.fixture
def plain(database_url: str) -> Iterator[Engine]:
    """Give an engine without our listeners, on a database with our schema."""
    engine = create_engine(database_url)
    yield engine
    engine.dispose()


def test_migrating_leads_to_what_is_declared(plain: Engine) -> None:
    with plain.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_migrating_makes_the_very_statements_of_the_declaration(tmp_path: Path) -> None:
    """Alembic compares no partial indexes, collations, nor tables without row ids; SQLite's text does."""
    migrated, declared = tmp_path / "migrated", tmp_path / "declared"
    open_database(str(migrated)).close()
    engine = create_engine(f"sqlite:///{declared}")
    metadata.create_all(engine)
    engine.dispose()
    assert _statements(migrated) == _statements(declared)


def test_a_search_is_byte_by_byte_on_postgresql(postgresql_database_url: str) -> None:
    with psycopg.connect(postgresql_database_url.replace("+psycopg", "")) as connection:
        found = connection.execute(
            "SELECT attname, collname FROM pg_attribute JOIN pg_collation ON attcollation = pg_collation.oid"
            " WHERE attrelid = 'search_word'::regclass AND attname IN ('word', 'place')"
        ).fetchall()
    assert sorted(found) == [("place", "C"), ("word", "C")]


def test_going_down_leaves_nothing(plain: Engine) -> None:
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    with plain.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "base")
    with plain.begin() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 0
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    with plain.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_last_migration_is_the_head() -> None:
    assert ScriptDirectory(str(schema.MIGRATIONS)).get_heads() == [schema.HEAD]


def test_an_empty_database_is_made_ours_and_found_again(empty_database_url: str) -> None:
    for _ in range(2):
        open_database(empty_database_url).close()
    engine = create_engine(empty_database_url)
    assert set(inspect(engine).get_table_names()) == {*metadata.tables, "alembic_version"}
    engine.dispose()


def test_two_desks_may_make_it_at_once(empty_database_url: str) -> None:
    with ThreadPoolExecutor(4) as desks:
        for database in desks.map(open_database, [empty_database_url] * 4):
            database.close()


def test_two_programs_may_make_it_at_once(empty_sqlite_url: str) -> None:
    script = "import sys; from checkin.store.database import open_database; open_database(sys.argv[1])"
    desks = [subprocess.Popen([sys.executable, "-c", script, empty_sqlite_url]) for _ in range(3)]
    assert [desk.wait() for desk in desks] == [0, 0, 0]


def test_the_file_says_whose_it_is(empty_sqlite_url: str) -> None:
    open_database(empty_sqlite_url).close()
    with sqlite3.connect(empty_sqlite_url.removeprefix("sqlite:///")) as file:
        assert file.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    file.close()


@pytest.mark.parametrize("revision", [None, "0001", "ae1027a6acf"])
def test_another_program_s_file_is_left_as_it_is(tmp_path: Path, revision: str | None) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)")
        if revision:  # many programs use Alembic, and number as we do
            file.execute("CREATE TABLE alembic_version (version_num TEXT)")
            file.execute("INSERT INTO alembic_version VALUES (?)", (revision,))
    file.close()
    before = path.read_bytes()
    with pytest.raises(InputError) as refused:
        open_database(str(path))
    assert refused.value.happened == "Cette base de données appartient à un autre programme."
    assert refused.value.to_do == "Choisissez un autre fichier ou une autre adresse."
    assert path.read_bytes() == before


def test_another_program_s_server_is_left_as_it_is(empty_postgresql_url: str) -> None:
    with psycopg.connect(empty_postgresql_url.replace("+psycopg", "")) as server:
        server.execute("CREATE TABLE photo (id INTEGER PRIMARY KEY)")
    with pytest.raises(InputError, match="autre programme"):
        open_database(empty_postgresql_url)
    engine = create_engine(empty_postgresql_url)
    assert inspect(engine).get_table_names() == ["photo"]
    engine.dispose()


def test_a_newer_version_s_database_is_refused(plain: Engine, database_url: str) -> None:
    with plain.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    plain.dispose()
    with pytest.raises(InputError) as refused:
        open_database(database_url)
    assert refused.value.happened == (
        "Cette base de données a été créée par une version plus récente de checkin."
    )
    assert refused.value.to_do == "Installez aussi la nouvelle version ici."


def _statements(path: Path) -> list[tuple[str, list[str]]]:
    """Return each statement in its parts; the order of a table's constraints says nothing."""
    with sqlite3.connect(path) as file:
        rows = file.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    file.close()
    return sorted((name, _parts(sql)) for name, sql in rows if name != "alembic_version")


def _parts(sql: str) -> list[str]:
    return sorted(part.strip(" )") for part in re.split(r", (?=CONSTRAINT)", " ".join(sql.split())))
