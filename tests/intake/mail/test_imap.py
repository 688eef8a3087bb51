"""A mailbox on a real Dovecot that the test starts on loopback."""

import json
import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from checkin.cli.main import main
from checkin.cli.shell import Window
from checkin.domain.errors import InputError, PlaceError
from checkin.intake.mail.imap import Account, account_at, folders_of, read_mailbox
from checkin.intake.proposals import Reply

DOVECOT = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin")
PASSWORD = "sésame"  # noqa: S105 - of a server that lives for one test
USER = "secretariat"
MAILS = {
    "1.eml": "From: Ana Blin <ana.blin@example.org>\n\nJe confirme ma presence.\n\nAna Blin\n",
    "2.eml": "From: Luc Roy <luc.roy@example.org>\n\nJe ne pourrai pas venir.\n\nLuc Roy\n",
}
CONFIGURATION = """
protocols = imap
listen = 127.0.0.1
base_dir = {base}/run
log_path = {base}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:{base}/mail
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
first_valid_uid = 1
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={base}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def maildir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = Path("/tmp") if os.geteuid() == 0 else tmp_path_factory.mktemp("x").parent  # noqa: S108 - nobody may pass
    folder = base / f"checkin-imap-{os.getpid()}"
    for name in ("mail/cur", "mail/new", "mail/tmp", "run"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in MAILS.items():
        (folder / "mail/new" / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def account(maildir: Path) -> Iterator[Account]:
    if DOVECOT is None:
        pytest.skip("dovecot is not installed (apt install dovecot-imapd)")
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    group = "nogroup" if os.geteuid() == 0 else str(owner.pw_gid)
    for one in (maildir, *maildir.rglob("*")):
        os.chown(one, owner.pw_uid, owner.pw_gid)
    port = free_port()
    text = CONFIGURATION.format(base=maildir, user=owner.pw_name, group=group, port=port, password=PASSWORD)
    (maildir / "dovecot.conf").write_text(text, encoding="utf-8")
    server = subprocess.Popen([DOVECOT, "-F", "-c", str(maildir / "dovecot.conf")], stderr=subprocess.PIPE)
    try:
        wait_for(port, server)
        yield Account("127.0.0.1", USER, port=port, encrypted=False)
    finally:
        stop(server)
        shutil.rmtree(maildir, ignore_errors=True)


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 10
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            continue
        return
    stop(server)
    pytest.skip("dovecot does not start here: see its log")


def stop(server: "subprocess.Popen[bytes]") -> None:
    server.terminate()
    try:
        server.communicate(timeout=5)
    except subprocess.TimeoutExpired:
        server.kill()
        server.communicate()


def test_a_mailbox_is_read_and_nothing_in_it_changes(account: Account, maildir: Path) -> None:
    reading = read_mailbox(account, PASSWORD)
    assert [p.reply for p in reading.proposals] == [Reply.CONFIRMED, Reply.DECLINED]
    assert [p.source.message for p in reading.proposals] == [1, 2]
    assert reading.file == "INBOX"
    files = sorted(path.name.split(":")[0] for path in (maildir / "mail").glob("*/*.eml*"))
    flagged = [path for path in (maildir / "mail").glob("*/*.eml*") if path.name.partition(":2,")[2]]
    assert files == ["1.eml", "2.eml"]
    assert flagged == []


def test_a_wrong_password_and_a_missing_folder_are_told(account: Account) -> None:
    with pytest.raises(InputError):
        read_mailbox(account, "wrong")
    missing = Account(account.host, account.user, "Nowhere", account.port, encrypted=False)
    with pytest.raises(InputError):
        read_mailbox(missing, PASSWORD)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(PlaceError):
        read_mailbox(Account("127.0.0.1", USER, port=free_port(), encrypted=False), PASSWORD)


def test_no_password_is_sent_in_clear_to_another_machine() -> None:
    with pytest.raises(InputError):
        read_mailbox(Account("imap.example.org", USER, port=143, encrypted=False), PASSWORD)


def test_a_long_reading_tells_how_far_it_is_and_stops_when_asked(account: Account) -> None:
    told: list[tuple[int, int]] = []

    def keep_going(done: int, total: int) -> bool:
        told.append((done, total))
        return False

    reading = read_mailbox(account, PASSWORD, keep_going=keep_going)
    assert told == [(1, 2)]
    assert len(reading.proposals) == 1


def test_only_what_came_lately_is_read(account: Account) -> None:
    tomorrow = datetime.now(UTC).date() + timedelta(days=2)
    assert read_mailbox(account, PASSWORD, since=tomorrow).proposals == ()
    assert len(read_mailbox(account, PASSWORD, since=date(2020, 1, 1)).proposals) == 2


def test_the_folders_are_listed(account: Account, maildir: Path) -> None:
    answers = maildir / "mail/.R&AOk-ponses"  # as IMAP writes « Réponses » (RFC 3501, 5.1.3)
    for name in ("cur", "new", "tmp"):
        (answers / name).mkdir(parents=True)
    for one in (answers, *answers.rglob("*")):
        shutil.chown(one, maildir.joinpath("mail").owner(), maildir.joinpath("mail").group())
    assert set(folders_of(account, PASSWORD)) == {"INBOX", "Réponses"}
    there = Account(account.host, account.user, "Réponses", account.port, encrypted=False)
    assert read_mailbox(there, PASSWORD).proposals == ()


@pytest.mark.parametrize(
    ("address", "account"),
    [
        ("imaps://ana@mail.example.org", Account("mail.example.org", "ana")),
        (
            "imaps://ana@mail.example.org:1993/INBOX/2022",
            Account("mail.example.org", "ana", "INBOX/2022", 1993),
        ),
        ("imaps://sec@cab.example.org@mail.example.org/", Account("mail.example.org", "sec@cab.example.org")),
        ("imaps://ana@mail.example.org/R%C3%A9ponses", Account("mail.example.org", "ana", "Réponses")),
        ("imap://ana@localhost", Account("localhost", "ana", port=143, encrypted=False)),
    ],
)
def test_an_address_says_where_a_mailbox_is(address: str, account: Account) -> None:
    assert account_at(address) == account
    assert account_at(account.address) == account


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "imaps://example.org",
        "imaps://",
        "imaps://ana:secret@example.org",
        "imaps://a@b:port",
    ],
)
def test_another_text_is_no_address_and_a_password_has_no_place_in_one(address: str) -> None:
    with pytest.raises(InputError) as refused:
        account_at(address)
    assert "secret" not in str(refused.value)


def test_a_mailbox_is_read_from_the_shell_with_the_password_in_the_keyring(
    account: Account, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, str]] = []

    def get_password(service: str, address: str) -> str:
        asked.append((service, address))
        return PASSWORD

    monkeypatch.setattr("keyring.get_password", get_password)
    window = Window(lambda _settings: 0, lambda _settings, _folder: [])
    assert main(["import", "--dry-run", "--json", account.address], window) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["file"] == account.address
    assert [one["status"] for one in shown["attendees"]] == ["confirmed", "declined"]
    assert asked == [("checkin", account.address)]
