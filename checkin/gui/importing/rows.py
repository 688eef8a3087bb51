"""A plan as rows to tick: what each row decides, and what it says."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from checkin import words
from checkin.intake.proposals import PersonName, Source
from checkin.language import _, n_
from checkin.services.changes import Change, ChangeKind, Choices, FieldChange, Gone, Likeness, Meeting
from checkin.services.importing import Plan


class Decides(StrEnum):
    """What a tick decides."""

    REPLY = "reply"  # the reply is taken
    FIELD = "field"  # the field changes
    MEETING = "meeting"  # the two are one person
    GONE = "gone"  # the party is taken off the list


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One line of a tab; without a `key` nothing is decided by it. `ticked` is what is proposed."""

    cells: tuple[str, ...]
    decides: Decides = Decides.REPLY
    key: Hashable = None
    ticked: bool = True
    is_detail: bool = False


class Ticks:
    """What a person turned from what was proposed."""

    def __init__(self) -> None:
        self._turned: dict[Decides, set[Hashable]] = {kind: set() for kind in Decides}

    def is_on(self, row: Row) -> bool:
        """Whether a row is ticked now."""
        return row.ticked != (row.key in self._turned[row.decides])

    def turn(self, row: Row) -> None:
        """Tick a row, or take the tick away."""
        self._turned[row.decides] ^= {row.key}

    def set(self, row: Row, *, on: bool) -> None:
        """Have a row ticked, or not."""
        if self.is_on(row) != on:
            self.turn(row)

    @property
    def choices(self) -> Choices:
        """All that was decided, as the import takes it."""
        turned = self._turned
        return Choices(
            left=frozenset(turned[Decides.REPLY]),  # type: ignore[arg-type]  # the keys that _new gave
            kept=frozenset(turned[Decides.FIELD]),  # type: ignore[arg-type]  # the same
            turned=frozenset(turned[Decides.MEETING]),  # type: ignore[arg-type]  # the same
            gone=frozenset(turned[Decides.GONE]),  # type: ignore[arg-type]  # the same
        )


def rows_of_kind(plan: Plan, kind: ChangeKind) -> list[Row]:
    """Return the rows of the changes of one kind."""
    found = ((place, change) for place, change in enumerate(plan.changes) if change.kind is kind)
    if kind is ChangeKind.CHANGED:
        return [row for place, change in found for row in _changed(place, change)]
    decided = kind is ChangeKind.NEW
    return [_reply(change, place if decided else None) for place, change in found]


def rows_of_meetings(plan: Plan) -> list[Row]:
    """Return a row for each two who may be one person."""
    return [_meeting(one) for one in plan.meetings]


def rows_of_gone(plan: Plan) -> list[Row]:
    """Return a row for each party that is no longer on the list."""
    return [_gone(one) for one in plan.gone]


def rows_of_problems(plan: Plan) -> list[Row]:
    """Return a row for each line that can't be read."""
    return [Row((str(one.line), one.reason)) for one in plan.problems]


def where(source: Source) -> str:
    """Return the number of a line or a message."""
    return str(source.line or source.message or "")


def full_name(name: PersonName) -> str:
    """Return a name as a list shows it, family name first."""
    return f"{name.family_name} {name.given_name}".strip()


def companions_of(change: Change) -> str:
    """Return who comes along, the unnamed counted."""
    proposal = change.proposal
    named = [f"{name.given_name} {name.family_name}".strip() for name in proposal.companions]
    if proposal.unnamed_companions:
        count = proposal.unnamed_companions
        named.append(n_("one unnamed", "{count} unnamed", count).format(count=count))
    return ", ".join(named)


def _reply(change: Change, place: int | None) -> Row:
    proposal = change.proposal
    name = full_name(proposal.name)
    written = proposal.name.written
    return Row(
        (
            where(change.source),
            name or proposal.email,
            written if written and written != name else "",
            proposal.organisation,
            companions_of(change),
            " · ".join((*proposal.doubts, proposal.notes)).strip(" ·"),
        ),
        key=place,
    )


def _changed(place: int, change: Change) -> Iterator[Row]:
    """Yield a row for the reply, and one under it for each field."""
    lead = change.people[0][1]
    if len(change.fields) == 1 and change.fields[0].person.id == lead.id:
        (one,) = change.fields
        yield Row((where(change.source), words.list_name(lead), *_said(one)), key=place)
        return
    was = change.people[0][0]
    moved = _("Comes under their own name") if was and was.party_id != lead.party_id else ""
    yield Row((where(change.source), words.list_name(lead), moved, "", ""), key=place)
    for one in change.fields:
        is_new = one.field == "name"
        whose = words.list_name(one.person)
        yield Row(
            (
                "",
                whose,
                *_said(one),
            ),
            decides=Decides.FIELD,
            key=None if is_new else (one.person.id, one.field),
            is_detail=True,
        )


def _said(one: FieldChange) -> tuple[str, str, str]:
    """Return the name of a field, and what it was and becomes."""
    return (
        _("New companion") if one.field == "name" else words.field(one.field),
        words.value(one.field, one.before) if one.before else "",
        words.value(one.field, one.after) if one.after else "",
    )


def _meeting(one: Meeting) -> Row:
    known = one.known
    host = _("with {name}").format(name=words.name(one.host)) if one.host else ""
    status = words.status(known.status) if one.why is Likeness.AWAY else ""
    return Row(
        (
            words.likeness(one.why),
            " · ".join(filter(None, (full_name(one.name), one.email))),
            " · ".join(filter(None, (words.list_name(known), status, host, known.email, known.organisation))),
        ),
        decides=Decides.MEETING,
        key=one.place,
        ticked=Choices().are_one(one.place, one.why),
    )


def _gone(one: Gone) -> Row:
    others = ", ".join(words.name(person) for _was, person in one.people[1:])
    source = _("{file}, line {line}").format(file=one.source.file, line=where(one.source))
    cells = (words.list_name(one.lead), one.lead.organisation, others, source)
    return Row(cells, decides=Decides.GONE, key=one.lead.party_id, ticked=False)
