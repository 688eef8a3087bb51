"""Reading a zone, comparing names, and a list searched by a document: `python tests/bench/bench_identity.py`.

The list has as many homonyms as a large one has: one person in a hundred is called Martin. Times are medians,
of the processor; the ratio is to a plain comparison of two strings by the standard library, run in turns.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path
from uuid import UUID

sys.path.insert(0, str(Path(__file__).parents[2]))

from checkin.app import Desk, demonstration_event, desk_at, open_events
from checkin.domain.attendee import Attendee
from checkin.domain.identity.document import Document, Field, Format
from checkin.domain.identity.known_names import KNOWN_NAMES
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.names import compare_names
from checkin.domain.identity.specimen import printed_name, write
from checkin.settings import Settings
from checkin.store import attendees
from tests.domain.identity.test_names import PAIRS
from tests.domain.identity.zones import ZONES

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
TODAY = date(2022, 11, 24)
COMMON = ("Martin", "Bernard", "Petit", "d’Artois", "Le Goff", "Müller", "El Alaoui", "Nguyen", "de La Tour")
SYLLABLES = (
    "ba",
    "ca",
    "de",
    "do",
    "fi",
    "ga",
    "la",
    "le",
    "ma",
    "na",
    "ni",
    "pa",
    "ra",
    "ri",
    "so",
    "te",
    "vi",
)
SOUGHT = (
    ("Martin", "Pascale Marie"),
    ("Martin", "Emmanuel"),
    ("d’Artois", "Zoé"),
    ("Mueller", "Juergen"),
    ("El Alaoui", "Fatima Zahra"),
    ("Nguyen", "Thi Minh Khai"),
    ("Bacadedo", "Anne"),
    ("Nobodyatall", "Wolfgang"),
)


def main() -> None:
    """Print the figures."""
    compared = [_timed(lambda: compare_names(given, family, name)) for _c, _s, given, family, name in PAIRS]  # noqa: B023 - called at once
    plain = [_timed(lambda: SequenceMatcher(None, one[3], "".join(one[4].family)).ratio()) for one in PAIRS]  # noqa: B023 - the same
    _tell("a pair of names", compared, plain)
    zones = ["\n".join(zone.lines) for zone in ZONES]
    _tell("a zone", [_timed(lambda: parse(zone, TODAY)) for zone in zones], plain)  # noqa: B023 - the same
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place))
        events = open_events(settings)
        desk = desk_at(settings, events, events.create(demonstration_event()))
        with desk.database.transaction() as connection:
            attendees.add(connection, desk.event.id, _everyone())
        for family, given in SOUGHT:
            _search(desk, family, given)
        desk.close()


def _everyone() -> list[Attendee]:
    given = sorted(KNOWN_NAMES)
    return [
        Attendee(UUID(int=n + 1), UUID(int=n + 1), 0, given[n * 7 % len(given)].capitalize(), _family(n))
        for n in range(PEOPLE)
    ]


def _family(number: int) -> str:
    if number % 100 < len(COMMON):
        return COMMON[number % 100]
    return "".join(SYLLABLES[number // 17**power % 17] for power in range(4)).capitalize()


def _search(desk: Desk, family: str, given: str) -> None:
    values = {Field.CODE: "P", Field.STATE: "FRA", Field.NAME: printed_name(family, given), Field.NUMBER: "1"}
    document = parse(
        "\n".join(write(Format.TD3, values | {Field.BIRTH: "800101", Field.EXPIRY: "300101"})), TODAY
    )
    if not isinstance(document, Document):
        raise TypeError
    took = [_timed(lambda: desk.identifying.find(document)) for _ in range(25)]
    found = desk.identifying.find(document)
    first = found[0][1].outcome if found else "nobody"
    middle, best = statistics.median(took), min(took)
    sys.stdout.write(
        f"search of {PEOPLE:,} by {family} {given}: {middle:.1f} ms (best {best:.1f}),"
        f" {len(found)} found, {first}\n"
    )


def _tell(what: str, ours: list[float], plain: list[float]) -> None:
    ours.sort()
    middle, late = statistics.median(ours), ours[len(ours) * 99 // 100]
    ratio = middle / statistics.median(plain)
    sys.stdout.write(
        f"{what}: {middle:.3f} ms, 99 of 100 under {late:.3f} ms ({ratio:.1f} times a plain comparison)\n"
    )


def _timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds of the processor `work` takes: it waits for nothing."""
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
