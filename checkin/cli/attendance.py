"""`checkin attendance`: who came, in figures, and the report, the attestations and the export."""

from argparse import Namespace
from pathlib import Path
from typing import Any
from uuid import UUID

from checkin.app import desk_open
from checkin.cli.output import Exit, instant, pair, say, say_json, written
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell, id_of
from checkin.domain.turnout import Turnout
from checkin.language import _
from checkin.services.reporting import Reporting


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin attendance --json", "checkin attendance --report report.pdf --export list.xlsx")
    parser.add_argument("--report", metavar=_("FILE.pdf"), help=_("write the report of the event"))
    parser.add_argument(
        "--export", metavar=_("FILE"), help=_("write everybody and their attendance: .xlsx or .csv")
    )
    parser.add_argument("--attestations", metavar=_("FILE.pdf"), help=_("write a page for each who came"))
    parser.add_argument("--attendee", metavar=_("ID"), help=_("the attestation of this person only"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    whose = None if args.attendee is None else {id_of(args.attendee)}
    with desk_open(shell.settings, shell.event_id) as desk:
        files = _write(desk.reporting, args, whose)
        seen = desk.reporting.turnout()
    if args.json:
        say_json(_shape(seen))
        return Exit.DONE
    for path in files:
        written(path)
    if not files:
        _tell(seen)
    return Exit.DONE


def _write(reporting: Reporting, args: Namespace, whose: set[UUID] | None) -> list[Path]:
    """Write the files that were asked for, and return where they are."""
    files = []
    if args.report:
        files.append(Path(args.report))
        reporting.save(files[-1], reporting.report())
    if args.attestations:
        files.append(Path(args.attestations))
        reporting.save(files[-1], reporting.attestations(whose))
    if args.export:
        files.append(Path(args.export))
        reporting.export(files[-1])
    return files


def _tell(seen: Turnout) -> None:
    for text, count in (
        (_("People expected"), seen.expected),
        (_("Came"), seen.admitted),
        (_("In the room"), seen.inside),
        (_("Left the room"), seen.gone),
        (_("Not here"), len(seen.no_shows)),
    ):
        say(pair(text, count))


def _shape(seen: Turnout) -> dict[str, Any]:
    slots = zip(seen.event.programme, seen.attendance, strict=True)
    return {
        "at": instant(seen.at),
        "expected": seen.expected,
        "came": seen.admitted,
        "inside": seen.inside,
        "gone": seen.gone,
        "not_here": len(seen.no_shows),
        "arrivals": [{"at": instant(at), "count": count} for at, count in seen.arrivals()],
        "slots": [{"title": slot.title, "starts": instant(slot.starts), "count": n} for slot, n in slots],
        "organisations": [
            {"organisation": one.organisation, "expected": one.expected, "came": one.came}
            for one in seen.by_organisation()
        ],
        "parties": {str(size): count for size, count in seen.company().items()},
    }
