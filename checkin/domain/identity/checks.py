"""What is kept of an identity check: its outcome, never the document.

Stored are the attendee, the kind of document, the issuing State, the way, the outcomes, the reason of an
override, the operator, the desk and the time. The number, birth date, sex, nationality, MRZ and image of a
document have no place here: they live as long as the card is on the screen. An event may ask besides for a
digest of the document under its secret, by which one shown for two people is noticed (module `digests`).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Way(StrEnum):
    """How the document was read."""

    EYE = "eye"
    MRZ = "mrz"


class DocumentKind(StrEnum):
    """What was shown, as the keys at the door name it."""

    IDENTITY_CARD = "identity_card"
    PASSPORT = "passport"
    RESIDENCE_PERMIT = "residence_permit"
    DRIVING_LICENCE = "driving_licence"
    OTHER = "other"


class Outcome(StrEnum):
    """How the name on the document compares with the attendee's."""

    MATCH = "match"
    LOOK = "look"  # a human looks at the difference that the card points out
    MISMATCH = "mismatch"  # verify: nobody is kept out by a program


class ExpiryOutcome(StrEnum):
    """Whether the document was in force on the day."""

    VALID = "valid"
    EXPIRED = "expired"
    TO_CHECK = "to_check"  # the MRZ alone can't say: read the date printed on the card
    UNKNOWN = "unknown"  # the MRZ has no expiry, or nobody read it


class OverrideReason(StrEnum):
    """Why an agent accepted a document whose name is not that of the list: a closed list, no free text."""

    BIRTH_NAME = "birth_name"
    USAGE_NAME = "usage_name"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    SUBSTITUTE = "substitute"  # another person of the same body takes the place
    VOUCHED_FOR = "vouched_for"  # someone of the house knows the person
    EXPIRED = "expired"  # accepted although out of date
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class IdentityCheck:
    """The recorded outcome of comparing a document with an attendee; `at` in UTC.

    `issuing_state` is the code that the MRZ carries (FRA, D, UTO), empty where it was not read.
    """

    id: UUID
    attendee_id: UUID
    way: Way
    kind: DocumentKind
    outcome: Outcome
    expiry: ExpiryOutcome
    operator: str
    desk: str
    at: datetime
    issuing_state: str = ""
    override: OverrideReason | None = None
    digest: bytes | None = field(default=None, repr=False)  # None unless the event asks for it


@dataclass(frozen=True, slots=True)
class Figures:
    """What a supervisor is told: how many checks of each way and outcome, and overrides of each reason."""

    by_way: dict[Way, int]
    by_outcome: dict[Outcome, int]
    overrides: dict[OverrideReason, int]


def figures(checks: Iterable[IdentityCheck]) -> Figures:
    """Count `checks`; every way, outcome and reason has an entry, 0 where there was none."""
    known = tuple(checks)
    ways = Counter(check.way for check in known)
    outcomes = Counter(check.outcome for check in known)
    reasons = Counter(check.override for check in known if check.override is not None)
    return Figures(
        {way: ways[way] for way in Way},
        {outcome: outcomes[outcome] for outcome in Outcome},
        {reason: reasons[reason] for reason in OverrideReason},
    )
