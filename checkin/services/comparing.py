"""What an import would change: proposals held against the stored list, person by person."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from checkin.domain.attendee import EXPECTED, Attendee, Status
from checkin.intake.proposals import PersonName, Proposal, Reply, Source
from checkin.services.sameness import key_of, may_be_one

_STATUS = {
    Reply.CONFIRMED: Status.CONFIRMED,
    Reply.TENTATIVE: Status.TENTATIVE,
    Reply.DECLINED: Status.DECLINED,
    Reply.CANCELLED: Status.CANCELLED,
}
_Key = TypeVar("_Key", bound=Hashable)
_NOT_SHOWN = frozenset({"id", "party_id", "position", "written", "language"})


class ChangeKind(StrEnum):
    """What an import makes of one reply."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_COMING = "not_coming"  # declined and was never on the list, or answered nothing: nothing is kept


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one person, before and after, as text."""

    person: Attendee
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """What one reply changes: each person of the party before (None: new) and after."""

    proposal: Proposal
    people: tuple[tuple[Attendee | None, Attendee], ...]

    @property
    def source(self) -> Source:
        """Where the reply stood."""
        return self.proposal.source

    @property
    def kind(self) -> ChangeKind:
        """What it amounts to."""
        if not self.people:
            return ChangeKind.NOT_COMING
        if self.people[0][0] is None:
            return ChangeKind.NEW
        return ChangeKind.SAME if all(was == now for was, now in self.people) else ChangeKind.CHANGED

    @property
    def fields(self) -> tuple[FieldChange, ...]:
        """What differs, field by field; a new person is one change of the field "name"."""
        return tuple(change for was, now in self.people for change in _differences(was, now))


class Register:
    """The stored list, by name and by e-mail, growing as replies are compared with it.

    `tells` says whether the replies that mention no companion mean that there is none: a list with a column
    for them does, a list without one does not, and neither does a message.
    """

    def __init__(self, people: Iterable[Attendee], new_id: Callable[[], UUID], *, tells: bool) -> None:
        self._new_id = new_id
        self._tells = tells
        self._people: dict[UUID, Attendee] = {}
        self._by_name: dict[tuple[str, ...], list[UUID]] = {}
        self._by_email: dict[str, list[UUID]] = {}
        self._parties: dict[UUID, list[UUID]] = {}
        for person in people:
            self._put(person)

    def compare(self, proposal: Proposal) -> Change:
        """Return what `proposal` changes, and take it into account for those that follow."""
        known = self._find(proposal.name, proposal.email)
        status = _STATUS.get(proposal.reply)
        is_somebody = known is not None or bool(proposal.email or key_of(proposal.name))
        is_wanted = known is not None or status in EXPECTED
        if status is None or not is_somebody or not is_wanted:
            return Change(proposal, ())
        lead = self._after(known, proposal, status)
        people = [(known, lead), *self._companions(lead, proposal), *self._replaced(lead, proposal)]
        for _was, now in people:
            self._put(now)
        return Change(proposal, tuple(people))

    def _find(self, name: PersonName, email: str) -> Attendee | None:
        """Return the one person who bears this name (in either order) and does not contradict the e-mail.

        An assistant's e-mail, or a couple's, stands for several people: only a name that could be the same
        person's makes one of two.
        """
        mine = key_of(name)
        same_email = [self._people[one] for one in self._by_email.get(email.lower(), ())] if email else []
        same_name = [self._people[one] for one in self._by_name.get(mine, ())] if mine else []
        candidates = (
            *(known for known in same_email if key_of(known) == mine),
            *(known for known in same_email if may_be_one(known, name)),
            *(known for known in same_name if key_of(known) == mine and not (email and known.email)),
        )
        return next(iter(candidates), None)

    def _after(self, known: Attendee | None, proposal: Proposal, status: Status) -> Attendee:
        if known is None:
            identity = self._new_id()
            known = Attendee(identity, identity, 0, "", "")
        return replace(
            known,
            status=status,
            mark=proposal.mark or known.mark,
            title=proposal.name.title or known.title,
            given_name=proposal.name.given_name or known.given_name,
            family_name=proposal.name.family_name or known.family_name,
            written=proposal.name.written or known.written,
            email=proposal.email or known.email,
            organisation=proposal.organisation or known.organisation,
            function=proposal.function or known.function,
            assistance=proposal.assistance or known.assistance,
            note=proposal.notes or known.note,
            language=proposal.language or known.language,
        )

    def _companions(self, lead: Attendee, proposal: Proposal) -> list[tuple[Attendee | None, Attendee]]:
        """Pair the companions of the reply with those of the party: by name first, then the unnamed."""
        if not lead.is_lead:
            return []  # someone's companion who answered too: their party is the lead's to change
        left = [self._people[one] for one in self._parties.get(lead.party_id, ()) if one != lead.id]
        if self._says_nothing_of_companions(lead, proposal):
            return [(person, replace(person, status=lead.status)) for person in left if person.is_expected]
        place = max((person.position for person in left), default=0)
        pairs: list[tuple[Attendee | None, Attendee]] = []
        named = [(name, _taken(left, key_of(name))) for name in proposal.companions]
        nobody = [(PersonName("", ""), None)] * proposal.unnamed_companions
        for name, same in (*named, *nobody):
            was = same or _stand_in(left, name)
            if was is None:
                place += 1
                pairs.append((None, self._companion(lead, place, name)))
            else:
                pairs.append((was, _renamed(was, name, lead.status)))
        gone = [(person, replace(person, status=Status.CANCELLED)) for person in left if person.is_expected]
        return [*pairs, *gone]

    def _says_nothing_of_companions(self, lead: Attendee, proposal: Proposal) -> bool:
        is_silent = not proposal.companions and not proposal.unnamed_companions
        is_list = proposal.source.line is not None
        return is_silent and lead.is_expected and not (is_list and self._tells)

    def _replaced(self, lead: Attendee, proposal: Proposal) -> list[tuple[Attendee | None, Attendee]]:
        """Return the person whom a substitute replaces, who then does not come."""
        was = self._find(proposal.in_place_of, proposal.email) or self._find(proposal.in_place_of, "")
        if not key_of(proposal.in_place_of) or was is None or was.party_id == lead.party_id:
            return []
        return [(was, replace(was, status=Status.DECLINED))]

    def _companion(self, lead: Attendee, place: int, name: PersonName) -> Attendee:
        return Attendee(
            self._new_id(),
            lead.party_id,
            place,
            name.given_name,
            name.family_name,
            title=name.title,
            status=lead.status,
            language=lead.language,
            written=name.written,
        )

    def _put(self, person: Attendee) -> None:
        if person.id not in self._people:
            self._parties.setdefault(person.party_id, []).append(person.id)
        self._people[person.id] = person
        _note(self._by_name, key_of(person), person.id)
        _note(self._by_email, person.email.lower(), person.id)


def compare(
    proposals: Sequence[Proposal], stored: Iterable[Attendee], new_id: Callable[[], UUID]
) -> tuple[Change, ...]:
    """Return what each proposal changes in the stored list, in their order.

    The same person twice among the proposals is one person: the later one corrects the earlier.
    """
    tells = any(proposal.companions or proposal.unnamed_companions for proposal in proposals)
    register = Register(stored, new_id, tells=tells)
    return tuple(register.compare(proposal) for proposal in proposals)


def _taken(people: list[Attendee], key: tuple[str, ...]) -> Attendee | None:
    """Take the first person of this name out of `people` and return them."""
    return _out_of(people, [person for person in people if key_of(person) == key])


def _stand_in(people: list[Attendee], name: PersonName) -> Attendee | None:
    """Take out of `people` whom a companion not found by name stands for: an unnamed one gets the name.

    « and one more » may be someone whose name was given before or since.
    """
    is_nobody = not key_of(name)
    likely = [one for one in people if not one.is_named or (is_nobody and one.is_expected)]
    return _out_of(people, sorted(likely, key=lambda one: (not one.is_expected, one.is_named)))


def _out_of(people: list[Attendee], found: Sequence[Attendee]) -> Attendee | None:
    if not found:
        return None
    people.remove(found[0])
    return found[0]


def _note(index: dict[_Key, list[UUID]], key: _Key, person_id: UUID) -> None:
    if not key:
        return  # the many without an e-mail or a name are found by neither
    known = index.setdefault(key, [])
    if person_id not in known:
        known.append(person_id)


def _renamed(person: Attendee, name: PersonName, status: Status) -> Attendee:
    return replace(
        person,
        status=status,
        given_name=name.given_name or person.given_name,
        family_name=name.family_name or person.family_name,
        title=name.title or person.title,
        written=name.written or person.written,
    )


def _differences(was: Attendee | None, now: Attendee) -> list[FieldChange]:
    if was is None:
        return [FieldChange(now, "name", "", now.name)]
    names = (field.name for field in fields(Attendee) if field.name not in _NOT_SHOWN)
    return [
        FieldChange(now, name, str(getattr(was, name)), str(getattr(now, name)))
        for name in names
        if getattr(was, name) != getattr(now, name)
    ]
