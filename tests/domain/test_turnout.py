from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.attendance import Direction, Passage
from checkin.domain.attendee import Attendee, Status
from checkin.domain.event import Checkpoint, CheckpointKind, Event, Slot
from checkin.domain.turnout import Turnout, turnout

START = datetime(2022, 11, 24, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ROOM = Checkpoint(UUID(int=3), CheckpointKind.ROOM, "Salle")
EVENT = Event(
    UUID(int=1),
    "Matinée",
    START,
    START + 165 * MINUTE,
    programme=(
        Slot(START, START + 15 * MINUTE, "Introduction"),
        Slot(START + 15 * MINUTE, START + 75 * MINUTE, "Suite"),
    ),
    checkpoints=(Checkpoint(UUID(int=2), CheckpointKind.ENTRANCE, "Cour"), ROOM),
)


def person(number: int, party: int | None = None, **fields: object) -> Attendee:
    position = 0 if party is None else number
    names = (f"Camille{number}", f"Nom{number:02}")
    party_id = UUID(int=100 + (number if party is None else party))
    return Attendee(UUID(int=100 + number), party_id, position, *names, **fields)  # type: ignore[arg-type]  # test's


def passages(number: int, *minutes: int) -> list[Passage]:
    """Return the passages of one person, in and out in turn, that many minutes after the start."""
    ways = (Direction.IN, Direction.OUT)
    return [
        Passage(UUID(int=1000 * number + place), UUID(int=100 + number), ROOM.id, place,
                ways[(place + 1) % 2], START + minute * MINUTE, "Camille", "Poste 1")
        for place, minute in enumerate(minutes, 1)
    ]  # fmt: skip


def seen(people: list[Attendee], admitted: dict[int, int], *ways: list[Passage], at: int = 300) -> Turnout:
    instants = {UUID(int=100 + number): START + minute * MINUTE for number, minute in admitted.items()}
    return turnout(EVENT, START + at * MINUTE, people, instants, [one for way in ways for one in way])


def test_everybody_is_counted_once() -> None:
    people = [
        person(1),
        person(2, 1),
        person(3),
        person(4, status=Status.DECLINED),
        person(5, status=Status.DECLINED),
    ]
    one = seen(people, {1: -20, 2: -20, 5: -3}, passages(1, -10), passages(2, -9, 30), at=40)
    assert (one.expected, one.admitted, one.inside, one.gone) == (4, 3, 1, 1)
    assert [presence.attendee.family_name for presence in one.no_shows] == ["Nom03"]


def test_a_slot_is_attended_by_whoever_was_in_the_room_during_it() -> None:
    people = [person(number) for number in range(1, 5)]
    ways = (passages(1, -5), passages(2, -5, 10), passages(3, 20, 30), passages(4, 80))
    one = seen(people, {}, *ways)
    assert [presence.slots for presence in one.presences] == [(0, 1), (0,), (1,), ()]
    assert one.attendance == (2, 2)
    assert [presence.attendee.family_name for presence in one.during(1)] == ["Nom01", "Nom03"]


def test_a_slot_that_has_not_begun_is_attended_by_nobody() -> None:
    assert seen([person(1)], {}, passages(1, -5), at=5).attendance == (1, 0)


def test_time_in_the_room_is_that_of_the_stays_until_the_end_of_the_event() -> None:
    people = [person(1), person(2)]
    one = seen(people, {}, passages(1, 0, 10, 20, 25), passages(2, 100))
    assert [presence.in_room for presence in one.presences] == [15 * MINUTE, 65 * MINUTE]
    assert one.presences[0].left_at == START + 25 * MINUTE
    assert one.presences[1].left_at is None


def test_arrivals_leave_no_minute_out() -> None:
    one = seen([person(number) for number in range(1, 4)], {1: -3, 2: -3, 3: 1})
    assert [count for _at, count in one.arrivals()] == [2, 0, 0, 0, 1]
    assert one.arrivals()[0][0] == START - 3 * MINUTE
    assert seen([], {}).arrivals() == ()


def test_organisations_are_one_however_they_are_spelled() -> None:
    people = [
        person(1, organisation="Région"),
        person(2, organisation="REGION"),
        person(3, organisation="AFPA"),
    ]
    figures = [
        (one.organisation, one.expected, one.came) for one in seen(people, {1: 0, 3: 0}).by_organisation()
    ]
    assert figures == [("Région", 2, 1), ("AFPA", 1, 1)]


def test_who_came_with_whom() -> None:
    people = [person(1), person(2, 1), person(3, 1), person(4), person(5)]
    one = seen(people, {1: 0, 3: 0, 4: 0})
    assert one.company() == {1: 1, 2: 1}
    came = [[presence.attendee.family_name for presence in those] for _party, those in one.by_party()]
    assert came == [["Nom01", "Nom03"], ["Nom04"], []]


@given(
    st.lists(st.lists(st.integers(-60, 200), max_size=6, unique=True).map(sorted), max_size=6),
    st.integers(-60, 200),
)
def test_the_figures_agree_with_each_other(ways: list[list[int]], at: int) -> None:
    people = [person(number) for number in range(1, len(ways) + 2)]
    made = [passages(number, *minutes) for number, minutes in enumerate(ways, 1)]
    one = seen(people, {}, *made, at=at)
    assert one.admitted == one.inside + one.gone
    assert one.expected == one.admitted + len(one.no_shows)
    assert sum(count for _at, count in one.arrivals()) == one.admitted
    assert sum(size * count for size, count in one.company().items()) == one.admitted
    assert sum(group.came for group in one.by_organisation()) == one.admitted
