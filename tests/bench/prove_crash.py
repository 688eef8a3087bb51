"""A desk is killed (SIGKILL) at some moment of 200 scans, many times over.

Afterwards the database opens, every admission that was answered is there, and none twice.
`python tests/bench/prove_crash.py [KILLS]`.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from uuid import UUID

from checkin.app import demonstration_event, desk_at, new_id, open_desk, open_events
from checkin.domain.attendee import Attendee
from checkin.settings import Settings
from checkin.store import attendees

SCANS = 200
LONGEST_SCAN = 0.01  # seconds
DESK = """
import sys
from pathlib import Path
from uuid import UUID
from checkin.app import open_desk
from checkin.settings import Settings
desk = open_desk(Settings(Path(sys.argv[1])))
for line in sys.stdin:
    admission = desk.admitting.new_admission_id()
    entry = desk.admitting.admit(UUID(line.strip()), admission)
    print(admission if entry.is_new else "", flush=True)
"""


def prove(folder: Path, chance: random.Random) -> tuple[int, int, int]:
    """Kill a desk once; return how many it answered, how many of them are lost, how many stand twice."""
    settings = Settings(folder)
    people = _fill(settings)
    answered = _killed(folder, people, chance)
    desk = open_desk(settings)
    standing = [arrival.admission for arrival in desk.admitting.latest(10 * SCANS)]
    held = Counter(admission.attendee_id for admission in standing)
    desk.close()
    lost = answered - {admission.id for admission in standing}
    return len(answered), len(lost), sum(times > 1 for times in held.values())


def _fill(settings: Settings) -> list[UUID]:
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    ids = [new_id() for _scan in range(SCANS)]
    with desk.database.transaction() as connection:
        attendees.add(connection, desk.event.id, [Attendee(i, i, 0, "A", f"B{n}") for n, i in enumerate(ids)])
    desk.close()
    return ids


def _killed(folder: Path, people: list[UUID], chance: random.Random) -> set[UUID]:
    """Let a desk admit `people`, kill it somewhere on the way; return the admissions that it answered."""
    desk = subprocess.Popen(
        [sys.executable, "-c", DESK, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    if desk.stdin is None or desk.stdout is None:
        raise AssertionError
    desk.stdin.write("".join(f"{one}\n" for one in people))
    desk.stdin.flush()
    answers = [desk.stdout.readline() for _scan in range(chance.randrange(SCANS))]
    time.sleep(chance.uniform(0, LONGEST_SCAN))
    os.kill(desk.pid, signal.SIGKILL)
    rest, _errors = desk.communicate()
    whole = [line for line in (*answers, *rest.splitlines(keepends=True)) if line.endswith("\n")]
    if any(line == "\n" for line in whole):
        raise AssertionError("somebody was admitted before")
    return {UUID(line.strip()) for line in whole}


def main() -> int:
    """Kill as often as asked; 1 if anything was ever lost or doubled."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    chance = random.Random(kills)  # noqa: S311 - when to kill, no secret
    answered = lost = twice = 0
    for _kill in range(kills):
        with tempfile.TemporaryDirectory() as place:
            found = prove(Path(place), chance)
        answered, lost, twice = answered + found[0], lost + found[1], twice + found[2]
    sys.stdout.write(f"{kills} kills: {answered} admissions answered, {lost} lost, {twice} twice\n")
    return int(bool(lost or twice))


if __name__ == "__main__":
    sys.exit(main())
