"""`checkin evacuation`: who is in the building, into a PDF."""

from argparse import Namespace
from pathlib import Path

from checkin.app import desk_open
from checkin.cli.output import Exit, instant, say_json, send, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.language import _


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin evacuation - | lp", "checkin evacuation inside.pdf")
    parser.add_argument("file", metavar=_("FILE.pdf"), help=_("where it goes; - is the output"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.file == "-":
            send(desk.evacuating.sheet().pdf)
            return Exit.DONE
        muster = desk.evacuating.save(Path(args.file))
    if args.json:
        to_help = len(muster.to_help)
        counts = {"inside": len(muster.present), "to_help": to_help}
        say_json({"file": args.file, "at": instant(muster.at)} | counts)
    else:
        written(Path(args.file))
    return Exit.DONE
