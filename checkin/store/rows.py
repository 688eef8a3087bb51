"""Rows and frozen dataclasses: a value's fields are its table's columns of the same names."""

from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import Column, Table


@cache
def columns(table: Table, kind: type) -> tuple[Column[Any], ...]:
    """Return the columns of `table` that make a `kind`, in the order of its fields."""
    return tuple(table.c[field.name] for field in fields(kind))


def values(of: object) -> dict[str, Any]:
    """Return a value's fields as the row that keeps it (not deeply: enums and instants stay)."""
    return {field.name: getattr(of, field.name) for field in fields(of)}  # type: ignore[arg-type]  # any dataclass
