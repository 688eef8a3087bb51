"""The organiser's secret on this computer."""

import stat
from pathlib import Path
from uuid import UUID

import pytest

from checkin.domain.errors import InputError, PlaceError
from checkin.store.secrets import Secrets

EVENT = UUID(int=1)
SECRET = bytes(range(32))


@pytest.fixture
def secrets(tmp_path: Path) -> Secrets:
    return Secrets(tmp_path / "secrets")


def test_a_secret_is_kept_for_its_owner_only(secrets: Secrets) -> None:
    assert secrets.get(EVENT) is None
    assert secrets.make(EVENT, lambda size: SECRET[:size]) == SECRET
    assert secrets.get(EVENT) == SECRET
    assert stat.S_IMODE(secrets.path(EVENT).stat().st_mode) == 0o600
    assert secrets.get(UUID(int=2)) is None
    assert [path.name for path in secrets.path(EVENT).parent.iterdir()] == [secrets.path(EVENT).name]


def test_a_secret_is_brought_from_another_computer(secrets: Secrets) -> None:
    secrets.bring(EVENT, f"  {SECRET.hex().upper()}\n")
    assert secrets.get(EVENT) == SECRET


@pytest.mark.parametrize("text", ["", "secret", "00", SECRET.hex()[:-2], SECRET.hex() + "00", "é" * 64])
def test_what_is_no_secret_is_refused_and_replaces_none(secrets: Secrets, text: str) -> None:
    secrets.bring(EVENT, SECRET.hex())
    with pytest.raises(InputError) as refused:
        secrets.bring(EVENT, text)
    assert refused.value.happened == "Ce n’est pas le secret d’un événement."
    assert refused.value.to_do == "Choisissez le fichier qui a été enregistré comme secret de l’événement."
    assert secrets.get(EVENT) == SECRET


@pytest.mark.parametrize("content", [b"", b"00", b"\xff\xfe", SECRET])
def test_a_spoilt_secret_makes_no_codes(secrets: Secrets, content: bytes) -> None:
    """An empty file would make codes that anybody can."""
    secrets.bring(EVENT, SECRET.hex())
    secrets.path(EVENT).write_bytes(content)
    with pytest.raises(PlaceError) as refused:
        secrets.get(EVENT)
    assert refused.value.happened == "Le secret de l’événement ne peut pas être lu."


def test_a_folder_that_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(PlaceError) as refused:
        Secrets(tmp_path / "file").make(EVENT, bytes)
    assert refused.value.happened == (
        f"Le secret de l’événement ne peut pas être conservé dans {tmp_path / 'file'}."
    )
    with pytest.raises(PlaceError):
        Secrets(tmp_path / "file").get(EVENT)
