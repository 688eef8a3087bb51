"""How a transaction begins and ends: in a file, and on a server."""

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import cast

from sqlalchemy import Connection, Engine


@contextmanager
def begun(engine: Engine, how: str) -> Iterator[Connection]:
    """Open a transaction on a connection of its own: committed at the end of the block, undone if it raises.

    `how` is what SQLite is told: IMMEDIATE takes the write lock at once, since a transaction that reads first
    and writes later could not wait for it; DEFERRED is for one that only reads. A server needs no telling.
    """
    with engine.connect() as connection, connection.begin():
        if connection.dialect.name == "sqlite":
            driver(connection).execute(f"BEGIN {how}")
        yield connection


class File:
    """Transactions in a file. Its connections stay open, and the driver begins and commits.

    SQLAlchemy's pool and transaction would take as long as SQLite's answer, and people stand in a queue.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: list[Connection] = []  # its append and pop are atomic, and threads share it so

    def writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that writes."""
        return self._begun("IMMEDIATE")

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads."""
        return self._begun("DEFERRED")

    @contextmanager
    def asking(self) -> Iterator[Connection]:
        """Give a connection that is in no transaction; closed, and so rolled back, if the block raises."""
        try:
            connection = self._waiting.pop()
        except IndexError:
            connection = self._engine.connect()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._waiting.append(connection)

    def close(self) -> None:
        """Let go of every connection."""
        while self._waiting:
            self._waiting.pop().close()
        self._engine.dispose()

    @contextmanager
    def _begun(self, how: str) -> Iterator[Connection]:
        with self.asking() as connection:
            driver(connection).execute(f"BEGIN {how}")
            yield connection
            connection.commit()  # what SQLAlchemy believes it began, if it executed something
            driver(connection).commit()


class Server:
    """Transactions on a server: SQLAlchemy's own."""

    def __init__(self, engine: Engine) -> None:
        self._writing = engine
        self._reading = engine.execution_options(
            isolation_level="REPEATABLE READ",  # else a statement sees what was committed since the last one
            postgresql_readonly=True,
        )

    def writing(self) -> AbstractContextManager[Connection]:
        """Open a transaction that writes."""
        return self._writing.begin()

    def reading(self) -> AbstractContextManager[Connection]:
        """Open a transaction that only reads."""
        return self._reading.begin()

    asking = reading

    def close(self) -> None:
        """Let go of every connection."""
        self._writing.dispose()


def driver(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection behind an open one of SQLAlchemy's."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
