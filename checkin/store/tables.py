"""The schema, declared once; `migrations/` leads there, and a test holds the two equal."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    TypeDecorator,
    UniqueConstraint,
    Uuid,
    text,
)

from checkin.domain.attendance import Direction
from checkin.domain.attendee import Mark, Status
from checkin.domain.event import CheckpointKind
from checkin.domain.identity.checks import DocumentKind, ExpiryOutcome, Outcome, OverrideReason, Way
from checkin.domain.mailing import LetterKind
from checkin.domain.mailing import Outcome as MailOutcome


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; SQLite would hand back a naive one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return `value` in UTC; a naive one is a bug."""
        if value is not None and value.tzinfo is None:
            raise TypeError("a naive instant")
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Return what was bound, in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _words(kind: type[StrEnum]) -> Enum:
    """Return a column type that keeps an enumeration by its values, as text."""
    return Enum(
        kind, native_enum=False, length=24, values_callable=lambda members: [m.value for m in members]
    )


def _text(name: str) -> Column[str]:
    """Return a column of text of any length: a list's cell is no reason to stop an import."""
    return Column(name, String, nullable=False, server_default=text("''"))


def _event() -> Column[Any]:
    return Column("event_id", Uuid, ForeignKey("event.id", ondelete="CASCADE"), nullable=False)


def _attendee() -> Column[Any]:
    return Column("attendee_id", Uuid, ForeignKey("attendee.id", ondelete="CASCADE"), nullable=False)


def _checkpoint() -> Column[Any]:
    return Column("checkpoint_id", Uuid, ForeignKey("checkpoint.id", ondelete="CASCADE"), nullable=False)


def _recorded() -> list[Column[Any]]:
    """Return the columns of whatever someone records at a desk."""
    return [Column("at", Instant, nullable=False), _text("operator"), _text("desk")]


def _voidable() -> list[Column[Any]]:
    """Return the columns of what is voided, never deleted."""
    return [Column("voided_at", Instant), _text("voided_by"), _text("void_reason")]


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

event = Table(
    "event",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("title", String, nullable=False),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    _text("subject"),
    _text("organiser"),
    _text("reply_to"),
    _text("building"),
    _text("address"),
    Column("policy", JSON, nullable=False),
    Column("created_at", Instant, nullable=False),
)

slot = Table(
    "slot",
    metadata,
    Column("event_id", Uuid, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    _text("title"),
    _text("speakers"),
)

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    Column("position", Integer, nullable=False),
    Column("kind", _words(CheckpointKind), nullable=False),
    _text("name"),
    Column("capacity", Integer),
    Index(None, "event_id"),
)

attendee = Table(
    "attendee",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    Column("party_id", Uuid, nullable=False),
    Column("position", Integer, nullable=False),
    _text("given_name"),
    _text("family_name"),
    _text("title"),
    _text("email"),
    _text("organisation"),
    _text("function"),
    Column("status", _words(Status), nullable=False),
    Column("mark", _words(Mark), nullable=False),
    _text("assistance"),
    _text("note"),
    _text("language"),
    _text("written"),
    UniqueConstraint("party_id", "position"),
    Index(None, "event_id"),
)

# Compared byte by byte everywhere: PostgreSQL would sort by the rules of the language it was set up in.
_FOLDED = String(80).with_variant(String(80, collation="C"), "postgresql")

# Every folded word by which someone can be found, its kind (store.search_words) and the person's `place` in
# the alphabetical list: a search is a short walk through this key, which finds and sorts.
search_word = Table(
    "search_word",
    metadata,
    Column("event_id", Uuid, primary_key=True),
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),
    Column("word", _FOLDED, primary_key=True),
    Column("place", _FOLDED, primary_key=True),
    Column("attendee_id", Uuid, ForeignKey("attendee.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "attendee_id"),
    sqlite_with_rowid=False,
)

confirmation = Table(
    "confirmation",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    Column("party_id", Uuid, nullable=False),
    Column("version", Integer, nullable=False),
    Column("fingerprint", LargeBinary(32), nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    Column("superseded_at", Instant),
    UniqueConstraint("party_id", "version"),
)
Index(
    "uq_confirmation_live",
    confirmation.c.party_id,
    unique=True,
    sqlite_where=confirmation.c.superseded_at.is_(None),
    postgresql_where=confirmation.c.superseded_at.is_(None),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    _attendee(),
    Column("confirmation_id", Uuid, ForeignKey("confirmation.id", ondelete="CASCADE"), nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
    Column("issued_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    UniqueConstraint("digest"),
    Index(None, "confirmation_id"),
)
Index(
    "uq_ticket_live",
    ticket.c.attendee_id,
    unique=True,
    sqlite_where=ticket.c.revoked_at.is_(None),
    postgresql_where=ticket.c.revoked_at.is_(None),
)

delivery = Table(
    "delivery",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    Column("party_id", Uuid, nullable=False),
    Column("confirmation_id", Uuid, ForeignKey("confirmation.id", ondelete="CASCADE"), nullable=False),
    Column("kind", _words(LetterKind), nullable=False),
    Column("message_id", String, nullable=False),
    Column("address", LargeBinary(32), nullable=False),
    Column("outcome", _words(MailOutcome), nullable=False),
    Column("began_at", Instant, nullable=False),
    Column("ended_at", Instant),
    _text("said"),
    Index(None, "event_id"),
    Index(None, "confirmation_id"),
)
# Two desks may send at once: this decides which of them writes to a party.
Index(
    "uq_delivery_under_way",
    delivery.c.party_id,
    unique=True,
    sqlite_where=delivery.c.outcome == text("'sending'"),
    postgresql_where=delivery.c.outcome == text("'sending'"),
)

# What the organiser adds to every message of an event.
mail_words = Table(
    "mail_words",
    metadata,
    Column("event_id", Uuid, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    _text("words"),
)

identity_check = Table(
    "identity_check",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    _attendee(),
    Column("way", _words(Way), nullable=False),
    Column("kind", _words(DocumentKind), nullable=False),
    _text("issuing_state"),
    Column("outcome", _words(Outcome), nullable=False),
    Column("expiry", _words(ExpiryOutcome), nullable=False),
    Column("override", _words(OverrideReason)),
    *_recorded(),
    Index(None, "attendee_id"),
)

# Only where the event asks to notice a document that is shown for two people.
shown_document = Table(
    "shown_document",
    metadata,
    Column("id", Uuid, ForeignKey("identity_check.id", ondelete="CASCADE"), primary_key=True),  # the check's
    _event(),
    Column("digest", LargeBinary(32), nullable=False),
    Index(None, "event_id", "digest"),
)

admission = Table(
    "admission",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    _attendee(),
    _checkpoint(),
    Column("ticket_id", Uuid, ForeignKey("ticket.id")),
    Column("identity_check_id", Uuid, ForeignKey("identity_check.id")),
    *_recorded(),
    *_voidable(),
    Index(None, "event_id", "at"),
)
# Two desks may admit the same person at once: this decides which of them did.
Index(
    "uq_admission_standing",
    admission.c.attendee_id,
    admission.c.checkpoint_id,
    unique=True,
    sqlite_where=admission.c.voided_at.is_(None),
    postgresql_where=admission.c.voided_at.is_(None),
)

# Whose badge was printed: its key lets an admission print one; each that is asked for on purpose counts up.
badge = Table(
    "badge",
    metadata,
    Column("admission_id", Uuid, ForeignKey("admission.id", ondelete="CASCADE"), primary_key=True),
    _event(),
    Column("copies", Integer, nullable=False, server_default=text("1")),
    *_recorded(),
)

passage = Table(
    "passage",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    _attendee(),
    _checkpoint(),
    Column("number", Integer, nullable=False),
    Column("direction", _words(Direction), nullable=False),
    *_recorded(),
    *_voidable(),
    Index(None, "checkpoint_id", "at"),
)
# A person's passages at one place alternate; two desks that record the same one at once are told apart here.
Index(
    "uq_passage_standing",
    passage.c.attendee_id,
    passage.c.checkpoint_id,
    passage.c.number,
    unique=True,
    sqlite_where=passage.c.voided_at.is_(None),
    postgresql_where=passage.c.voided_at.is_(None),
)

journal = Table(
    "journal",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    _event(),
    *_recorded(),
    Column("action", String, nullable=False),
    Column("subject_id", Uuid),
    Column("figures", JSON, nullable=False),
    Index(None, "event_id", "at"),
)

# An import, and who each person on it was before: what an undo needs, after a restart too.
import_ = Table(
    "import",
    metadata,
    Column("id", Uuid, primary_key=True),
    _event(),
    *_recorded(),
    _text("source"),
    _text("list_key"),
    Column("undone_at", Instant),
    _text("undone_by"),
    Index(None, "event_id", "at"),
)

# `before` and `after` are a person's fields, both empty for someone who was only met again; the attendee may
# be gone, as one who was merged into another is.
imported = Table(
    "imported",
    metadata,
    Column("import_id", Uuid, ForeignKey("import.id", ondelete="CASCADE"), primary_key=True),
    Column("attendee_id", Uuid, primary_key=True),
    Column("line", Integer),
    _text("written"),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Index(None, "attendee_id"),
)

# How a person corrected the reading of lists of one shape.
list_shape = Table(
    "list_shape",
    metadata,
    Column("fingerprint", String, primary_key=True),
    Column("corrections", JSON, nullable=False),
    *_recorded(),
)

# A message that a person looked at and entered nothing of: a shared mailbox is read again and again.
left_message = Table(
    "left_message",
    metadata,
    Column("event_id", Uuid, ForeignKey("event.id", ondelete="CASCADE"), primary_key=True),
    Column("digest", LargeBinary(32), primary_key=True),
    *_recorded(),
    sqlite_with_rowid=False,
)
