"""Files as a whole or not at all, and the sentence when a folder refuses."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from checkin.domain.errors import PlaceError
from checkin.language import _


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raises PlaceError where it can't be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(folder) from error


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file when the block ends, and nothing when it raises.

    Raises PlaceError as `write_whole` does; for what is too large to be held in memory.
    """
    make_folder(path.parent)
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with unfinished.open("wb") as stream:
            yield stream
        unfinished.replace(path)
    except OSError as error:
        raise _refused(path.parent) from error
    finally:
        _drop(unfinished)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that whoever looks sees the old one or the new one, never half of it.

    Raises PlaceError for a full disk or a folder that can't be written to; the old file is then untouched.
    """
    make_folder(path.parent)
    unfinished = path.with_name(f"{path.name}.part")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    except OSError as error:
        _drop(unfinished)
        raise _refused(path.parent) from error


def _drop(unfinished: Path) -> None:
    try:
        unfinished.unlink(missing_ok=True)
    except OSError:
        return  # the folder refuses that too, and the caller says so


def _refused(folder: Path) -> PlaceError:
    return PlaceError(
        _("The folder {folder} can't be written to.").format(folder=folder),
        _("Free some space there, or choose a folder where you may write; what was there is kept."),
    )
