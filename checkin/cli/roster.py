"""`checkin roster`: the attendance sheet, into a PDF."""

from argparse import Namespace
from pathlib import Path

from checkin.app import desk_open
from checkin.cli.output import Exit, say_json, send, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.language import _
from checkin.services.rostering import Order


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin roster roster.pdf", "checkin roster --order party - | lp")
    parser.add_argument("file", metavar=_("FILE.pdf"), help=_("where it goes; - is the output"))
    parser.add_argument(
        "--order",
        choices=[order.value for order in Order],
        default=Order.NAME.value,
        help=_("everybody by name, companions under their lead, by organisation, or party by party"),
    )
    parser.add_argument(
        "--no-leads", action="store_true", help=_("without whom a companion comes with, at their own name")
    )
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    order = Order(args.order)
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.file == "-":
            send(desk.rostering.pdf(order, leads=not args.no_leads))
            return Exit.DONE
        desk.rostering.save(Path(args.file), order, leads=not args.no_leads)
    say_json({"file": args.file}) if args.json else written(Path(args.file))
    return Exit.DONE
