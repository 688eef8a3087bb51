"""What a reading remembers is forgotten with it."""

import gc
from pathlib import Path

import pytest

from checkin.intake.files import read
from checkin.intake.memory import remembered, undisturbed

LIST = "Nom;Prénom\nFontaine;Claire\n"
MAIL = "From: Claire Fontaine <claire@example.org>\nSubject: Re: invitation\n\nJe viendrai.\n"


@pytest.mark.parametrize(("name", "text"), [("list.csv", LIST), ("mail.eml", MAIL)])
def test_what_was_remembered_is_forgotten_once_a_file_is_read(name: str, text: str, tmp_path: Path) -> None:
    asked: list[str] = []

    @remembered
    def ask(text: str) -> str:
        asked.append(text)
        return text

    assert [ask("Claire"), ask("Claire")] == ["Claire", "Claire"]
    assert asked == ["Claire"]
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    read(path, path.name)
    ask("Claire")
    assert asked == ["Claire", "Claire"]


def test_the_garbage_collector_works_again_after_a_list() -> None:
    with undisturbed():
        assert not gc.isenabled()
        with undisturbed():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
