"""What a database's error means to the person at the screen."""

import sqlite3

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError

from checkin.domain.errors import CheckinError, PlaceError
from checkin.language import _


def explained(error: DBAPIError, url: URL) -> CheckinError | DBAPIError:
    """Return the sentence for an error of the environment; `error` itself where it is a bug of ours."""
    if isinstance(error.orig, sqlite3.Error):
        return _sqlite(getattr(error.orig, "sqlite_errorname", ""), url) or error
    if error.connection_invalidated or type(error.orig).__name__ in {"OperationalError", "ConnectionTimeout"}:
        return PlaceError(
            _("The database server does not answer."),
            _("Check the network and the address in the settings, then try again."),
        )
    return error


def _sqlite(name: str, url: URL) -> CheckinError | None:
    """Return the sentence for SQLite's result code (sqlite.org/rescode.html), None for a bug of ours."""
    file = url.database or ""
    sentences = {
        "SQLITE_FULL": (
            _("The disk is full: the last entry was not recorded."),
            _("Free some space, then do it again."),
        ),
        "SQLITE_READONLY": (
            _("The database {file} can't be written to."),
            _("Give yourself the right to write to the file and its folder, or copy it elsewhere."),
        ),
        "SQLITE_BUSY": (
            _("Another program keeps the database {file} locked."),
            _("Close the other program, or wait for it to finish, then try again."),
        ),
        "SQLITE_CORRUPT": (
            _("The database {file} is damaged."),
            _("Nothing was changed in it. Open the last copy you saved, or ask for help with this file."),
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
    sentences["SQLITE_LOCKED"] = sentences["SQLITE_BUSY"]
    for code, (happened, to_do) in sentences.items():
        if name == code or name.startswith(f"{code}_"):
            return PlaceError(happened.format(file=file), to_do)
    return None
