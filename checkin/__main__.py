"""The program: a command of the shell, or the window."""

import sys
from collections.abc import Sequence
from multiprocessing import freeze_support
from pathlib import Path

from checkin.cli.main import main as shell
from checkin.cli.shell import Window
from checkin.settings import Settings


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line asks for (the process's own, if None) and return the exit code."""
    return shell(sys.argv[1:] if argv is None else argv, Window(_open, _picture))


def _open(settings: Settings) -> int:
    from checkin.gui.start import main as window  # noqa: PLC0415 - a shell never loads Qt

    return window(settings)


def _picture(settings: Settings, folder: Path) -> list[Path]:
    from checkin.gui.start import picture  # noqa: PLC0415 - the same

    return picture(settings, folder)


if __name__ == "__main__":
    freeze_support()  # a process that the built program starts to draw pages is not to open a second window
    sys.exit(main())
