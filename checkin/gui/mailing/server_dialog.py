"""The form of the mail server, with a button that tries it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from checkin.domain.mailing import MailServer, Security
from checkin.gui.tokens import Space, Tone
from checkin.gui.widgets.buttons import actions, button
from checkin.gui.widgets.form import Form
from checkin.gui.widgets.text import Part, label
from checkin.language import _

_WIDTH = 620
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


class ServerDialog(QDialog):
    """Asks for a MailServer and its password; `kept` with both, `tried` with both to try them."""

    kept = Signal(MailServer, str)
    tried = Signal(MailServer, str)

    def __init__(self, server: MailServer, password: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Mail server"))
        self.host, self.user = QLineEdit(server.host), QLineEdit(server.user)
        self.address, self.sender_name = QLineEdit(server.sender), QLineEdit(server.sender_name)
        self.password = QLineEdit(password)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port, self.per_minute = _number(server.port, 5), _number(server.per_minute, 4)
        self.security = QComboBox()
        for one, text in _securities().items():
            self.security.addItem(text, one)
        self.security.setCurrentIndex(list(_securities()).index(server.security))
        self.result_line = label("", Part.BODY)
        self.try_button, self.keep_button = button(_("Test")), button(_("Keep"), "check", "primary")
        self._lay_out()
        self.security.activated.connect(lambda _index: self.port.setText(str(_PORTS[self._security])))
        self.user.editingFinished.connect(self._fill_in_sender)
        self.try_button.clicked.connect(self._try)
        self.keep_button.clicked.connect(self._keep)

    def server(self) -> MailServer:
        """Return what the form says."""
        return MailServer(
            self.host.text().strip(),
            int(self.port.text() or MailServer().port),
            self._security,
            self.user.text().strip(),
            self.address.text().strip(),
            self.sender_name.text().strip(),
            max(1, int(self.per_minute.text() or MailServer().per_minute)),
        )

    def show_result(self, text: str, tone: Tone) -> None:
        """Say what came of a test."""
        self.try_button.setEnabled(True)
        self.result_line.setText(text)
        self.result_line.setStyleSheet(f"color: {tone.strong}; font-weight: 600")

    @property
    def _security(self) -> Security:
        return list(_securities())[self.security.currentIndex()]

    def _fill_in_sender(self) -> None:
        if not self.address.text() and "@" in self.user.text():
            self.address.setText(self.user.text().strip())

    def _try(self) -> None:
        self.show_result(_("Trying…"), Tone.NEUTRAL)
        self.try_button.setEnabled(False)
        self.tried.emit(self.server(), self.password.text())

    def _keep(self) -> None:
        self.kept.emit(self.server(), self.password.text())
        self.accept()

    def _lay_out(self) -> None:
        form = Form()
        for text, field in (
            (_("Server"), self.host),
            (_("Encryption"), self.security),
            (_("Port"), self.port),
            (_("User"), self.user),
            (_("Password"), self.password),
            (_("Sender’s address"), self.address),
            (_("Sender’s name"), self.sender_name),
            (_("Messages a minute"), self.per_minute),
        ):
            form.add(text, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(label(_("Mail server"), Part.H2))
        why = _("The password is kept in this system’s keyring, and nowhere else.")
        column.addWidget(label(why, Part.MUTED))
        column.addLayout(form)
        column.addWidget(self.result_line)
        column.addLayout(actions(self, (self.try_button,), self.keep_button))
        self.setFixedWidth(_WIDTH)


def _number(value: int, digits: int) -> QLineEdit:
    made = QLineEdit(str(value))
    made.setValidator(QIntValidator(1, 10**digits, made))
    made.setMaxLength(digits)
    return made


def _securities() -> dict[Security, str]:
    return {
        Security.STARTTLS: _("STARTTLS (usual)"),
        Security.TLS: _("TLS"),
        Security.NONE: _("None (a server on this computer)"),
    }
