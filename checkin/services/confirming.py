"""From the list to the confirmations: a ticket for each person, a PDF for each party.

Each party's file is recorded as delivered once it is written, so a run that was cancelled or cut off is taken
up where it stopped, and nobody gets a second code.
"""

import hashlib
import json
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from checkin.documents.confirmation import Confirmation as Sheet
from checkin.documents.confirmation import Holder, confirmation_pdf
from checkin.domain.attendee import Attendee, Party, parties
from checkin.domain.errors import InputError
from checkin.domain.event import Event
from checkin.domain.ticket import Ticket, code_for, digest
from checkin.language import LANGUAGES, _
from checkin.services.context import Context
from checkin.store import attendees, events, tickets
from checkin.store.database import Connection
from checkin.store.files import make_folder, write_whole
from checkin.store.secrets import Secrets
from checkin.store.tickets import Confirmation

_BATCH = 25  # parties a transaction: a tenth of a second of work to lose at most


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party's confirmation stands; `live` is the one that counts, None where none was issued."""

    party: Party
    live: Confirmation | None
    is_current: bool  # says what it would say if it were issued now

    @property
    def delivered_at(self) -> datetime | None:
        """When what counts and is current was written, if it was."""
        return self.live.delivered_at if self.live and self.is_current else None


@dataclass(frozen=True, slots=True)
class Made:
    """What counts for a party, and the sheet that says so."""

    confirmation: Confirmation
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Issued:
    """What a run did: parties written, parties that needed nothing, and whether it was cut short."""

    written: int
    unchanged: int
    is_complete: bool


@dataclass(frozen=True, slots=True)
class Confirming:
    """The confirmations of one event."""

    context: Context
    secrets: Secrets
    random: Callable[[int], bytes] = os.urandom

    def standings(self) -> list[Standing]:
        """Return where each party that comes stands, alphabetically by lead."""
        with self.context.database.reading() as connection:
            return self.standings_in(connection)

    def file_for(self, party: Party, folder: Path) -> Path:
        """Return where a party's PDF goes; its name tells nobody's."""
        return self._file(party.id, folder)

    def issue(self, folder: Path, keep_going: Callable[[int, int], bool] | None = None) -> Issued:
        """Write the PDF of each party that has none in `folder`, or whose confirmation has changed.

        `keep_going` is told (done, total) after each party; when it answers False the run ends there, and
        the next one goes on. A changed party gets new codes, which revokes the old ones.
        Raises PlaceError where the folder can't be written to, InputError where the secret is elsewhere.
        """
        make_folder(folder)
        self.secret()  # or say at once that it is elsewhere
        self.revoke_those_who_stay_away()
        standings = self.standings()
        waiting = [one.party.id for one in standings if not self._is_done(one, folder)]
        done, total, unchanged = 0, len(waiting), len(standings) - len(waiting)
        for start in range(0, total, _BATCH):
            for made in self.make(waiting[start : start + _BATCH]):
                self._deliver(made, folder)
                done += 1
                if keep_going is not None and not keep_going(done, total):
                    return Issued(done, unchanged, is_complete=done == total)
        return Issued(done, unchanged, is_complete=True)

    def reissue(self, party_id: UUID, folder: Path) -> Path:
        """Write one party's PDF with new codes, which revokes the old ones; return where it is."""
        make_folder(folder)
        for made in self.make([party_id], anew=True):
            return self._deliver(made, folder)
        raise InputError(_("This party is not on the list of those who come."), _("Choose another one."))

    def make(self, party_ids: Collection[UUID], *, anew: bool = False) -> list[Made]:
        """Return what counts for each of these parties that comes, recorded now where it has changed.

        The list is read again under its lock: another desk may have issued or changed some meanwhile.
        Raises InputError where the secret is elsewhere.
        """
        secret = self.secret()
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            return [
                self._made(connection, one, secret, anew=anew)
                for one in self.standings_in(connection, party_ids)
            ]

    def standings_in(self, connection: Connection, only: Collection[UUID] | None = None) -> list[Standing]:
        """Return where each party that comes stands, all of them or some, within a transaction."""
        event = self.context.event
        live = tickets.live(connection, event.id, only)
        people = attendees.all_of(connection, event.id) if only is None else attendees.of(connection, only)
        coming = parties(person for person in people if person.is_expected)
        return [_standing(event, party, live.get(party.id)) for party in coming]

    def _file(self, party_id: UUID, folder: Path) -> Path:
        return folder / f"confirmation-{party_id.hex[-12:]}.pdf"

    def _is_done(self, standing: Standing, folder: Path) -> bool:
        return standing.delivered_at is not None and self.file_for(standing.party, folder).exists()

    def secret(self) -> bytes:
        """Return the event's secret, made when the first confirmation is; InputError if elsewhere."""
        with self.context.database.reading() as connection:
            sample = tickets.sample(connection, self.context.event.id)
        found = self.secrets.get(self.context.event.id)
        if found is None and sample is None:
            return self.secrets.make(self.context.event.id, self.random)
        if found is None:
            raise InputError(
                _("Confirmations of this event were issued from another computer."),
                _("Issue them there, or bring the event's secret here: checkin event secret --help."),
            )
        if sample is not None and digest(code_for(found, sample[0])) != sample[1]:
            raise InputError(
                _("The event's secret on this computer is not the one its confirmations were issued with."),
                _("Bring the right one here: checkin event secret --help."),
            )
        return found

    def revoke_those_who_stay_away(self) -> None:
        """Revoke the codes of parties of whom nobody comes any longer."""
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            people = attendees.all_of(connection, self.context.event.id)
            coming = {person.party_id for person in people if person.is_expected}
            for party_id in tickets.live(connection, self.context.event.id).keys() - coming:
                members = [person.id for person in people if person.party_id == party_id]
                tickets.revoke(connection, party_id, members, self.context.now())

    def _deliver(self, made: Made, folder: Path) -> Path:
        path = self._file(made.confirmation.party_id, folder)
        write_whole(path, confirmation_pdf(made.sheet))
        with self.context.database.transaction() as connection:
            tickets.mark_delivered(connection, [made.confirmation.id], self.context.now())
        return path

    def _made(self, connection: Connection, standing: Standing, secret: bytes, *, anew: bool) -> Made:
        party = standing.party
        confirmation, ticket_of = self._ticketed(connection, standing, secret, anew=anew)
        holders = tuple(Holder(one, code_for(secret, ticket_of[one.id].id)) for one in party.members)
        language = party.lead.language if party.lead.language in LANGUAGES else "fr"
        return Made(confirmation, Sheet(self.context.event, holders, language))

    def _ticketed(
        self, connection: Connection, standing: Standing, secret: bytes, *, anew: bool
    ) -> tuple[Confirmation, dict[UUID, Ticket]]:
        """Return the party's confirmation and live tickets, new ones where what they say has changed."""
        if standing.live is not None and standing.is_current and not anew:
            return standing.live, tickets.tickets_of(connection, standing.live.id)
        return self._renew(connection, standing, secret)

    def _renew(
        self, connection: Connection, standing: Standing, secret: bytes
    ) -> tuple[Confirmation, dict[UUID, Ticket]]:
        context, party, now = self.context, standing.party, self.context.now()
        everyone = attendees.party_ids(connection, party.id)
        tickets.revoke(connection, party.id, everyone, now)
        version = tickets.last_version(connection, party.id) + 1
        confirmation = Confirmation(
            context.new_id(), party.id, version, _fingerprint(context.event, party), now
        )
        made = [Ticket(context.new_id(), context.event.id, person.id, now) for person in party.members]
        digests = [digest(code_for(secret, ticket.id)) for ticket in made]
        tickets.add(connection, context.event.id, confirmation, list(zip(made, digests, strict=True)))
        return confirmation, {ticket.attendee_id: ticket for ticket in made}


def _standing(event: Event, party: Party, live: Confirmation | None) -> Standing:
    is_current = live is not None and live.fingerprint == _fingerprint(event, party)
    return Standing(party, live, is_current)


def _fingerprint(event: Event, party: Party) -> bytes:
    """Return 32 bytes that change when what the confirmation says does."""
    occasion = [event.title, event.starts, event.ends, event.building, event.address, event.organiser]
    programme = [[slot.starts, slot.ends, slot.title] for slot in event.programme]
    places = [[place.id, place.name] for place in event.checkpoints]
    people = [_said_of(person) for person in party.members]
    said = json.dumps([occasion, programme, places, people, party.lead.language], default=str)
    return hashlib.sha256(said.encode()).digest()


def _said_of(person: Attendee) -> list[str]:
    return [
        str(person.id),
        person.title,
        person.given_name,
        person.family_name,
        person.organisation,
        person.mark,
    ]
