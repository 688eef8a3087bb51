"""Where a command reads replies from: a file, a folder, or the address of a mailbox."""

from importlib import import_module
from pathlib import Path

from checkin.intake.files import read
from checkin.intake.proposals import Reading


def read_from(source: str) -> Reading:
    """Return what was understood of a file, a folder, or a mailbox at an address, as it was given.

    Raises InputError where it can't be taken, PlaceError where it can't be reached.
    """
    if "://" in source:  # imported when asked for: a list is read sooner without
        reading: Reading = import_module("checkin.cli.mailbox").read(source)
        return reading
    return read(Path(source), source)
