"""The engine and the transaction: what the database promises, and what it says when it can't keep it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Select, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from checkin.store import failures, schema
from checkin.store.prepared import Prepared
from checkin.store.transactions import File, Server

__all__ = ["Connection", "Database", "insert_chosen", "insert_unless_there", "open_database", "sqlite_url"]

_DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
_ANSWER_SECONDS = 5  # how long a desk waits for a server that is not there


class Database:
    """One database, embedded or served; safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._transactions = File(engine) if engine.dialect.name == "sqlite" else Server(engine)

    @property
    def url(self) -> URL:
        """Where it is."""
        return self._engine.url

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open a transaction that writes: committed when the block ends, rolled back when it raises.

        Raises PlaceError when the database can't be written to, with nothing half written.
        """
        with failures.told(self.url), self._transactions.writing() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a transaction that only reads: one consistent picture, and nobody waits for it."""
        with failures.told(self.url), self._transactions.reading() as connection:
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """Open a connection for one prepared question, which needs no transaction around it."""
        with failures.told(self.url), self._transactions.asking() as connection:
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self._transactions.close()


def open_database(url: str | URL) -> Database:
    """Open the database in a file or at a SQLAlchemy URL, made or brought up to date if need be.

    A URL may say how many seconds to wait for a locked file (`?timeout=`, 5 by default) or for a server
    (`?connect_timeout=`, the same). Raises InputError for a URL or a file that is no database of ours,
    PlaceError where it can't be opened.
    """
    engine = _engine(_parsed(url))
    try:
        with failures.told(engine.url):
            schema.bring_up_to_date(engine)
    except Exception:
        engine.dispose()
        raise
    return Database(engine)


def sqlite_url(path: Path) -> URL:
    """Return the URL of an embedded database in a file."""
    return URL.create("sqlite", database=str(path))


def insert_unless_there(connection: Connection, table: Table) -> Prepared:
    """Return an INSERT … ON CONFLICT DO NOTHING that answers with the new row's key, or with no row.

    The row count differs between SQLite and PostgreSQL, so it says nothing.
    """
    return _insert_unless_there(connection.dialect.name, table)


def insert_chosen(connection: Connection, table: Table, chosen: Select[Any]) -> Prepared:
    """Return the same for the rows that a query chooses, its columns named as the table's."""
    return _insert_unless_there(connection.dialect.name, table, chosen)


@cache
def _insert_unless_there(dialect: str, table: Table, chosen: Select[Any] | None = None) -> Prepared:
    new = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table)
    if chosen is not None:
        new = new.from_select(chosen.selected_columns.keys(), chosen)
    return Prepared(new.on_conflict_do_nothing().returning(*table.primary_key))


def _parsed(url: str | URL) -> URL:
    if isinstance(url, str) and "://" not in url:
        return sqlite_url(Path(url))
    try:
        parsed = make_url(url)
        return parsed.set(drivername=_DRIVERS[parsed.get_backend_name()])
    except (SQLAlchemyError, ValueError, KeyError) as error:
        raise failures.wrong_address() from error


def _engine(url: URL) -> Engine:
    try:
        if url.get_backend_name() == "sqlite":
            engine = create_engine(url, hide_parameters=True, poolclass=NullPool)  # File keeps them
            event.listen(engine, "connect", _prepare)
            return engine
        wait = {} if "connect_timeout" in url.query else {"connect_timeout": _ANSWER_SECONDS}
        return create_engine(url, pool_pre_ping=True, hide_parameters=True, connect_args=wait)
    except (SQLAlchemyError, ValueError) as error:
        raise failures.wrong_address() from error


def _prepare(connection: Any, _entry: ConnectionPoolEntry) -> None:  # noqa: ANN401 - the driver's own type
    """Set what SQLite needs to keep its promises: nothing answered is lost, even when the power fails."""
    connection.isolation_level = None  # our own BEGIN, not the driver's
    for pragma in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")
