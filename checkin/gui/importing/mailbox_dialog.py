"""Asks which mailbox to read: the server, who, the folder, since when; the password goes to the keyring."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
)

from checkin.gui.tasks import Job, Lane, Task, Workers
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.banner import Notice, notice_of
from checkin.gui.widgets.buttons import button
from checkin.gui.widgets.form import Form
from checkin.gui.widgets.number import number_field
from checkin.gui.widgets.text import Badge, Part, label
from checkin.language import _, n_
from checkin.services import mailbox

if TYPE_CHECKING:
    from checkin.domain.errors import CheckinError

_WIDTH = 620
_PORT_WIDTH = 120
_PORT = 993
_LAST_PORT = 65_535
_THIRTY = 30  # days that a first reading looks back


@dataclass(frozen=True, slots=True, repr=False)
class Asked:
    """The mailbox that a person asked for."""

    account: mailbox.Account
    password: str
    since: date | None


class MailboxDialog(QDialog):
    """Fields for a mailbox; `asked` is what they say once it is accepted."""

    def __init__(self, workers: Workers, known: mailbox.Account | None = None) -> None:
        super().__init__()
        self.setWindowTitle(_("Read a mailbox"))
        self._workers = workers
        self.host, self.user, self.password = QLineEdit(), QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.host.setPlaceholderText("imap.example.org")
        self.port = number_field(1, _LAST_PORT)
        self.port.setFixedWidth(_PORT_WIDTH)
        self.folder = QComboBox()
        self.folder.setEditable(True)
        self.since = QDateEdit(QDate.currentDate().addDays(-_THIRTY))
        self.since.setCalendarPopup(True)
        self.since.setDisplayFormat(_("dd/MM/yyyy"))
        self.all_of_it = QCheckBox(_("from the beginning"))
        self.remember = QCheckBox(_("Keep the password in the keyring"))
        self.test_button = button(_("Test, and list the folders"), "refresh")
        self.read_button = button(_("Read"), "mail", "primary")
        self.cancel_button = button(_("Cancel"))
        self.said = Badge()
        self._detail = label("", Part.SMALL)
        self._lay_out()
        self._connect()
        self._fill(known)

    @property
    def account(self) -> mailbox.Account:
        """The account that the fields say; unencrypted only on the port for that, and this machine."""
        host, port = self.host.text().strip(), self.port.value()
        folder = self.folder.currentText().strip() or "INBOX"
        is_plain = host in {"localhost", "127.0.0.1", "::1"} and port != _PORT
        return mailbox.Account(host, self.user.text().strip(), folder, port, encrypted=not is_plain)

    @property
    def asked(self) -> Asked:
        """What the fields say."""
        day = self.since.date().toPython()
        since = day if isinstance(day, date) and not self.all_of_it.isChecked() else None
        return Asked(self.account, self.password.text(), since)

    def test(self) -> Job:
        """Ask the server for its folders, which shows whether it opens."""
        account, password = self.account, self.password.text()
        self.test_button.setEnabled(False)
        self.said.say(_("Asking the server…"), Tone.INFO)
        return self._workers.run(
            self,
            Task(
                lambda _job: mailbox.folders(account, password),
                self._show_folders,
                self._refuse,
                ended=self._look,
                lane=Lane.OUTSIDE,
            ),
        )

    def tell(self, notice: Notice) -> None:
        """Say something below the fields."""
        self.said.say(notice.text, notice.tone)
        self._detail.setText(notice.detail)

    def _show_folders(self, folders: tuple[str, ...]) -> None:
        chosen = self.folder.currentText()
        self.folder.clear()
        self.folder.addItems(folders)
        self.folder.setCurrentText(chosen if chosen in folders else "INBOX")
        words = n_("It opens: {count} folder.", "It opens: {count} folders.", len(folders))
        self.tell(Notice(words.format(count=len(folders)), "", Tone.SUCCESS))

    def _refuse(self, error: "CheckinError") -> None:
        self.tell(notice_of(error))

    def _read(self) -> None:
        """Keep or forget the password as asked, then go; a missing keyring is told and stops nothing."""
        if self.remember.isChecked():
            error = mailbox.remember(self.account, self.password.text())
            if error is not None:
                self.remember.setChecked(False)
                self.tell(Notice(error.happened, error.to_do, Tone.WARNING))
                return
        self.accept()

    def _fill(self, known: mailbox.Account | None) -> None:
        account = known or mailbox.Account("", "")
        password = mailbox.known_password(account) if known else None
        self.host.setText(account.host)
        self.port.setValue(account.port)
        self.user.setText(account.user)
        self.folder.setCurrentText(account.folder)
        self.password.setText(password or "")
        self.remember.setChecked(known is None or password is not None)
        self._look()

    def _look(self) -> None:
        is_whole = all(field.text().strip() for field in (self.host, self.user, self.password))
        self.test_button.setEnabled(is_whole)
        self.read_button.setEnabled(is_whole)
        self.since.setEnabled(not self.all_of_it.isChecked())

    def _connect(self) -> None:
        for field in (self.host, self.user, self.password):
            field.textChanged.connect(lambda _text: self._look())
        self.all_of_it.toggled.connect(lambda _on: self._look())
        self.test_button.clicked.connect(self.test)
        self.read_button.clicked.connect(self._read)
        self.cancel_button.clicked.connect(self.reject)
        self.read_button.setDefault(True)

    def _lay_out(self) -> None:
        form, server, since, buttons = Form(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        server.setSpacing(Space.S)
        since.setSpacing(Space.S)
        server.addWidget(self.host, 1)
        server.addWidget(label(_("port")))
        server.addWidget(self.port)
        since.addWidget(self.since, 1)
        since.addWidget(self.all_of_it)
        form.add(_("Mail server (IMAP)"), server)
        form.add(_("User"), self.user)
        form.add(_("Password"), self.password)
        form.add("", self.remember)
        form.add(_("Folder"), self.folder)
        form.add(_("Messages since"), since)
        buttons.setSpacing(Space.XS)
        buttons.addWidget(self.test_button)
        buttons.addStretch()
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.read_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(_("Read a mailbox"), Part.H2))
        about = _("The messages are looked at, never marked, moved or deleted.")
        column.addWidget(label(about, Part.MUTED))
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self._detail)
        column.addLayout(buttons)
        self.setFixedWidth(_WIDTH)
