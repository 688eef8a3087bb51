from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def came(run: Run, people: Any) -> str:  # noqa: ARG001 - the list
    """Admit one person of four, and give their id."""
    who = run("attendees", "--search", "artois", "--json").objects[0]["id"]
    assert run("admit", "--attendee", who, "--document", "passport").code == 0
    return str(who)


@pytest.mark.usefixtures("came")
def test_who_came_in_figures(run: Run) -> None:
    (said,) = run("attendance", "--json").objects
    assert (said["expected"], said["came"], said["not_here"]) == (4, 1, 3)
    assert said["organisations"][0] == {"organisation": "AFPA", "expected": 1, "came": 1}
    assert said["parties"] == {"1": 1}
    assert "Came: 1" in run("attendance").out


def test_the_files_are_written(run: Run, came: str, tmp_path: Path) -> None:
    report, pages, export = (tmp_path / name for name in ("report.pdf", "pages.pdf", "list.csv"))
    ended = run(
        "attendance", "--report", report, "--attestations", pages, "--attendee", came, "--export", export
    )
    assert ended.code == 0
    assert [path.read_bytes()[:4] for path in (report, pages, export)] == [b"%PDF", b"%PDF", b"\xef\xbb\xbfF"]


@pytest.mark.usefixtures("people")
def test_nobody_came_so_nothing_is_attested(run: Run, tmp_path: Path) -> None:
    ended = run("attendance", "--attestations", tmp_path / "pages.pdf")
    assert ended.code == 2
    assert not (tmp_path / "pages.pdf").exists()
