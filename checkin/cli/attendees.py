"""`checkin attendees`: who is expected, and who of them is here."""

from argparse import Namespace

from checkin import words
from checkin.app import desk_open
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json, table
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell
from checkin.domain.admission import Member
from checkin.language import _, n_

_ALL = 1_000_000


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin attendees --search artois", "checkin attendees --missing --json")
    parser.add_argument("--search", metavar=_("TEXT"), help=_("those whom the words help to name"))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--here", action="store_true", help=_("those who were let in"))
    which.add_argument("--missing", action="store_true", help=_("those who are expected and not here yet"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    with desk_open(shell.settings, shell.event_id) as desk:
        found = desk.searching.everyone() if args.search is None else desk.searching.find(args.search, _ALL)
    shown = [one for one in found if _is_wanted(one, args)]
    if args.json:
        for one in shown:
            say_json(shapes.member(one))
        return Exit.DONE
    if shown:
        table([_row(one) for one in shown])
    say(n_("{count} person", "{count} people", len(shown)).format(count=len(shown)))
    return Exit.DONE


def _is_wanted(one: Member, args: Namespace) -> bool:
    if args.here:
        return one.is_here
    return not args.missing or (one.attendee.is_expected and not one.is_here)


def _row(one: Member) -> tuple[str, ...]:
    person = one.attendee
    here = _("here") if one.is_here else ""
    answer = "" if person.is_expected else words.status(person.status)
    return words.list_name(person), person.organisation, words.mark(person.mark), here or answer
