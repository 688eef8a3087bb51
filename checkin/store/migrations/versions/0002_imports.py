"""What imports changed, so that each can be undone; how lists of a shape are to be read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("desk", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("source", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("list_key", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("undone_by", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_import_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import")),
    )
    with op.batch_alter_table("import", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_import_event_id_at"), ["event_id", "at"], unique=False)

    op.create_table(
        "imported",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("attendee_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=True),
        sa.Column("written", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["import_id"], ["import.id"], name=op.f("fk_imported_import_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("import_id", "attendee_id", name=op.f("pk_imported")),
    )
    with op.batch_alter_table("imported", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_attendee_id"), ["attendee_id"], unique=False)

    op.create_table(
        "left_message",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("desk", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_left_message_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "digest", name=op.f("pk_left_message")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "list_shape",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("corrections", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("desk", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_list_shape")),
    )


def downgrade() -> None:
    op.drop_table("left_message")
    op.drop_table("list_shape")
    with op.batch_alter_table("imported", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imported_attendee_id"))

    op.drop_table("imported")
    with op.batch_alter_table("import", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_import_event_id_at"))

    op.drop_table("import")
