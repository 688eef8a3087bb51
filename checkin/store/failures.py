"""What a database's error means to the person at the screen."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.language import _

_LEAST_ROOM = 64 * 1024  # bytes; SQLite calls a disk without room for its shared index a broken one


@contextmanager
def told(url: URL) -> Iterator[None]:
    """Turn an error of the environment within the block into its sentence; a bug of ours stays what it is."""
    try:
        yield
    except (IntegrityError, sqlite3.IntegrityError):
        raise  # a rule of ours was broken: the caller's to answer for
    except (DBAPIError, sqlite3.Error) as error:
        meant = _meaning(error, url)
        if meant is None:
            raise
        raise meant from error


def damaged(url: URL) -> PlaceError:
    """Return the error for a file that is no longer what was written."""
    return PlaceError(
        _("The database {file} is damaged.").format(file=url.database),
        _("Nothing was changed in it. Open the last copy you saved, or ask for help with this file."),
    )


def wrong_address() -> InputError:
    """Return the error for an address that names no database."""
    return InputError(
        _("The address of the database can't be read."),
        _("Give a file, or an address such as postgresql://user@server/checkin."),
    )


def _meaning(error: DBAPIError | sqlite3.Error, url: URL) -> CheckinError | None:
    if isinstance(error, sqlite3.Error):  # a prepared statement is the driver's
        return _sqlite(getattr(error, "sqlite_errorname", ""), url)
    if isinstance(error.orig, sqlite3.Error):
        return _meaning(error.orig, url)
    return _postgresql(getattr(error.orig, "sqlstate", None), error)


def _sqlite(name: str, url: URL) -> PlaceError | None:
    """Return the sentence for SQLite's result code (sqlite.org/rescode.html), None for a bug of ours."""
    kind = "_".join(name.split("_")[:2])  # SQLITE_IOERR_WRITE is one of SQLITE_IOERR
    if kind == "SQLITE_IOERR" and _is_full(url):
        kind = "SQLITE_FULL"
    if kind == "SQLITE_CORRUPT":
        return damaged(url)
    sentences = {
        "SQLITE_FULL": _full(),
        "SQLITE_READONLY": (
            _("The database {file} can't be written to."),
            _("Give yourself the right to write to the file and its folder, or copy it elsewhere."),
        ),
        "SQLITE_BUSY": (
            _("Another program keeps the database {file} locked."),
            _("Close the other program, or wait for it to finish, then try again."),
        ),
        "SQLITE_NOTADB": (
            _("The file {file} is not a checkin database."),
            _("Choose another file."),
        ),
        "SQLITE_CANTOPEN": (
            _("The database {file} can't be opened."),
            _("Check that the folder exists and that you may write in it."),
        ),
        "SQLITE_IOERR": (
            _("The disk does not answer as it should: the last entry was not recorded."),
            _("Check that the disk or the network drive is connected, then try again."),
        ),
    }
    sentences["SQLITE_LOCKED"] = sentences["SQLITE_PROTOCOL"] = sentences["SQLITE_BUSY"]
    sentences["SQLITE_PERM"] = sentences["SQLITE_READONLY"]
    if kind not in sentences:
        return None
    happened, to_do = sentences[kind]
    return PlaceError(happened.format(file=url.database), to_do)


def _is_full(url: URL) -> bool:
    try:
        return shutil.disk_usage(Path(url.database or ".").parent).free < _LEAST_ROOM
    except OSError:
        return False


def _full() -> tuple[str, str]:
    return (
        _("The disk is full: the last entry was not recorded."),
        _("Free some space, then do it again."),
    )


def _postgresql(state: str | None, error: DBAPIError) -> CheckinError | None:
    """Return the error for PostgreSQL's SQLSTATE (Appendix A of its manual), None for a bug of ours."""
    if state is None:
        return _unconnected(error)
    if state == "53100":  # disk_full
        return PlaceError(*_full())
    if state in {"42501", "25006"}:  # insufficient_privilege, read_only_sql_transaction
        return PlaceError(
            _("The database server does not let this desk write."),
            _("Ask whoever keeps the server for the right to write to this database."),
        )
    if state in {"55P03", "40P01", "40001"}:  # lock_not_available, deadlock_detected, serialization_failure
        return PlaceError(
            _("Another desk was changing the same thing at that moment: nothing was recorded."),
            _("Try again."),
        )
    return (
        _silent() if state[:2] in {"08", "53", "57", "58"} else None
    )  # connection, resources, shutdown, system


def _unconnected(error: DBAPIError) -> CheckinError | None:
    """Return the error for a connection that was not made, or broke; a server that is there says FATAL."""
    if error.connection_invalidated:
        return _silent()
    if error.statement is not None:
        return None
    if isinstance(error, ProgrammingError):  # libpq does not know an option of the address
        return wrong_address()
    if "FATAL" not in str(error.orig):
        return _silent()
    return PlaceError(
        _("The database server does not let this desk in."),
        _("Check the user, the password and the name of the database in the settings."),
    )


def _silent() -> PlaceError:
    return PlaceError(
        _("The database server does not answer."),
        _("Check the network and the address in the settings, then try again."),
    )
