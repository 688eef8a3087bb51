"""The proofs of tests/bench, a few times over; run them there for the full figures."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

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


@pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool", "setxkbmap"))), reason="needs Xvfb, xdotool and setxkbmap"
)
@pytest.mark.parametrize("layout", ["fr", "ch"])
def test_scans_typed_into_the_real_window_are_right_and_land_nowhere(layout: str) -> None:
    lines = proof("prove_wedge.py", "3", layout)
    assert len(lines) == 4
    assert all(line.endswith("3 of 3 codes, 3 of 3 others, 0 typed into a field") for line in lines)


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="needs Xvfb")
def test_no_scan_is_lost_or_doubled_as_fast_as_the_window_takes_them() -> None:
    one_by_one, without_a_pause = proof("prove_scans.py", "30")
    assert "none lost, none doubled" in one_by_one
    assert "none lost, none doubled" in without_a_pause


def test_the_camera_reads_what_a_webcam_sees() -> None:
    assert proof("bench_camera.py", "5")[-1].endswith("read wrongly 0")
