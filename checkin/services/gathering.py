"""Files as they are dropped on the window: lists one by one, all the mails together."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from checkin.domain.errors import CheckinError, InputError
from checkin.intake.files import read
from checkin.intake.mail.reading import KeepGoing, go_on
from checkin.intake.proposals import Proposal, Reading
from checkin.services.layouts import Survey, is_list, survey

_NAMED = 3  # files, by which a mailbox made of many is known

__all__ = ["Found", "Gathered", "KeepGoing", "gather", "is_mail"]


@dataclass(frozen=True, slots=True)
class Found:
    """What was understood of one file (nothing, maybe), and how it is laid out if it is a list."""

    reading: Reading
    survey: Survey | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was understood of several files, and which of them are refused, and why."""

    found: tuple[Found, ...]
    refused: tuple[tuple[str, CheckinError], ...] = ()


def gather(paths: Sequence[Path], recall: Callable[[Survey], Survey], keep_going: KeepGoing) -> Gathered:
    """Return what is found in each list, in order, then in all messages; a refused file stops no other.

    `recall` gives a survey back as a person had such a list read before. `keep_going` is told (done, total)
    after each file, or each message of the only one; when it answers False, the rest is left unread.
    """
    lists: list[Found] = []
    mails: list[Reading] = []
    refused: list[tuple[str, CheckinError]] = []
    for done, path in enumerate(paths, 1):
        try:
            found = _found(path, recall, keep_going if len(paths) == 1 else go_on)
        except CheckinError as error:
            refused.append((path.name, error))
        else:
            if is_mail(found.reading):
                mails.append(found.reading)
            else:
                lists.append(found)
        if not keep_going(done, len(paths)):
            break
    return Gathered((*lists, *map(Found, _one_box(mails))), tuple(refused))


def _found(path: Path, recall: Callable[[Survey], Survey], keep_going: KeepGoing) -> Found:
    if not is_list(path):
        return Found(read(path, path.name, keep_going))
    surveyed = recall(survey(path, path.name))
    try:
        return Found(surveyed.read(), surveyed)
    except InputError:  # no column says who comes: a person may
        return Found(Reading(path.name), surveyed)


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
