"""Any file that holds replies: what its ending says of it, and who reads it."""

import re
from collections.abc import Callable
from pathlib import Path

from checkin.intake.lists.reading import read_workbook
from checkin.intake.lists.tables import open_table
from checkin.intake.lists.vcard import read_cards
from checkin.intake.mail.reading import SUFFIXES, KeepGoing, go_on, read_mail
from checkin.intake.memory import forgetting, undisturbed
from checkin.intake.proposals import Reading

Reader = Callable[[Path, str], Reading]

_FIRST_BYTES = 2000
_MAIL = re.compile(
    rb"(?i)\s*(?:From \S+ |(?:return-path|received|delivered-to|from|date|message-id|mime-version):\s)"
)


@undisturbed()
def read_list(path: Path, name: str) -> Reading:
    """Return what a list holds; `name` is the file's as it was given."""
    return read_workbook(open_table(path), name)


# By suffix, in small letters; what is not here is read as a list.
READERS: dict[str, Reader] = {**dict.fromkeys(SUFFIXES, read_mail), ".vcf": read_cards, ".vcard": read_cards}


@forgetting()
def read(path: Path, name: str, keep_going: KeepGoing = go_on) -> Reading:
    """Return what was understood of the file at `path`, called `name` as it was given; a folder holds mail.

    `keep_going` is told (done, total) after each message; when it answers False, the rest is left unread.
    InputError if the whole file can't be taken, PlaceError if it can't be read from the disk.
    """
    if is_mail(path):
        return read_mail(path, name, keep_going)
    return READERS.get(path.suffix.casefold(), read_list)(path, name)


def is_mail(path: Path) -> bool:
    """Whether what lies at `path` is mail: a folder, by its ending, or by its first line if it has none."""
    return path.is_dir() or path.suffix.casefold() in SUFFIXES or (not path.suffix and _begins_as_mail(path))


def _begins_as_mail(path: Path) -> bool:
    """Whether a file begins as a mailbox of Thunderbird or a message of a maildir does."""
    try:
        with path.open("rb") as file:
            return bool(_MAIL.match(file.read(_FIRST_BYTES)))
    except OSError:
        return False
