"""The proofs of tests/bench, a few times over; run them there for the full figures."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "bench"


def proof(name: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, BENCH / name, *arguments], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_two_processes_at_once_have_one_winner(empty_database_url: str) -> None:
    code, seat = proof("prove_races.py", "60", empty_database_url)
    assert code.endswith("one code: one winner 60 of 60; {1: 60}")
    assert seat.endswith("the last seat: one winner 59 of 59; {1: 59}")


def test_a_killed_desk_loses_nothing_it_answered() -> None:
    (line,) = proof("prove_crash.py", "3")
    assert line.startswith("3 kills: ")
    assert line.endswith(" admissions answered, 0 lost, 0 twice")
