"""The organiser's secret, from which an event's codes are made; kept beside no database.

A desk that is handed the database alone recognises codes; only a computer with the secret can make them.
"""

import os
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from checkin.domain.errors import InputError, PlaceError
from checkin.domain.ticket import SECRET_BYTES
from checkin.language import _


class Secrets:
    """A folder with one file an event, readable by its owner only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, event_id: UUID) -> bytes | None:
        """Return the event's secret (32 bytes), None where this computer does not have it."""
        try:
            return _secret(self.path(event_id).read_text("ascii"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise PlaceError(
                _("The event's secret can't be read."),
                _("Check the folder {folder}.").format(folder=self._folder),
            ) from error

    def make(self, event_id: UUID, random: Callable[[int], bytes]) -> bytes:
        """Make, keep and return a new secret; raises PlaceError where it can't be kept."""
        secret = random(SECRET_BYTES)
        self._keep(event_id, secret)
        return secret

    def bring(self, event_id: UUID, text: str) -> None:
        """Keep a secret made on another computer, given as its 64 hexadecimal digits.

        Raises InputError for anything else.
        """
        try:
            self._keep(event_id, _secret(text))
        except ValueError as error:
            raise InputError(
                _("This is not an event's secret."),
                _("Choose the file that was saved as the event's secret."),
            ) from error

    def path(self, event_id: UUID) -> Path:
        """Return where the event's secret is kept."""
        return self._folder / f"{event_id}.secret"

    def _keep(self, event_id: UUID, secret: bytes) -> None:
        path = self.path(event_id)
        unfinished = path.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as file:
                file.write(secret.hex())
                file.flush()
                os.fsync(file.fileno())
            unfinished.replace(path)
        except OSError as error:
            raise PlaceError(
                _("The event's secret can't be kept in {folder}.").format(folder=self._folder),
                _("Give yourself the right to write there, or free some space, then try again."),
            ) from error


def _secret(text: str) -> bytes:
    """Return the secret that a file holds; raises ValueError for a text that is none."""
    secret = bytes.fromhex(text.strip())
    if len(secret) != SECRET_BYTES:
        raise ValueError("not 32 bytes")
    return secret
