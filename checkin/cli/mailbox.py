"""A mailbox from the shell: its password from the keyring or from a prompt, never an argument."""

import getpass
import sys

from checkin.cli.output import progress
from checkin.domain.errors import InputError
from checkin.intake.proposals import Reading
from checkin.language import _
from checkin.services import mailbox


def read(address: str) -> Reading:
    """Return what was understood of the mailbox at `address`; InputError where its password is nowhere."""
    account = mailbox.account_at(address)
    password = mailbox.known_password(account) or _asked(account)
    return mailbox.read(account, password, keep_going=_shown)


def _asked(account: mailbox.Account) -> str:
    if not sys.stdin.isatty():
        raise InputError(
            _("There is no password for this mailbox in the keyring."),
            _("Keep it there from the window (Guests, Read a mailbox…), or run this where it can be asked."),
        )
    question = _("Password of {user} at {host}: ").format(user=account.user, host=account.host)
    return getpass.getpass(question)


def _shown(done: int, total: int) -> bool:
    progress(done, total)
    return True
