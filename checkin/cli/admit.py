"""`checkin admit`: the admission after the identity decision, and its undoing."""

from argparse import Namespace
from collections.abc import Sequence

from checkin import words
from checkin.app import Desk, desk_open, new_id, now
from checkin.cli import shapes
from checkin.cli.output import Exit, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.scan import show
from checkin.cli.shell import Shell, id_of
from checkin.domain.admission import Admission, Verdict, VerdictKind
from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, IdentityCheck, Outcome, Way
from checkin.language import _
from checkin.services.admitting import Entry


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin admit CBDE… --document passport",
        "checkin admit --attendee ID --document identity_card --with-party",
        'checkin admit --undo ADMISSION --reason "wrong person"',
    )
    parser.add_argument("code", nargs="?", metavar=_("CODE"), help=_("as it was scanned or typed"))
    parser.add_argument("--attendee", metavar=_("ID"), help=_("someone found by name, rather than a code"))
    parser.add_argument(
        "--document",
        type=DocumentKind,
        choices=list(DocumentKind),
        metavar=_("KIND"),
        help=_("the identity document that was looked at: {kinds}").format(kinds=", ".join(DocumentKind)),
    )
    parser.add_argument(
        "--with-party",
        action="store_true",
        help=_("let in those of the party who are not here yet, too, after a look at their documents"),
    )
    parser.add_argument(
        "--undo", metavar=_("ADMISSION"), help=_("take back an admission; it stays on record")
    )
    parser.add_argument("--reason", default="", metavar=_("TEXT"), help=_("why, with --undo"))
    add_json(parser)


def run(args: Namespace, shell: Shell) -> int:
    """Do what was asked; refused if the rules or the identity document say so."""
    if sum(map(bool, (args.code, args.attendee, args.undo))) != 1:
        raise InputError(_("Say who is to be let in."), _("Give a code, or --attendee with an id."))
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.undo:
            return _undo(desk, args)
        if args.attendee:
            verdict = desk.admitting.look_up(id_of(args.attendee))
        else:
            verdict = desk.admitting.scan(args.code)
        people = _who_enters(verdict, with_party=args.with_party)
        if not people:
            return _answer([Entry(verdict, _standing(verdict), is_new=False)], as_json=args.json)
        if args.document is None and desk.event.policy.identity_required:
            raise InputError(
                _("This event asks for an identity document."),
                _("Look at it, and say which it is with --document."),
            )
        return _answer(_admit(desk, verdict, people, args.document), as_json=args.json)


def _who_enters(verdict: Verdict, *, with_party: bool) -> list[Attendee]:
    """Return who may be let in now, the holder of the code first."""
    holder = verdict.holder
    if holder is None or verdict.kind not in {VerdictKind.WELCOME, VerdictKind.ALREADY_ADMITTED}:
        return []
    first = [holder.attendee] if verdict.may_enter else []
    others = [one.attendee for one in verdict.waiting if one.attendee.id != holder.attendee.id]
    return first + (others if with_party else [])


def _admit(
    desk: Desk, verdict: Verdict, people: Sequence[Attendee], document: DocumentKind | None
) -> list[Entry]:
    checks = [_looked_at(desk, person, document) if document else None for person in people]
    if len(people) == 1:
        admission_id = desk.admitting.new_admission_id()
        return [desk.admitting.admit(people[0].id, admission_id, checks[0], verdict.ticket_id)]
    return desk.admitting.admit_party(
        [
            (person.id, desk.admitting.new_admission_id(), check)
            for person, check in zip(people, checks, strict=True)
        ]
    )


def _looked_at(desk: Desk, person: Attendee, document: DocumentKind) -> IdentityCheck:
    settings = desk.settings
    return IdentityCheck(
        new_id(),
        person.id,
        Way.EYE,
        document,
        Outcome.MATCH,
        ExpiryOutcome.UNKNOWN,
        settings.operator,
        settings.desk,
        now(),
    )


def _answer(entries: Sequence[Entry], *, as_json: bool) -> Exit:
    """Say what became of each person, one line of JSON each."""
    for entry in entries:
        if as_json:
            say_json(_shape(entry))
        elif entry.is_new and entry.verdict.holder:
            say(f"{_('Admitted')} · {words.name(entry.verdict.holder.attendee)}")
        else:
            show(entry.verdict)
    return Exit.DONE if all(entry.is_new for entry in entries) else Exit.REFUSED


def _shape(entry: Entry) -> shapes.Shape:
    return {
        "admitted": entry.is_new,
        "admission": str(entry.admission.id) if entry.admission else None,
        **shapes.verdict(entry.verdict),
    }


def _standing(verdict: Verdict) -> Admission | None:
    return verdict.holder.admission if verdict.holder else None


def _undo(desk: Desk, args: Namespace) -> Exit:
    done = desk.admitting.void(id_of(args.undo), args.reason)
    if args.json:
        say_json({"undone": done})
    else:
        say(
            _("Undone.")
            if done
            else _("Nothing to undo: there is no such admission, or it was undone before.")
        )
    return Exit.DONE if done else Exit.REFUSED
