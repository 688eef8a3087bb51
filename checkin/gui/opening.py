"""What a person wants opened; the opening itself is the composition root's, done on the database's worker."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.app import Desk
    from checkin.domain.event import Event


class Source(StrEnum):
    """Where an event comes from."""

    LAST = "last"  # the one this machine worked on last, if there is one
    DEMONSTRATION = "demonstration"
    FILE = "file"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Wish:
    """What to open: `path` with FILE, `draft` (an Event whose ids are yet to be made) with NEW."""

    source: Source
    path: Path | None = None
    draft: "Event | None" = None


# Called on a worker; None where LAST finds nothing; raises CheckinError.
Opener = Callable[[Wish], "Desk | None"]
