"""A desk against bare SQLite, and its search: `python tests/bench/bench_desk.py [PEOPLE …]`.

The floor is the sqlite3 module alone, saying to the same file what a scan and an admission must: who holds
the code, who is of the party, and one insert, with the same promises (WAL, synchronous=FULL). Desk and floor
take turns, so that a noisy machine slows both.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
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
WORDS = ["m", "e", "ma", "mari", "marimana", "ana ma", "d ma", "zzz"]


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


def floor(file: sqlite3.Connection, text: str, event: str, entrance: str) -> None:
    """Do with bare SQLite what a scan and an admission do."""
    code = str(read(text))
    found = file.execute(
        "SELECT t.id, t.revoked_at, p.*, a.id FROM ticket t JOIN attendee p ON p.id = t.attendee_id"
        " LEFT JOIN admission a ON a.attendee_id = p.id AND a.checkpoint_id = ? AND a.voided_at IS NULL"
        " WHERE t.digest = ?",
        (entrance, digest(code)),
    ).fetchone()
    party = (
        "SELECT p.*, a.id FROM attendee p LEFT JOIN admission a"
        " ON a.attendee_id = p.id AND a.checkpoint_id = ? AND a.voided_at IS NULL WHERE p.party_id = ?"
    )
    file.execute(party, (entrance, found[4])).fetchall()
    file.execute("BEGIN IMMEDIATE")
    file.execute(party, (entrance, found[4])).fetchall()
    file.execute(
        "INSERT INTO admission (id, event_id, attendee_id, checkpoint_id, ticket_id, at, operator, desk)"
        " VALUES (?, ?, ?, ?, ?, ?, 'A', '1') ON CONFLICT DO NOTHING",
        (new_id().hex, event, found[2], entrance, found[0], "2022-11-24 09:00:00"),
    )
    file.execute("COMMIT")


def scan_and_admit(desk: Desk, text: str) -> None:
    """Do it through the services."""
    verdict = desk.admitting.scan(text)
    if verdict.holder is None:
        raise AssertionError
    who = verdict.holder.attendee.id
    if not desk.admitting.admit(who, desk.admitting.new_admission_id(), None, verdict.ticket_id).is_new:
        raise AssertionError


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def measure(people: int) -> None:
    """Print the figures for so many people."""
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(Path(place))
        desk, codes = fill(settings, people)
        desk.close()
        opening = timed(lambda: open_desk(settings).close())
        bare = sqlite3.connect(Path(place, "checkin.db"), isolation_level=None)
        bare.execute("PRAGMA synchronous = FULL")
        event, entrance = desk.event.id.hex, desk.event.entrance.id.hex
        chosen = codes[:: max(1, people // (2 * SCANS))][: 2 * SCANS]
        pairs = [
            (timed(lambda: scan_and_admit(desk, one)), timed(lambda: floor(bare, other, event, entrance)))  # noqa: B023 - called at once
            for one, other in zip(chosen[::2], chosen[1::2], strict=False)
        ][10:]
        ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        sys.stdout.write(
            f"{people} attendees: opening {opening:.0f} ms; scan and admit {ours:.2f} ms,"
            f" bare SQLite {theirs:.2f} ms ({ours / theirs:.2f} times)\n"
        )
        for words in WORDS:
            took = statistics.median(timed(lambda: desk.searching.find(words)) for _ in range(7))  # noqa: B023 - the same
            sys.stdout.write(f"  search {words!r}: {took:.1f} ms, {len(desk.searching.find(words))} shown\n")
        bare.close()
        desk.close()


if __name__ == "__main__":
    for count in map(int, sys.argv[1:] or ["1000", "10000", "100000"]):
        measure(count)
