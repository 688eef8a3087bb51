"""`checkin import`: lists and replies in; with --dry-run, what would be understood or changed.

What is understood of a file needs no event and no database, and does not wait for them to be loaded.
"""

from argparse import ArgumentTypeError, Namespace
from importlib import import_module

from checkin.cli import shapes
from checkin.cli.output import Exit, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.cli.sources import read_from
from checkin.domain.errors import CheckinError, InputError
from checkin.language import _


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin import --dry-run invites.xlsx",
        "checkin import replies.mbox --leave 12,14",
        "checkin import imaps://secretariat@mail.example.org/INBOX",
        "checkin import --history",
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar=_("FILE"),
        help=_("a spreadsheet, a text file, a mail, a folder of mails, or the address of a mailbox"),
    )
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help=_("change nothing; with --json, say what is understood, for which no event is needed"),
    )
    parser.add_argument(
        "--leave",
        type=_lines,
        action="extend",
        default=[],
        metavar=_("LINE,…"),
        help=_("lines of the list, or messages of the mailbox, to leave out"),
    )
    parser.add_argument(
        "--unsure",
        action="store_true",
        help=_("take the mails that are not sure too, which are else left for a person in the window"),
    )
    parser.add_argument(
        "--gone",
        action="store_true",
        help=_("cancel those whom an earlier version of the list had and this one has not"),
    )
    _add_past(parser)
    add_json(parser)


def _add_past(parser: Parser) -> None:
    past = parser.add_mutually_exclusive_group()
    past.add_argument("--history", action="store_true", help=_("list the imports of the event"))
    past.add_argument(
        "--undo", metavar=_("ID"), help=_("take an import back; its id is in --history, or « last »")
    )


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked: file by file, a file that is refused does not stop the others."""
    _refuse_contradictions(args)
    if args.files and args.dry_run and args.json:
        return _each(args.files)
    code: int = import_module("checkin.cli.bringing").run(args, shell)
    return code


def _refuse_contradictions(args: Namespace) -> None:
    if args.leave and len(args.files) > 1:
        raise InputError(
            _("The lines to leave out are those of one file."), _("Import the files one after the other.")
        )
    if bool(args.files) == bool(args.history or args.undo):
        raise InputError(
            _("It is not said what to import."), _("Give a file, or see --help for what else there is.")
        )


def _lines(text: str) -> list[int]:
    try:
        return [int(one) for one in text.split(",")]
    except ValueError:
        raise ArgumentTypeError(_("not a list of line numbers")) from None


def _each(files: list[str]) -> Exit:
    """Show what is understood of each file; a fault of the program in one is told after the others."""
    bugs: list[Exception] = []
    answers = [_understand(file, bugs) for file in files]
    if bugs:
        raise bugs[0]
    return max(answers)


def _understand(file: str, bugs: list[Exception]) -> Exit:
    """Show what is understood of a file; lines that can't be taken are part of the answer."""
    try:
        shape = shapes.reading(file, read_from(file))
    except CheckinError as error:
        say_json(shapes.unreadable(file, str(error)))
        return Exit.WRONG
    except Exception as bug:  # noqa: BLE001 - raised again once the other files have been read
        say_json(shapes.unreadable(file, _("The program made a mistake.")))
        bugs.append(bug)
        return Exit.BUG
    say_json(shape)
    return Exit.DONE
