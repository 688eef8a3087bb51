from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backend import KeyringBackend
from pytestqt.qtbot import QtBot

from checkin.domain.mailing import MailServer, MailState
from checkin.gui.mailing.send_dialog import SendDialog
from checkin.gui.mailing.server_dialog import ServerDialog
from checkin.gui.pages.confirmations import ConfirmationsPage
from checkin.gui.widgets.banner import Notice
from checkin.intake.proposals import PersonName, Proposal, Reading, Reply, Source


class _InMemory(KeyringBackend):
    """In the place of the system's keyring, which a machine without a session has not."""

    priority = 1.0

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password


@pytest.fixture(autouse=True)
def _keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(_InMemory())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def page(door: Any, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path) -> ConfirmationsPage:
    replies = [
        Proposal(Reply.CONFIRMED, PersonName(given, family), Source("list", 9), email=f"{given}@example.org")
        for given, family in (("ana", "Aubry"), ("bob", "Bruno"))
    ]
    door.desk.importing.apply(Reading("list", tuple(replies)))
    made = ConfirmationsPage(door.frame)
    made.folder = tmp_path / "out"
    qtbot.addWidget(made)
    made.show()
    made.enter()
    settle()
    return made


@pytest.fixture
def notices(door: Any) -> list[Notice]:
    told: list[Notice] = []
    door.frame.told.connect(told.append)
    return told


@pytest.fixture
def server(post: Any) -> MailServer:
    return MailServer("localhost", post.port, user=post.user, sender=post.user, per_minute=6000)


@pytest.fixture
def dialog(page: ConfirmationsPage, settle: Callable[[], None]) -> Callable[[], SendDialog]:
    def opened() -> SendDialog:
        page.send_button.click()
        settle()
        assert page.mailer.dialog is not None
        return page.mailer.dialog

    return opened


def state_of(page: ConfirmationsPage, family: str) -> MailState:
    rows = page.table.rows_model.rows
    return next(one.state for one in rows if one.party.lead.family_name == family)


def choose(page: ConfirmationsPage, family: str) -> None:
    names = [one.party.lead.family_name for one in page.table.rows_model.rows]
    page.table.selectRow(names.index(family))


def test_the_whole_way_from_the_server_to_the_last_message(
    page: ConfirmationsPage,
    dialog: Callable[[], SendDialog],
    settle: Callable[[], None],
    post: Any,
    server: MailServer,
    notices: list[Notice],
) -> None:
    asked = dialog()
    assert not asked.send_button.isEnabled()
    asked.server_button.click()
    form = page.mailer.server_dialog
    assert isinstance(form, ServerDialog)
    form.host.setText(server.host)
    form.port.setText(str(server.port))
    form.user.setText(server.user)
    form.user.editingFinished.emit()
    form.password.setText(post.password)
    form.per_minute.setText("6000")
    form.try_button.click()
    settle()
    assert form.result_line.text() == "Tout fonctionne : le serveur accepte les messages.".replace(
        " :", "\u00a0:"
    )
    form.keep_button.click()
    settle()
    assert asked.send_button.isEnabled()
    asked.words.setPlainText("Venez tôt.")
    asked.send_button.click()
    settle()
    assert sorted(post.addresses) == ["ana@example.org", "bob@example.org"]
    assert "Venez tôt." in post.received[0][1].get_body(("plain",)).get_content()
    assert notices[-1].text == "2 envoyés"
    assert state_of(page, "Aubry") is MailState.SENT
    assert page.desk.mail_servers.server() == server
    assert page.desk.mail_servers.password(server) == post.password
    assert post.password not in (page.desk.settings.folder / "mail.json").read_text()
    again = dialog()
    assert not again.to_due.isEnabled()


def test_a_wrong_password_is_told_in_the_form(
    page: ConfirmationsPage,
    dialog: Callable[[], SendDialog],
    settle: Callable[[], None],
    server: MailServer,
    notices: list[Notice],
) -> None:
    page.mailer.keep(server, "faux")
    settle()
    dialog().server_button.click()
    form = page.mailer.server_dialog
    assert form is not None
    assert form.server() == server
    form.try_button.click()
    settle()
    assert "refuse" in form.result_line.text()
    assert form.try_button.isEnabled()
    assert notices == []


def test_what_went_wrong_stands_beside_its_party_and_under_its_filter(
    page: ConfirmationsPage, settle: Callable[[], None], post: Any, server: MailServer, notices: list[Notice]
) -> None:
    post.answers["ana@example.org"] = ["550 no such user"]
    post.at_data["bob@example.org"] = ["cut"]
    page.mailer.keep(server, post.password)
    page.mailer.send()
    settle()
    assert notices[-1].text == "1 refusé, 1 à vérifier"
    page.filters["failed"].click()
    names = {one.party.lead.family_name for one in page.table.rows_model.rows}
    assert {"Aubry", "Bruno"} <= names
    assert state_of(page, "Aubry") is MailState.REFUSED
    choose(page, "Bruno")
    assert page.arrived_button.isVisible()
    page.arrived_button.click()
    settle()
    page.filters["sent"].click()
    assert [one.party.lead.family_name for one in page.table.rows_model.rows] == ["Bruno"]


def test_one_that_was_sent_is_sent_again_when_it_is_chosen(
    page: ConfirmationsPage,
    dialog: Callable[[], SendDialog],
    settle: Callable[[], None],
    post: Any,
    server: MailServer,
) -> None:
    page.mailer.keep(server, post.password)
    page.mailer.send()
    settle()
    choose(page, "Aubry")
    asked = dialog()
    assert asked.to_chosen.isChecked()
    asked.send_button.click()
    settle()
    assert post.addresses.count("ana@example.org") == 2
    assert post.addresses.count("bob@example.org") == 1


def test_drafts_are_written_where_one_says(
    page: ConfirmationsPage, settle: Callable[[], None], tmp_path: Path, notices: list[Notice]
) -> None:
    page.mailer.draft(tmp_path / "drafts")
    settle()
    assert len(list((tmp_path / "drafts").glob("*.eml"))) == 2
    assert notices[-1].text == "2 brouillons écrits"
    assert state_of(page, "Aubry") is MailState.DRAFTED


def test_a_run_that_is_stopped_says_so_and_goes_on_later(
    page: ConfirmationsPage, settle: Callable[[], None], post: Any, server: MailServer, notices: list[Notice]
) -> None:
    page.mailer.keep(server, post.password)
    post.on_data = page.mailer.stop
    page.mailer.send()
    assert not page.send_button.isEnabled()
    settle()
    assert len(post.received) == 1
    assert "Arrêté" in notices[-1].detail
    post.on_data = lambda: None
    assert notices[-1].action is not None
    _words, go_on = notices[-1].action
    go_on()
    settle()
    assert len(set(post.addresses)) == len(post.addresses) == 2


def test_without_a_server_only_drafts_are_offered(dialog: Callable[[], SendDialog]) -> None:
    asked = dialog()
    assert not asked.send_button.isEnabled()
    assert asked.drafts_button.isEnabled()
