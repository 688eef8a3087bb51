"""From the list to the confirmations: a ticket for each person, a PDF for each party.

Each party's file is recorded as delivered once it is written, so a run that was cancelled or cut off is taken
up where it stopped, and nobody gets a second code.
"""

import hashlib
import json
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from checkin.documents.confirmation import Confirmation as Sheet
from checkin.documents.confirmation import Holder, confirmation_pdf, write_confirmations
from checkin.documents.press import Press
from checkin.domain.attendee import Attendee, Party, parties
from checkin.domain.errors import InputError
from checkin.domain.event import Event
from checkin.domain.ticket import Ticket, code_for, digest
from checkin.language import LANGUAGES, _
from checkin.services.context import Context
from checkin.store import attendees, events, tickets
from checkin.store.database import Connection
from checkin.store.files import make_folder, write_whole, writing
from checkin.store.secrets import Secrets
from checkin.store.tickets import Confirmation

_Ticketed = tuple[Confirmation, dict[UUID, Ticket]]

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
        with Press(total) as press:
            for made, pdfs in press.printed(self._batches(waiting)):
                for written in self._written(made, pdfs, folder):
                    done += written
                    if keep_going is not None and not keep_going(done, total):
                        return Issued(done, unchanged, is_complete=done == total)
        return Issued(done, unchanged, is_complete=True)

    def reissue(self, party_id: UUID, folder: Path) -> Path:
        """Write one party's PDF with new codes, which revokes the old ones; return where it is."""
        make_folder(folder)
        made = self.make([party_id], anew=True)
        for _one in self._written(made, [confirmation_pdf(one.sheet) for one in made], folder):
            return self._file(party_id, folder)
        raise InputError(_("This party is not on the list of those who come."), _("Choose another one."))

    def together(self, path: Path) -> int:
        """Write every party's confirmation into one PDF for the printer, by lead; return how many.

        Raises as `issue` does. It is written as it is drawn: memory does not grow with it.
        """
        self.secret()
        self.revoke_those_who_stay_away()
        coming = [one.party.id for one in self.standings()]
        if not coming:
            return 0
        with writing(path) as stream:
            return write_confirmations(
                stream, (sheet for _made, sheets in self._batches(coming) for sheet in sheets)
            )

    def make(self, party_ids: Collection[UUID], *, anew: bool = False) -> list[Made]:
        """Return what counts for each of these parties that comes, recorded now where it has changed.

        The list is read again under its lock: another desk may have issued or changed some meanwhile.
        Raises InputError where the secret is elsewhere.
        """
        secret = self.secret()
        with self.context.database.transaction() as connection:
            events.lock(connection, self.context.event.id)
            standings = self.standings_in(connection, party_ids)
            stale = [one for one in standings if one.live is None or not one.is_current or anew]
            renewed = self._renewed(connection, [one.party for one in stale], secret)
            return [self._made(connection, one, renewed, secret) for one in standings]

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

    def _batches(self, party_ids: Sequence[UUID]) -> Iterator[tuple[list[Made], list[Sheet]]]:
        for start in range(0, len(party_ids), _BATCH):
            made = self.make(party_ids[start : start + _BATCH])
            yield made, [one.sheet for one in made]

    def _written(self, made: Sequence[Made], pdfs: Sequence[bytes], folder: Path) -> Iterator[int]:
        """Write each file, giving 1 for it; those that were are recorded together when that ends."""
        written: list[UUID] = []
        try:
            for one, pdf in zip(made, pdfs, strict=True):
                write_whole(self._file(one.confirmation.party_id, folder), pdf)
                written.append(one.confirmation.id)
                yield 1
        finally:
            with self.context.database.transaction() as connection:
                tickets.mark_delivered(connection, written, self.context.now())

    def _made(
        self, connection: Connection, standing: Standing, renewed: dict[UUID, _Ticketed], secret: bytes
    ) -> Made:
        party, live = standing.party, standing.live
        if party.id in renewed:
            confirmation, ticket_of = renewed[party.id]
        elif live is not None:
            confirmation, ticket_of = live, tickets.tickets_of(connection, live.id)
        holders = tuple(Holder(one, code_for(secret, ticket_of[one.id].id)) for one in party.members)
        language = party.lead.language if party.lead.language in LANGUAGES else "fr"
        return Made(confirmation, Sheet(self.context.event, holders, language))

    def _renewed(
        self, connection: Connection, stale: Sequence[Party], secret: bytes
    ) -> dict[UUID, _Ticketed]:
        """Give each of these parties a new confirmation and new tickets, and revoke the old ones."""
        context, now = self.context, self.context.now()
        versions = tickets.last_versions(connection, [party.id for party in stale])
        made: dict[UUID, _Ticketed] = {}
        for party in stale:
            version = versions.get(party.id, 0)
            if version:
                tickets.revoke(connection, party.id, attendees.party_ids(connection, party.id), now)
            fingerprint = _fingerprint(context.event, party)
            confirmation = Confirmation(context.new_id(), party.id, version + 1, fingerprint, now)
            new = (Ticket(context.new_id(), context.event.id, person.id, now) for person in party.members)
            made[party.id] = confirmation, {ticket.attendee_id: ticket for ticket in new}
        tickets.add_all(connection, context.event.id, _with_digests(made.values(), secret))
        return made


def _with_digests(made: Iterable[_Ticketed], secret: bytes) -> list[tickets.WithDigests]:
    return [
        (confirmation, [(ticket, digest(code_for(secret, ticket.id))) for ticket in ticket_of.values()])
        for confirmation, ticket_of in made
    ]


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
