"""What every command is given: the settings, and the window where one is wanted."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from checkin.domain.errors import InputError
from checkin.language import _
from checkin.settings import Settings


@dataclass(frozen=True, slots=True)
class Window:
    """The window, handed in from above, so that nothing here imports Qt.

    `open` shows it until it is closed and returns the exit code; `picture` saves a picture of each of its
    pages in a folder and returns where they are.
    """

    open: Callable[[Settings], int]
    picture: Callable[[Settings, Path], list[Path]]


@dataclass(frozen=True, slots=True)
class Shell:
    """What the person asked of all commands; `event_id` is None unless one was named."""

    settings: Settings
    event_id: UUID | None
    window: Window


def id_of(text: str) -> UUID:
    """Return the id that was typed; raises InputError for anything else."""
    try:
        return UUID(text)
    except ValueError:
        raise InputError(_("This is not an id."), _("The ids are those that --json shows.")) from None
