"""The keyed digests of documents that were shown, for events that ask for them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "shown_document",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["id"],
            ["identity_check.id"],
            name=op.f("fk_shown_document_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_shown_document_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shown_document")),
    )
    op.create_index(op.f("ix_shown_document_event_id_digest"), "shown_document", ["event_id", "digest"])


def downgrade() -> None:
    op.drop_table("shown_document")
