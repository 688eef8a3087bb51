"""`checkin confirm`: the confirmations out, a PDF for each party."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from checkin.app import Desk, desk_open
from checkin.cli.output import Exit, complain, say, say_json, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell, id_of, until_interrupted
from checkin.language import _, n_


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin confirm confirmations/", "checkin confirm confirmations/ --reissue ID")
    parser.add_argument(
        "folder",
        type=Path,
        metavar=_("FOLDER"),
        help=_("where the PDFs go; those that are there and still true are left as they are"),
    )
    parser.add_argument(
        "--reissue",
        metavar=_("ID"),
        help=_("give the party of this person (or of this id) new codes; the old ones no longer count"),
    )
    parser.add_argument(
        "--together",
        type=Path,
        metavar=_("FILE.pdf"),
        help=_("write all of them into one PDF too, by name, for the printer"),
    )
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; Ctrl-C ends the run between two files, and the next one goes on."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.reissue:
            path = desk.confirming.reissue(party_of(desk, id_of(args.reissue)), args.folder)
            say_json({"file": str(path)}) if args.json else written(path)
            return Exit.DONE
        with until_interrupted() as go_on:
            issued = desk.confirming.issue(args.folder, go_on)
        if args.together and issued.is_complete:
            desk.confirming.together(args.together)
    if args.json:
        say_json(
            {
                "folder": str(args.folder),
                "written": issued.written,
                "unchanged": issued.unchanged,
                "complete": issued.is_complete,
            }
        )
    else:
        count = n_("{count} confirmation written", "{count} confirmations written", issued.written)
        say(count.format(count=issued.written) + _(", {count} unchanged.").format(count=issued.unchanged))
    if not issued.is_complete:
        complain(_("Stopped."), _("The same command goes on from there."))
        return Exit.STOPPED
    return Exit.DONE


def party_of(desk: Desk, identity: UUID) -> UUID:
    """Return the party of a person who comes; `identity` itself where it is nobody's."""
    parties = (standing.party for standing in desk.confirming.standings())
    return next((p.id for p in parties if any(one.id == identity for one in p.members)), identity)
