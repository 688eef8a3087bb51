"""Names that sound like what was typed, whatever an ear heard or a hand slipped on."""

from functools import cache
from uuid import UUID

from rapidfuzz import process
from rapidfuzz.distance import OSA

from checkin.domain.hearing import heard
from checkin.store import journal, search_words
from checkin.store.database import Connection

_ONE_SLIP, _TWO_SLIPS = 3, 8  # letters a sound needs for one slip to be forgiven, and for two
_MOST = 4


class Vocabulary:
    """The sounds of the names of one event, read again when the journal says that something changed."""

    def __init__(self) -> None:
        self._as_of: int | None = None
        self._sounds: list[str] = []
        self._beginnings = cache(self._cut)

    def like(self, connection: Connection, event_id: UUID, word: str) -> list[str]:
        """Return the beginnings of sounds that a folded word may have meant, the likeliest first."""
        self._refresh(connection, event_id)
        sound = heard(word)
        slips = (len(sound) >= _ONE_SLIP) + (len(sound) >= _TWO_SLIPS)
        near: dict[str, float] = {}
        for length in (len(sound), len(sound) + 1):  # one more, for a letter that was left out
            for found, distance, _at in process.extract(
                sound, self._beginnings(length), scorer=OSA.distance, score_cutoff=slips, limit=_MOST
            ):
                near[found] = min(distance, near.get(found, distance))
        return sorted(near, key=lambda found: (near[found], found))[:_MOST]

    def _refresh(self, connection: Connection, event_id: UUID) -> None:
        now = journal.last(connection, event_id)
        if now != self._as_of:
            self._sounds = search_words.sounds(connection, event_id)
            self._beginnings.cache_clear()
            self._as_of = now

    def _cut(self, length: int) -> list[str]:
        return sorted({sound[:length] for sound in self._sounds})
