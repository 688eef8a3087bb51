"""The identity decision in a shell: what was seen or read, held against the guest and the event's policy."""

from dataclasses import dataclass, replace

from checkin import words
from checkin.app import Desk, new_id, now
from checkin.cli.shapes import Shape
from checkin.domain.attendee import Attendee
from checkin.domain.event import ExpiredDocuments
from checkin.domain.identity.checks import (
    DocumentKind,
    ExpiryOutcome,
    IdentityCheck,
    Outcome,
    OverrideReason,
    Way,
)
from checkin.domain.identity.document import Unread
from checkin.domain.identity.mrz import parse
from checkin.domain.identity.names import Comparison, compare
from checkin.domain.identity.validity import at_the_door, validity
from checkin.language import PARIS


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the document lets the guest in, what is recorded of it, and what is said.

    `check` is None where the text was no document: `unread` then says why.
    """

    is_accepted: bool
    check: IdentityCheck | None
    comparison: Comparison | None = None
    unread: Unread | None = None

    @property
    def shape(self) -> Shape:
        """The same for --json: outcomes and reasons, nothing of the document but its kind and State."""
        check = self.check
        return {
            "accepted": self.is_accepted,
            "way": check.way.value if check else Way.MRZ.value,
            "document": check.kind.value if check else None,
            "issuing_state": check.issuing_state if check else "",
            "outcome": check.outcome.value if check else None,
            "expiry": check.expiry.value if check else None,
            "reasons": [reason.value for reason in self.comparison.reasons] if self.comparison else [],
            "unread": self.unread.reason.value if self.unread else None,
            "override": check.override.value if check and check.override else None,
        }

    @property
    def lines(self) -> list[str]:
        """The same in words, a line each."""
        if self.unread or self.check is None:
            return [_line(words.unread(self.unread.reason))] if self.unread else []
        said = [words.document(self.check.kind)]
        if self.comparison:
            said += [_line(words.outcome(self.check.outcome)), words.expiry(self.check.expiry).sentence]
            said += [words.name_reason(reason) for reason in self.comparison.reasons]
        return said


def by_eye(desk: Desk, guest: Attendee, kind: DocumentKind) -> Decision:
    """Return the decision of an agent who looked at a document and found it right."""
    return Decision(True, _check(desk, guest, kind, Way.EYE))  # noqa: FBT003 - reads as a sentence


def by_mrz(desk: Desk, guest: Attendee, text: str, override: OverrideReason | None) -> Decision:
    """Return the decision on a machine-readable zone; `override` accepts what the rules would not."""
    today = now().astimezone(PARIS).date()
    document = parse(text, today)
    if isinstance(document, Unread):
        return Decision(False, None, unread=document)  # noqa: FBT003 - the same
    comparison = compare(guest, document.name)
    expiry = validity(document, today).outcome
    check = replace(
        _check(desk, guest, document.kind, Way.MRZ),
        outcome=comparison.outcome,
        expiry=expiry,
        issuing_state=document.issuing_state,
        override=override,
    )
    is_plain = comparison.outcome is Outcome.MATCH and (
        at_the_door(expiry, desk.event.policy.expired_documents) is ExpiredDocuments.ACCEPT
    )
    return Decision(is_plain or override is not None, check, comparison)


def _check(desk: Desk, guest: Attendee, kind: DocumentKind, way: Way) -> IdentityCheck:
    settings = desk.settings
    return IdentityCheck(
        id=new_id(),
        attendee_id=guest.id,
        way=way,
        kind=kind,
        outcome=Outcome.MATCH,
        expiry=ExpiryOutcome.UNKNOWN,
        operator=settings.operator,
        desk=settings.desk,
        at=now(),
    )


def _line(said: words.Said) -> str:
    return f"{said.title}. {said.sentence}"
