"""What a shell program says: lines, JSON Lines, a progress bar; on any console, into any pipe."""

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import Any

from checkin.domain.errors import PlaceError
from checkin.language import _

_BAR = 30


class Exit(IntEnum):
    """What the program answers the shell with."""

    DONE = 0
    REFUSED = 1  # the rules say no: the answer is on stdout
    WRONG = 2  # what was given or the machine is at fault: two sentences on stderr
    BUG = 3  # ours: a sentence on stderr, the places in a log
    STOPPED = 130  # Ctrl-C, as a shell counts it: 128 + SIGINT
    CUT_OFF = 141  # nobody reads our output any more: 128 + SIGPIPE


def prepare() -> None:
    """Have every console take every letter: one that it lacks is shown as « ? », never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def say(text: str = "") -> None:
    """Write a line to stdout; raises PlaceError where that can't be done."""
    _written(lambda: print(text))


def say_json(value: dict[str, Any]) -> None:
    """Write an object to stdout as one line of JSON and send it off, for whoever is waiting for it.

    Letters outside ASCII are escaped unless the output is in UTF-8.
    """
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    line = json.dumps(value, ensure_ascii=encoding != "utf8", default=_plain)
    _written(lambda: print(line, flush=True))


def send(content: bytes) -> None:
    """Write bytes to stdout; raises PlaceError where that can't be done."""
    _written(lambda: sys.stdout.buffer.write(content))


def flush() -> None:
    """Send off what was said; raises PlaceError where that can't be done."""
    if sys.stdout is not None:
        _written(sys.stdout.flush)


def complain(happened: str, to_do: str = "") -> None:
    """Write a sentence or two to stderr: never anybody's name."""
    print(f"checkin: {happened} {to_do}".strip(), file=sys.stderr)


def abandon() -> None:
    """Give up stdout, whose reader has gone, so that Python does not complain of it when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(done: int, total: int) -> None:
    """Show on stderr how far a long piece of work is, when there is somebody to see it."""
    if total and sys.stderr is not None and sys.stderr.isatty():
        filled = _BAR * done // total
        bar = "#" * filled + "." * (_BAR - filled)
        end = "\n" if done == total else ""
        print(f"\r[{bar}] {done}/{total}", end=end, file=sys.stderr, flush=True)


def table(rows: list[tuple[str, ...]]) -> None:
    """Write rows of as many cells as the first, in columns."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        say("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def pair(label: str, text: object) -> str:
    """Return « label: text », as the language of the screen sets a colon."""
    return _("{label}: {text}").format(label=label, text=text)


def instant(at: datetime | None) -> str | None:
    """Return an instant as JSON has it, in UTC: « 2022-11-24T08:42:00Z »."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z") if at else None


def _plain(value: object) -> str | None:
    return instant(value) if isinstance(value, datetime) else str(value)


def _written(write: Callable[[], object]) -> None:
    try:
        write()
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError):  # what is left unsaid is not to be tried again when Python ends
            abandon()
        raise PlaceError(
            _("The output can't be written."), _("Free some space, or send the output elsewhere.")
        ) from error


def written(path: Path) -> None:
    """Say which file was written."""
    say(_("Written: {file}").format(file=path))
