"""Where each party stands with its mail, and the message it is to get."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from checkin.documents.confirmation import Confirmation as Sheet
from checkin.documents.confirmation import Holder
from checkin.documents.entry import Entry
from checkin.documents.letter import Letter, message_id
from checkin.domain.attendee import Attendee, Party, parties
from checkin.domain.mailing import (
    Delivery,
    LetterKind,
    MailServer,
    MailState,
    Outcome,
    address_digest,
    ascii_address,
    leaving_state,
    mail_state,
)
from checkin.language import LANGUAGES
from checkin.services.confirming import Confirming, Standing
from checkin.services.context import Context
from checkin.store import attendees, deliveries, tickets
from checkin.store.database import Connection
from checkin.store.tickets import Confirmation


@dataclass(frozen=True, slots=True)
class Mailing:
    """Where a party stands: its address ("" for none), its last message, and where its confirmation does.

    `standing` is None for a party that comes no longer.
    """

    party: Party
    address: str
    state: MailState
    last: Delivery | None = None
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A message to a party about a confirmation."""

    letter: Letter
    confirmation: Confirmation

    def delivery(self, new_id: UUID, outcome: Outcome, now: datetime) -> Delivery:
        """Return the record of this message."""
        return Delivery(
            new_id,
            self.confirmation.party_id,
            self.confirmation.id,
            self.letter.kind,
            self.letter.message_id,
            address_digest(self.letter.entry.to),
            outcome,
            now,
            None if outcome is Outcome.SENDING else now,
        )

    def is_live(self, connection: Connection) -> bool:
        """Whether what the message says is still so."""
        found = tickets.get(connection, self.confirmation.id)
        is_confirmed = self.letter.kind is LetterKind.CONFIRMATION
        return found is not None and (found.superseded_at is None) is is_confirmed


def mailings(connection: Connection, context: Context, confirming: Confirming) -> list[Mailing]:
    """Return where each party stands: those that come, alphabetically by lead, then those that do no more."""
    last = deliveries.latest(connection, context.event.id)
    coming = [_coming(one, last.get(one.party.id)) for one in confirming.standings_in(connection)]
    there = {one.party.id for one in coming}
    people = attendees.all_of(connection, context.event.id)
    gone = parties(one for one in people if one.party_id in last and one.party_id not in there)
    return [*coming, *(mailing for one in gone if (mailing := _leaving(one, last[one.id])) is not None)]


def prepare(
    context: Context, confirming: Confirming, party_id: UUID, server: MailServer | None = None
) -> Prepared | None:
    """Return the message a party is to get now, its codes made where need be; None if there is none.

    `server` says in whose name it is sent; without one it is a draft.
    """
    made = confirming.make([party_id])
    with context.database.reading() as connection:
        last = deliveries.latest(connection, context.event.id, party_id).get(party_id)
        if made:
            kind, confirmation, sheet = LetterKind.CONFIRMATION, made[0].confirmation, made[0].sheet
        else:
            kind = LetterKind.CANCELLATION
            farewell = _farewell(connection, context, last)
            if farewell is None:
                return None
            confirmation, sheet = farewell
        times = deliveries.times_sent(connection, confirmation.id, kind)
        words = deliveries.words(connection, context.event.id)
    to = _address(holder.attendee for holder in sheet.holders)
    if not to:
        return None
    sender = server.sender if server else ""
    letter = Letter(
        sheet,
        Entry(
            context.event,
            party_id,
            confirmation.version,
            context.now(),
            to,
            sheet.language,
            is_cancelled=kind is LetterKind.CANCELLATION,
        ),
        message_id(f"{confirmation.id.hex}.{kind}.{times}", sender),
        sender,
        server.sender_name if server else "",
        words if kind is LetterKind.CONFIRMATION else "",
        kind,
    )
    return Prepared(letter, confirmation)


def _farewell(
    connection: Connection, context: Context, last: Delivery | None
) -> tuple[Confirmation, Sheet] | None:
    """Return what a party that does not come was told last, to be taken back."""
    told = tickets.get(connection, last.confirmation_id) if last else None
    people = attendees.of(connection, [told.party_id]) if told else []
    if told is None or not people:
        return None
    people.sort(key=lambda person: person.position)
    lead = people[0]
    language = lead.language if lead.language in LANGUAGES else "fr"
    return told, Sheet(context.event, tuple(Holder(one, "") for one in people), language)


def _coming(standing: Standing, last: Delivery | None) -> Mailing:
    address = _address(standing.party.members)
    current = standing.live.id if standing.live and standing.is_current else None
    state = mail_state(last, address=address, current=current)
    return Mailing(standing.party, address, state, last, standing)


def _leaving(party: Party, last: Delivery) -> Mailing | None:
    address = _address(party.members)
    state = leaving_state(last, address=address)
    return Mailing(party, address, state, last) if state else None


def _address(members: Iterable[Attendee]) -> str:
    """Return where a party's mail goes: to the lead, else to the first companion who has an address."""
    raw = next((one.email.strip() for one in members if one.email.strip()), "")
    try:
        return ascii_address(raw)
    except ValueError:
        return raw  # none, or one that is refused with words when it is written to
