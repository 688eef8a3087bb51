"""What every command is given: the settings, and the window where one is wanted."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event as Flag
from uuid import UUID

from checkin.cli.output import progress
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


@contextmanager
def until_interrupted() -> Iterator[Callable[[int, int], bool]]:
    """Give what a long run tells (done, total) and asks whether to go on: until Ctrl-C, which then waits."""
    flag = Flag()
    before = signal.signal(signal.SIGINT, lambda *_signal: flag.set())

    def go_on(done: int, total: int) -> bool:
        progress(done, total)
        return not flag.is_set()

    try:
        yield go_on
    finally:
        signal.signal(signal.SIGINT, before)
