"""The statements that a queue of people waits for: built once, compiled once, then the driver's.

Executing a statement costs SQLAlchemy four times what answering it costs SQLite. A prepared one is compiled
at its first use; after that SQLite gets its text and its values, through the types of its columns as always.
A server is further away than SQLAlchemy is slow: there it executes the statement itself.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Insert, Select, Uuid
from sqlalchemy.dialects import sqlite
from sqlalchemy.types import TypeEngine

from checkin.store.transactions import driver

_Convert = Callable[[Any], Any]
_SQLITE = sqlite.dialect(paramstyle="named")


class Prepared:
    """A SELECT, or an INSERT that returns columns, whose values are given by name."""

    def __init__(self, statement: Select[Any] | Insert) -> None:
        self._statement = statement
        self._compiled: _Compiled | None = None

    def rows(self, connection: Connection, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        """Return every row of the answer; `values` has the same names each time."""
        if connection.dialect.name != "sqlite":
            return connection.execute(self._statement, values).all()
        if self._compiled is None:
            self._compiled = _Compiled(self._statement, values)
        return self._compiled.rows(connection, values)


class _Compiled:
    """The text for SQLite, and what its types make of values on the way in and of columns on the way out."""

    def __init__(self, statement: Select[Any] | Insert, names: Iterable[str]) -> None:
        compiled = statement.compile(dialect=_SQLITE, column_keys=list(names))
        self._text = str(compiled)
        into = {name: _impl(bind.type).bind_processor(_SQLITE) for name, bind in compiled.binds.items()}
        self._into = tuple((name, convert) for name, convert in into.items() if convert)
        out = [_out_of(column.type) for column in statement.exported_columns]
        self._out = tuple((place, convert) for place, convert in enumerate(out) if convert)

    def rows(self, connection: Connection, values: dict[str, Any]) -> Sequence[Sequence[Any]]:
        given = values | {name: convert(values[name]) for name, convert in self._into}
        return [self._row(row) for row in driver(connection).execute(self._text, given).fetchall()]

    def _row(self, row: Sequence[Any]) -> Sequence[Any]:
        made = list(row)
        for place, convert in self._out:
            if made[place] is not None:
                made[place] = convert(made[place])
        return made


def _out_of(kind: TypeEngine[Any]) -> _Convert | None:
    return _id if isinstance(kind, Uuid) else _impl(kind).result_processor(_SQLITE, None)


@lru_cache(4096)
def _id(kept: str) -> UUID:
    """Return the id that SQLite keeps as text; a party's comes again on every row of it."""
    return UUID(kept)


def _impl(of: TypeEngine[Any]) -> TypeEngine[Any]:
    return of.dialect_impl(_SQLITE)
