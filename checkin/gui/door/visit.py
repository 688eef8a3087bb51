"""One visit to the desk: a verdict, who of the party is to be admitted now, and what their documents said.

Plain values, no widgets: what the card shows and what Enter would do follow from it.
"""

from dataclasses import dataclass, field, replace
from uuid import UUID

from checkin.domain.admission import Exemption, Member, Refusal, Verdict
from checkin.domain.identity.checks import DocumentKind, OverrideReason
from checkin.services.identifying import Checked

KINDS = tuple(DocumentKind)
REASONS = tuple(OverrideReason)


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """The card of one moment; a new value for each step."""

    verdict: Verdict
    chosen: frozenset[UUID] = frozenset()  # to be admitted at the next Enter
    kind: DocumentKind = DocumentKind.IDENTITY_CARD  # what an agent looked at
    checked: dict[UUID, Checked] = field(default_factory=dict)  # whose document was read
    overrides: dict[UUID, OverrideReason] = field(default_factory=dict)
    names: dict[UUID, str] = field(default_factory=dict)  # an unnamed companion's, from the document
    exemption: Exemption | None = None  # a supervisor's, for the holder
    admitted: tuple[UUID, ...] = ()  # by the Enter before
    refused: Refusal | None = None

    @classmethod
    def of(cls, verdict: Verdict) -> "Visit":
        """Return the visit that a scan begins: its holder is to be admitted, if anyone is."""
        holder = verdict.holder
        is_waiting = verdict.may_enter and holder is not None
        return cls(verdict, frozenset({holder.attendee.id}) if is_waiting and holder else frozenset())

    @property
    def rows(self) -> tuple[Member, ...]:
        """The party as the card lists it."""
        return self.verdict.party

    @property
    def may_admit(self) -> bool:
        """Whether Enter would admit someone: chosen, and nobody's document left open."""
        return bool(self.chosen) and not self.undecided

    @property
    def undecided(self) -> tuple[UUID, ...]:
        """Whose document a person must still decide upon."""
        return tuple(
            who
            for who, found in self.checked.items()
            if who in self.chosen
            and not found.is_sure
            and (who not in self.overrides or found.is_refused)  # no reason makes up for what is refused
        )

    def is_waiting(self, member: Member) -> bool:
        """Whether a member of the party could be admitted now."""
        return not member.is_here and member.attendee.is_expected

    def toggled(self, member: Member) -> "Visit":
        """Return the visit with a member chosen, or no longer."""
        who = member.attendee.id
        if not self.is_waiting(member):
            return self
        return replace(self, chosen=self.chosen ^ {who})

    def with_everyone(self) -> "Visit":
        """Return the visit with everyone of the party who is not here yet chosen."""
        waiting = frozenset(m.attendee.id for m in self.rows if self.is_waiting(m))
        return replace(self, chosen=waiting)

    def with_more(self, who: frozenset[UUID]) -> "Visit":
        """Return the visit with those of these chosen too who could be admitted now."""
        waiting = {m.attendee.id for m in self.rows if self.is_waiting(m)}
        return replace(self, chosen=self.chosen | (who & waiting))

    def with_document(self, who: UUID, checked: Checked) -> "Visit":
        """Return the visit with someone's document read; they are then to be admitted."""
        return replace(self, checked=self.checked | {who: checked}, chosen=self.chosen | {who})

    def with_override(self, reason: OverrideReason) -> "Visit":
        """Return the visit with the open documents accepted by the agent, for a reason."""
        return replace(self, overrides=self.overrides | dict.fromkeys(self.undecided, reason))

    def with_exemption(self, reason: Exemption) -> "Visit":
        """Return the visit in which a supervisor lets the holder in all the same."""
        holder = self.verdict.holder
        return replace(
            self, exemption=reason, chosen=frozenset({holder.attendee.id}) if holder else self.chosen
        )

    def whose(self, current: Member | None) -> Member | None:
        """Return for whom a document was read: the current row if it waits, else the first chosen."""
        if current is not None and self.is_waiting(current):
            return current
        return next((m for m in self.rows if m.attendee.id in self.chosen), None)
