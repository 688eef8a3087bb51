"""How lists of one shape are to be read, as a person said it; for every event of the database."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from checkin.store.tables import list_shape


def find(connection: Connection, fingerprints: Collection[str]) -> dict[str, dict[str, Any]]:
    """Return what was said of lists of these shapes, by fingerprint."""
    query = select(list_shape.c.fingerprint, list_shape.c.corrections)
    rows = connection.execute(query.where(list_shape.c.fingerprint.in_(fingerprints)))
    return {row.fingerprint: row.corrections for row in rows}


def keep(
    connection: Connection, fingerprint: str, corrections: dict[str, Any], at: datetime, *who: str
) -> None:
    """Remember how lists of this shape are to be read, said by `who` (an operator and a desk)."""
    operator, desk = who
    connection.execute(delete(list_shape).where(list_shape.c.fingerprint == fingerprint))
    values = {"fingerprint": fingerprint, "corrections": corrections, "at": at}
    connection.execute(insert(list_shape).values(**values, operator=operator, desk=desk))
