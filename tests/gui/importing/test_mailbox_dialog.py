from collections.abc import Callable, Iterator
from datetime import date

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from checkin.gui.importing.mailbox_dialog import MailboxDialog
from checkin.gui.tasks import Workers
from checkin.services.mailbox import Account

KNOWN = Account("mail.example.org", "secretariat", "Réponses")


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's
        self.kept: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        assert service == "checkin"
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        assert service == "checkin"
        self.kept[username] = password


@pytest.fixture
def ring() -> Iterator[Ring]:
    before, made = keyring.get_keyring(), Ring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def show(qtbot: QtBot, workers: Workers) -> Callable[..., MailboxDialog]:
    def make(known: Account | None = None) -> MailboxDialog:
        made = MailboxDialog(workers, known)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def _fill(dialog: MailboxDialog) -> None:
    dialog.host.setText(" mail.example.org ")
    dialog.user.setText("secretariat")
    dialog.password.setText("sésame")


def test_it_asks_for_a_server_a_user_and_a_password(show: Callable[..., MailboxDialog], ring: Ring) -> None:
    dialog = show()
    assert ring.kept == {}
    assert not dialog.read_button.isEnabled()
    _fill(dialog)
    assert dialog.read_button.isEnabled()
    dialog.since.setDate(QDate(2022, 11, 1))
    assert dialog.asked.account == Account("mail.example.org", "secretariat")
    assert dialog.asked.since == date(2022, 11, 1)
    dialog.all_of_it.setChecked(True)
    whole = dialog.asked
    assert whole.since is None
    assert "sésame" not in repr(whole)


def test_the_password_is_kept_in_the_keyring_and_found_again(
    show: Callable[..., MailboxDialog], ring: Ring
) -> None:
    dialog = show()
    _fill(dialog)
    dialog.read_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert list(ring.kept.values()) == ["sésame"]
    again = show(KNOWN)
    assert again.password.text() == "sésame"
    assert again.account == KNOWN


def test_a_password_is_not_kept_unless_it_is_wished(show: Callable[..., MailboxDialog], ring: Ring) -> None:
    dialog = show()
    _fill(dialog)
    dialog.remember.setChecked(False)
    dialog.read_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert ring.kept == {}


def test_a_computer_without_a_keyring_says_so_and_reads_all_the_same(
    show: Callable[..., MailboxDialog],
) -> None:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # keyring's
    try:
        dialog = show()
        _fill(dialog)
        dialog.read_button.click()
        assert dialog.isVisible()
        assert dialog.said.text() == "Cet ordinateur n’a pas de trousseau où conserver un mot de passe."
        dialog.read_button.click()
        assert dialog.result() == QDialog.DialogCode.Accepted
        assert show(KNOWN).password.text() == ""
    finally:
        keyring.set_keyring(before)


def test_the_connection_is_tried_and_a_refusal_told(
    show: Callable[..., MailboxDialog], ring: Ring, workers: Workers, qtbot: QtBot
) -> None:
    assert ring.kept == {}
    dialog = show(Account("127.0.0.1", "secretariat", port=1, encrypted=False))
    dialog.password.setText("sésame")
    dialog.test()
    assert not dialog.test_button.isEnabled()
    qtbot.waitUntil(lambda: workers.is_idle, timeout=20_000)
    assert dialog.said.text() == "Le serveur de messagerie est injoignable."
    assert dialog.test_button.isEnabled()


def test_the_folders_are_offered(show: Callable[..., MailboxDialog], ring: Ring) -> None:
    assert ring.kept == {}
    dialog = show(KNOWN)
    dialog._show_folders(("INBOX", "Réponses", "Sent"))
    assert [dialog.folder.itemText(at) for at in range(3)] == ["INBOX", "Réponses", "Sent"]
    assert dialog.folder.currentText() == "Réponses"
    assert "3" in dialog.said.text()
