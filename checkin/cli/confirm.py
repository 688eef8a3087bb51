"""`checkin confirm`: the confirmations out, a PDF for each party."""

import signal
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event as Flag
from uuid import UUID

from checkin.app import Desk, desk_open
from checkin.cli.output import Exit, complain, progress, say, say_json, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell, id_of
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
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; Ctrl-C ends the run between two files, and the next one goes on."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.reissue:
            path = desk.confirming.reissue(_party(desk, id_of(args.reissue)), args.folder)
            say_json({"file": str(path)}) if args.json else written(path)
            return Exit.DONE
        with _interrupted() as stop:
            issued = desk.confirming.issue(args.folder, lambda done, total: _go_on(done, total, stop))
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


def _party(desk: Desk, identity: UUID) -> UUID:
    """Return the party of a person who comes; `identity` itself where it is nobody's."""
    parties = (standing.party for standing in desk.confirming.standings())
    return next((p.id for p in parties if any(one.id == identity for one in p.members)), identity)


def _go_on(done: int, total: int, stop: Flag) -> bool:
    progress(done, total)
    return not stop.is_set()


@contextmanager
def _interrupted() -> Iterator[Flag]:
    """Give a flag that Ctrl-C sets, rather than stop in the middle of a file."""
    flag = Flag()
    before = signal.signal(signal.SIGINT, lambda *_signal: flag.set())
    try:
        yield flag
    finally:
        signal.signal(signal.SIGINT, before)
