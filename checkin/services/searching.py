"""Finding someone by name when there is no code."""

from dataclasses import dataclass

from checkin.domain.admission import Member
from checkin.services.context import Context
from checkin.store import attendees


@dataclass(frozen=True, slots=True)
class Searching:
    """The list of one event, searched from one letter on."""

    context: Context

    def find(self, text: str, limit: int = 50) -> list[Member]:
        """Return up to `limit` attendees whom every word of `text` helps to name, and who of them is here.

        Case, accents and the order of the names do not matter; « artois » finds d'Artois; a word of the
        organisation or of the e-mail counts too. Alphabetical; empty for an empty text.
        """
        with self.context.database.reading() as connection:
            found = attendees.find(connection, self.context.event, text, limit)
        return sorted(found, key=lambda member: member.attendee.sort_key)

    def everyone(self) -> list[Member]:
        """Return every attendee, whatever they answered, and who is here; alphabetical."""
        with self.context.database.reading() as connection:
            found = attendees.members(connection, self.context.event)
        return sorted(found, key=lambda member: member.attendee.sort_key)
