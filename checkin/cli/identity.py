"""`checkin identity`: read a machine-readable zone, compare names, count the checks; nothing is recorded."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from checkin import identity_words, words
from checkin.app import desk_open
from checkin.cli.identity_shapes import comparison_shape, document_shape, figures_shape, told, unread_shape
from checkin.cli.output import Exit, pair, say, say_json, table
from checkin.cli.parser import Parser, add_common, add_json
from checkin.cli.shell import Shell
from checkin.domain.errors import InputError
from checkin.domain.identity.checks import Figures, Outcome
from checkin.domain.identity.document import Document, Name, Pieces, Unread
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.names import Comparison, compare_names
from checkin.domain.identity.reading import name_printed
from checkin.domain.identity.validity import validity
from checkin.language import PARIS, _

_FIELDS = 3  # of a line of --pairs


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin identity read -", "checkin identity compare --given Pascale --family Martin --mrz -"
    )
    kinds = parser.add_subparsers(dest="kind", required=True, title=_("Commands"), metavar=_("COMMAND"))
    read = kinds.add_parser("read", help=_("say what a machine-readable zone holds, or where it is wrong"))
    read.add_argument(
        "lines",
        nargs="+",
        metavar=_("LINE"),
        help=_("its lines, or all of them joined; - reads them from stdin"),
    )
    compare = kinds.add_parser("compare", help=_("compare a name of the list with one on a document"))
    _fill_compare(compare)
    for one in (read, compare):
        one.add_argument(
            "--on",
            type=date.fromisoformat,
            metavar=_("DATE"),
            help=_("the day to judge it on; today if not given"),
        )
    kinds.add_parser(
        "figures", help=_("count the event’s checks by way and outcome, and what was accepted why")
    )
    for one in kinds.choices.values():
        add_json(one)
        add_common(one)
    read.example(
        "checkin identity read 'I<UTOD23145890…' '7408122F12…' 'ERIKSSON<<ANNA…'",
        "reader | checkin identity read -",
    )
    compare.example(
        "checkin identity compare --given Pascale --family \"d'Artois\" --printed 'DARTOIS<<PASCALE<MARIE'"
    )


def _fill_compare(parser: Parser) -> None:
    parser.add_argument(
        "--given", default="", metavar=_("NAME"), help=_("the given name, as the list has it")
    )
    parser.add_argument(
        "--family",
        default="",
        metavar=_("NAME"),
        help=_("the family name, as the list has it; or the whole name"),
    )
    shown = parser.add_mutually_exclusive_group(required=True)
    shown.add_argument("--mrz", metavar=_("TEXT"), help=_("the document’s zone; - reads it from stdin"))
    shown.add_argument("--printed", metavar="FAMILY<<GIVEN", help=_("the name as a document’s zone has it"))
    shown.add_argument(
        "--pairs",
        metavar=_("FILE"),
        help=_(
            "many at once: a line each, « given name; family name; name or zone of the document »; - is stdin"
        ),
    )


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    if args.kind == "figures":
        with desk_open(shell.settings, shell.event_id) as desk:
            return _tell_figures(desk.identifying.figures(), as_json=args.json)
    today = args.on or datetime.now(PARIS).date()
    if args.kind == "read":
        return _read(_text(args.lines), today, as_json=args.json)
    return _compare(args, today)


def _text(lines: list[str]) -> str:
    return sys.stdin.read() if lines == ["-"] else "\n".join(lines)


def _read(text: str, today: date, *, as_json: bool) -> Exit:
    found = parse(text, today)
    if as_json and isinstance(found, Document):
        say_json(document_shape(found, validity(found, today)))
    elif as_json and isinstance(found, Unread):
        say_json(unread_shape(found))
    else:
        _say_read(found, today)
    return Exit.DONE if isinstance(found, Document) else Exit.REFUSED


def _say_read(found: Document | Unread, today: date) -> None:
    if isinstance(found, Unread):
        say(f"{words.unread(found.reason).title}. {words.unread(found.reason).sentence}")
        for pieces in found.marked():
            _say_marked(pieces)
        for problem in found.problems:
            say(f"  {identity_words.problem(problem)}")
        return
    say(f"{words.document(found.kind)} · {found.format.value}")
    for field, value in told(found).items():
        if value:
            say(pair(identity_words.zone_field(field), value))
    say(words.expiry(validity(found, today).outcome).sentence)
    for check in found.checks:
        say(f"  {identity_words.check_digit(check)}")


def _say_marked(pieces: Pieces) -> None:
    say("  " + "".join(text for text, _is_wrong in pieces))
    if any(is_wrong for _text, is_wrong in pieces):
        say("  " + "".join("^ "[not is_wrong] * len(text) for text, is_wrong in pieces).rstrip())


def _compare(args: Namespace, today: date) -> Exit:
    found: Comparison | Unread
    outcomes = []
    for given, family, shown in _asked(args):
        name = _name(shown, today)
        found = name if isinstance(name, Unread) else compare_names(given, family, name)
        outcomes.append(found.outcome if isinstance(found, Comparison) else Outcome.MISMATCH)
        if args.json:
            say_json(comparison_shape(found))
        else:
            _say_comparison(found)
    return Exit.REFUSED if Outcome.MISMATCH in outcomes else Exit.DONE


def _asked(args: Namespace) -> Iterator[tuple[str, str, str]]:
    if args.pairs is None:
        zone = sys.stdin.read() if args.mrz == "-" else args.mrz
        yield args.given, args.family, args.printed if zone is None else zone
        return
    for number, line in enumerate(_lines(args.pairs), start=1):
        parts = [part.strip() for part in line.split(";")]
        if len(parts) != _FIELDS:
            raise InputError(
                _("Line {number} has no three parts.").format(number=number),
                _("Write the given name, the family name and the document’s name, parted by semicolons."),
            )
        yield parts[0], parts[1], parts[2]


def _lines(file: str) -> list[str]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("The file can't be read."), _("Give a text file in UTF-8, or - for stdin.")
        ) from error
    return [line for line in text.splitlines() if line.strip()]


def _name(shown: str, today: date) -> Name | Unread:
    """Return the name on a document, whose whole zone or only its name is given."""
    found = parse(shown, today)
    if isinstance(found, Document):
        return found.name
    return name_printed(shown) or found


def _say_comparison(found: Comparison | Unread) -> None:
    if isinstance(found, Unread):
        say(f"{words.unread(found.reason).title}. {words.unread(found.reason).sentence}")
        return
    said = words.outcome(found.outcome)
    say(f"{said.title}. {said.sentence}")
    for reason in found.reasons:
        say(f"  {words.name_reason(reason)}")


def _tell_figures(figures: Figures, *, as_json: bool) -> Exit:
    if as_json:
        say_json(figures_shape(figures))
        return Exit.DONE
    rows: list[tuple[str, ...]] = [
        (identity_words.way(way), str(count)) for way, count in figures.by_way.items()
    ]
    rows += [(words.outcome(outcome).title, str(count)) for outcome, count in figures.by_outcome.items()]
    rows += [(words.override(reason), str(count)) for reason, count in figures.overrides.items() if count]
    table(rows)
    return Exit.DONE
