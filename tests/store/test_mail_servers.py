from pathlib import Path

import pytest

from checkin.domain.errors import PlaceError
from checkin.domain.mailing import MailServer, Security
from checkin.store.mail_servers import MailServers

SERVER = MailServer("smtp.example.org", 465, Security.TLS, "sec@example.org", "sec@example.org", "Été", 12)


def test_a_server_is_found_again_without_its_password(tmp_path: Path) -> None:
    MailServers(tmp_path).keep(SERVER)
    assert MailServers(tmp_path).server() == SERVER


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", "null", '{"port": "x", "per_minute": 3}', '{"security": "secret"}', '{"port": 1}'],
)
def test_a_file_that_says_nothing_is_as_good_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "mail.json").write_text(content)
    assert MailServers(tmp_path).server() == MailServer()


def test_without_a_keyring_there_is_no_password_and_keeping_one_is_refused_with_words(tmp_path: Path) -> None:
    import keyring  # noqa: PLC0415  # as the program does
    from keyring.backends.fail import Keyring  # noqa: PLC0415  # the same

    before = keyring.get_keyring()
    keyring.set_keyring(Keyring())  # type: ignore[no-untyped-call]  # keyring leaves it so
    try:
        assert MailServers(tmp_path).password(SERVER) is None
        with pytest.raises(PlaceError) as refused:
            MailServers(tmp_path).keep_password(SERVER, "mot de passe")
    finally:
        keyring.set_keyring(before)
    assert "trousseau" in refused.value.happened
