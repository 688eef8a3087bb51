"""Finding someone by name when there is no code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from uuid import UUID

from checkin.domain.admission import Member
from checkin.domain.attendee import Attendee
from checkin.domain.folding import words
from checkin.services.context import Context
from checkin.services.hearing import Vocabulary
from checkin.store import attendees, search_words
from checkin.store.database import Connection

_FEW = 5  # people found, up to which those are looked for whose name only sounds alike
_LEAST = 3  # letters of the word that may be a mistake


@dataclass(frozen=True, slots=True)
class Found:
    """Someone the search found, and the others of the party, the lead first."""

    member: Member
    others: tuple[Attendee, ...]


@dataclass(frozen=True, slots=True)
class Searching:
    """The list of one event, searched from one letter on."""

    context: Context
    _vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def find(self, text: str, limit: int = 50) -> list[Member]:
        """Return up to `limit` attendees whom every word of `text` helps to name, and who of them is here.

        Case, accents and the order of the names do not matter; « artois » finds d'Artois; a word of the
        organisation or of the e-mail counts too. Whose list name begins so come first, alphabetical; where
        few are found, those follow whose name sounds like what was typed. Nobody for an empty text.
        """
        with self.context.database.reading() as connection:
            return self._find(connection, text, limit)

    def find_with_parties(self, text: str, limit: int = 50) -> list[Found]:
        """Return what `find` does, each with the others of the party."""
        with self.context.database.reading() as connection:
            found = self._find(connection, text, limit)
            parties = _by_party(attendees.of(connection, {one.attendee.party_id for one in found}))
        return [
            Found(one, tuple(o for o in parties[one.attendee.party_id] if o.id != one.attendee.id))
            for one in found
        ]

    def everyone(self) -> list[Member]:
        """Return every attendee, whatever they answered, and who is here; alphabetical."""
        with self.context.database.reading() as connection:
            found = attendees.members(connection, self.context.event)
        return sorted(found, key=lambda member: member.attendee.sort_key)

    def _find(self, connection: Connection, text: str, limit: int) -> list[Member]:
        event = self.context.event
        ids = search_words.find(connection, event.id, text, limit)
        if len(ids) <= _FEW:
            ids = list(dict.fromkeys((*ids, *self._alike(connection, text, limit))))[:limit]
        return attendees.found(connection, event, ids)

    def _alike(self, connection: Connection, text: str, limit: int) -> list[UUID]:
        """Return those whom one word means though it is not written so, and the others help to name."""
        asked, found = words(text), []
        for word in self._mistaken(connection, asked):
            sounds = self._vocabulary.like(connection, self.context.event.id, word)
            others = [other for other in asked if other != word]
            found += search_words.find_by_sound(connection, self.context.event.id, sounds, others, limit)
        return found

    def _mistaken(self, connection: Connection, asked: Sequence[str]) -> list[str]:
        """Return the words that begin nobody's, else the longest."""
        known = sorted({word for word in asked if len(word) >= _LEAST}, key=len, reverse=True)
        nobody_s = [w for w in known if not search_words.is_known(connection, self.context.event.id, w)]
        return nobody_s or known[:1]


def _by_party(people: Iterable[Attendee]) -> dict[UUID, Sequence[Attendee]]:
    ordered = sorted(people, key=lambda one: (one.party_id, one.position))
    return {party: tuple(of) for party, of in groupby(ordered, key=lambda one: one.party_id)}
