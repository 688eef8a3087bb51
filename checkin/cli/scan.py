"""`checkin scan`: what a code opens; nothing is recorded."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from checkin import words
from checkin.app import desk_open
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.domain.admission import Verdict
from checkin.language import _


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin scan CBDE…", "zbarcam --raw | checkin scan - --json")
    parser.add_argument(
        "code",
        nargs="?",
        default="-",
        metavar=_("CODE"),
        help=_("as it was scanned or typed; - reads one a line, as a scanner types them"),
    )
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; refused if one of the codes was."""
    ended = Exit.DONE
    with desk_open(shell.settings, shell.event_id) as desk:
        for code in lines() if args.code == "-" else [args.code]:
            verdict = desk.admitting.scan(code)
            say_json(shapes.verdict(verdict)) if args.json else show(verdict)
            ended = ended if verdict.may_enter else Exit.REFUSED
    return ended


def lines() -> Iterator[str]:
    """Return the lines of stdin as they come, without blank ones."""
    return (line.strip() for line in iter(sys.stdin.readline, "") if line.strip())


def show(verdict: Verdict) -> None:
    """Say a verdict in words: what it is, who it is, what to do, and the party."""
    said = words.verdict(verdict)
    holder = verdict.holder
    about = [words.name(holder.attendee), holder.attendee.organisation] if holder else []
    mark = words.mark(holder.attendee.mark) if holder else ""
    say(" · ".join(filter(None, [said.title, *about, mark])))
    say(f"  {said.sentence}")
    for one in verdict.party if len(verdict.party) > 1 else ():
        say(f"  [{'x' if one.is_here else ' '}] {words.name(one.attendee)}")
