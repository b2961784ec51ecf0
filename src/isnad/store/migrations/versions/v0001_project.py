"""The first tables of a project."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_APPEND_ONLY = "a decision is never changed or deleted; isnad undo records a new one"


def upgrade() -> None:
    """Makes all tables, the word index of the store, and the guard of the decisions."""
    from isnad.store import schema_records

    schema_records.metadata.create_all(op.get_bind())
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
