"""Which message went to which party, and what the organiser adds to them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delivery",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("party_id", sa.Uuid(), nullable=False),
        sa.Column("confirmation_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("confirmation", "cancellation", name="letterkind", native_enum=False, length=24),
            nullable=False,
        ),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("address", sa.LargeBinary(32), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum(
                *("sending", "sent", "postponed", "refused", "uncertain", "drafted"),
                name="outcome",
                native_enum=False,
                length=24,
            ),
            nullable=False,
        ),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("said", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["confirmation_id"],
            ["confirmation.id"],
            name=op.f("fk_delivery_confirmation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_delivery_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
    )
    op.create_index(op.f("ix_delivery_confirmation_id"), "delivery", ["confirmation_id"])
    op.create_index(op.f("ix_delivery_event_id"), "delivery", ["event_id"])
    op.create_index(
        "uq_delivery_under_way",
        "delivery",
        ["party_id"],
        unique=True,
        sqlite_where=sa.text("outcome = 'sending'"),
        postgresql_where=sa.text("outcome = 'sending'"),
    )
    op.create_table(
        "mail_words",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("words", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_mail_words_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_mail_words")),
    )


def downgrade() -> None:
    op.drop_table("mail_words")
    op.drop_table("delivery")
