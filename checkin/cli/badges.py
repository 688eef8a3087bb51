"""`checkin badges`: name badges, on sheets of labels or for a label printer."""

from argparse import Namespace
from pathlib import Path

from checkin.app import desk_open
from checkin.cli.output import Exit, say_json, send, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell, id_of
from checkin.language import _
from checkin.services.badging import LABELS, SHEET


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin badges badges.pdf --start 4", "checkin badges --labels 62mm --attendee ID - | lp")
    parser.add_argument("file", metavar=_("FILE.pdf"), help=_("where it goes; - is the output"))
    parser.add_argument("--labels", choices=list(LABELS), default=SHEET, help=_("the sheet, or the roll"))
    parser.add_argument("--start", type=int, default=1, help=_("the first label that is still on the sheet"))
    parser.add_argument(
        "--attendee", action="append", metavar=_("ID"), help=_("for this person only; again for another")
    )
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    only = None if args.attendee is None else [id_of(one) for one in args.attendee]
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.file == "-":
            send(desk.badges.pdf(args.labels, args.start, only))
            return Exit.DONE
        desk.badges.save(Path(args.file), args.labels, args.start, only)
    say_json({"file": args.file}) if args.json else written(Path(args.file))
    return Exit.DONE
