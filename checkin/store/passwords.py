"""The passwords of mailboxes, in the system's own keyring: never in a file or a database of ours."""

import keyring
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from checkin.domain.errors import PlaceError
from checkin.language import _

_SERVICE = "checkin"


def get(address: str) -> str | None:
    """Return the password kept for the mailbox at `address`, None where there is none or no keyring."""
    try:
        return keyring.get_password(_SERVICE, address)
    except KeyringError:
        return None


def keep(address: str, password: str) -> None:
    """Keep the password of a mailbox; raises PlaceError where the system has no keyring, or it is locked."""
    try:
        keyring.set_password(_SERVICE, address, password)
    except NoKeyringError as error:
        raise PlaceError(
            _("This computer has no keyring to keep a password in."),
            _("The password will be asked for each time, and is kept nowhere."),
        ) from error
    except KeyringError as error:
        raise PlaceError(
            _("The keyring does not take the password."), _("Unlock it, or give the password each time.")
        ) from error


def forget(address: str) -> None:
    """Take the password of a mailbox out of the keyring, if it is there."""
    try:
        keyring.delete_password(_SERVICE, address)
    except (PasswordDeleteError, KeyringError):
        return
