"""What alembic runs: the migrations, on the connection that `isnad.store.migrations.upgrade` hands over."""

from __future__ import annotations

from alembic import context

if hasattr(context, "config"):  # it has none where the tests only import this file to look for examples
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
    context.run_migrations()
