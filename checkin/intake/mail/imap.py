"""A shared mailbox over IMAP (RFC 3501) → a Reading: looked at, never touched.

The folder is opened with EXAMINE and messages are fetched with BODY.PEEK: nothing is marked, moved or
deleted. The password is an argument: where it is kept is the caller's affair.
"""

import ssl
from dataclasses import dataclass

from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError, MailboxLoginError

from checkin.domain.errors import InputError, PlaceError
from checkin.intake.mail.message import letter_of
from checkin.intake.mail.reading import read_letters
from checkin.intake.proposals import Reading
from checkin.language import _

_SECONDS = 30
_AT_ONCE = 50  # messages in one FETCH
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True, slots=True)
class Account:
    """Where a mailbox is; without encryption (`encrypted`) only a server on this machine is asked."""

    host: str
    user: str
    folder: str = "INBOX"
    port: int = 993
    encrypted: bool = True


def read_mailbox(account: Account, password: str) -> Reading:
    """Return one proposal for each message of the account's folder, in the server's order.

    InputError if the server refuses the user or the folder, PlaceError if it can't be reached.
    """
    try:
        with _connected(account) as box:
            _log_in(box, account.user, password)
            box.folder.set(account.folder, readonly=True)
            messages = box.fetch(mark_seen=False, bulk=_AT_ONCE)
            return read_letters([letter_of(one.obj) for one in messages], account.folder)
    except MailboxLoginError as error:
        raise InputError(_("The mail server refuses this user or password."), _("Check both.")) from error
    except ImapToolsError as error:
        raise InputError(_("The mail server does not open this folder."), _("Check its name.")) from error
    except OSError as error:  # ssl.SSLError and imaplib's time-outs among them
        raise PlaceError(
            _("The mail server can't be reached."), _("Check its name and the network.")
        ) from error


def _log_in(box: BaseMailBox, user: str, password: str) -> None:
    login = box.login if (user + password).isascii() else box.login_utf8
    login(user, password, initial_folder=None)


def _connected(account: Account) -> BaseMailBox:
    if account.encrypted:
        return MailBox(account.host, account.port, timeout=_SECONDS, ssl_context=ssl.create_default_context())
    if account.host not in _THIS_MACHINE:
        raise InputError(_("A password is not sent to a mail server without encryption."), _("Use port 993."))
    return MailBoxUnencrypted(account.host, account.port, timeout=_SECONDS)
