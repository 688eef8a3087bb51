"""`checkin send`: the confirmations by mail, or as drafts; who has been sent what."""

import os
import sys
from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from getpass import getpass
from pathlib import Path
from uuid import UUID

from checkin import words
from checkin.app import Desk, desk_open
from checkin.cli.confirm import party_of
from checkin.cli.output import Exit, complain, instant, pair, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.shell import Shell, id_of, until_interrupted
from checkin.domain.errors import InputError
from checkin.domain.mailing import MailServer, Outcome, Security
from checkin.language import _
from checkin.services.mailings import Mailing
from checkin.services.sending import Run

_PASSWORD = "CHECKIN_SMTP_PASSWORD"  # noqa: S105 - the variable's name
_LEFT = (Outcome.REFUSED, Outcome.POSTPONED, Outcome.UNCERTAIN)


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin send --drafts drafts/",
        "checkin send --smtp --server smtp.example.org:587 --user sec@example.org",
        "checkin send --list --json",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--smtp", action="store_true", help=_("send to every party that is due"))
    what.add_argument(
        "--drafts", type=Path, metavar=_("FOLDER"), help=_("write drafts for a mail program; send nothing")
    )
    what.add_argument("--list", action="store_true", help=_("say who has been sent what, and when"))
    what.add_argument(
        "--arrived",
        metavar=_("ID"),
        help=_("record that an uncertain message to this person's party arrived"),
    )
    parser.add_argument(
        "--only", metavar=_("ID"), help=_("the party of this person, whether it is due or not")
    )
    server = parser.add_argument_group(_("The mail server, else the one of the window"))
    server.add_argument("--server", type=_host_and_port, metavar=_("HOST[:PORT]"), help=_("its name"))
    server.add_argument(
        "--security", choices=[one.value for one in Security], help=_("how the line is encrypted")
    )
    server.add_argument(
        "--user", help=_("whom it knows; the password is asked for, unless the keyring has it")
    )
    server.add_argument(
        "--from", dest="sender", metavar=_("ADDRESS"), help=_("the sender; the user, if it is not said")
    )
    server.add_argument("--per-minute", type=_count, metavar=_("COUNT"), help=_("messages a minute at most"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; Ctrl-C ends the run between two messages, and the next one goes on."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.list:
            return _list(desk, as_json=args.json)
        if args.arrived:
            desk.sending.settle([party_of(desk, id_of(args.arrived))], arrived=True)
            return Exit.DONE
        chosen = [party_of(desk, id_of(args.only))] if args.only else None
        with until_interrupted() as go_on:
            if args.drafts:
                done = desk.sending.draft(args.drafts, chosen, go_on)
            else:
                server = _server(desk, args)
                done = desk.sending.send(server, _password(desk, server), chosen, go_on)
        _show(done, as_json=args.json)
        if not args.drafts and not args.json:
            _show_failures(desk, chosen)
    return _ending(done)


def _list(desk: Desk, *, as_json: bool) -> int:
    for one in desk.sending.mailings():
        if as_json:
            say_json(_shape(one))
        else:
            say(pair(words.list_name(one.party.lead), words.mail_state(one.state, one.last)))
    return Exit.DONE


def _shape(one: Mailing) -> dict[str, object]:
    last = one.last
    return {
        "party": str(one.party.id),
        "lead": str(one.party.lead.id),
        "state": one.state.value,
        "kind": last.kind.value if last else None,
        "outcome": last.outcome.value if last else None,
        "at": instant(last.ended_at or last.began_at) if last else None,
        "said": last.said if last else "",
    }


def _server(desk: Desk, args: Namespace) -> MailServer:
    server = desk.mail_servers.server()
    if args.server:
        server = replace(server, host=args.server[0], port=args.server[1])
    given = {
        "security": Security(args.security) if args.security else None,
        "user": args.user,
        "sender": args.sender or args.user,
        "per_minute": args.per_minute,
    }
    return replace(server, **{name: value for name, value in given.items() if value is not None})


def _password(desk: Desk, server: MailServer) -> str:
    if not server.user:
        return ""
    found = os.environ.get(_PASSWORD) or desk.mail_servers.password(server)
    if found:
        return found
    if sys.stdin is None or not sys.stdin.isatty():
        raise InputError(
            _("There is no password for the mail server."),
            _("Set it up in the window once, or give it in CHECKIN_SMTP_PASSWORD."),
        )
    return getpass(_("Password: "))


def _show(done: Run, *, as_json: bool) -> None:
    counts = {outcome: done.counts[outcome] for outcome in Outcome if outcome is not Outcome.SENDING}
    if as_json:
        say_json({outcome.value: count for outcome, count in counts.items()} | {"complete": done.is_complete})
        return
    said = [words.mail_count(outcome, count) for outcome, count in counts.items() if count]
    say(", ".join(said) if said else _("Nothing was to be sent."))


def _show_failures(desk: Desk, chosen: list[UUID] | None) -> None:
    """List what is left and what the server said of it, by the ids of the leads."""
    for one in desk.sending.mailings():
        if one.last is not None and one.last.outcome in _LEFT and (chosen is None or one.party.id in chosen):
            say(f"  {one.party.lead.id}  {one.last.said}")


def _ending(done: Run) -> int:
    if done.stopped is not None:
        complain(done.stopped.happened, done.stopped.to_do)
        return Exit.WRONG
    if not done.is_complete:
        complain(_("Stopped."), _("The same command goes on from there."))
        return Exit.STOPPED
    return Exit.REFUSED if any(done.counts[outcome] for outcome in _LEFT) else Exit.DONE


def _host_and_port(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon:
        return text, MailServer().port
    try:
        return host, int(port)
    except ValueError:
        raise ArgumentTypeError(_("not a server's name and port")) from None


def _count(text: str) -> int:
    try:
        if (count := int(text)) > 0:
            return count
    except ValueError:
        pass
    raise ArgumentTypeError(_("not a number of messages"))
