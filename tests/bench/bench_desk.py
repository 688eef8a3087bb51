"""A desk against bare SQLite, and its search: `python tests/bench/bench_desk.py [PEOPLE …]`.

The floor is the sqlite3 module alone, inserting the same row into a copy of the file in one transaction with
the same promises (WAL, synchronous=FULL, foreign keys), nothing read; beside it the same with what has to be
read. Desk and floors take turns, so that a noisy machine slows all three. The best-known peer, pretix 2026.8,
needs 17 to 24 ms for the same on such a machine.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from sqlalchemy import insert

from checkin.app import Desk, demonstration_event, desk_at, new_id, open_desk, open_events
from checkin.domain.attendee import Attendee
from checkin.domain.ticket import code_for, digest, read
from checkin.settings import Settings
from checkin.store import attendees
from checkin.store.tables import confirmation, ticket

SCANS = 300
SECRET = bytes(range(32))
GIVEN = ["Ana", "Luc", "Inès", "Zoé", "Noé", "Jean-Pierre", "Marie", "Hélène", "Mehdi", "Ngoc", "Ousmane"]
SYLLABLES = [
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
]
WORDS = [
    "m",
    "e",
    "ma",
    "mari",
    "marimana",
    "ana ma",
    "d ma",
    "direction 12",
    "ana jean",  # thousands each, nobody both
    "jean marie",
    "mraimana",
    "lukk dirction",
    "zzz",
]


def fill(settings: Settings, people: int) -> tuple[Desk, list[str]]:
    """Make an event of so many people in parties of two, each with a ticket; return the desk, the codes."""
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    now = desk.context.now()
    everyone = [_person(number) for number in range(people)]
    parties = {one.party_id: new_id() for one in everyone}
    codes, rows = [], []
    for one in everyone:
        ticket_id = new_id()
        codes.append(code_for(SECRET, ticket_id))
        rows.append(
            {
                "id": ticket_id,
                "event_id": desk.event.id,
                "attendee_id": one.id,
                "confirmation_id": parties[one.party_id],
                "digest": digest(codes[-1]),
                "issued_at": now,
            }
        )
    issued = {"event_id": desk.event.id, "version": 1, "fingerprint": bytes(32), "issued_at": now}
    with desk.database.transaction() as connection:
        attendees.add(connection, desk.event.id, everyone)
        connection.execute(
            insert(confirmation), [issued | {"id": of, "party_id": party} for party, of in parties.items()]
        )
        connection.execute(insert(ticket), rows)
    return desk, codes


def _person(number: int) -> Attendee:
    place, rest = number % 2, number // 2
    name = "".join(SYLLABLES[rest // 17**power % 17] for power in range(4)).capitalize()
    return Attendee(
        UUID(int=number + 1),
        UUID(int=number - place + 1),
        place,
        GIVEN[number % len(GIVEN)],
        name,
        email=f"{name.lower()}@example.org",
        organisation=f"Direction {rest % 500}",
    )


def floor(file: sqlite3.Connection, row: dict[str, object]) -> None:
    """Insert with bare SQLite, in a transaction of its own, what an admission inserts."""
    file.execute("BEGIN IMMEDIATE")
    file.execute(
        "INSERT INTO admission (id, event_id, attendee_id, checkpoint_id, ticket_id, at, operator, desk,"
        " voided_by, void_reason) VALUES (:id, :event_id, :attendee_id, :checkpoint_id, :ticket_id, :at,"
        " :operator, :desk, '', '')",
        row,
    )
    file.execute("COMMIT")


def floor_with_reading(file: sqlite3.Connection, text: str, row: dict[str, object]) -> None:
    """Do with bare SQLite what a scan and an admission do: the code, the party twice, the insert."""
    party = (
        "SELECT p.*, a.id FROM attendee p LEFT JOIN admission a"
        " ON a.attendee_id = p.id AND a.checkpoint_id = ? AND a.voided_at IS NULL WHERE p.party_id ="
        " (SELECT party_id FROM attendee WHERE id = ?)"
    )
    found = file.execute(
        "SELECT attendee_id FROM ticket WHERE digest = ?", (digest(str(read(text))),)
    ).fetchone()
    file.execute(party, (row["checkpoint_id"], found[0])).fetchall()
    file.execute(party, (row["checkpoint_id"], found[0])).fetchall()
    floor(file, row)


def scan_and_admit(desk: Desk, text: str) -> None:
    """Do it through the services."""
    verdict = desk.admitting.scan(text)
    if verdict.holder is None:
        raise AssertionError
    who = verdict.holder.attendee.id
    new_id = desk.admitting.new_admission_id()
    if not desk.admitting.admit(who, new_id, None, verdict.ticket_id, seen=verdict).is_new:
        raise AssertionError


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def copy_of(database: Path) -> Path:
    """Return a copy for the floors: two writers on one file would spoil each other's caches."""
    with sqlite3.connect(database) as ours, sqlite3.connect(database.with_name("floor.db")) as copy:
        ours.backup(copy)
        copy.execute("PRAGMA journal_mode = WAL")
    return database.with_name("floor.db")


def one_round(desk: Desk, bare: sqlite3.Connection, codes: Iterator[str]) -> tuple[float, float, float]:
    """Return how many milliseconds the desk and the two floors take, each for someone of their own."""
    ours, second, third = next(codes), next(codes), next(codes)
    rows = [row_of(desk, bare, code) for code in (second, third)]
    return (
        timed(lambda: scan_and_admit(desk, ours)),
        timed(lambda: floor(bare, rows[0])),
        timed(lambda: floor_with_reading(bare, third, rows[1])),
    )


def row_of(desk: Desk, bare: sqlite3.Connection, code: str) -> dict[str, object]:
    """Return the row that the admission of a code's holder inserts."""
    query = "SELECT id AS ticket_id, attendee_id FROM ticket WHERE digest = ?"
    ticket_id, attendee_id = bare.execute(query, (digest(str(read(code))),)).fetchone()
    return {
        "id": desk.admitting.new_admission_id().hex,
        "event_id": desk.event.id.hex,
        "attendee_id": attendee_id,
        "checkpoint_id": desk.event.entrance.id.hex,
        "ticket_id": ticket_id,
        "at": desk.context.now().strftime("%Y-%m-%d %H:%M:%S.%f"),
        "operator": desk.settings.operator,
        "desk": desk.settings.desk,
    }


def measure(people: int) -> None:
    """Print the figures for so many people."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place))
        desk, codes = fill(settings, people)
        desk.close()
        opening = timed(lambda: open_desk(settings).close())
        bare = sqlite3.connect(copy_of(Path(place, "checkin.db")), isolation_level=None)
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("PRAGMA foreign_keys = ON")
        chosen = iter(codes[:: max(1, people // (3 * SCANS))])
        rounds = [one_round(desk, bare, chosen) for _ in range(min(SCANS, people // 3))][10:]
        ours, theirs, reading = (statistics.median(column) for column in zip(*rounds, strict=True))
        sys.stdout.write(
            f"{people} attendees: opening {opening:.0f} ms; scan and admit {ours:.2f} ms, bare SQLite"
            f" {theirs:.2f} ms ({ours / theirs:.2f} times), with its reading {reading:.2f} ms"
            f" ({ours / reading:.2f} times); pretix 17 to 24 ms\n"
        )
        for words in WORDS:
            took = statistics.median(timed(lambda: desk.searching.find(words)) for _ in range(7))  # noqa: B023 - the same
            sys.stdout.write(f"  search {words!r}: {took:.1f} ms, {len(desk.searching.find(words))} shown\n")
        bare.close()
        desk.close()


if __name__ == "__main__":
    for count in map(int, sys.argv[1:] or ["1000", "10000", "100000"]):
        measure(count)
