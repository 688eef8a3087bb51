"""From the command line to the exit code: the one place where a shell's errors are shown.

0 done · 1 refused by the rules · 2 what was given or the machine is at fault · 3 a fault of the program ·
130 stopped by Ctrl-C · 141 nobody reads the output any more.
"""

import platform
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from traceback import extract_tb

from checkin import __version__
from checkin.cli import output
from checkin.cli.output import Exit
from checkin.cli.parser import asked, module_of, parser_for
from checkin.cli.shell import Shell, Window, id_of
from checkin.domain.errors import CheckinError
from checkin.language import LANGUAGES, _, speak
from checkin.settings import Settings, load_settings

LOG = "checkin.log"


def main(argv: Sequence[str], window: Window) -> int:
    """Do what the command line `argv` (without the program's name) asks for, and return the exit code."""
    output.prepare()
    try:
        return _understood(argv, window)
    except SystemExit as ended:  # argparse has said what it had to say
        return ended.code if isinstance(ended.code, int) else Exit.WRONG


def _understood(argv: Sequence[str], window: Window) -> int:
    common, command = asked(argv)
    settings = load_settings(Path(common.data) if common.data else None)
    if common.language in LANGUAGES:
        settings = replace(settings, language=common.language)
    speak(settings.language)
    args = parser_for(command).parse_args(argv)
    try:
        return _done(args, _shell(settings, common, window))
    except CheckinError as error:
        output.complain(error.happened, error.to_do)
        return Exit.WRONG
    except KeyboardInterrupt:
        output.complain(_("Stopped."))
        return Exit.STOPPED
    except BrokenPipeError:
        output.abandon()
        return Exit.CUT_OFF
    except Exception as bug:  # noqa: BLE001 - the one place that catches what nobody foresaw
        _own_up(bug, settings.folder)
        return Exit.BUG


def _done(args: Namespace, shell: Shell) -> int:
    if args.command is None:
        return shell.window.open(shell.settings)
    code: int = module_of(args.command).run(args, shell)
    output.flush()
    return code


def _shell(settings: Settings, common: Namespace, window: Window) -> Shell:
    """Return the settings with what this command line puts in their place, the window's event among them."""
    database = common.database or settings.database
    if common.database and "://" not in common.database:
        database = str(Path(common.database).absolute())
    event_id = id_of(common.event) if common.event else None
    settings = replace(settings, database=database, event_id=str(event_id or settings.event_id))
    return Shell(settings, event_id, window)


def _own_up(bug: Exception, folder: Path) -> None:
    """Say that the program is at fault, and keep where: no message, since it may hold somebody's data."""
    lines = [
        f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} checkin {__version__} Python {platform.python_version()}"
    ]
    fault: BaseException | None = bug
    while fault is not None:
        places = extract_tb(fault.__traceback__)
        lines += [f"  {place.filename}:{place.lineno} {place.name}" for place in places]
        lines.append(f"  {type(fault).__module__}.{type(fault).__qualname__}")
        fault = fault.__cause__
    happened = _("The program made a mistake.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / LOG).open("a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        output.complain(happened, "\n" + "\n".join(lines))
        return
    to_do = _(
        "What was recorded is safe. Send {file}, which has no names, to whoever looks after this program."
    )
    output.complain(happened, to_do.format(file=folder / LOG))
