"""What this computer remembers between two days: where the data are, who works here, in which language."""

import getpass
import json
import os
import platform
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from platformdirs import user_data_path

from checkin.domain.errors import PlaceError
from checkin.language import LANGUAGES, _

DATABASE = "checkin.db"
DEMONSTRATION = "demonstration.db"
_FILE = "settings.json"


def _user() -> str:
    """Return the name of the system's user, empty where the system does not know one, as in a container."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # OSError since Python 3.13
        return ""


@dataclass(frozen=True, slots=True)
class Settings:
    """One computer's settings; `database` is a file or any SQLAlchemy URL."""

    folder: Path
    database: str = ""
    event_id: str = ""
    language: str = "fr"
    operator: str = field(default_factory=_user)
    desk: str = field(default_factory=platform.node)
    is_muted: bool = False

    @property
    def database_url(self) -> str:
        """The database's file or SQLAlchemy URL: the one chosen last, else the file in the data folder."""
        return self.database or str(self.folder / DATABASE)

    @property
    def last_event(self) -> UUID | None:
        """The event that was open last, if any."""
        try:
            return UUID(self.event_id)
        except ValueError:
            return None

    def save(self) -> None:
        """Remember these settings; raises PlaceError where the data folder can't be written to."""
        kept = {name: value for name, value in asdict(self).items() if name != "folder"}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{_FILE}.part"
            unfinished.touch(mode=0o600)  # a server's URL may carry a password
            unfinished.write_text(json.dumps(kept, ensure_ascii=False, indent=2), "utf-8")
            unfinished.replace(self.folder / _FILE)
        except OSError as error:
            raise PlaceError(
                _("The settings can't be kept in {folder}.").format(folder=self.folder),
                _("Give yourself the right to write there, or set CHECKIN_DATA to another folder."),
            ) from error


def load_settings(folder: Path | None = None) -> Settings:
    """Return what this computer remembers, from `folder`, else $CHECKIN_DATA, else the user's data folder.

    $CHECKIN_DATABASE and $CHECKIN_LANGUAGE come before what is remembered; a file that can't be read is
    as good as none, and so is a line in it that can't be.
    """
    chosen = os.environ.get("CHECKIN_DATA")
    settings = Settings(folder or (Path(chosen) if chosen else user_data_path("checkin", appauthor=False)))
    settings = replace(settings, **_kept(settings))
    language = os.environ.get("CHECKIN_LANGUAGE", settings.language)
    return replace(
        settings,
        database=os.environ.get("CHECKIN_DATABASE", settings.database),
        language=language if language in LANGUAGES else "fr",
    )


def _kept(settings: Settings) -> dict[str, Any]:
    """Return what the folder of `settings` remembers, each of the type it had when it was saved."""
    try:
        kept = json.loads((settings.folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    known = {one.name: type(getattr(settings, one.name)) for one in fields(settings) if one.name != "folder"}
    told = kept if isinstance(kept, dict) else {}
    return {name: value for name, value in told.items() if name in known and type(value) is known[name]}
