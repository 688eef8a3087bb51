"""What an import would change: proposals held against the stored list, person by person.

Who answers stands for themselves: a companion who replies too is kept once, in a party of their own, and is
not brought a second time by whoever names them.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from checkin.domain.attendee import EXPECTED, Attendee, Status
from checkin.intake.proposals import PersonName, Proposal, Reply
from checkin.services.changes import Change, Choices, Likeness, Meeting, Pair
from checkin.services.register import Register
from checkin.services.sameness import key_of

_STATUS = {
    Reply.CONFIRMED: Status.CONFIRMED,
    Reply.TENTATIVE: Status.TENTATIVE,
    Reply.DECLINED: Status.DECLINED,
    Reply.CANCELLED: Status.CANCELLED,
}
_WHOLE_NAME = 2  # words without which two of one name are nobody in particular


def compare(
    proposals: Sequence[Proposal],
    stored: Iterable[Attendee],
    new_id: Callable[[], UUID],
    choices: Choices = Choices(),  # noqa: B008 - a value that never changes
    *,
    has_answers: bool = True,
) -> tuple[Change, ...]:
    """Return what each proposal changes in the stored list, in their order; those left change nothing.

    The same person twice among the proposals is one person: the later one corrects the earlier. Where
    `has_answers` is false, nothing is said of who comes: whoever is known stays as they answered.
    """
    tells = frozenset(
        proposal.source.file
        for proposal in proposals
        if proposal.source.line is not None and (proposal.companions or proposal.unnamed_companions)
    )
    comparison = _Comparison(Register(stored), new_id, choices, tells, has_answers)
    return tuple(comparison.of(place, proposal) for place, proposal in enumerate(proposals))


class _Comparison:
    """One reading held against the register, which grows as replies are compared with it.

    `tells` are the files whose replies that mention no companion mean that there is none: a list with a
    column for them does, a list without one does not, and neither does a message.
    """

    def __init__(
        self,
        register: Register,
        new_id: Callable[[], UUID],
        choices: Choices,
        tells: frozenset[str],
        has_answers: bool,  # noqa: FBT001 - of the reading, beside what else is known of it
    ) -> None:
        self._register, self._new_id, self._choices = register, new_id, choices
        self._tells, self._has_answers = tells, has_answers
        self._replied: set[UUID] = set()  # those of this reading
        self._named: set[UUID] = set()  # companions found outside the party that names them

    def of(self, place: int, proposal: Proposal) -> Change:
        """Return what `proposal` changes, and take it into account for those that follow."""
        known, meetings = self._met(place, proposal)
        status = _STATUS.get(proposal.reply)
        is_somebody = known is not None or bool(proposal.email or key_of(proposal.name))
        is_wanted = known is not None or status in EXPECTED
        if place in self._choices.left or status is None or not is_somebody or not is_wanted:
            return Change(proposal, ())
        if known is not None and not self._has_answers and known.status is not status:
            status = self._standing(place, proposal, known, meetings)
        lead = self._after(known, proposal, status)
        brought, more = self._companions(place, lead, proposal)
        people = [(known, lead), *brought, *self._replaced(lead, proposal)]
        for _was, now in people:
            self._register.put(now)
        self._replied.add(lead.id)
        return Change(proposal, tuple(people), (*meetings, *more))

    def _met(self, place: int, proposal: Proposal) -> tuple[Attendee | None, list[Meeting]]:
        """Return who replied, if they are known, and what a person may see otherwise."""
        known = self._register.find(proposal.name, proposal.email)
        why = self._likeness(known, proposal) if known else None
        like = known
        if known is None:
            like, why = self._resembling(proposal)
        if like is None or why is None:
            return known, []
        is_one = self._choices.are_one((place, 0), why)
        host = self._register.lead_of(like)
        meeting = Meeting((place, 0), proposal.name, proposal.email, like, why, is_one, host)
        return (like if is_one else None), [meeting]

    def _standing(self, place: int, proposal: Proposal, known: Attendee, meetings: list[Meeting]) -> Status:
        """Return how someone on a list without answers stands: as before, unless a person says otherwise."""
        if known.is_expected:
            return known.status
        comes = self._choices.are_one((place, -1), Likeness.AWAY)
        meetings.append(
            Meeting((place, -1), proposal.name, proposal.email, known, Likeness.AWAY, is_one=comes)
        )
        return Status.CONFIRMED if comes else known.status

    def _likeness(self, known: Attendee, proposal: Proposal) -> Likeness | None:
        """Return what there is to say of a reply's being that of someone known, None for nothing."""
        if known.id in self._replied:
            return Likeness.TWICE
        if not known.is_lead:
            return Likeness.ANSWERED
        if key_of(known) != key_of(proposal.name) and key_of(known) and key_of(proposal.name):
            return Likeness.SPELLING
        return None

    def _resembling(self, proposal: Proposal) -> tuple[Attendee | None, Likeness | None]:
        """Return someone whom nothing but a name, or nothing but an address, makes the one who replied."""
        key = key_of(proposal.name)
        namesakes = self._register.named(key) if len(key) >= _WHOLE_NAME else []
        if namesakes:
            return namesakes[0], Likeness.NAMESAKE
        neighbours = [one for one in self._register.at(proposal.email) if one.id not in self._replied]
        if key and len(neighbours) == 1 and neighbours[0].is_lead:
            return neighbours[0], Likeness.ADDRESS
        return None, None

    def _after(self, known: Attendee | None, proposal: Proposal, status: Status) -> Attendee:
        if known is None:
            identity = self._new_id()
            known = Attendee(identity, identity, 0, "", "")
        elif not known.is_lead and status in EXPECTED:
            known = replace(known, party_id=known.id, position=0)
        return replace(
            _renamed(known, proposal.name, status),
            mark=proposal.mark or known.mark,
            email=proposal.email or known.email,
            organisation=proposal.organisation or known.organisation,
            function=proposal.function or known.function,
            assistance=proposal.assistance or known.assistance,
            note=proposal.notes or known.note,
            language=proposal.language or known.language,
        )

    def _companions(self, place: int, lead: Attendee, proposal: Proposal) -> tuple[list[Pair], list[Meeting]]:
        """Pair the companions of the reply with those of the party: by name first, then the unnamed."""
        if not lead.is_lead:
            return [], []  # someone's companion who does not come: their party is the lead's to change
        left = [one for one in self._register.party(lead.party_id) if one.id != lead.id]
        if self._says_nothing_of_companions(lead, proposal):
            return [
                (person, replace(person, status=lead.status)) for person in left if person.is_expected
            ], []
        party = _Party(lead, left, self._register.next_position(lead.party_id))
        named = [(at, name, party.take(name)) for at, name in enumerate(proposal.companions, 1)]
        for at, name, same in named:
            if same is not None:
                party.keep(same, name)
            elif not self._is_elsewhere(party, place, at, name):
                party.seat(name, self._new_id)
        for _one in range(proposal.unnamed_companions):
            party.seat(PersonName("", ""), self._new_id)
        party.dismiss(self._named)
        return party.pairs, party.meetings

    def _is_elsewhere(self, party: "_Party", place: int, at: int, name: PersonName) -> bool:
        """Whether a companion is on the list outside the party, where they are then kept, once."""
        known = self._elsewhere(party, name)
        if known is None:
            return False
        is_one = self._choices.are_one((place, at), Likeness.BROUGHT)
        host = self._register.lead_of(known)
        party.meetings.append(Meeting((place, at), name, "", known, Likeness.BROUGHT, is_one, host))
        if is_one:
            self._named.add(known.id)
            party.welcome(known)
        return is_one

    def _elsewhere(self, party: "_Party", name: PersonName) -> Attendee | None:
        key = key_of(name)
        if len(key) < _WHOLE_NAME or not party.lead.is_expected:
            return None
        taken = {now.id for _was, now in party.pairs} | {party.lead.id}
        others = [
            one
            for one in self._register.named(key)
            if one.party_id != party.lead.party_id and one.id not in taken
        ]
        return min(others, key=lambda one: (not one.is_expected, not one.is_lead), default=None)

    def _says_nothing_of_companions(self, lead: Attendee, proposal: Proposal) -> bool:
        is_silent = not proposal.companions and not proposal.unnamed_companions
        is_told = proposal.source.line is not None and proposal.source.file in self._tells
        return is_silent and lead.is_expected and not is_told

    def _replaced(self, lead: Attendee, proposal: Proposal) -> list[Pair]:
        """Return the person whom a substitute replaces, who then does not come."""
        instead = proposal.in_place_of
        was = self._register.find(instead, proposal.email) or self._register.find(instead, "")
        if not key_of(instead) or was is None or lead.id == was.id or lead.party_id == was.party_id:
            return []
        return [(was, replace(was, status=Status.DECLINED))]


class _Party:
    """A party while its companions are paired with those of a reply; `left` are those not yet spoken of."""

    def __init__(self, lead: Attendee, left: list[Attendee], position: int) -> None:
        self.lead, self._left, self._position = lead, left, position
        self.pairs: list[Pair] = []
        self.meetings: list[Meeting] = []

    def take(self, name: PersonName) -> Attendee | None:
        """Take the first companion of this name out of those left, and return them."""
        return self._out([one for one in self._left if key_of(one) == key_of(name)])

    def keep(self, person: Attendee, name: PersonName) -> None:
        """Have a companion stay, under the name the reply gives them."""
        self.pairs.append((person, _renamed(person, name, self.lead.status)))

    def seat(self, name: PersonName, new_id: Callable[[], UUID]) -> None:
        """Give a companion not found by name the place of one who may be them, else a new one."""
        same = self._stand_in(name)
        if same is not None:
            self.keep(same, name)
            return
        lead = self.lead
        new = Attendee(new_id(), lead.party_id, self._next(), name.given_name, name.family_name)
        now = replace(new, title=name.title, status=lead.status, language=lead.language, written=name.written)
        self.pairs.append((None, now))

    def welcome(self, known: Attendee) -> None:
        """Count someone of another party in: they stay there, unless nobody expects them there any more."""
        now = known
        if not known.is_expected:
            now = replace(known, status=self.lead.status)
            if not known.is_lead:
                now = replace(now, party_id=self.lead.party_id, position=self._next())
        self.pairs.append((known, now))

    def dismiss(self, named_elsewhere: set[UUID]) -> None:
        """Cancel those of whom the reply does not speak, unless another reply does."""
        self.pairs += [
            (one, replace(one, status=Status.CANCELLED))
            for one in self._left
            if one.is_expected and one.id not in named_elsewhere
        ]

    def _next(self) -> int:
        self._position += 1
        return self._position - 1

    def _stand_in(self, name: PersonName) -> Attendee | None:
        """Take whom a companion not found by name stands for: an unnamed one gets the name.

        « and one more » may be someone whose name was given before or since.
        """
        is_nobody = not key_of(name)
        likely = [one for one in self._left if not one.is_named or (is_nobody and one.is_expected)]
        return self._out(sorted(likely, key=lambda one: (not one.is_expected, one.is_named)))

    def _out(self, found: Sequence[Attendee]) -> Attendee | None:
        if not found:
            return None
        self._left.remove(found[0])
        return found[0]


def _renamed(person: Attendee, name: PersonName, status: Status) -> Attendee:
    """Return a person under the name of a reply; what was written stays with the name it was read from."""
    now = replace(
        person,
        status=status,
        given_name=name.given_name or person.given_name,
        family_name=name.family_name or person.family_name,
        title=name.title or person.title,
    )
    is_as_before = person.written and now.name == person.name
    return now if is_as_before else replace(now, written=name.written or person.written)
