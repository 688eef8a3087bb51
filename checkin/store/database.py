"""The engine and the transaction: what the database promises, and what it says when it can't keep it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from checkin.domain.errors import CheckinError, InputError
from checkin.language import _
from checkin.store import failures, schema

__all__ = ["Connection", "Database", "insert_unless_there", "open_database", "sqlite_url"]

BUSY_SECONDS = 5


class Database:
    """One database, embedded or served; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @property
    def url(self) -> URL:
        """Where it is."""
        return self._engine.url

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open a transaction that writes: committed when the block ends, rolled back when it raises.

        Raises PlaceError when the database can't be written to, with nothing half written.
        """
        with self._begin("IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads: one consistent picture, and nobody waits for it."""
        with self._begin("DEFERRED") as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._engine.dispose()

    @contextmanager
    def _begin(self, how: str) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(begin=how) as connection, connection.begin():
                yield connection
        except IntegrityError:
            raise  # a rule of ours was broken: the caller's to answer for
        except DBAPIError as error:
            raise failures.explained(error, self._engine.url) from error


def open_database(url: str | URL) -> Database:
    """Open the database at a SQLAlchemy URL, made or brought up to date if need be.

    Raises InputError for a URL or a file that is no database of ours, PlaceError where it can't be opened.
    """
    engine = _engine(_parsed(url))
    try:
        schema.bring_up_to_date(engine)
    except DBAPIError as error:
        engine.dispose()
        raise failures.explained(error, engine.url) from error
    except CheckinError:
        engine.dispose()
        raise
    return Database(engine)


def sqlite_url(path: Path) -> URL:
    """Return the URL of an embedded database in a file."""
    return URL.create("sqlite", database=str(path))


def insert_unless_there(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Return an INSERT … ON CONFLICT DO NOTHING; add RETURNING to learn which rows are new.

    The row count differs between SQLite and PostgreSQL, so it says nothing.
    """
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()


def _parsed(url: str | URL) -> URL:
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "postgresql":
            parsed = parsed.set(drivername="postgresql+psycopg")
        parsed.get_dialect()
    except (ArgumentError, SQLAlchemyError) as error:
        raise InputError(
            _("The address of the database can't be read."),
            _("Give a file, or an address such as postgresql://user@server/checkin."),
        ) from error
    return parsed


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - the driver's own type
    """Set what SQLite needs to keep its promises: nothing answered is lost, even when the power fails."""
    connection.isolation_level = None  # SQLAlchemy's BEGIN, not the driver's
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and writes later could not wait for it."""
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'IMMEDIATE')}")
