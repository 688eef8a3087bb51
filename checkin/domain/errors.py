"""The one error a person is meant to read.

    CheckinError            what happened, and what to do; shown as it stands
    ├── InputError          a file or an entry that can't be taken as it is
    └── PlaceError          the disk, the database, a folder, a device

An expected refusal (a code already admitted, an unreadable line) is a value, never one of these; anything
else that is raised is a bug, and is shown once, in one place.
"""


class CheckinError(Exception):
    """Something the person at the screen can understand and mend.

    `happened` and `to_do` are whole sentences in the language of the screen, without personal data.
    """

    def __init__(self, happened: str, to_do: str = "") -> None:
        super().__init__(f"{happened} {to_do}".strip())
        self.happened = happened
        self.to_do = to_do


class InputError(CheckinError):
    """What was given can't be taken as it is: a wrong file, an unknown name."""


class PlaceError(CheckinError):
    """Where the program works refuses: a full disk, a read-only folder, a damaged or locked database."""
