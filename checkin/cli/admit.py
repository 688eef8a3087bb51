"""`checkin admit`: the admission after the identity decision, and its undoing."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from itertools import zip_longest

from checkin import words
from checkin.app import Desk, desk_open
from checkin.cli import shapes
from checkin.cli.decision import Decision, by_eye, by_mrz
from checkin.cli.output import Exit, say, say_json
from checkin.cli.parser import Parser, add_json
from checkin.cli.refusal import exemption, refuse
from checkin.cli.scan import show
from checkin.cli.shell import Shell, id_of
from checkin.domain.admission import Admission, Exemption, Refusal, Verdict, VerdictKind
from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.domain.identity.checks import DocumentKind, IdentityCheck, OverrideReason
from checkin.language import _
from checkin.services.admitting import Entry


def fill(parser: Parser) -> None:
    """Add this command's arguments."""
    parser.example(
        "checkin admit CBDE… --document passport",
        "reader | checkin admit CBDE… --mrz -",
        "checkin admit --attendee ID --document identity_card --with-party",
        'checkin admit --undo ADMISSION --reason "wrong person"',
        "checkin admit CBDE… --refuse no_document",
        "checkin admit CBDE… --document passport --exempt organiser",
    )
    parser.add_argument("code", nargs="?", metavar=_("CODE"), help=_("as it was scanned or typed"))
    parser.add_argument("--attendee", metavar=_("ID"), help=_("someone found by name, rather than a code"))
    parser.add_argument(
        "--document",
        choices=[kind.value for kind in DocumentKind],
        metavar=_("KIND"),
        help=_("the identity document that was looked at: {kinds}").format(kinds=", ".join(DocumentKind)),
    )
    parser.add_argument(
        "--mrz",
        metavar=_("TEXT"),
        help=_("the machine-readable zone of the document; - reads it from stdin, as a reader types it"),
    )
    parser.add_argument(
        "--override",
        choices=[reason.value for reason in OverrideReason],
        metavar=_("REASON"),
        help=_("accept a document that the rules would not: {reasons}").format(
            reasons=", ".join(OverrideReason)
        ),
    )
    parser.add_argument(
        "--with-party",
        action="store_true",
        help=_("let in those of the party who are not here yet, too, after a look at their documents"),
    )
    instead = parser.add_mutually_exclusive_group()
    instead.add_argument(
        "--refuse",
        choices=[reason.value for reason in Refusal],
        metavar=_("REASON"),
        help=_("turn the person away instead, and record why: {reasons}").format(reasons=", ".join(Refusal)),
    )
    instead.add_argument(
        "--exempt",
        choices=[reason.value for reason in Exemption],
        metavar=_("REASON"),
        help=_(
            "let in someone revoked or declined all the same: {reasons}; asks for the supervisor’s PIN"
        ).format(reasons=", ".join(Exemption)),
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
        if args.refuse:
            return refuse(desk, verdict, Refusal(args.refuse), as_json=args.json)
        exempt = exemption(desk, verdict, Exemption(args.exempt)) if args.exempt else None
        return _enter(desk, verdict, exempt, args)


def _enter(desk: Desk, verdict: Verdict, exempt: Exemption | None, args: Namespace) -> int:
    """Admit whom the verdict, the documents and perhaps a supervisor let in, and say what became of each."""
    people = _who_enters(verdict, exempt, with_party=args.with_party)
    decisions = [_decide(desk, verdict, person, args) for person in people]
    if people and all(one is None or one.is_accepted for one in decisions):
        entries = _admit(desk, verdict, people, [one.check if one else None for one in decisions], exempt)
    else:
        entries = [Entry(verdict, _standing(verdict), is_new=False)]
    return _answer(entries, decisions, as_json=args.json)


def _who_enters(verdict: Verdict, exempt: Exemption | None, *, with_party: bool) -> list[Attendee]:
    """Return who may be let in now, the holder of the code first; an exemption is the holder's alone."""
    holder = verdict.holder
    if holder is not None and exempt is not None:
        return [holder.attendee]
    if holder is None or verdict.kind not in {VerdictKind.WELCOME, VerdictKind.ALREADY_ADMITTED}:
        return []
    first = [holder.attendee] if verdict.may_enter else []
    others = [one.attendee for one in verdict.waiting if one.attendee.id != holder.attendee.id]
    return first + (others if with_party else [])


def _decide(desk: Desk, verdict: Verdict, person: Attendee, args: Namespace) -> Decision | None:
    """Return the identity decision on one person, None where the event asks for no document.

    A machine-readable zone is that of the holder of the code; the others were looked at.
    """
    is_holder = verdict.holder is not None and verdict.holder.attendee.id == person.id
    if args.mrz is not None and is_holder:
        zone = sys.stdin.read() if args.mrz == "-" else args.mrz
        return by_mrz(desk, person, zone, OverrideReason(args.override) if args.override else None)
    if args.document is not None:
        return by_eye(desk, person, DocumentKind(args.document))
    if desk.event.policy.identity_required:
        raise InputError(
            _("This event asks for an identity document from each person."),
            _("Look at it and say which it is with --document, or read it with --mrz."),
        )
    return None


def _admit(
    desk: Desk,
    verdict: Verdict,
    people: Sequence[Attendee],
    checks: Sequence[IdentityCheck | None],
    exempt: Exemption | None,
) -> list[Entry]:
    everyone = zip(people, checks, strict=True)
    return desk.admitting.admit_party(
        [(person.id, desk.admitting.new_admission_id(), check) for person, check in everyone],
        verdict.ticket_id,
        exempt,
        seen=verdict,
    )


def _answer(entries: Sequence[Entry], decisions: Sequence[Decision | None], *, as_json: bool) -> Exit:
    """Say what became of each person, one line of JSON each."""
    for entry, decision in zip_longest(entries, decisions[: len(entries)]):
        if as_json:
            say_json(_shape(entry, decision))
            continue
        if entry.is_new and entry.verdict.holder:
            say(f"{words.admitted(1).title} · {words.name(entry.verdict.holder.attendee)}")
        elif decision is None or decision.is_accepted:
            show(entry.verdict)
        else:
            say(_("Not admitted: verify the identity, then say why with --override."))
        for line in decision.lines if decision else ():
            say(f"  {line}")
    return Exit.DONE if all(entry.is_new for entry in entries) else Exit.REFUSED


def _shape(entry: Entry, decision: Decision | None) -> shapes.Shape:
    return {
        "admitted": entry.is_new,
        "admission": str(entry.admission.id) if entry.admission else None,
        "identity": decision.shape if decision else None,
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
