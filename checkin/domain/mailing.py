"""Confirmations by mail: what became of each message, and which party is to be written to.

A message is recorded before it goes out (`SENDING`) and again with what the server said. One that was on its
way when the program or the line was cut may have arrived or not: it is `UNCERTAIN`, and a person decides.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Security(StrEnum):
    """How the line to the mail server is encrypted."""

    STARTTLS = "starttls"  # RFC 3207, port 587
    TLS = "tls"  # RFC 8314, port 465
    NONE = "none"  # a server on this machine only


@dataclass(frozen=True, slots=True)
class MailServer:
    """The server that takes the messages, in whose name they are sent, and how many a minute it likes."""

    host: str = ""
    port: int = 587
    security: Security = Security.STARTTLS
    user: str = ""  # empty: the server asks for none
    sender: str = ""
    sender_name: str = ""
    per_minute: int = 30


class LetterKind(StrEnum):
    """What a message says."""

    CONFIRMATION = "confirmation"
    CANCELLATION = "cancellation"  # you are not coming after all: the entry in your calendar goes


class Outcome(StrEnum):
    """What became of a message."""

    SENDING = "sending"  # handed to the server, whose answer was not recorded
    SENT = "sent"
    POSTPONED = (
        "postponed"  # not now, says the server (4xx of RFC 5321), or the line was cut before it took it
    )
    REFUSED = "refused"  # not at all (5xx)
    UNCERTAIN = "uncertain"  # the line was cut before the server's last word
    DRAFTED = "drafted"  # written into a folder, for a person to send


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message to one party about one of its confirmations; instants in UTC.

    `address` is the SHA-256 of whom it went to; `said` what the server answered, without anybody's address.
    """

    id: UUID
    party_id: UUID
    confirmation_id: UUID
    kind: LetterKind
    message_id: str
    address: bytes
    outcome: Outcome
    began_at: datetime
    ended_at: datetime | None = None
    said: str = ""


class MailState(StrEnum):
    """Where a party stands with its mail; the first five are to be sent by the next run."""

    DUE = "due"
    CHANGED = "changed"  # what was sent last is no longer true, or went to another address
    LEAVING = "leaving"  # was written to, and no longer comes
    POSTPONED = "postponed"
    DRAFTED = "drafted"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"
    UNADDRESSED = "unaddressed"

    @property
    def is_due(self) -> bool:
        """Whether the next run writes to them."""
        return self in _DUE


_DUE = frozenset(
    {MailState.DUE, MailState.CHANGED, MailState.LEAVING, MailState.POSTPONED, MailState.DRAFTED}
)
_STATE_OF = {
    Outcome.SENDING: MailState.UNCERTAIN,
    Outcome.UNCERTAIN: MailState.UNCERTAIN,
    Outcome.SENT: MailState.SENT,
    Outcome.REFUSED: MailState.REFUSED,
    Outcome.POSTPONED: MailState.POSTPONED,
    Outcome.DRAFTED: MailState.DRAFTED,
}


def address_digest(address: str) -> bytes:
    """Return the 32 bytes by which an address is known again."""
    return hashlib.sha256(address.strip().lower().encode()).digest()


def ascii_address(address: str) -> str:
    """Return an address as every server takes it, its domain in ASCII (RFC 5891); ValueError for none."""
    local, at, domain = address.strip().rpartition("@")
    if not at or not local or not local.isascii() or not domain or re.search(r"[\s<>,;]", address.strip()):
        raise ValueError("not an address")
    return f"{local}@{domain.encode('idna').decode('ascii')}"


def mail_state(last: Delivery | None, *, address: str, current: UUID | None) -> MailState:
    """Return where a party that comes stands.

    `last` is its latest delivery, `address` where its mail goes, `current` the confirmation that says what is
    true now, None where that is still to be issued.
    """
    if not address:
        return MailState.UNADDRESSED
    if last is None:
        return MailState.DUE
    if last.outcome in {Outcome.SENDING, Outcome.UNCERTAIN} and last.kind is LetterKind.CONFIRMATION:
        return MailState.UNCERTAIN
    is_true = last.kind is LetterKind.CONFIRMATION and last.confirmation_id == current
    if is_true and last.address == address_digest(address):
        return _STATE_OF[last.outcome]
    return MailState.DUE if last.outcome is Outcome.DRAFTED else MailState.CHANGED


def leaving_state(last: Delivery | None, *, address: str) -> MailState | None:
    """Return where a party that does not come (any longer) stands; None where there is nothing to write."""
    if last is None or last.outcome is Outcome.DRAFTED or not address:
        return None
    if last.kind is LetterKind.CANCELLATION:
        return _STATE_OF[last.outcome]
    reached = {Outcome.SENT, Outcome.SENDING, Outcome.UNCERTAIN}
    return MailState.LEAVING if last.outcome in reached else None
