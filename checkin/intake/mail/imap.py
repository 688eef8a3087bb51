"""A shared mailbox over IMAP (RFC 3501) → a Reading: looked at, never touched.

The folder is opened with EXAMINE and messages are fetched with BODY.PEEK: nothing is marked, moved or
deleted. The password is an argument: where it is kept is the caller's affair.
"""

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from imaplib import IMAP4
from urllib.parse import quote, unquote, urlsplit

from imap_tools import AND, BaseMailBox, MailBox, MailBoxUnencrypted
from imap_tools.errors import ImapToolsError, MailboxLoginError

from checkin.domain.errors import InputError, PlaceError
from checkin.intake.mail.message import Letter, letter_of
from checkin.intake.mail.reading import read_letters
from checkin.intake.proposals import Reading
from checkin.language import _

_SECONDS = 30
_AT_ONCE = 50  # messages in one FETCH
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


_PORTS = {"imaps": 993, "imap": 143}


@dataclass(frozen=True, slots=True)
class Account:
    """Where a mailbox is; without encryption (`encrypted`) only a server on this machine is asked."""

    host: str
    user: str
    folder: str = "INBOX"
    port: int = 993
    encrypted: bool = True

    @property
    def address(self) -> str:
        """Where it is as a URL (RFC 5092), without a password: imaps://user@host/folder."""
        scheme = "imaps" if self.encrypted else "imap"
        port = "" if self.port == _PORTS[scheme] else f":{self.port}"
        return f"{scheme}://{quote(self.user, safe='@')}@{self.host}{port}/{quote(self.folder)}"


def account_at(address: str) -> Account:
    """Return the account at an address such as imaps://user@host:993/folder; InputError for another text."""
    try:
        parts = urlsplit(address)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        scheme, host, port = "", "", None
    if scheme not in _PORTS or not host or not parts.username:
        raise InputError(
            _("This is not the address of a mailbox."),
            _("Write it as in imaps://user@mail.example.org/INBOX."),
        )
    user, colon, _password = parts.netloc.rpartition("@")[0].partition(":")
    if colon:
        raise InputError(
            _("A password has no place in an address."),
            _("Leave it out: it is kept in the system's keyring, or asked for."),
        )
    folder = unquote(parts.path.strip("/")) or "INBOX"
    return Account(host, unquote(user), folder, port or _PORTS[scheme], encrypted=scheme == "imaps")


def read_mailbox(
    account: Account,
    password: str,
    since: date | None = None,
    keep_going: Callable[[int, int], bool] = lambda _done, _total: True,
) -> Reading:
    """Return one proposal for each message of the account's folder, in the server's order.

    Only those that arrived on the day `since` or later, if it is given. `keep_going` is told (done, total)
    after each message; when it answers False, what was read until then is returned.
    InputError if the server refuses the user or the folder, PlaceError if it can't be reached.
    """
    with _asked(account, password) as box:
        box.folder.set(account.folder, readonly=True)
        wanted = AND(date_gte=since) if since else "ALL"
        total = len(box.uids(wanted))
        letters: list[Letter] = []
        for message in box.fetch(wanted, mark_seen=False, bulk=_AT_ONCE) if total else ():
            letters.append(letter_of(message.obj))
            if not keep_going(len(letters), total):
                break
        return read_letters(letters, account.folder)


def folders_of(account: Account, password: str) -> tuple[str, ...]:
    """Return the names of the account's folders that hold messages; the same errors as `read_mailbox`."""
    with _asked(account, password) as box:
        return tuple(one.name for one in box.folder.list() if r"\Noselect" not in one.flags)


@contextmanager
def _asked(account: Account, password: str) -> Iterator[BaseMailBox]:
    """Open the account, and say in words what the server or the network refuse."""
    try:
        with _connected(account) as box:
            _log_in(box, account.user, password)
            yield box
    except MailboxLoginError as error:
        raise InputError(_("The mail server refuses this user or password."), _("Check both.")) from error
    except ImapToolsError as error:
        raise InputError(_("The mail server does not open this folder."), _("Check its name.")) from error
    except (OSError, IMAP4.error) as error:  # ssl.SSLError and imaplib's time-outs among them
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
