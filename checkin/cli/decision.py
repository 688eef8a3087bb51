"""The identity decision in a shell: what was seen or read, held against the guest and the event's policy."""

from dataclasses import dataclass

from checkin import identity_words, words
from checkin.app import Desk
from checkin.cli.shapes import Shape
from checkin.domain.attendee import Attendee
from checkin.domain.identity.checks import DocumentKind, IdentityCheck, OverrideReason, Way
from checkin.domain.identity.document import Unread
from checkin.domain.identity.names import Comparison
from checkin.services.identifying import Checked


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether the document lets the guest in, what is recorded of it, and what is said.

    `check` is None where the text was no document: `unread` then says why.
    """

    is_accepted: bool
    check: IdentityCheck | None
    checked: Checked | None = None
    unread: Unread | None = None

    @property
    def comparison(self) -> Comparison | None:
        """How the names compare, where a document was read."""
        return self.checked.comparison if self.checked else None

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
            "shown_for": [str(one.id) for one in self.checked.shown_for] if self.checked else [],
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
        if self.checked and self.checked.shown_for:
            said.append(identity_words.shown_for(self.checked.shown_for))
        if self.checked and self.checked.is_refused:
            said.append(identity_words.refused_document())
        return said


def by_eye(desk: Desk, guest: Attendee, kind: DocumentKind) -> Decision:
    """Return the decision of an agent who looked at a document and found it right."""
    return Decision(is_accepted=True, check=desk.identifying.by_eye(guest.id, kind))


def by_mrz(desk: Desk, guest: Attendee, text: str, override: OverrideReason | None) -> Decision:
    """Return the decision on a machine-readable zone; `override` accepts what the rules would not."""
    document = desk.identifying.read(text)
    if isinstance(document, Unread):
        return Decision(is_accepted=False, check=None, unread=document)
    checked = desk.identifying.compare(guest, document)
    if checked.is_sure or checked.is_refused or override is None:
        return Decision(is_accepted=checked.is_sure, check=checked.check, checked=checked)
    accepted = desk.identifying.overridden(checked.check, override)
    return Decision(is_accepted=True, check=accepted, checked=checked)


def _line(said: words.Said) -> str:
    return f"{said.title}. {said.sentence}"
