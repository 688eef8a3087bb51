"""Alembic's entry: it migrates the connection it is handed, inside the caller's transaction."""

from alembic import context

from checkin.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # the caller began, the caller commits
    render_as_batch=True,  # SQLite can't ALTER most things
)
context.run_migrations()
