"""Sounds that tell the verdicts apart without looking; silent where the machine cannot play.

QtMultimedia is imported at the first sound: it costs time at the start, and is missing where libpulse is
(it cannot be imported at all then, which must not keep the window from opening).
"""

import logging
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject, QUrl

from checkin.resource import resource

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)


class Sound(StrEnum):
    """What is heard; its value names the file in resources/sounds."""

    WELCOME = "welcome"  # expected: check the identity
    ADMITTED = "admitted"  # recorded: come in
    ALREADY = "already"
    UNKNOWN = "unknown"
    FOREIGN = "foreign"
    REVOKED = "revoked"
    LOOK = "look"  # a person must look: a name that differs, an expired document
    DECLINED = "declined"
    OTHER_EVENT = "other-event"
    MISREAD = "misread"
    REFUSED = "refused"  # turned away, on record
    PROVISIONAL = "provisional"
    IN = "in"
    OUT = "out"
    NEARLY_FULL = "nearly-full"
    FULL = "full"
    ERROR = "error"


class Sounds(QObject):
    """Plays sounds, unless muted; `can_play` is known after `load`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.muted = False
        self._effects: dict[Sound, QSoundEffect] | None = None

    def play(self, sound: Sound) -> None:
        """Play `sound` from its beginning, if it can be heard."""
        if self.muted:
            return
        self.load()
        if self._effects:
            self._effects[sound].play()

    @property
    def can_play(self) -> bool:
        """Whether this machine plays sounds, as far as is known."""
        return self._effects is None or bool(self._effects)

    def load(self) -> None:
        """Make the sounds ready, so that the first is heard at once; call it when there is time."""
        if self._effects is None:
            self._effects = self._ready()

    def _ready(self) -> "dict[Sound, QSoundEffect]":
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")  # PipeWire is optional
        try:
            from PySide6.QtMultimedia import QMediaDevices, QSoundEffect  # noqa: PLC0415 - see the top
        except ImportError:
            _log.info("sounds: QtMultimedia is not usable here")
            return {}
        if QMediaDevices.defaultAudioOutput().isNull():
            _log.info("sounds: no audio device")
            return {}
        effects = {sound: QSoundEffect(self) for sound in Sound}
        for sound, effect in effects.items():
            effect.setSource(QUrl.fromLocalFile(str(resource("sounds", f"{sound}.wav"))))
        return effects
