import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.demo.pages import pages_and_text

Run = Callable[..., Any]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("order", ["person", "name", "organisation", "party"])
def test_the_sheet_is_written_with_everybody_on_it(run: Run, tmp_path: Path, order: str) -> None:
    path = tmp_path / "roster.pdf"
    ended = run("roster", path, "--order", order, "--json")
    assert (ended.code, ended.objects) == (0, [{"file": str(path)}])
    pages, text = pages_and_text(path)
    assert pages == 1
    assert all(name in text for name in ("d'Artois", "Dubois", "Martin", "Le Goff"))


@pytest.mark.usefixtures("people", "data")
def test_the_sheet_goes_to_the_output() -> None:
    command = [sys.executable, "-m", "checkin", "roster", "-"]
    assert subprocess.run(command, capture_output=True, check=True).stdout.startswith(b"%PDF-")


def test_there_is_no_other_order(run: Run) -> None:
    assert run("roster", "a.pdf", "--order", "colour").code == 2
