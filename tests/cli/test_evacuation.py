from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checkin.cli.demo.pages import pages_and_text

Run = Callable[..., Any]


@pytest.mark.usefixtures("people")
def test_the_list_is_written_and_counted(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "inside.pdf"
    (told,) = run("evacuation", path, "--json").objects
    assert (told["file"], told["inside"], told["to_help"]) == (str(path), 0, 0)
    assert told["at"].endswith("Z")
    pages, text = pages_and_text(path)
    assert pages == 1
    assert "Nobody is recorded as inside." in text


@pytest.mark.usefixtures("people")
def test_it_says_where_it_was_written(run: Run, tmp_path: Path) -> None:
    ended = run("evacuation", tmp_path / "inside.pdf")
    assert (ended.code, "inside.pdf" in ended.out) == (0, True)
