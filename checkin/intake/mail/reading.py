"""Mail as it lies on a disk → a Reading: .eml, .emlx, .mbox, Outlook .msg, or a folder of them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.intake.mail.message import Letter, read_letter
from checkin.intake.mail.outlook import read_outlook
from checkin.intake.mail.people import NOBODY
from checkin.intake.mail.replies import understand_letter
from checkin.intake.memory import forgetting
from checkin.intake.proposals import Proposal, Reading, Reply, Source
from checkin.language import _

SUFFIXES = (".eml", ".emlx", ".mbox", ".mbx", ".msg")
_FROM_LINE = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]*\r?\n")
_HEADER = re.compile(rb"\A(?:From [^\r\n]*\r?\n|>From [^\r\n]*\r?\n)?[\x21-\x39\x3b-\x7e]+:")
_LARGEST = 150_000_000  # bytes

KeepGoing = Callable[[int, int], bool]  # told (done, total) after each message; False ends it there


def go_on(_done: int, _total: int) -> bool:
    """Go on to the end."""
    return True


def read_mail(path: Path, name: str, keep_going: KeepGoing = go_on) -> Reading:
    """Return one proposal for each message in the file or folder at `path`, in its order.

    A file of a folder that can't be read is a message of which nothing is known, and stops no other.
    InputError if there is no message at all, PlaceError if it can't be read from the disk.
    """
    letters = list(_letters(path))
    if not letters:
        raise InputError(_("There is no message in this file."), _("Choose a mail file or a folder of them."))
    return read_letters(letters, name, keep_going)


@forgetting()
def read_letters(letters: "list[Letter]", name: str, keep_going: KeepGoing = go_on) -> Reading:
    """Return one proposal for each letter, in order; of those until `keep_going` answers False."""
    proposals = []
    for at, letter in enumerate(letters, 1):
        proposals.append(_proposal(letter, Source(name, message=at)))
        if not keep_going(at, len(letters)):
            break
    return Reading(name, tuple(proposals))


def _proposal(letter: Letter, source: Source) -> Proposal:
    try:
        return understand_letter(letter, source)
    except Exception:  # noqa: BLE001 - whatever is in one message, the others are still read
        doubt = _("The message is damaged or too long to be read whole.")
        return Proposal(Reply.NO_RSVP, NOBODY, source, email=letter.address, sure=False, doubts=(doubt,))


def _letters(path: Path) -> Iterator[Letter]:
    if path.is_dir():
        for one in sorted(path.rglob("*")):
            if one.is_file() and not one.name.startswith("._") and _is_mail(one):
                yield from _of_folder(one)
        return
    raw = _bytes(path)
    if path.suffix.casefold() == ".msg" and not _HEADER.match(raw):
        yield read_outlook(raw)
    else:
        yield from map(_letter, _messages(raw, path.suffix.casefold()))


def _is_mail(path: Path) -> bool:
    """Whether a file of a folder is mail: by its ending, or because it lies in a maildir."""
    return path.suffix.casefold() in SUFFIXES or path.parent.name in {"cur", "new"}


def _of_folder(path: Path) -> list[Letter]:
    try:
        return list(_letters(path))
    except CheckinError:
        return [Letter(damaged=True)]


def _letter(raw: bytes) -> Letter:
    try:
        return read_letter(raw)
    except Exception:  # noqa: BLE001 - the same
        return Letter(damaged=True)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(
                _("This file is too large to be read as mail."), _("Export fewer messages at once.")
            )
        return path.read_bytes()
    except OSError as error:
        raise PlaceError(
            _("The file can't be read."), _("Check that it is still there and not in use.")
        ) from error


def _messages(raw: bytes, suffix: str) -> Iterator[bytes]:
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if not raw.strip():
        return
    if suffix == ".emlx":  # the first line is the message's length in bytes
        length, _newline, rest = raw.partition(b"\n")
        yield rest[: int(length)] if length.strip().isdigit() else raw
    elif suffix in {".mbox", ".mbx"} or raw.startswith(b"From "):
        yield from _of_mbox(raw)
    else:
        yield raw


def _of_mbox(raw: bytes) -> Iterator[bytes]:
    """Part a mailbox at its « From » lines (RFC 4155): those after a blank line and before a header."""
    starts = [
        found for found in _FROM_LINE.finditer(raw) if _HEADER.match(raw[found.end() : found.end() + 1000])
    ]
    for found, following in zip(starts, [*starts[1:], None], strict=False):
        message = raw[found.end() : following.start() if following else len(raw)]
        if message.strip():
            yield re.sub(rb"(?m)^>(>*From )", rb"\1", message)
    if not starts:
        yield raw
