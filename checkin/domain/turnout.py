"""What an event's morning came to: who was expected, who came and when, who was in the room for what.

Derived from the admissions and the passages whenever it is asked for, never stored.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby, zip_longest
from uuid import UUID

from checkin.domain.attendance import Direction, Passage, attended
from checkin.domain.attendee import Attendee, Party, parties
from checkin.domain.event import Event
from checkin.domain.folding import fold

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Presence:
    """What one person's morning came to; instants in UTC, None for what did not happen.

    `slots` are the places (0 the first) of the programme's slots during which the person was in the room.
    """

    attendee: Attendee
    admitted_at: datetime | None = None
    entered_at: datetime | None = None
    left_at: datetime | None = None  # the last way out; None while the person is in the room
    in_room: timedelta = timedelta()  # until the event's end at the latest
    slots: tuple[int, ...] = ()
    is_inside: bool = False

    @property
    def came(self) -> bool:
        """Whether the person was seen: admitted at the entrance, or in the room."""
        return self.admitted_at is not None or self.entered_at is not None

    @property
    def is_no_show(self) -> bool:
        """Whether the person was expected and did not come."""
        return self.attendee.is_expected and not self.came


@dataclass(frozen=True, slots=True)
class Attended:
    """How many of an organisation were expected, and how many of them came."""

    organisation: str
    expected: int
    came: int


@dataclass(frozen=True, slots=True)
class Turnout:
    """The attendance of an event at the instant `at` (UTC): everybody on the list, in alphabetical order."""

    event: Event
    at: datetime
    presences: tuple[Presence, ...]

    @property
    def expected(self) -> int:
        """How many people were expected or came all the same."""
        return sum(one.attendee.is_expected or one.came for one in self.presences)

    @property
    def admitted(self) -> int:
        """How many came."""
        return sum(one.came for one in self.presences)

    @property
    def inside(self) -> int:
        """How many are in the room."""
        return sum(one.is_inside for one in self.presences)

    @property
    def gone(self) -> int:
        """How many were in the room and have left it."""
        return sum(one.left_at is not None for one in self.presences)

    @property
    def no_shows(self) -> tuple[Presence, ...]:
        """Those who were expected and did not come."""
        return tuple(one for one in self.presences if one.is_no_show)

    @property
    def attendance(self) -> tuple[int, ...]:
        """How many were in the room during each slot of the programme."""
        counted = Counter(slot for one in self.presences for slot in one.slots)
        return tuple(counted[place] for place in range(len(self.event.programme)))

    def during(self, slot: int) -> tuple[Presence, ...]:
        """Return who was in the room during the slot at that place of the programme."""
        return tuple(one for one in self.presences if slot in one.slots)

    def arrivals(self, step: timedelta = _MINUTE) -> tuple[tuple[datetime, int], ...]:
        """Return how many arrived in each `step` from the first arrival to the last, none left out."""
        instants = sorted(
            instant for one in self.presences if (instant := one.admitted_at or one.entered_at) is not None
        )
        if not instants:
            return ()
        first = _floor(instants[0], step)
        counted = Counter((instant - first) // step for instant in instants)
        return tuple((first + place * step, counted[place]) for place in range(max(counted) + 1))

    def by_organisation(self) -> tuple[Attended, ...]:
        """Return each organisation's figures, the one that most came from first; spellings are folded."""
        groups: defaultdict[str, list[Presence]] = defaultdict(list)
        for one in self.presences:
            if one.attendee.is_expected or one.came:
                groups[fold(one.attendee.organisation)].append(one)
        counted = [
            Attended(group[0].attendee.organisation, len(group), sum(one.came for one in group))
            for group in groups.values()
        ]
        return tuple(sorted(counted, key=lambda one: (-one.came, -one.expected, fold(one.organisation))))

    def by_party(self) -> tuple[tuple[Party, tuple[Presence, ...]], ...]:
        """Return each party with those of it who came, alphabetically by lead."""
        found = {one.attendee.id: one for one in self.presences}
        return tuple(
            (party, tuple(one for member in party.members if (one := found[member.id]).came))
            for party in parties(one.attendee for one in self.presences)
        )

    def company(self) -> Mapping[int, int]:
        """Return how many parties came with how many people (1: alone), without those who did not come."""
        sizes = sorted(len(came) for _party, came in self.by_party() if came)
        return {size: len(list(group)) for size, group in groupby(sizes)}


def turnout(
    event: Event,
    at: datetime,
    attendees: Iterable[Attendee],
    admitted: Mapping[UUID, datetime],
    passages: Iterable[Passage],
) -> Turnout:
    """Return the turnout of `event` at `at`; `admitted` has the instant of each standing admission.

    A passage that was voided does not count.
    """
    standing = [passage for passage in passages if passage.counts and passage.at <= at]
    during = [attended(standing, slot) if slot.starts <= at else frozenset() for slot in event.programme]
    by_person: defaultdict[UUID, list[Passage]] = defaultdict(list)
    for passage in sorted(standing, key=lambda one: one.number):
        by_person[passage.attendee_id].append(passage)
    return Turnout(
        event,
        at,
        tuple(
            replace(
                _presence(person, admitted.get(person.id), by_person.get(person.id, []), min(at, event.ends)),
                slots=tuple(place for place, those in enumerate(during) if person.id in those),
            )
            for person in sorted(attendees, key=lambda person: person.sort_key)
        ),
    )


def _presence(
    person: Attendee, admitted_at: datetime | None, passages: list[Passage], until: datetime
) -> Presence:
    """Return a person's presence but for the slots; `passages` are theirs that stand, in their order.

    Who is still inside counts as there until the instant `until`.
    """
    ways_in = [passage.at for passage in passages if passage.direction is Direction.IN]
    ways_out = [passage.at for passage in passages if passage.direction is Direction.OUT]
    is_inside = len(ways_in) > len(ways_out)  # standing passages alternate
    return Presence(
        person,
        admitted_at,
        ways_in[0] if ways_in else None,
        None if is_inside or not ways_out else ways_out[-1],
        sum(
            (max(out - came, timedelta()) for came, out in zip_longest(ways_in, ways_out, fillvalue=until)),
            timedelta(),
        ),
        is_inside=is_inside,
    )


def _floor(instant: datetime, step: timedelta) -> datetime:
    """Return the last whole `step` of its hour at or before `instant`."""
    hour = instant.replace(minute=0, second=0, microsecond=0)
    return hour + (instant - hour) // step * step
