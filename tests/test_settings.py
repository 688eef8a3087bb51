"""What this computer remembers between two days."""

import getpass
import json
import stat
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from checkin.domain.errors import PlaceError
from checkin.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def _no_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHECKIN_DATA", "CHECKIN_DATABASE", "CHECKIN_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)


def test_what_is_saved_is_found_again(tmp_path: Path) -> None:
    settings = Settings(
        tmp_path / "new" / "data",
        database="postgresql://user:word@server/x",
        event_id=str(UUID(int=7)),
        language="en",
        operator="Léa",
        desk="Entrée 2",
        is_muted=True,
    )
    settings.save()
    settings.save()
    assert load_settings(settings.folder) == settings
    assert settings.last_event == UUID(int=7)
    (file,) = settings.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_first_start_remembers_nothing(tmp_path: Path, home: Path) -> None:
    assert load_settings(tmp_path) == Settings(tmp_path)
    assert load_settings(tmp_path).last_event is None
    assert load_settings(tmp_path).database_url == str(tmp_path / "checkin.db")
    assert load_settings().folder.is_relative_to(home)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"5",
        b'"database"',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"folder": "/elsewhere", "unknown": 1}',
        b'{"database": 5, "event_id": null, "language": [], "operator": {}, "desk": true, "is_muted": "yes"}',
        b'{"is_muted": 1, "event_id": 12}',
    ],
)
def test_a_spoilt_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(content)
    assert load_settings(tmp_path) == Settings(tmp_path)


def test_what_is_sound_in_a_spoilt_file_is_kept(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps({"desk": "Entrée", "is_muted": "no", "event_id": "?"}))
    settings = load_settings(tmp_path)
    assert (settings.desk, settings.is_muted, settings.last_event) == ("Entrée", False, None)


def test_the_environment_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(tmp_path, database="/a.db", language="fr").save()
    monkeypatch.setenv("CHECKIN_DATA", str(tmp_path))
    monkeypatch.setenv("CHECKIN_DATABASE", "/b.db")
    monkeypatch.setenv("CHECKIN_LANGUAGE", "en")
    settings = load_settings()
    assert (settings.folder, settings.database_url, settings.language) == (tmp_path, "/b.db", "en")


@pytest.mark.parametrize("language", ["de", "", "FR"])
def test_another_language_is_french(tmp_path: Path, language: str) -> None:
    replace(Settings(tmp_path), language=language).save()
    assert load_settings(tmp_path).language == "fr"


def test_a_system_without_users_has_an_operator_without_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 1234")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert load_settings(tmp_path).operator == ""


def test_a_folder_that_refuses_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PlaceError) as refused:
        Settings(tmp_path / "file").save()
    assert refused.value.happened == f"Les réglages ne peuvent pas être conservés dans {tmp_path / 'file'}."
