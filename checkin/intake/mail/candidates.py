"""Whom a reply may be about: who wrote it, and everybody whom its sentences name, each once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checkin.intake.mail.clauses import ParsedSentence
from checkin.intake.mail.people import same_person
from checkin.intake.proposals import PersonName


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person: each way the name was written, and where: (sentence, place among its people)."""

    names: tuple[PersonName, ...]
    mentioned: tuple[tuple[int, int], ...] = ()
    is_writer: bool = False

    @property
    def name(self) -> PersonName:
        """The fullest of the names."""
        return max(self.names, key=_fullness)

    def is_person(self, other: PersonName) -> bool:
        """Whether `other` may name this person."""
        return any(same_person(one, other) for one in self.names)


def candidates(parsed: Iterable[ParsedSentence], writer: PersonName) -> list[Candidate]:
    """Return who wrote and whom the sentences name, the writer first, each person once."""
    found = [Candidate((writer,), is_writer=True)]
    for place, name in _mentioned(parsed):
        at = next((at for at, one in enumerate(found) if one.is_person(name)), None)
        if at is None:
            found.append(Candidate((name,), (place,)))
        else:
            known = found[at]
            names = known.names if name in known.names else (*known.names, name)
            found[at] = replace(known, names=names, mentioned=(*known.mentioned, place))
    return found


def _mentioned(parsed: Iterable[ParsedSentence]) -> Iterator[tuple[tuple[int, int], PersonName]]:
    for at, one in enumerate(parsed):
        for place, person in enumerate(one.people):
            yield (at, place), person.name


def _fullness(name: PersonName) -> tuple[bool, int]:
    return bool(name.given_name and name.family_name), len(name.given_name) + len(name.family_name)
