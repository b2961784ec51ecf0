"""What merging keeps: profiles, scores of pairs, threads."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables of merging."""
    op.create_table(
        "profiles",
        sa.Column("capture_id", _ID, autoincrement=False, nullable=False),
        sa.Column("analysis_id", _ID, nullable=False),
        sa.Column("decided", sa.String(16), nullable=False),
        sa.Column("day", sa.Integer()),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.Column("threaded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"]),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("capture_id"),
    )
    op.create_index("profiles_by_day", "profiles", ["day"])
    op.create_table(
        "links",
        sa.Column("a", _ID, autoincrement=False, nullable=False),
        sa.Column("b", _ID, autoincrement=False, nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("judgement", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["a"], ["captures.id"]),
        sa.ForeignKeyConstraint(["b"], ["captures.id"]),
        sa.PrimaryKeyConstraint("a", "b"),
        sqlite_with_rowid=False,
    )
    op.create_index("links_by_b", "links", ["b"])
    op.create_table(
        "threads",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("day", sa.String(10)),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "thread_documents",
        sa.Column("thread_id", sa.String(32), nullable=False),
        sa.Column("capture_id", _ID, autoincrement=False, nullable=False),
        sa.Column("about", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"]),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"]),
        sa.PrimaryKeyConstraint("thread_id", "capture_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("thread_documents_by_capture", "thread_documents", ["capture_id"])
    op.create_table(
        "thread_aliases",
        sa.Column("alias", sa.String(32), nullable=False),
        sa.Column("thread_id", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("alias"),
    )
