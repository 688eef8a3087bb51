"""What the demonstration's steps share: the desk, the files, and what must hold."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from checkin.app import Desk
from checkin.domain.admission import Verdict, VerdictKind
from checkin.domain.attendee import Attendee, Party
from checkin.domain.identity.checks import IdentityCheck
from checkin.language import _


class Amiss(Exception):  # noqa: N818 - no error of anybody's: what the demonstration looks for
    """A step did not do what it must."""


@dataclass
class Morning:
    """The desk, where the files go, and what one step leaves to the next."""

    desk: Desk
    folder: Path
    codes: dict[UUID, str] = field(default_factory=dict)  # read back out of the PDFs, by attendee
    check: IdentityCheck | None = None  # of the lead who is admitted first

    @property
    def confirmations(self) -> Path:
        """Where the confirmations go."""
        return self.folder / "confirmations"

    @property
    def roster(self) -> Path:
        """Where the attendance sheet goes."""
        return self.folder / "roster.pdf"

    def party(self) -> Party:
        """Return the first party of two or more, all of them named."""
        parties = (one.party for one in self.desk.confirming.standings())
        return next(one for one in parties if one.companions and all(p.is_named for p in one.members))


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `do` gives the lines to say, and raises Amiss."""

    title: str
    do: Callable[[Morning], Iterator[str]]


def must(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - reads as a sentence
    """Raise Amiss with `otherwise` unless it holds."""
    if not holds:
        raise Amiss(otherwise)


def expect(verdict: Verdict, kind: VerdictKind) -> Attendee:
    """Return who the verdict is on; raises Amiss unless it is of this kind, and on someone."""
    if verdict.kind is not kind or verdict.holder is None:
        raise Amiss(_("The verdict is “{kind}”, not “{expected}”.").format(kind=verdict.kind, expected=kind))
    return verdict.holder.attendee
