"""`checkin import` into an event: what changes, what was imported before, and taking it back."""

from argparse import Namespace

from checkin import words
from checkin.app import Desk, desk_open
from checkin.cli import shapes
from checkin.cli.output import Exit, complain, instant, pair, say, say_json
from checkin.cli.shell import Shell, id_of
from checkin.cli.sources import read_from
from checkin.domain.errors import CheckinError
from checkin.intake.proposals import Proposal, Reading, Reply
from checkin.language import _, clock, long_date
from checkin.services.changes import Change, ChangeKind, Choices, Meeting
from checkin.services.importing import PastImport, Plan, Undo


def run(args: Namespace, shell: Shell) -> int:
    """Import the files, show what was imported, or take an import back."""
    with desk_open(shell.settings, shell.event_id) as desk:
        if args.history:
            return _show_history(desk, in_json=args.json)
        if args.undo:
            return _undo(desk, args.undo, in_json=args.json)
        return max(_import(desk, file, args) for file in args.files)


def _import(desk: Desk, file: str, args: Namespace) -> Exit:
    try:
        reading = read_from(file)
    except CheckinError as error:
        if args.json:
            say_json(_shape(file) | {"error": str(error)})
        complain(f"{file}:", str(error))
        return Exit.WRONG
    choices = _choices(reading, args)
    plan = desk.importing.preview(reading, choices)
    if args.gone:
        choices = Choices(left=choices.left, gone=frozenset(one.lead.party_id for one in plan.gone))
    if not args.dry_run:
        desk.importing.apply(reading, choices=choices)
    if args.json:
        say_json(_shape(file, plan, choices))
    else:
        _show(file, plan, choices, is_dry=args.dry_run)
    return Exit.REFUSED if reading.problems and not args.dry_run else Exit.DONE


def _choices(reading: Reading, args: Namespace) -> Choices:
    """Return what is left out: lines or messages by number, and mails that are not sure unless asked for."""
    left = (
        place
        for place, proposal in enumerate(reading.proposals)
        if (proposal.source.message or proposal.source.line) in args.leave
        or (not args.unsure and _is_unsure(proposal))
    )
    return Choices(left=frozenset(left))


def _is_unsure(proposal: Proposal) -> bool:
    """Whether a message answers, and a person is to look at what."""
    return proposal.source.message is not None and not proposal.sure and proposal.reply is not Reply.NO_RSVP


def _shape(file: str, plan: Plan | None = None, choices: Choices | None = None) -> shapes.Shape:
    left = choices.left if choices else frozenset()
    taken = [change for place, change in enumerate(plan.changes) if place not in left] if plan else []
    return {
        "file": file,
        **{kind.value: sum(change.kind is kind for change in taken) for kind in ChangeKind},
        "unsure": sum(_is_unsure(plan.changes[place].proposal) for place in left) if plan else 0,
        "gone": [str(one.lead.id) for one in plan.gone] if plan else [],
        "rejected": shapes.rejected(plan.problems if plan else ()),
        "error": None,
    }


def _show(file: str, plan: Plan, choices: Choices, *, is_dry: bool) -> None:
    say(file + (" · " + _("nothing is recorded") if is_dry else ""))
    taken = [change for place, change in enumerate(plan.changes) if place not in choices.left]
    for kind in ChangeKind:
        found = [change for change in taken if change.kind is kind]
        say("  " + pair(words.change(kind), len(found)))
        for change in found if is_dry and kind in {ChangeKind.NEW, ChangeKind.CHANGED} else ():
            _show_change(change)
    unsure = [
        plan.changes[place].source for place in choices.left if _is_unsure(plan.changes[place].proposal)
    ]
    if len(choices.left) > len(unsure):
        say("  " + pair(_("Left out"), len(choices.left) - len(unsure)))
    if unsure:
        numbers = ", ".join(str(one.message) for one in unsure)
        say("  " + pair(_("Not sure, left for the window (or --unsure): messages"), numbers))
    for meeting in plan.meetings:
        _show_meeting(meeting)
    if plan.gone:
        say("  " + pair(_("No longer on the list"), len(plan.gone)))
    for gone in plan.gone if is_dry else ():
        say(f"    {gone.source.line or 0:>5}  {words.name(gone.lead)}")
    for problem in plan.problems:
        say("  " + pair(_("Line {line}").format(line=problem.line), problem.reason))


def _show_change(change: Change) -> None:
    source = change.source
    number = source.message or source.line or 0
    for field in change.fields:
        before = f"{words.value(field.field, field.before)} → " if field.before else ""
        about = "" if field.field == "name" else f"{words.name(field.person)}, {words.field(field.field)}: "
        say(f"    {number:>5}  {about}{before}{words.value(field.field, field.after)}")


def _show_meeting(meeting: Meeting) -> None:
    said = f"{meeting.name.given_name} {meeting.name.family_name}".strip()
    taken = _("taken for one person") if meeting.is_one else _("taken for two people")
    who = f"{words.name(meeting.known)} / {said}" if said else words.name(meeting.known)
    say("  " + pair(words.likeness(meeting.why), f"{who}, {taken}"))


def _show_history(desk: Desk, *, in_json: bool) -> Exit:
    for one in desk.importing.history():
        if in_json:
            say_json(_past(one))
        else:
            _show_past(one)
    return Exit.DONE


def _show_past(one: PastImport) -> None:
    record = one.record
    counts = _("{added} added, {changed} changed").format(added=one.added, changed=one.changed)
    undone = " · " + _("undone") if record.undone_at else ""
    say(f"{record.id}  {long_date(record.at)} {clock(record.at)}  {record.source} · {counts}{undone}")


def _past(one: PastImport) -> shapes.Shape:
    record = one.record
    return {
        "id": str(record.id),
        "at": instant(record.at),
        "operator": record.operator,
        "file": record.source,
        "added": one.added,
        "changed": one.changed,
        "undone_at": instant(record.undone_at),
    }


def _undo(desk: Desk, which: str, *, in_json: bool) -> Exit:
    standing = [one.record.id for one in desk.importing.history() if one.record.undone_at is None]
    wanted = next(iter(standing), None) if which == "last" else id_of(which)
    undo = desk.importing.undo(wanted) if wanted else Undo.ALREADY
    if in_json:
        say_json({"undone": str(wanted) if undo is Undo.DONE else None, "reason": undo.value})
    else:
        said = words.undo(undo)
        say(pair(said.title, said.sentence))
    return Exit.DONE if undo is Undo.DONE else Exit.REFUSED
