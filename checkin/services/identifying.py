"""Is this the person? What a document says, held against the list; only the outcome is ever recorded.

The parsed document lives as long as the caller shows it: nothing here keeps or logs it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from checkin.domain.admission import Member
from checkin.domain.attendee import Attendee
from checkin.domain.event import ExpiredDocuments
from checkin.domain.identity.checks import (
    DocumentKind,
    ExpiryOutcome,
    Figures,
    IdentityCheck,
    Outcome,
    OverrideReason,
    Way,
    figures,
)
from checkin.domain.identity.digests import document_digest
from checkin.domain.identity.document import Document, Name, Unread
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.names import Comparison, compare
from checkin.domain.identity.searching import form_words, rank, search_words
from checkin.domain.identity.validity import Validity, at_the_door, validity
from checkin.language import PARIS
from checkin.services.context import Context
from checkin.store import admissions, attendees
from checkin.store.database import Connection
from checkin.store.secrets import Secrets

_CANDIDATES = 50


@dataclass(frozen=True, slots=True)
class Checked:
    """A document held against an attendee, for the card; `check` is what would be recorded."""

    comparison: Comparison
    validity: Validity
    check: IdentityCheck
    door: ExpiredDocuments  # what the event's policy says of the document's validity
    shown_for: tuple[Attendee, ...] = ()  # others let in with the same document, where the event asks

    @property
    def is_sure(self) -> bool:
        """Whether nothing is left for a person to decide."""
        is_in_order = self.door is ExpiredDocuments.ACCEPT and not self.shown_for
        return self.check.outcome is Outcome.MATCH and is_in_order

    @property
    def is_refused(self) -> bool:
        """Whether the event takes no such document: no reason makes up for it, another document may."""
        return self.door is ExpiredDocuments.REFUSE


@dataclass(frozen=True, slots=True)
class Identifying:
    """Identity checks of one event at one desk; `secrets` where this computer may have the event's."""

    context: Context
    secrets: Secrets | None = None

    def read(self, text: str) -> Document | Unread:
        """Return what a machine-readable zone says (typed or from a reader), or why it can't be read."""
        return parse(text, self._today())

    def by_eye(self, attendee_id: UUID, kind: DocumentKind) -> IdentityCheck:
        """Return the check of someone whose document an agent looked at and found theirs."""
        return self._check(attendee_id, Way.EYE, kind, Outcome.MATCH, ExpiryOutcome.UNKNOWN)

    def compare(self, attendee: Attendee, document: Document) -> Checked:
        """Hold a document against an attendee; an unnamed companion matches: the name is theirs.

        Where the event asks to notice a document shown for two people, one row of the database is looked up.
        """
        found = compare(attendee, document.name) if attendee.is_named else Comparison(Outcome.MATCH)
        in_force = validity(document, self._today())
        check = self._check(attendee.id, Way.MRZ, document.kind, found.outcome, in_force.outcome)
        policy = self.context.event.policy.expired_documents
        digest = self._digest(document)
        return Checked(
            found,
            in_force,
            replace(check, issuing_state=document.issuing_state[:3], digest=digest),
            at_the_door(in_force.outcome, policy),
            self._others(attendee.id, digest) if digest else (),
        )

    def forget_documents(self) -> None:
        """Delete the digests of the event's documents, as is done with its secret."""
        with self.context.database.transaction() as connection:
            admissions.forget_documents(connection, self.context.event.id)

    def overridden(self, check: IdentityCheck, reason: OverrideReason) -> IdentityCheck:
        """Return the check as accepted by an agent all the same, for a reason of the closed list."""
        return replace(check, override=reason)

    def find(self, document: Document) -> list[tuple[Member, Comparison]]:
        """Return the attendees whom the document may show, the likeliest first, when no code was scanned."""
        found: dict[UUID, Member] = {}
        ranked: list[tuple[Attendee, Comparison]] = []
        with self.context.database.reading() as connection:
            for people in self._bearers(connection, document.name):
                new = {one.attendee.id: one for one in people if one.attendee.id not in found}
                found |= new
                ranked += rank((member.attendee for member in new.values()), document.name)
                if any(comparison.outcome is Outcome.MATCH for _who, comparison in ranked):
                    break
        ranked.sort(key=lambda pair: pair[1].weight)
        return [(found[attendee.id], comparison) for attendee, comparison in ranked]

    def _bearers(self, connection: Connection, name: Name) -> Iterator[list[Member]]:
        """Give those who may bear the name, the likeliest first, as one search after another finds them."""
        event = self.context.event
        for words in search_words(name):
            people = attendees.find(connection, event, " ".join(words), _CANDIDATES)
            yield people
            if len(people) == _CANDIDATES and len(words) == 1:  # there are more than are looked at
                for more in form_words(name):
                    yield attendees.find(connection, event, " ".join(more), _CANDIDATES)
                return

    def figures(self) -> Figures:
        """Return the supervisor's figures: checks by way and outcome, overrides by reason."""
        with self.context.database.reading() as connection:
            return figures(admissions.checks(connection, self.context.event.id))

    def _others(self, attendee_id: UUID, digest: bytes) -> tuple[Attendee, ...]:
        """Return the others who were let in with the document of this digest."""
        with self.context.database.reading() as connection:
            people = admissions.shown_for(connection, self.context.event.id, digest)
        return tuple(one for one in people if one.id != attendee_id)

    def _digest(self, document: Document) -> bytes | None:
        if not self.context.event.policy.notice_same_document or self.secrets is None:
            return None
        secret = self.secrets.get(self.context.event.id)
        return document_digest(document, secret) if secret else None

    def _today(self) -> date:
        return self.context.now().astimezone(PARIS).date()

    def _check(
        self, attendee_id: UUID, way: Way, kind: DocumentKind, outcome: Outcome, expiry: ExpiryOutcome
    ) -> IdentityCheck:
        context = self.context
        return IdentityCheck(
            context.new_id(),
            attendee_id,
            way,
            kind,
            outcome,
            expiry,
            context.operator,
            context.desk,
            context.now(),
        )
