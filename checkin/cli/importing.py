"""`checkin import`: lists and replies in; with --dry-run, what would be understood or changed."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from checkin import words
from checkin.app import Desk, desk_open
from checkin.cli import shapes
from checkin.cli.output import Exit, complain, pair, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.domain.errors import CheckinError, InputError
from checkin.intake.files import read
from checkin.intake.proposals import Reading
from checkin.language import _
from checkin.services.changes import Change, ChangeKind
from checkin.services.importing import Plan


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin import --dry-run invites.xlsx", "checkin import replies.mbox --leave 12,14")
    parser.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("a spreadsheet, a text file, a mail or a mailbox")
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
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked: file by file, a file that is refused does not stop the others."""
    if args.leave and len(args.files) > 1:
        raise InputError(
            _("The lines to leave out are those of one file."), _("Import the files one after the other.")
        )
    if args.dry_run and args.json:
        return max(_understand(file) for file in args.files)
    with desk_open(shell.settings, shell.event_id) as desk:
        return max(_import(desk, file, args) for file in args.files)


def _lines(text: str) -> list[int]:
    try:
        return [int(one) for one in text.split(",")]
    except ValueError:
        raise ArgumentTypeError(_("not a list of line numbers")) from None


def _understand(file: str) -> Exit:
    """Show what is understood of a file; lines that can't be taken are part of the answer."""
    try:
        say_json(shapes.reading(file, read(Path(file), file)))
    except CheckinError as error:
        say_json(shapes.unreadable(file, str(error)))
        return Exit.WRONG
    return Exit.DONE


def _import(desk: Desk, file: str, args: Namespace) -> Exit:
    try:
        reading = read(Path(file), file)
    except CheckinError as error:
        if args.json:
            say_json(_shape(file) | {"error": str(error)})
        complain(f"{file}:", str(error))
        return Exit.WRONG
    left = _places(reading, args.leave)
    plan = desk.importing.preview(_without(reading, left))
    if not args.dry_run:
        desk.importing.apply(reading, left)
    if args.json:
        say_json(_shape(file, plan))
    else:
        _show(file, plan, is_dry=args.dry_run)
    return Exit.REFUSED if reading.problems and not args.dry_run else Exit.DONE


def _places(reading: Reading, numbers: list[int]) -> set[int]:
    """Return the places of the proposals that stood on these lines, or in these messages."""
    return {
        place
        for place, proposal in enumerate(reading.proposals)
        if (proposal.source.message or proposal.source.line) in numbers
    }


def _without(reading: Reading, left: set[int]) -> Reading:
    taken = tuple(one for place, one in enumerate(reading.proposals) if place not in left)
    return Reading(reading.file, taken, reading.problems)


def _shape(file: str, plan: Plan | None = None) -> shapes.Shape:
    counts = {kind.value: len(plan.of_kind(kind)) if plan else 0 for kind in ChangeKind}
    return {
        "file": file,
        **counts,
        "rejected": shapes.rejected(plan.problems if plan else ()),
        "error": None,
    }


def _show(file: str, plan: Plan, *, is_dry: bool) -> None:
    say(file + (" · " + _("nothing is recorded") if is_dry else ""))
    for kind in ChangeKind:
        found = plan.of_kind(kind)
        say("  " + pair(words.change(kind), len(found)))
        for change in found if is_dry and kind in {ChangeKind.NEW, ChangeKind.CHANGED} else ():
            _show_change(change)
    for problem in plan.problems:
        say("  " + pair(_("Line {line}").format(line=problem.line), problem.reason))


def _show_change(change: Change) -> None:
    source = change.source
    number = source.message or source.line or 0
    for field in change.fields:
        before = f"{words.value(field.field, field.before)} → " if field.before else ""
        about = "" if field.field == "name" else f"{words.name(field.person)}, {words.field(field.field)}: "
        say(f"    {number:>5}  {about}{before}{words.value(field.field, field.after)}")
