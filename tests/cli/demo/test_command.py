import re
from pathlib import Path

import pytest

from checkin.app import demonstration_event, desk_at, open_events
from checkin.cli.demo import before
from checkin.cli.demo.morning import Amiss, Morning
from checkin.cli.main import main
from checkin.cli.shell import Window
from checkin.settings import Settings


class Screen:
    """A window that notes what it is asked for."""

    def __init__(self) -> None:
        self.opened: list[Settings] = []

    def open(self, settings: Settings) -> int:
        self.opened.append(settings)
        return 0

    def picture(self, _settings: Settings, folder: Path) -> list[Path]:
        folder.mkdir(parents=True, exist_ok=True)
        taken = folder / "home.png"
        taken.write_bytes(b"PNG")
        return [taken]


def demonstrate(*argv: str) -> tuple[int, Screen]:
    screen = Screen()
    code = main(["--language", "en", "demo", *argv], Window(screen.open, screen.picture))
    return code, screen


def test_the_whole_morning_goes_as_it_must_and_does_so_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "mine.pdf"
    kept.write_bytes(b"not the demonstration's")
    for _time in range(2):
        code, screen = demonstrate(str(tmp_path), "--no-window")
        said = capsys.readouterr()
        assert (code, said.err, screen.opened) == (0, "", [])
        assert said.out.count(" ok · ") == 14
        assert re.search(r"\b(2\d\d) codes of \1 recognised", said.out)
    assert (tmp_path / "screenshots" / "home.png").exists()
    assert (tmp_path / "roster.pdf").read_bytes().startswith(b"%PDF-")
    assert kept.exists()


def test_it_ends_in_the_window_on_what_it_made(tmp_path: Path) -> None:
    code, screen = demonstrate(str(tmp_path), "--window")
    assert code == 0
    assert [settings.database for settings in screen.opened] == [str(tmp_path / "demonstration.db")]


def test_what_is_amiss_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(before, "second_list", before.first_list)  # which brings nobody the second time
    code, screen = demonstrate(str(tmp_path), "--window")
    said = capsys.readouterr().out
    assert (code, screen.opened) == (1, [])
    assert "FAILED: The list brought nobody, or no companion." in said
    assert " 4. " not in said


def test_another_party_s_code_in_a_confirmation_is_amiss(tmp_path: Path) -> None:
    settings = Settings(tmp_path, str(tmp_path / "demo.db"))
    events = open_events(settings)
    desk = desk_at(settings, events, events.create(demonstration_event()))
    morning = Morning(desk, tmp_path)
    list(before.first_list(morning))
    list(before.confirmations(morning))
    one, other = (
        desk.confirming.file_for(s.party, morning.confirmations) for s in desk.confirming.standings()[:2]
    )
    one.write_bytes(other.read_bytes())
    with pytest.raises(Amiss, match="code"):
        list(before.read_back(morning))
    desk.close()
