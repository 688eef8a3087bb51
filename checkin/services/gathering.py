"""Files as they are dropped on the window: lists one by one, all the mails together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import CheckinError
from checkin.intake.files import read
from checkin.intake.proposals import Proposal, Reading

_NAMED = 3  # files, by which a mailbox made of many is known

KeepGoing = Callable[[int, int], bool]  # told (done, total) after each file; False ends it there


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was understood of several files, and which of them are refused, and why."""

    readings: tuple[Reading, ...]
    refused: tuple[tuple[str, CheckinError], ...] = ()


def gather(
    paths: Sequence[Path],
    keep_going: KeepGoing = lambda _done, _total: True,
    reader: Callable[[Path, str], Reading] = read,
) -> Gathered:
    """Return a reading for each list, in order, then one for all messages; a refused file stops no other."""
    lists: list[Reading] = []
    mails: list[Reading] = []
    refused: list[tuple[str, CheckinError]] = []
    for done, path in enumerate(paths, 1):
        try:
            reading = reader(path, path.name)
        except CheckinError as error:
            refused.append((path.name, error))
        else:
            (mails if is_mail(reading) else lists).append(reading)
        if not keep_going(done, len(paths)):
            break
    return Gathered((*lists, *_one_box(mails)), tuple(refused))


def is_mail(reading: Reading) -> bool:
    """Whether a reading is of messages."""
    return any(proposal.source.message is not None for proposal in reading.proposals)


def _one_box(mails: Sequence[Reading]) -> tuple[Reading, ...]:
    if len(mails) <= 1:
        return tuple(mails)
    names = [reading.file for reading in mails]
    shown = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    return (Reading(shown, _all(mails)),)


def _all(mails: Iterable[Reading]) -> tuple[Proposal, ...]:
    return tuple(proposal for reading in mails for proposal in reading.proposals)
