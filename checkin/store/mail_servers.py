"""The mail server that this computer sends through; its password is in the system's keyring, in no file."""

import json
from dataclasses import asdict, fields
from pathlib import Path

from checkin.domain.errors import PlaceError
from checkin.domain.mailing import MailServer, Security
from checkin.language import _
from checkin.store.files import write_whole

_FILE = "mail.json"
_SERVICE = "checkin"


class MailServers:
    """A file in the data folder, and the keyring."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def server(self) -> MailServer:
        """Return the server that was kept last; a file that can't be read is as good as none."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            known = {field.name for field in fields(MailServer)}
            given = {name: value for name, value in kept.items() if name in known}
            given["security"] = Security(given.get("security", Security.STARTTLS))
            return MailServer(**given | {name: int(given[name]) for name in ("port", "per_minute")})
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return MailServer()

    def keep(self, server: MailServer) -> None:
        """Remember a server; raises PlaceError where the data folder can't be written to."""
        write_whole(self._path, json.dumps(asdict(server), ensure_ascii=False, indent=2).encode())

    def password(self, server: MailServer) -> str | None:
        """Return the password of a server's user, None where the keyring has none, or there is no keyring."""
        import keyring  # noqa: PLC0415 - looks for the system's keyrings: 100 ms
        from keyring.errors import KeyringError  # noqa: PLC0415 - the same

        try:
            return keyring.get_password(_SERVICE, _name(server))
        except KeyringError:
            return None

    def keep_password(self, server: MailServer, password: str) -> None:
        """Keep a password in the system's keyring; raises PlaceError where there is none or it refuses."""
        import keyring  # noqa: PLC0415 - the same
        from keyring.errors import KeyringError  # noqa: PLC0415 - the same

        try:
            keyring.set_password(_SERVICE, _name(server), password)
        except KeyringError as error:
            raise PlaceError(
                _("The password can't be kept: this system's keyring does not take it."),
                _("It is used until the program ends; it will then be asked for again."),
            ) from error


def _name(server: MailServer) -> str:
    return f"smtp://{server.user}@{server.host}"
