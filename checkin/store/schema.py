"""Bringing a database to the schema of this version of the program, or saying why it can't be."""

import logging
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from checkin.domain.errors import InputError, PlaceError
from checkin.language import _

HEAD = "0001"
APPLICATION_ID = 0x43_48_4B_49  # "CHKI", by which `file` and we know our own (sqlite.org/pragma.html)
MIGRATIONS = Path(__file__).parent / "migrations"


def bring_up_to_date(engine: Engine) -> None:
    """Make or migrate the schema of the database behind `engine`.

    Raises InputError for another program's database or a newer version's, PlaceError for a damaged one.
    """
    with engine.connect() as connection:
        found = _revision(connection)
        if found == HEAD:
            return
        _refuse_strangers(connection, found)
    with engine.connect().execution_options(begin="IMMEDIATE") as connection, connection.begin():
        _migrate(connection)


def _revision(connection: Connection) -> str | None:
    """Return the revision the database is at, None where it has none of ours."""
    if connection.dialect.name == "sqlite":
        sound = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
        if sound != "ok":
            raise PlaceError(
                _("The database {file} is damaged.").format(file=connection.engine.url.database),
                _("Nothing was changed in it. Open the last copy you saved, or ask for help with this file."),
            )
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _refuse_strangers(connection: Connection, found: str | None) -> None:
    tables = inspect(connection).get_table_names()
    if found is None and tables:
        raise InputError(
            _("This database belongs to another program."), _("Choose another file or another address.")
        )
    if found is not None and found > HEAD:
        raise InputError(
            _("This database was made by a newer version of checkin."),
            _("Install the newer version here too."),
        )


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
