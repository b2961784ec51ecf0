"""The migrations of a project, recorded in its table `alembic_version`.

All steps of an upgrade run in one transaction: an interrupted one leaves the project as it was.
"""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

# In order; the newest last. A new file in `versions` adds its revision here (a test compares).
KNOWN = ("0001", "0002")
HEAD = KNOWN[-1]


def upgrade(connection: sa.Connection) -> None:
    """Brings the database of `connection` to the newest revision, inside the transaction that is open there."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
