"""What is asked before messages go out: to whom, through what, and with which words of the organiser's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from checkin.domain.mailing import MailServer
from checkin.gui.tokens import Space
from checkin.gui.widgets.buttons import actions, button
from checkin.gui.widgets.text import Part, label
from checkin.language import _, n_

_WIDTH = 760
_WORDS_HIGH = 110


class SendDialog(QDialog):
    """Asks whether to send to the `due` parties, or to the `chosen` ones (both counts).

    `send_wanted`, `drafts_wanted` and `server_wanted` say which button was pressed.
    """

    send_wanted = Signal()
    drafts_wanted = Signal()
    server_wanted = Signal()

    def __init__(self, due: int, chosen: int, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Send the confirmations"))
        self._due, self._chosen = due, chosen
        self._server = MailServer()
        all_due = n_("To the party that is due", "To the {count} parties that are due", due)
        these = n_("To the chosen party, due or not", "To the {count} chosen parties, due or not", chosen)
        self.to_due = QRadioButton(all_due.format(count=due))
        self.to_chosen = QRadioButton(these.format(count=chosen))
        (self.to_due if due or not chosen else self.to_chosen).setChecked(True)
        self.to_due.setEnabled(bool(due))
        self.to_chosen.setVisible(bool(chosen))
        self.words = QPlainTextEdit(words)
        self.words.setFixedHeight(_WORDS_HIGH)
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText(_("For instance: the metro station next to the building is closed."))
        self._through = label("", Part.MUTED)
        self.server_button = button(_("Mail server…"), "settings")
        self.drafts_button = button(_("Write drafts…"), "edit")
        self.send_button = button(_("Send"), "mail", "primary")
        self._lay_out()
        self.to_due.toggled.connect(lambda _on: self._say_through())
        self.server_button.clicked.connect(self.server_wanted)
        self.drafts_button.clicked.connect(self.drafts_wanted)
        self.send_button.clicked.connect(self.send_wanted)

    def show_server(self, server: MailServer) -> None:
        """Say through which server, and how long it takes."""
        self._server = server
        self._say_through()

    @property
    def count(self) -> int:
        """How many parties are to be written to."""
        return self._due if self.to_due.isChecked() else self._chosen

    def _say_through(self) -> None:
        server = self._server
        is_ready = bool(server.host and server.sender)
        self.send_button.setEnabled(is_ready and self.count > 0)
        self.drafts_button.setEnabled(self.count > 0)
        if not is_ready:
            self._through.setText(
                _("No mail server is set up yet. Without one, write drafts and send them from Outlook.")
            )
            return
        minutes = max(1, round(self.count / server.per_minute))
        text = n_(
            "From {sender}, through {host}: about one minute.",
            "From {sender}, through {host}: about {count} minutes.",
            minutes,
        )
        self._through.setText(text.format(sender=server.sender, host=server.host, count=minutes))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        about = _(
            "One message a party: the confirmation to print, each person’s code for the telephone, and the "
            "entry for the calendar. Who no longer comes is told that the codes are revoked."
        )
        heading = label(_("Paragraph to add to each message (optional)"), Part.H3)
        heading.setBuddy(self.words)
        column.addWidget(label(_("Send the confirmations"), Part.H2))
        column.addWidget(label(about, Part.MUTED))
        column.addSpacing(Space.XS)
        column.addWidget(self.to_due)
        column.addWidget(self.to_chosen)
        column.addSpacing(Space.XS)
        column.addWidget(heading)
        column.addWidget(self.words)
        column.addWidget(self._through)
        column.addSpacing(Space.S)
        column.addLayout(actions(self, (self.server_button, self.drafts_button), self.send_button))
        self.setFixedWidth(_WIDTH)
