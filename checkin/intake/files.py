"""Any file that holds replies: what its ending says of it, and who reads it."""

from collections.abc import Callable
from pathlib import Path

from checkin.intake.lists.reading import read_workbook
from checkin.intake.lists.tables import open_table
from checkin.intake.lists.vcard import read_cards
from checkin.intake.mail.reading import SUFFIXES, read_mail
from checkin.intake.proposals import Reading

Reader = Callable[[Path, str], Reading]


def read_list(path: Path, name: str) -> Reading:
    """Return what a list holds; `name` is the file's as it was given."""
    return read_workbook(open_table(path), name)


# By suffix, in small letters; what is not here is read as a list.
READERS: dict[str, Reader] = {**dict.fromkeys(SUFFIXES, read_mail), ".vcf": read_cards, ".vcard": read_cards}


def read(path: Path, name: str) -> Reading:
    """Return what was understood of the file at `path`, called `name` as it was given; a folder holds mail.

    InputError if the whole file can't be taken, PlaceError if it can't be read from the disk.
    """
    if path.is_dir():
        return read_mail(path, name)
    return READERS.get(path.suffix.casefold(), read_list)(path, name)
