"""The stored list while an import is held against it: by name, by e-mail, by party."""

from collections.abc import Hashable, Iterable
from typing import TypeVar
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.intake.proposals import PersonName
from checkin.services.sameness import key_of, may_be_one

_Key = TypeVar("_Key", bound=Hashable)


class Register:
    """Everyone on the list, each as they are now."""

    def __init__(self, people: Iterable[Attendee]) -> None:
        self._people: dict[UUID, Attendee] = {}
        self._by_name: dict[tuple[str, ...], list[UUID]] = {}
        self._by_email: dict[str, list[UUID]] = {}
        self._parties: dict[UUID, list[UUID]] = {}
        self._positions: dict[UUID, int] = {}
        for person in people:
            self.put(person)

    def put(self, person: Attendee) -> None:
        """Take someone in, or as they now are; they are found by their earlier names too."""
        was = self._people.get(person.id)
        if was is not None and was.party_id != person.party_id:
            self._parties[was.party_id].remove(person.id)
        self._people[person.id] = person
        _note(self._parties, person.party_id, person.id)
        _note(self._by_name, key_of(person), person.id)
        _note(self._by_email, person.email.lower(), person.id)
        following = max(person.position + 1, self.next_position(person.party_id))
        self._positions[person.party_id] = following

    def find(self, name: PersonName, email: str) -> Attendee | None:
        """Return the one person who bears this name (in either order) and does not contradict the e-mail.

        An assistant's e-mail, or a couple's, stands for several people: only a name that could be the same
        person's makes one of two.
        """
        mine = key_of(name)
        same_email = self.at(email)
        candidates = (
            *(known for known in same_email if key_of(known) == mine),
            *(known for known in same_email if may_be_one(known, name)),
            *(known for known in self.named(mine) if not (email and known.email)),
        )
        return next(iter(candidates), None)

    def named(self, key: tuple[str, ...]) -> list[Attendee]:
        """Return those whose name now has this key; nobody for the empty one."""
        found = (self._people[one] for one in self._by_name.get(key, ()))
        return [known for known in found if key_of(known) == key]

    def at(self, email: str) -> list[Attendee]:
        """Return those who have or had this e-mail; nobody for none."""
        return [self._people[one] for one in self._by_email.get(email.lower(), ())]

    def party(self, party_id: UUID) -> list[Attendee]:
        """Return everyone of a party, cancelled or not."""
        return [self._people[one] for one in self._parties.get(party_id, ())]

    def lead_of(self, person: Attendee) -> Attendee | None:
        """Return whom someone accompanies, None for who replied."""
        others = (one for one in self.party(person.party_id) if one.is_lead and one.id != person.id)
        return next(others, None)

    def next_position(self, party_id: UUID) -> int:
        """Return a position in the party that nobody has or had; 1 in a new one."""
        return self._positions.get(party_id, 1)


def _note(index: dict[_Key, list[UUID]], key: _Key, person_id: UUID) -> None:
    if not key:
        return  # the many without an e-mail or a name are found by neither
    known = index.setdefault(key, [])
    if person_id not in known:
        known.append(person_id)
