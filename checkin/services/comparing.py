"""What an import would change: proposals held against the stored list, person by person."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from uuid import UUID

from checkin.domain.attendee import Attendee, Status
from checkin.domain.folding import words
from checkin.intake.proposals import PersonName, Proposal, Reply, Source

_STATUS = {
    Reply.CONFIRMED: Status.CONFIRMED,
    Reply.TENTATIVE: Status.TENTATIVE,
    Reply.DECLINED: Status.DECLINED,
    Reply.CANCELLED: Status.CANCELLED,
}
_NO_KEY: tuple[Hashable, ...] = ("", ())  # neither an e-mail nor a name: nobody
_NOT_SHOWN = frozenset({"id", "party_id", "position", "written", "language"})


class ChangeKind(StrEnum):
    """What an import makes of one reply."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    NOT_COMING = "not_coming"  # declined, and was never on the list: nothing is kept


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
    """The stored list, by name and by e-mail, growing as replies are compared with it."""

    def __init__(self, people: Iterable[Attendee], new_id: Callable[[], UUID]) -> None:
        self._new_id = new_id
        self._people: dict[UUID, Attendee] = {}
        self._by_name: dict[Hashable, list[UUID]] = {}
        self._by_email: dict[Hashable, list[UUID]] = {}
        self._parties: dict[UUID, list[UUID]] = {}
        for person in people:
            self._put(person)

    def compare(self, proposal: Proposal) -> Change:
        """Return what `proposal` changes, and take it into account for those that follow."""
        known = self._find(proposal.name, proposal.email)
        status = _STATUS.get(proposal.reply)
        if status is None or (known is None and status in {Status.DECLINED, Status.CANCELLED}):
            return Change(proposal, ())
        lead = self._after(known, proposal, status)
        people = [(known, lead), *self._companions(lead, proposal)]
        for _was, now in people:
            self._put(now)
        return Change(proposal, tuple(people))

    def _find(self, name: PersonName, email: str) -> Attendee | None:
        """Return the one person who bears this name (in either order) and does not contradict the e-mail."""
        mine = _name_key(name.given_name, name.family_name)
        for known in self._all(self._by_email, email.lower()):
            if not mine or set(mine) & set(_name_key(known.given_name, known.family_name)):
                return known
        for known in self._all(self._by_name, mine):
            if not email or not known.email or email.lower() == known.email.lower():
                return known
        return None

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
        stored = [self._people[one] for one in self._parties.get(lead.party_id, ()) if one != lead.id]
        left = {
            _name_key(person.given_name, person.family_name): person for person in stored if person.is_named
        }
        unnamed = [person for person in stored if not person.is_named]
        place = max((person.position for person in stored), default=0)
        pairs: list[tuple[Attendee | None, Attendee]] = []
        nobody = (PersonName("", ""),) * proposal.unnamed_companions
        for name in (*proposal.companions, *nobody):
            was = left.pop(_name_key(name.given_name, name.family_name), None)
            if was is None and unnamed:
                was = unnamed.pop(0)
            if was is None:
                place += 1
                pairs.append((None, self._companion(lead, place, name)))
            else:
                pairs.append((was, _renamed(was, name, lead.status)))
        gone = [*left.values(), *unnamed]
        return pairs + [(person, replace(person, status=Status.CANCELLED)) for person in gone]

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
        for index, key in (
            (self._by_name, _name_key(person.given_name, person.family_name)),
            (self._by_email, person.email.lower()),
        ):
            known = index.setdefault(key, [])
            if person.id not in known:
                known.append(person.id)

    def _all(self, index: Mapping[Hashable, list[UUID]], key: Hashable) -> list[Attendee]:
        return [self._people[one] for one in index.get(key, ())] if key not in _NO_KEY else []


def compare(
    proposals: Sequence[Proposal], stored: Iterable[Attendee], new_id: Callable[[], UUID]
) -> tuple[Change, ...]:
    """Return what each proposal changes in the stored list, in their order.

    The same person twice among the proposals is one person: the later one corrects the earlier.
    """
    register = Register(stored, new_id)
    return tuple(register.compare(proposal) for proposal in proposals)


def _name_key(given_name: str, family_name: str) -> tuple[str, ...]:
    return tuple(sorted((*words(given_name), *words(family_name))))


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
