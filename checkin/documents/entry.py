"""What a calendar is to be told of the event; `documents.calendar` writes it down."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from checkin.domain.event import Event


@dataclass(frozen=True, slots=True)
class Entry:
    """What a calendar is told; `version` is the confirmation's (1 the first), `stamp` the instant of telling.

    `to` is the address of the guest, `language` "fr" or "en".
    """

    event: Event
    party_id: UUID
    version: int
    stamp: datetime
    to: str
    language: str = "fr"
    is_cancelled: bool = False

    @property
    def method(self) -> str:
        """What the calendar is asked to do: it needs to know who asks to keep the entry up to date."""
        if self.is_cancelled:
            return "CANCEL"
        return "REQUEST" if self.event.reply_to else "PUBLISH"
