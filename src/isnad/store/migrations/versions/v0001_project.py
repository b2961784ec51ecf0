"""The first tables of a project."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_APPEND_ONLY = "a decision is never changed or deleted; isnad undo records a new one"


def upgrade() -> None:
    """Makes all tables, the word index of the store, and the guard of the decisions."""
    _tables()
    _records()
    _words_and_guard()


def _words_and_guard() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage_words USING fts5(words, speaker, place, marks, content='', "
            "columnsize=0, tokenize='unicode61 remove_diacritics 0')"
        )
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decisions_no_{verb.lower()} BEFORE {verb} ON decisions "
                f"BEGIN SELECT RAISE(ABORT, '{_APPEND_ONLY}'); END"
            )
        return
    op.execute(
        "CREATE TABLE passage_words (id bigint PRIMARY KEY REFERENCES passages(id), words tsvector NOT NULL, "
        "speaker tsvector NOT NULL, place tsvector NOT NULL, marks tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX passage_words_gin ON passage_words USING gin (words, speaker, place, marks)")
    op.execute(
        "CREATE FUNCTION isnad_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_APPEND_ONLY}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decisions_append_only BEFORE UPDATE OR DELETE ON decisions "
        "FOR EACH ROW EXECUTE FUNCTION isnad_append_only()"
    )


def _tables() -> None:
    op.create_table(
        "texts",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("sha256"),
    )
    op.create_table(
        "analyses",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("text_id", _ID, nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("skipped", sa.String()),
        sa.Column("outlet", sa.String()),
        sa.Column("outlet_name", sa.String()),
        sa.Column("outlet_country", sa.String()),
        sa.Column("published", sa.String()),
        sa.Column("day", sa.String(length=10)),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("recorded", sa.String(length=27), nullable=False),
        sa.Column("closed", sa.String(length=27)),
        sa.Column("passages_start", _ID, nullable=False),
        sa.Column("passages_end", _ID, nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("analyses_by_outlet", "analyses", ["outlet", "outlet_name"])
    op.create_index("analyses_by_text", "analyses", ["text_id", "basis"])
    op.create_table(
        "captures",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("identity", sa.String(length=32), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("text_id", _ID, nullable=False),
        sa.Column("basis", sa.String(length=16), nullable=False),
        sa.Column("outlet", sa.String()),
        sa.Column("url", sa.String()),
        sa.Column("url_key", sa.String(length=16)),
        sa.Column("crawled", sa.String()),
        sa.Column("seen", sa.String()),
        sa.Column("source", sa.String()),
        sa.Column("recorded", sa.String(length=27), nullable=False),
        sa.ForeignKeyConstraint(["text_id"], ["texts.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("identity"),
    )
    op.create_index("captures_by_document", "captures", ["document"])
    op.create_index("captures_by_text", "captures", ["text_id", "basis"])
    op.create_index("captures_by_url", "captures", ["url_key"])
    op.create_table(
        "passages",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("analysis_id", _ID, nullable=False),
        sa.Column("kind", sa.String(length=1), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "decisions",
        sa.Column("number", _ID, autoincrement=False, nullable=False),
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("made", sa.String(length=27), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quoted", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("undoes", sa.String(length=64)),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("decisions_by_text", "decisions", ["sha256"])


def _records() -> None:
    op.create_table(
        "arrangement_members",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("entity", sa.String()),
        sa.Column("country", sa.String()),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "arrangements",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("loaded", sa.Boolean(), nullable=False),
        sa.Column("claim", sa.String()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_speakers",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer()),
        sa.Column("end", sa.Integer()),
        sa.Column("entity", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claims",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("story", sa.Integer()),
        sa.Column("cue_start", sa.Integer()),
        sa.Column("cue_end", sa.Integer()),
        sa.Column("speaker_start", sa.Integer()),
        sa.Column("speaker_end", sa.Integer()),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("via", sa.String()),
        sa.Column("via_start", sa.Integer()),
        sa.Column("via_end", sa.Integer()),
        sa.Column("addressee", sa.String()),
        sa.Column("addressee_start", sa.Integer()),
        sa.Column("addressee_end", sa.Integer()),
        sa.Column("outer", sa.String()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "entities",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_en", sa.String()),
        sa.Column("kb", sa.String()),
        sa.Column("sector", sa.String()),
        sa.Column("country", sa.String()),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_mentions",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_parties",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("entity", sa.String()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String()),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key", "number"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("story", sa.Integer()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String()),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("place", sa.String()),
        sa.Column("place_start", sa.Integer()),
        sa.Column("place_end", sa.Integer()),
        sa.Column("lat", sa.Float()),
        sa.Column("lon", sa.Float()),
        sa.Column("country", sa.String()),
        sa.Column("date", sa.String()),
        sa.Column("date_precision", sa.String()),
        sa.Column("date_start", sa.Integer()),
        sa.Column("date_end", sa.Integer()),
        sa.Column("claim", sa.String()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "figures",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.String()),
        sa.Column("bound", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("part_of", sa.String()),
        sa.Column("claim", sa.String()),
        sa.Column("event", sa.String()),
        sa.Column("score", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mentions",
        sa.Column("analysis_id", _ID, autoincrement=False, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["analysis_id"], ["analyses.id"]),
        sa.PrimaryKeyConstraint("analysis_id", "key", "number"),
        sqlite_with_rowid=False,
    )
