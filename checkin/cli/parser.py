"""The shell's grammar: the commands, the options of all of them, and help in the language of the screen.

Only the command that is asked for is imported, so that help, scans and the window's start don't wait for the
others. A command is a module with `fill(parser)`, which adds its arguments, and `run(args, settings)`, which
does it and returns how the program ends.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from checkin import __version__
from checkin.language import LANGUAGES, _, n_

if TYPE_CHECKING:
    from types import ModuleType

# The command and its module; `help_of` has a line on each.
COMMANDS = {
    "event": "checkin.cli.event",
    "import": "checkin.cli.importing",
    "attendees": "checkin.cli.attendees",
    "confirm": "checkin.cli.confirm",
    "send": "checkin.cli.send",
    "scan": "checkin.cli.scan",
    "admit": "checkin.cli.admit",
    "identity": "checkin.cli.identity",
    "passage": "checkin.cli.passage",
    "roster": "checkin.cli.roster",
    "attendance": "checkin.cli.attendance",
    "evacuation": "checkin.cli.evacuation",
    "badges": "checkin.cli.badges",
    "demo": "checkin.cli.demo.command",
}


class Parser(argparse.ArgumentParser):
    """A parser whose options are written out, and whose example stands as it was written."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own
        options.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(allow_abbrev=False, **options)

    def example(self, *lines: str) -> None:
        """Add examples below the help."""
        self.epilog = "\n".join([_("Examples:"), *(f"  {line}" for line in lines)])


def asked(argv: Sequence[str]) -> tuple[argparse.Namespace, str | None]:
    """Return the common options in `argv`, wherever they stand, and the command, if there is one."""
    _speak()
    first = Parser(add_help=False)  # takes anything: the whole parser complains, in the right language
    for option in ("--database", "--data", "--event", "--language"):
        first.add_argument(option, nargs="?")
    known, rest = first.parse_known_args(argv)
    return known, next((word for word in rest if not word.startswith("-")), None)


def parser_for(command: str | None) -> Parser:
    """Return the whole program's parser, with the arguments of `command`."""
    parser = Parser(
        prog="checkin",
        description=_("Receives the guests of an event. Without a command it opens the window."),
    )
    parser.example("checkin", "checkin import invites.xlsx", "checkin --database event.db scan -")
    add_common(parser, None)
    parser.add_argument(
        "--version", action="version", version=f"checkin {__version__}", help=_("say the version, and end")
    )
    commands = parser.add_subparsers(dest="command", title=_("Commands"), metavar=_("COMMAND"))
    for name in COMMANDS:
        one = commands.add_parser(name, help=_help()[name], description=_help()[name])
        add_common(one)
        if name == command:
            module_of(name).fill(one)
    return parser


def module_of(command: str) -> "ModuleType":
    """Return the module of a command."""
    return import_module(COMMANDS[command])


def add_common(parser: argparse.ArgumentParser, default: str | None = argparse.SUPPRESS) -> None:
    """Add the options that every command takes, before or after its name."""
    group = parser.add_argument_group(_("For every command"))
    for option, metavar, text in (
        ("--database", _("FILE|URL"), _("the database: a file, or a server's address")),
        ("--data", _("FOLDER"), _("the folder where this computer keeps its data")),
        ("--event", _("ID"), _("the event to work on, rather than the one open last")),
    ):
        group.add_argument(option, metavar=metavar, default=default, help=text)
    group.add_argument("--language", choices=LANGUAGES, default=default, help=_("the language of the screen"))


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help=_("answer in JSON, one object a line"))


def _help() -> dict[str, str]:
    return {
        "event": _("make an event, list them, show one, carry its secret to another computer"),
        "import": _("read lists and replies, and add who comes"),
        "attendees": _("list who is expected, or search by name"),
        "confirm": _("write the confirmations, a PDF for each party"),
        "send": _("send the confirmations by mail, or write them as drafts"),
        "scan": _("say what a code opens; nothing is recorded"),
        "admit": _("record that someone was let in, or undo it"),
        "identity": _("read a document’s machine-readable zone, or compare names; nothing is recorded"),
        "passage": _("count someone in or out of the room, or say how many are inside"),
        "roster": _("print the attendance sheet into a PDF"),
        "attendance": _("say who came; write the report, the attestations, the export"),
        "evacuation": _("print who is in the building into a PDF"),
        "badges": _("print name badges into a PDF"),
        "demo": _("do the whole morning on the demonstration event, step by step"),
    }


def _speak() -> None:
    """Have argparse say its own sentences in the language of the screen.

    It looks them up through gettext under these two names, in a catalogue that Python does not ship.
    """
    vars(argparse).update(
        _=_said_by_argparse, ngettext=lambda one, many, count: _said_by_argparse(n_(one, many, count))
    )


def _said_by_argparse(message: str) -> str:
    return {
        "usage: ": _("usage: "),
        "options": _("options"),
        "positional arguments": _("arguments"),
        "show this help message and exit": _("show this help, and end"),
        "%(prog)s: error: %(message)s\n": _("%(prog)s: %(message)s\n"),
        "argument %(argument_name)s: %(message)s": _("%(argument_name)s: %(message)s"),
        "unrecognized arguments: %s": _("not understood: %s"),
        "the following arguments are required: %s": _("missing: %s"),
        "one of the arguments %s is required": _("missing: one of %s"),
        "not allowed with argument %s": _("can't go with %s"),
        "expected one argument": _("a value is missing"),
        "expected at least one argument": _("a value is missing"),
        "invalid %(type)s value: %(value)r": _("not a valid value: %(value)r"),
        "invalid choice: %(value)r (choose from %(choices)s)": _("%(value)r is none of: %(choices)s"),
    }.get(message, message)
