"""Bringing a database to the schema of this version of the program, or saying why it can't be."""

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from checkin.domain.errors import InputError
from checkin.language import _
from checkin.store import failures
from checkin.store.transactions import begun

HEAD = "0005"
APPLICATION_ID = 0x43_48_4B_49  # "CHKI", by which `file` and we know our own (sqlite.org/pragma.html)
MIGRATIONS = Path(__file__).parent / "migrations"

_ALWAYS_OURS = {"alembic_version", "event", "attendee", "admission"}  # tables of every version


def bring_up_to_date(engine: Engine) -> None:
    """Make or migrate the schema of the database behind `engine`; another program's is left untouched.

    Raises InputError for another program's database or a newer version's, PlaceError for a damaged one.
    """
    with begun(engine, "DEFERRED") as connection:
        _refuse_damage(connection)
        found = _revision(connection)
    if found != HEAD:
        with begun(engine, "IMMEDIATE") as connection:
            _wait_for_the_others(connection)
            if _revision(connection) != HEAD:
                _migrate(connection)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:  # outside a transaction, which SQLite asks for
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")


def _refuse_damage(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        sound = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
        if sound != "ok":
            raise failures.damaged(connection.engine.url)


def _revision(connection: Connection) -> str | None:
    """Return the revision the database is at, None for an empty one; raises InputError for a stranger's."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not tables >= _ALWAYS_OURS:
        raise InputError(
            _("This database belongs to another program."), _("Choose another file or another address.")
        )
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    if found > HEAD:
        raise InputError(
            _("This database was made by a newer version of checkin."),
            _("Install the newer version here too."),
        )
    return found


def _wait_for_the_others(connection: Connection) -> None:
    """Let one desk alone migrate a server's database; in a file the write lock sees to it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})"))


def _migrate(connection: Connection) -> None:
    """Run what is missing, in the transaction of `connection`: all of it or nothing."""
    from alembic import command  # noqa: PLC0415 - 150 ms, and needed on the first start only
    from alembic.config import Config  # noqa: PLC0415 - the same

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
