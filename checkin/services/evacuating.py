"""The list for the evacuation: who is in the building now, from this desk's own database."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from checkin.documents.evacuation import Evacuation, evacuation_pdf
from checkin.domain.attendee import Attendee
from checkin.domain.presence import Muster, Present, Sighting, sightings
from checkin.language import language
from checkin.services.context import Context
from checkin.store import attendees, presence
from checkin.store.database import Connection
from checkin.store.files import write_whole

__all__ = ["Evacuating", "Muster", "Sheet"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The list and its A4 PDF."""

    muster: Muster
    pdf: bytes


@dataclass(frozen=True, slots=True)
class Evacuating:
    """Who has to be brought out, at one event."""

    context: Context

    def muster(self) -> Muster:
        """Return who is in the building now, in alphabetical order."""
        event = self.context.event
        with self.context.database.reading() as connection:
            at = self.context.now()
            came = presence.came(connection, event)
            admitted = {person.id: since for person, since in came if since is not None}
            seen = sightings(admitted, presence.moves(connection, event.id), event.checkpoints)
            people = [person for person, _since in came if person.id in seen]
            leads = _leads(connection, people)
        people.sort(key=lambda person: person.sort_key)
        return Muster(tuple(_present(person, seen, leads) for person in people), at)

    def sheet(self) -> Sheet:
        """Return the list and its PDF, in the language of the screen."""
        context, muster = self.context, self.muster()
        return Sheet(
            muster,
            evacuation_pdf(Evacuation(context.event, muster, context.operator, context.desk, language())),
        )

    def save(self, path: Path) -> Muster:
        """Write the PDF to a file and return the list; raises PlaceError where that can't be done."""
        sheet = self.sheet()
        write_whole(path, sheet.pdf)
        return sheet.muster


def _leads(connection: Connection, people: list[Attendee]) -> dict[UUID, Attendee]:
    """Return the leads of the parties that have someone without a name among `people`."""
    wanted = {person.party_id for person in people if not person.is_named}
    return {person.party_id: person for person in attendees.leads(connection, wanted)}


def _present(person: Attendee, seen: dict[UUID, Sighting], leads: dict[UUID, Attendee]) -> Present:
    return Present(person, seen[person.id], None if person.is_named else leads.get(person.party_id))
