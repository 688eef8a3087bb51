"""`checkin event`: make one from a file, list them, show one, carry its secret to another computer."""

import os
from argparse import Namespace
from pathlib import Path

from checkin.app import Desk, desk_open, new_id, open_events
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json, written
from checkin.cli.parser import Parser, add_common, add_json
from checkin.cli.refusal import read_pin
from checkin.cli.shell import Shell
from checkin.domain.errors import InputError, PlaceError
from checkin.domain.event import Event
from checkin.intake.programme import read_event
from checkin.language import _, clock, long_date


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example("checkin event create --from day.toml", "checkin event list --json")
    kinds = parser.add_subparsers(dest="kind", required=True, title=_("Commands"), metavar=_("COMMAND"))
    create = kinds.add_parser("create", help=_("make an event from a file"))
    create.add_argument(
        "--from", dest="file", type=Path, required=True, metavar=_("FILE.toml"), help=_("what describes it")
    )
    add_json(create)
    add_json(kinds.add_parser("list", help=_("list the events of the database, the newest first")))
    add_json(kinds.add_parser("show", help=_("show one: its programme and its places")))
    secret = kinds.add_parser(
        "secret", help=_("save the secret that codes are made from, or bring it to this computer")
    )
    way = secret.add_mutually_exclusive_group(required=True)
    way.add_argument("--export", type=Path, metavar=_("FILE"), help=_("save it in a new file"))
    way.add_argument("--import", type=Path, dest="bring", metavar=_("FILE"), help=_("bring it from a file"))
    pin = kinds.add_parser("pin", help=_("set the supervisor's PIN, read from stdin"))
    for one, example in (
        (pin, "checkin event pin"),
        (create, "checkin event create --from day.toml --json"),
        (secret, "checkin event secret --export /media/key/event.secret"),
    ):
        one.example(example)
    for one in kinds.choices.values():
        add_common(one)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked."""
    if args.kind in {"create", "list"}:
        events = open_events(shell.settings)
        try:
            shown = [events.create(read_event(args.file, new_id))] if args.kind == "create" else events.all()
        finally:
            events.database.close()
        for event in shown:
            _show(event, as_json=args.json, whole=False)
        return Exit.DONE
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.kind == "pin":
            _set_pin(desk)
        elif args.kind == "show":
            _show(desk.event, as_json=args.json, whole=True)
        elif args.export:
            _save_secret(desk, args.export)
        else:
            _bring_secret(desk, args.bring)
    return Exit.DONE


def _show(event: Event, *, as_json: bool, whole: bool) -> None:
    if as_json:
        say_json(shapes.event(event))
        return
    say(f"{event.id}  {long_date(event.starts)}  {event.title}")
    if whole:
        for slot in event.programme:
            say(f"  {clock(slot.starts)}–{clock(slot.ends)}  {slot.title}")
        for place in event.checkpoints:
            holds = _("{count} places").format(count=place.capacity) if place.capacity else ""
            say(f"  {place.name}  {holds}".rstrip())


def _set_pin(desk: Desk) -> None:
    desk.supervising.set_pin(read_pin(_("Supervisor’s PIN (at least 4 characters): ")))
    say(_("The supervisor’s PIN is set."))


def _save_secret(desk: Desk, path: Path) -> None:
    """Write the secret into a new file that only its owner can read."""
    secret = desk.secrets.get(desk.event.id)
    if secret is None:
        raise InputError(
            _("This computer has no secret of this event."),
            _("It is made with the first confirmation: checkin confirm."),
        )
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secret.hex() + "\n")
    except OSError as error:
        raise PlaceError(
            _("The secret can't be saved in {file}.").format(file=path),
            _("Choose a new file, where you may write."),
        ) from error
    written(path)


def _bring_secret(desk: Desk, path: Path) -> None:
    try:
        text = path.read_text("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _("The file {file} can't be read.").format(file=path.name),
            _("Choose the file that was saved as the event's secret."),
        ) from error
    desk.secrets.bring(desk.event.id, text)
    say(_("This computer can now issue the confirmations of this event."))
