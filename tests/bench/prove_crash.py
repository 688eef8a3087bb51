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
from pathlib import Path
from uuid import UUID

from checkin.app import demonstration_event, desk_at, open_desk, open_events
from checkin.domain.attendee import Attendee
from checkin.settings import Settings
from checkin.store import attendees

SCANS = 200
_DESK = """
import sys
from pathlib import Path
from uuid import UUID
from checkin.app import open_desk
from checkin.settings import Settings
desk = open_desk(Settings(Path(sys.argv[1])))
print("ready", flush=True)
for line in sys.stdin:
    entry = desk.admitting.admit(UUID(line.strip()), desk.admitting.new_admission_id())
    print(line.strip(), entry.is_new, flush=True)
"""


def prove(folder: Path, seed: int) -> tuple[int, int, int]:
    """Kill a desk once; return how many were answered, how many of them are lost, how many stand twice."""
    settings = Settings(folder)
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    ids = [desk.context.new_id() for _scan in range(SCANS)]
    with desk.database.transaction() as connection:
        attendees.add(connection, desk.event.id, [Attendee(i, i, 0, "A", f"B{n}") for n, i in enumerate(ids)])
    desk.close()
    answered = _killed(folder, ids, random.Random(seed).random())  # noqa: S311 - when to kill, no secret
    desk = open_desk(settings)
    standing = [arrival.admission.attendee_id for arrival in desk.admitting.latest(10 * SCANS)]
    desk.close()
    return len(answered), len(answered - set(standing)), len(standing) - len(set(standing))


def _killed(folder: Path, ids: list[UUID], when: float) -> set[UUID]:
    """Run a desk through `ids`, kill it after the share `when` of the time it takes; return its answers."""
    desk = subprocess.Popen(
        [sys.executable, "-c", _DESK, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    if desk.stdin is None or desk.stdout is None:
        raise AssertionError
    desk.stdout.readline()
    desk.stdin.write("".join(f"{one}\n" for one in ids))
    desk.stdin.flush()
    time.sleep(0.25 * when)
    os.kill(desk.pid, signal.SIGKILL)
    answers, _errors = desk.communicate()
    lines = [line.split() for line in answers.splitlines()]
    return {UUID(words[0]) for words in lines if len(words) == 2 and words[1] == "True"}


def main() -> int:
    """Kill as often as asked; 1 if anything was ever lost or doubled."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    answered = lost = twice = 0
    for seed in range(kills):
        with tempfile.TemporaryDirectory() as place:
            found = prove(Path(place), seed)
        answered, lost, twice = answered + found[0], lost + found[1], twice + found[2]
    sys.stdout.write(f"{kills} kills: {answered} admissions answered, {lost} lost, {twice} twice\n")
    return int(bool(lost or twice))


if __name__ == "__main__":
    sys.exit(main())
