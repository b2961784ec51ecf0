"""The tables of a project, for SQLite and PostgreSQL alike.

    captures ─▶ texts ◀─ analyses ─▶ entities ─▶ mentions
    (seen where,  (by hash,  (by engine   claims, claim_speakers, events, event_parties, figures,
     when)         once)      version)    arrangements, arrangement_members, passages

Nothing is deleted: an analysis that a newer one replaces is closed (`closed`), its rows stay. Spans are two columns,
`…start` and `…end`, in code points of the raw text. `key` is the id of a record inside its analysis (c1, v2). What
is changed here needs a migration in `migrations/versions`. The records' tables are in `schema_records`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData()

# SQLite counts rows by itself only in a column of the type INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")


class Words(TypeDecorator[str]):
    """Text from a document. PostgreSQL holds no U+0000: it becomes U+FFFD, in both stores; the raw text, which is
    stored as bytes, keeps it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What is stored for `value`."""
        return value.replace("\0", "\ufffd") if value is not None and "\0" in value else value


def _id() -> Column[Any]:
    return Column("id", Id, primary_key=True, autoincrement=False)


def span(name: str, *, optional: bool = True) -> tuple[Column[Any], Column[Any]]:
    """The two columns of a span."""
    return Column(f"{name}start", Integer, nullable=optional), Column(f"{name}end", Integer, nullable=optional)


def record(name: str, *columns: Column[Any]) -> Table:
    """A table of records of one kind; a record is known by its analysis and its key there."""
    return Table(
        name,
        metadata,
        Column("analysis_id", Id, ForeignKey("analyses.id"), primary_key=True, autoincrement=False),
        Column("key", String, primary_key=True),
        *columns,
        sqlite_with_rowid=False,
    )


def part(name: str, *columns: Column[Any]) -> Table:
    """A table of the parts of records, numbered from 0 inside the record with the key `key`."""
    return record(name, Column("number", Integer, primary_key=True, autoincrement=False), *columns)


texts = Table(
    "texts",
    metadata,
    _id(),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("body", LargeBinary, nullable=False),  # UTF-8, zlib
    Column("length", Integer, nullable=False),  # code points
)
captures = Table(
    "captures",
    metadata,
    _id(),
    Column("identity", String(32), nullable=False, unique=True),  # rows.identity
    Column("document", Words, nullable=False),  # the id of the input
    Column("text_id", Id, ForeignKey("texts.id"), nullable=False),
    Column("basis", String(16), nullable=False),  # rows.basis
    Column("outlet", Words),
    Column("url", Words),
    Column("url_key", String(16)),  # rows.url_key
    Column("crawled", Words),  # as the container has it
    Column("seen", String),  # the same, as ISO 8601
    Column("source", Words),  # the path that it was added from
    Column("recorded", String(27), nullable=False),
    Index("captures_by_text", "text_id", "basis"),
    Index("captures_by_url", "url_key"),
    Index("captures_by_document", "document"),
)
analyses = Table(
    "analyses",
    metadata,
    _id(),
    Column("text_id", Id, ForeignKey("texts.id"), nullable=False),
    Column("basis", String(16), nullable=False),
    Column("version", String, nullable=False),
    Column("skipped", String),
    Column("outlet", String),
    Column("outlet_name", Words),
    Column("outlet_country", String),
    Column("published", String),  # in UTC where the text names its zone
    Column("day", String(10)),  # published, else the anchor
    Column("body", LargeBinary, nullable=False),  # JSON without id and text, zlib
    Column("recorded", String(27), nullable=False),
    Column("closed", String(27)),
    Column("passages_start", Id, nullable=False),  # its passages have the ids from here to before passages_end
    Column("passages_end", Id, nullable=False),
    Index("analyses_by_text", "text_id", "basis"),
    Index("analyses_by_outlet", "outlet", "outlet_name"),
)

profiles = Table(
    "profiles",
    metadata,
    Column("capture_id", Id, ForeignKey("captures.id"), primary_key=True, autoincrement=False),
    Column("analysis_id", Id, ForeignKey("analyses.id"), nullable=False),
    Column("decided", String(16), nullable=False),  # digest of people's decisions on the text (profiles.Held)
    Column("day", Integer),  # of publication, as its ordinal
    Column("body", LargeBinary, nullable=False),  # JSON (merge.encode), zlib
    Column("linked", Boolean, nullable=False),  # compared with all others
    Column("threaded", Boolean, nullable=False),  # in the threads as they stand
    Index("profiles_by_day", "day"),
)
links = Table(
    "links",
    metadata,
    Column("a", Id, ForeignKey("captures.id"), primary_key=True, autoincrement=False),
    Column("b", Id, ForeignKey("captures.id"), primary_key=True, autoincrement=False),
    Column("score", Float, nullable=False),
    Column("judgement", String, nullable=False),
    Column("why", Words, nullable=False),
    Index("links_by_b", "b"),
    sqlite_with_rowid=False,
)
threads = Table(
    "threads",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("day", String(10)),
    Column("body", LargeBinary, nullable=False),  # JSON as `isnad threads` prints it, zlib
)
thread_documents = Table(
    "thread_documents",
    metadata,
    Column("thread_id", String(32), ForeignKey("threads.id"), primary_key=True),
    Column("capture_id", Id, ForeignKey("captures.id"), primary_key=True, autoincrement=False),
    Column("about", Boolean, nullable=False),
    Index("thread_documents_by_capture", "capture_id"),
    sqlite_with_rowid=False,
)
thread_aliases = Table(
    "thread_aliases",
    metadata,
    Column("alias", String(32), primary_key=True),
    Column("thread_id", String(32), nullable=False),
)
