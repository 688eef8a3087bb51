"""The kind of each word that finds someone, and the badges that were printed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_FOLDED = sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql")


def upgrade() -> None:
    """Keep what is found: a list name is told by its place, a sound comes when the person is next changed."""
    op.rename_table("search_word", "old_search_word")
    _drop_key("old_search_word")
    _make_search_word("kind")
    op.execute(
        "INSERT INTO search_word (event_id, kind, word, place, attendee_id)"
        " SELECT event_id, CASE WHEN place = ' ' || word OR place LIKE ' ' || word || ' %' THEN 0 ELSE 1 END,"
        " word, place, attendee_id FROM old_search_word"
    )
    op.drop_table("old_search_word")
    op.create_index(op.f("ix_search_word_attendee_id"), "search_word", ["attendee_id"])
    op.create_table(
        "badge",
        sa.Column("admission_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("copies", sa.Integer(), server_default=sa.text("1"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("operator", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.Column("desk", sa.String(), server_default=sa.text("''"), nullable=False),
        sa.ForeignKeyConstraint(
            ["admission_id"], ["admission.id"], name=op.f("fk_badge_admission_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_badge_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("admission_id", name=op.f("pk_badge")),
    )


def downgrade() -> None:
    op.drop_table("badge")
    op.rename_table("search_word", "new_search_word")
    _drop_key("new_search_word")
    _make_search_word()
    op.execute(
        "INSERT INTO search_word (event_id, word, place, attendee_id)"
        " SELECT DISTINCT event_id, word, place, attendee_id FROM new_search_word WHERE kind < 3"
    )
    op.drop_table("new_search_word")
    op.create_index(op.f("ix_search_word_attendee_id"), "search_word", ["attendee_id"])


def _drop_key(table: str) -> None:
    """Free the names that the new table takes; in a file a table's names are its own."""
    op.drop_index(op.f("ix_search_word_attendee_id"), table)
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint("pk_search_word", table)
        op.drop_constraint("fk_search_word_attendee_id", table)


def _make_search_word(*kind: str) -> None:
    op.create_table(
        "search_word",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        *(sa.Column(name, sa.SmallInteger(), autoincrement=False, nullable=False) for name in kind),
        sa.Column("word", _FOLDED, nullable=False),
        sa.Column("place", _FOLDED, nullable=False),
        sa.Column("attendee_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attendee_id"], ["attendee.id"], name=op.f("fk_search_word_attendee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(
            "event_id", *kind, "word", "place", "attendee_id", name=op.f("pk_search_word")
        ),
        sqlite_with_rowid=False,
    )
