"""What the window remembers on this machine between two days; nothing about people."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

_RECENT = 5


class Memory:
    """The window's place, the event files last opened, the printers last used, whether it is muted."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "checkin", "window"
        )

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt packs it; empty the first time."""
        kept = self._settings.value("geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("geometry", value)

    @property
    def muted(self) -> bool:
        """Whether the sounds are off."""
        return self._settings.value("muted") in {True, "true"}

    @muted.setter
    def muted(self, value: bool) -> None:
        self._settings.setValue("muted", value)

    def printer(self, kind: str) -> str:
        """Return the printer last used for a kind of document, empty the first time."""
        kept = self._settings.value(f"printer/{kind}")
        return kept if isinstance(kept, str) else ""

    def remember_printer(self, kind: str, name: str) -> None:
        """Keep which printer was used for a kind of document."""
        self._settings.setValue(f"printer/{kind}", name)

    @property
    def camera(self) -> str:
        """The id of the camera that reads codes here; "" for none."""
        return str(self._settings.value("camera") or "")

    @camera.setter
    def camera(self, value: str) -> None:
        self._settings.setValue("camera", value)

    @property
    def serial_port(self) -> str:
        """Where the scanner on a serial port is; "" for none."""
        return str(self._settings.value("serial_port") or "")

    @serial_port.setter
    def serial_port(self, value: str) -> None:
        self._settings.setValue("serial_port", value)

    @property
    def recent(self) -> list[Path]:
        """The event files last opened that still exist, the latest first."""
        paths = (Path(text) for text in self._texts("recent"))
        return [path for path in paths if path.exists()]

    def opened(self, path: Path) -> None:
        """Put an event file first."""
        texts = [str(path), *(text for text in self._texts("recent") if text != str(path))]
        self._settings.setValue("recent", texts[:_RECENT])

    def _texts(self, key: str) -> list[str]:
        kept = self._settings.value(key)
        return [str(text) for text in kept] if isinstance(kept, list) else [str(kept)] if kept else []
