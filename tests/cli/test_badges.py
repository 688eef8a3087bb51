from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.demo.pages import pages_and_text

Run = Callable[..., Any]


@pytest.mark.usefixtures("people")
def test_sheets_are_written_for_everybody(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    ended = run("badges", path, "--start", "3", "--json")
    assert (ended.code, ended.objects) == (0, [{"file": str(path)}])
    pages, text = pages_and_text(path)
    assert pages == 1
    assert all(name in text for name in ("Dubois", "Martin", "Le Goff"))


def test_one_person_goes_onto_the_roll(run: Run, people: dict[str, dict[str, Any]], tmp_path: Path) -> None:
    path = tmp_path / "badge.pdf"
    one = next(iter(people.values()))
    assert run("badges", path, "--labels", "62mm", "--attendee", one["id"]).code == 0
    pages, text = pages_and_text(path)
    assert pages == 1
    assert one["family_name"] in text


@pytest.mark.usefixtures("people")
def test_a_label_that_a_sheet_lacks_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("badges", tmp_path / "badges.pdf", "--start", "99").code == 2
