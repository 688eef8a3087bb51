"""What this computer remembers between two days: where the data are, who works here, in which language."""

import getpass
import json
import os
import platform
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from uuid import UUID

from platformdirs import user_data_path

from checkin.domain.errors import PlaceError
from checkin.language import LANGUAGES, _

DATABASE = "checkin.db"
DEMONSTRATION = "demonstration.db"
_FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """One computer's settings; `database` is a file or any SQLAlchemy URL."""

    folder: Path
    database: str = ""
    event_id: str = ""
    language: str = "fr"
    operator: str = field(default_factory=getpass.getuser)
    desk: str = field(default_factory=platform.node)
    is_muted: bool = False

    @property
    def database_url(self) -> str:
        """The SQLAlchemy URL of the database: the one chosen last, else the one of the data folder."""
        chosen = self.database or str(self.folder / DATABASE)
        return chosen if "://" in chosen else f"sqlite:///{chosen}"

    @property
    def last_event(self) -> UUID | None:
        """The event that was open last, if any."""
        return UUID(self.event_id) if self.event_id else None

    def save(self) -> None:
        """Remember these settings; raises PlaceError where the data folder can't be written to."""
        kept = {name: value for name, value in asdict(self).items() if name != "folder"}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = self.folder / f"{_FILE}.part"
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
    as good as none.
    """
    chosen = os.environ.get("CHECKIN_DATA")
    settings = Settings(folder or (Path(chosen) if chosen else user_data_path("checkin", appauthor=False)))
    try:
        kept = json.loads((settings.folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        kept = {}
    known = {name: value for name, value in kept.items() if name in asdict(settings) and name != "folder"}
    settings = replace(settings, **known)
    language = os.environ.get("CHECKIN_LANGUAGE", settings.language)
    return replace(
        settings,
        database=os.environ.get("CHECKIN_DATABASE", settings.database),
        language=language if language in LANGUAGES else "fr",
    )
