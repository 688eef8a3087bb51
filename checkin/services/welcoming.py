"""Who was not on the list, or not by name: named and added at the door, if the event's policy allows it."""

from dataclasses import dataclass, replace
from uuid import UUID

from checkin.domain.attendee import Attendee
from checkin.domain.errors import InputError
from checkin.intake.casing import clean
from checkin.intake.names import understand
from checkin.language import _
from checkin.services.context import Context
from checkin.store import attendees
from checkin.store.database import Connection


@dataclass(frozen=True, slots=True)
class Welcoming:
    """The list of one event as the door completes it; each addition says in the journal who vouched."""

    context: Context

    def rename(self, attendee_id: UUID, name: str) -> Attendee:
        """Give someone the name that is typed at the door: an unnamed companion, or who comes in their place.

        Raises InputError for a name that is none, or someone who is not on the list.
        """
        with self.context.database.transaction() as connection:
            person = self._person(connection, attendee_id)
            named = _named(person, name)
            attendees.change(connection, self.context.event.id, [named])
            action = "attendee.replace" if person.is_named else "attendee.name"
            self.context.note(connection, action, attendee_id)
        return named

    def add_companion(self, vouched_by: UUID, name: str = "") -> Attendee:
        """Add one more companion, whom a member of the party vouches for; without a name they are unnamed.

        Raises InputError where the event's policy allows no more than were announced.
        """
        if not self.context.event.policy.extra_companions:
            raise InputError(
                _("This event takes no more companions than were announced."), _("Ask the organiser.")
            )
        with self.context.database.transaction() as connection:
            voucher = self._person(connection, vouched_by)
            members = attendees.of(connection, [voucher.party_id])
            place = 1 + max(one.position for one in members)
            blank = Attendee(self.context.new_id(), voucher.party_id, place, "", "")
            blank = replace(blank, organisation=voucher.organisation, language=voucher.language)
            return self._add(connection, _named(blank, name) if clean(name) else blank, vouched_by)

    def add_walk_in(self, name: str, vouched_by: UUID | None = None) -> Attendee:
        """Add someone who was not announced at all; an attendee vouches, else the operator does.

        Raises InputError where the event's policy allows none, or for a name that is none.
        """
        if not self.context.event.policy.walk_ins:
            raise InputError(
                _("This event takes only those who announced themselves."), _("Ask the organiser.")
            )
        who = self.context.new_id()
        with self.context.database.transaction() as connection:
            return self._add(connection, _named(Attendee(who, who, 0, "", ""), name), vouched_by)

    def _add(self, connection: Connection, new: Attendee, vouched_by: UUID | None) -> Attendee:
        attendees.add(connection, self.context.event.id, [new])
        voucher = {"vouched_by": str(vouched_by)} if vouched_by else {}
        self.context.note(connection, "attendee.add", new.id, **voucher)
        return new

    def _person(self, connection: Connection, attendee_id: UUID) -> Attendee:
        found = attendees.get(connection, self.context.event.id, attendee_id)
        if found is None:
            raise InputError(_("This person is no longer on the list."), _("Search by name."))
        return found


def _named(person: Attendee, typed: str) -> Attendee:
    """Return a person under a name as it was typed, given name first or family name in capitals."""
    found = understand(clean(typed))
    if not any(map(str.isalpha, found.given_name + found.family_name)):
        raise InputError(_("This is not a name."), _("Type the given name, then the family name."))
    return replace(person, given_name=found.given_name, family_name=found.family_name, written=typed)
