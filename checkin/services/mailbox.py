"""A shared mailbox over IMAP, looked at and never touched; its password is in the system's keyring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from checkin.domain.errors import PlaceError
from checkin.intake.mail.imap import Account, account_at, folders_of, read_mailbox
from checkin.intake.proposals import Reading
from checkin.store import passwords

__all__ = ["Account", "account_at", "folders", "forget", "known_password", "read", "remember"]


def known_password(account: Account) -> str | None:
    """Return the password that the keyring keeps for an account, None if it keeps none."""
    return passwords.get(_whole(account))


def remember(account: Account, password: str) -> PlaceError | None:
    """Keep the account's password in the keyring; the error says why it can't be kept, None if it is."""
    try:
        passwords.keep(_whole(account), password)
    except PlaceError as error:
        return error
    return None


def forget(account: Account) -> None:
    """Take the account's password out of the keyring."""
    passwords.forget(_whole(account))


def folders(account: Account, password: str) -> tuple[str, ...]:
    """Return the folders of the account; InputError or PlaceError say what is refused."""
    return folders_of(account, password)


def read(
    account: Account,
    password: str,
    since: date | None = None,
    keep_going: Callable[[int, int], bool] = lambda _done, _total: True,
) -> Reading:
    """Return what was understood of each message of the account's folder (see intake.mail.imap).

    The reading is called by the address, by which it is known again.
    """
    reading = read_mailbox(account, password, since, keep_going)
    return replace(reading, file=account.address)


def _whole(account: Account) -> str:
    """Return the address under which an account's password is kept: one for all of its folders."""
    return replace(account, folder="INBOX").address
