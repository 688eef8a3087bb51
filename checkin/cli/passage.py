"""`checkin passage`: in and out of the room, and how many are inside."""

from argparse import Namespace

from checkin import words
from checkin.app import Desk, desk_open
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.scan import lines, show
from checkin.cli.shell import Shell, id_of
from checkin.domain.attendance import Direction, Occupancy
from checkin.language import _
from checkin.services.attending import Crossing, PassageKind


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin passage CBDE…",
        "checkin passage --attendee ID --out",
        "checkin passage",
        "checkin passage --json",
    )
    parser.add_argument(
        "code",
        nargs="?",
        metavar=_("CODE"),
        help=_("as it was scanned; - reads one a line; without any, say how many are inside"),
    )
    parser.add_argument("--attendee", metavar=_("ID"), help=_("someone found by name, rather than a code"))
    way = parser.add_mutually_exclusive_group()
    for direction, text in (
        (Direction.IN, _("in, whatever they were before")),
        (Direction.OUT, _("out, whatever they were before")),
    ):
        way.add_argument(
            f"--{direction.value}", dest="direction", action="store_const", const=direction, help=text
        )
    parser.add_argument(
        "--insist",
        action="store_true",
        help=_("let in although the room is full, or the entrance was not passed"),
    )
    parser.add_argument("--undo", metavar=_("PASSAGE"), help=_("take back the last passage of its person"))
    parser.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why, with --undo"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; refused if one of the passages was."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.undo:
            return _undo(desk, args)
        if args.attendee:
            crossing = desk.attending.cross(id_of(args.attendee), args.direction, insist=args.insist)
            return _answer(crossing, args)
        if args.code is None:
            _count(desk.attending.occupancy(), args)
            return Exit.DONE
        codes = lines() if args.code == "-" else [args.code]
        return max((_answer(_cross(desk, code, args), args) for code in codes), default=Exit.DONE)


def _undo(desk: Desk, args: Namespace) -> Exit:
    done = desk.attending.void(id_of(args.undo), args.reason)
    if args.json:
        say_json({"undone": done, **_occupancy(desk.attending.occupancy())})
    else:
        say(_("Undone.") if done else _("Nothing to undo: it was undone before, or another one followed it."))
    return Exit.DONE if done else Exit.REFUSED


def _cross(desk: Desk, code: str, args: Namespace) -> Crossing:
    """Record a passage: the way they were not, or the one that was asked for."""
    holder = desk.admitting.scan(code).holder if args.direction else None
    if holder is None:
        return desk.attending.scan(code, insist=args.insist)
    return desk.attending.cross(holder.attendee.id, args.direction, insist=args.insist)


def _answer(crossing: Crossing, args: Namespace) -> Exit:
    passage = crossing.passage
    if args.json:
        about = shapes.verdict(crossing.verdict)
        say_json(
            {
                "passage": crossing.kind.value,
                "id": str(passage.id) if passage else None,
                "verdict": about["verdict"],
                "attendee": about["attendee"],
                **_occupancy(crossing.occupancy),
            }
        )
    else:
        _show(crossing)
        _count(crossing.occupancy, args)
    return Exit.DONE if crossing.kind in {PassageKind.IN, PassageKind.OUT} else Exit.REFUSED


def _show(crossing: Crossing) -> None:
    if crossing.kind is PassageKind.REFUSED:
        show(crossing.verdict)
        return
    said = words.passage(crossing.kind)
    holder = crossing.verdict.holder
    say(f"{said.title} · {words.name(holder.attendee)}" if holder else said.title)
    say(f"  {said.sentence}")


def _count(occupancy: Occupancy, args: Namespace) -> None:
    if args.json:
        say_json(_occupancy(occupancy))
    elif occupancy.capacity is None:
        say(_("Inside: {inside}").format(inside=occupancy.inside))
    else:
        say(_("Inside: {inside} of {capacity}").format(inside=occupancy.inside, capacity=occupancy.capacity))


def _occupancy(value: Occupancy) -> shapes.Shape:
    return {"inside": value.inside, "capacity": value.capacity}
