"""The line to a mail server (RFC 5321): what it says of each message is a value, as sending needs it.

smtplib's own `sendmail` does not say whether the line was cut before the server had the whole message, when
another copy does no harm, or after it, when it does. So the steps are taken one by one here.
"""

import re
import smtplib
import ssl
from base64 import b64encode
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from checkin.domain.errors import CheckinError, InputError, PlaceError
from checkin.domain.mailing import MailServer, Outcome, Security
from checkin.language import _

_SECONDS = 30
_AT_MOST = 300  # letters of what a server said
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_SELF = "[127.0.0.1]"  # RFC 5321, 4.1.3: neither this machine's name nor its address is anybody's business
_ADDRESS = re.compile(r"<?[^\s<>@]+@[^\s<>@:]+>?")

_TAKES_MORE, _TAKEN = 354, 250
_CLOSING = 421
_POSTPONED, _REFUSED = range(400, 500), range(500, 600)


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a message, what the server said of it, and whether the line is gone."""

    outcome: Outcome
    said: str = ""
    is_cut: bool = False


class Line:
    """A connection to the server, encrypted and logged in; made where the block begins.

    Raises InputError for a server that refuses the user, PlaceError for one that can't be reached or trusted.
    """

    def __init__(self, server: MailServer, password: str = "") -> None:
        self._server, self._password = server, password
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        self.connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._hang_up()

    def connect(self) -> None:
        """Connect, anew where the line was cut."""
        self._hang_up()
        try:
            self._smtp = _opened(self._server)
            _log_in(self._smtp, self._server.user, self._password)
        except CheckinError:
            self._hang_up()
            raise
        except (OSError, smtplib.SMTPException) as error:
            self._hang_up()
            raise _refused(error) from error

    def check(self) -> None:
        """Ask whether the server takes messages from the sender; raises InputError where it does not."""
        code, said = self._connected.mail(self._server.sender)
        self._connected.rset()
        if code != _TAKEN:
            raise _sender_refused(said)

    def deliver(self, to: str, content: bytes) -> Answer:
        """Hand over one message (RFC 5322, CRLF line ends, ASCII) for an address; say what became of it."""
        try:
            answer = self._begun(to, len(content)) or self._ready_for_data()
        except (OSError, smtplib.SMTPException):
            return Answer(Outcome.POSTPONED, _("The line was cut."), is_cut=True)
        return answer or self._handed_over(content)

    def _begun(self, to: str, size: int) -> Answer | None:
        """Name sender and recipient; return an answer where that ends it."""
        smtp = self._connected
        code, said = smtp.mail(self._server.sender, [f"size={size}"] if smtp.has_extn("size") else [])
        if code in _REFUSED:
            raise _sender_refused(said)
        if code != _TAKEN:
            return self._no(code, said)
        code, said = smtp.rcpt(to)
        return None if code in {_TAKEN, 251, 252} else self._no(code, said)

    def _ready_for_data(self) -> Answer | None:
        code, said = self._connected.docmd("DATA")
        return None if code == _TAKES_MORE else self._no(code, said)

    def _handed_over(self, content: bytes) -> Answer:
        lines = re.sub(rb"(?m)^\.", b"..", content)
        end = b".\r\n" if lines.endswith(b"\r\n") else b"\r\n.\r\n"
        try:
            self._connected.send(lines)
        except (OSError, smtplib.SMTPException):  # the server does not have all of it, and drops it
            return Answer(Outcome.POSTPONED, _("The line was cut."), is_cut=True)
        try:
            self._connected.send(end)
            code, said = self._connected.getreply()
        except (OSError, smtplib.SMTPException):
            return Answer(Outcome.UNCERTAIN, _("The line was cut before the server answered."), is_cut=True)
        return Answer(Outcome.SENT, _told(code, said)) if code == _TAKEN else self._no(code, said)

    def _no(self, code: int, said: bytes) -> Answer:
        if code == _CLOSING or code < 0:
            return Answer(Outcome.POSTPONED, _told(code, said), is_cut=True)
        with suppress(OSError, smtplib.SMTPException):  # a line that is cut shows with the next message
            self._connected.rset()
        return Answer(Outcome.REFUSED if code in _REFUSED else Outcome.POSTPONED, _told(code, said))

    @property
    def _connected(self) -> smtplib.SMTP:
        if self._smtp is None:
            raise smtplib.SMTPServerDisconnected
        return self._smtp

    def _hang_up(self) -> None:
        if self._smtp is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._smtp.quit()
            self._smtp.close()
            self._smtp = None


def _opened(server: MailServer) -> smtplib.SMTP:
    if server.security is Security.TLS:
        context = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, _SELF, timeout=_SECONDS, context=context)
    if server.security is Security.NONE and server.host not in _THIS_MACHINE:
        raise InputError(
            _("Messages and passwords are not sent without encryption."), _("Choose STARTTLS or TLS.")
        )
    smtp = smtplib.SMTP(server.host, server.port, _SELF, timeout=_SECONDS)
    try:
        if server.security is Security.STARTTLS:
            smtp.starttls(context=ssl.create_default_context())
        smtp.ehlo_or_helo_if_needed()
    except BaseException:
        smtp.close()
        raise
    return smtp


def _log_in(smtp: smtplib.SMTP, user: str, password: str) -> None:
    if not user:
        return
    if (user + password).isascii():
        smtp.login(user, password)
        return
    token = b64encode(f"\0{user}\0{password}".encode()).decode()  # RFC 4616: UTF-8, which smtplib does not do
    code, said = smtp.docmd("AUTH", f"PLAIN {token}")
    if code not in range(200, 300):
        raise smtplib.SMTPAuthenticationError(code, said)


def _refused(error: Exception) -> CheckinError:
    """Return why there is no line, in words for the screen."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return InputError(_("The mail server refuses this user or password."), _("Check both."))
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return PlaceError(
            _("The mail server does not offer this encryption, or takes no password on this line."),
            _("Check the port and the encryption: 587 with STARTTLS, 465 with TLS."),
        )
    if isinstance(error, ssl.SSLCertVerificationError):
        return PlaceError(
            _("The mail server's certificate can't be verified; nothing was sent."),
            _("Check the server's name, or have its authority's certificate installed on this computer."),
        )
    return PlaceError(
        _("The mail server can't be reached."), _("Check its name, its port, the encryption and the network.")
    )


def _sender_refused(said: bytes) -> InputError:
    return InputError(
        _("The mail server does not take messages from this sender: {said}").format(said=_clean(said)),
        _("Check the sender's address; it is often to be the user's own."),
    )


def _told(code: int, said: bytes) -> str:
    return f"{code} {_clean(said)}" if code > 0 else _("The line was cut.")


def _clean(said: bytes) -> str:
    """Return what a server said, on one line, without anybody's address."""
    text = " ".join(said.decode("utf-8", "replace").split())
    return _ADDRESS.sub("…", text)[:_AT_MOST]
