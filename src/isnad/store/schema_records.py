"""The tables of what was read from a text: records and their parts, the passages that search looks through, and the
decisions of people. Part of `schema`, which says what the columns have in common."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table

from isnad.store.schema import Id, Words, metadata, part, record, span

entities = record(
    "entities",
    Column("kind", String, nullable=False),
    Column("name", Words, nullable=False),
    Column("name_en", String),
    Column("kb", String),
    Column("sector", String),
    Column("country", String),
)
mentions = part("mentions", *span("", optional=False), Column("form", String, nullable=False))
claims = record(
    "claims",
    Column("story", Integer),
    *span("cue_"),
    *span("speaker_"),
    *span("content_", optional=False),
    Column("entity", String),
    Column("name", Words),
    Column("kind", String, nullable=False),
    Column("country", String),
    Column("form", String, nullable=False),
    Column("stance", String, nullable=False),
    Column("via", Words),
    *span("via_"),
    Column("addressee", Words),
    *span("addressee_"),
    Column("outer", String),
    Column("score", Float, nullable=False),
)
# Only of claims with several speakers: a single one stands in the claim itself.
claim_speakers = part(
    "claim_speakers",
    *span(""),
    Column("entity", String),
    Column("name", Words),
    Column("kind", String, nullable=False),
    Column("country", String),
)
events = record(
    "events",
    Column("story", Integer),
    *span("", optional=False),  # the trigger
    Column("type", String, nullable=False),
    Column("mode", String),
    Column("status", String, nullable=False),
    Column("background", Boolean, nullable=False),
    Column("place", Words),
    *span("place_"),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String),  # of the place
    Column("date", String),
    Column("date_precision", String),
    *span("date_"),
    Column("claim", String),
    Column("score", Float, nullable=False),
)
event_parties = part(
    "event_parties",
    Column("role", String, nullable=False),  # actor or recipient
    *span("", optional=False),
    Column("entity", String),
    Column("name", Words, nullable=False),
    Column("country", String),
)
event_mentions = part("event_mentions", *span("", optional=False))
figures = record(
    "figures",
    *span("", optional=False),
    Column("measure", String, nullable=False),
    Column("value", Words),  # decimal digits: a text may state a number that no integer column holds
    Column("bound", String, nullable=False),
    Column("who", String, nullable=False),
    Column("part_of", String),
    Column("claim", String),
    Column("event", String),
    Column("score", Float, nullable=False),
)
arrangements = record(
    "arrangements",
    *span("", optional=False),
    Column("name", Words, nullable=False),
    Column("kind", String, nullable=False),
    Column("loaded", Boolean, nullable=False),
    Column("claim", String),
    Column("score", Float, nullable=False),
)
arrangement_members = part(
    "arrangement_members",
    *span("", optional=False),
    Column("name", Words, nullable=False),
    Column("entity", String),
    Column("country", String),
    Column("role", String, nullable=False),
)
passages = Table(
    "passages",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),  # write.first_passage
    Column("analysis_id", Id, ForeignKey("analyses.id"), nullable=False),
    Column("kind", String(1), nullable=False),  # c: claim, v: event, t: a paragraph of the text
    Column("key", String, nullable=False),
    *span("", optional=False),
    Column("live", Boolean, nullable=False),  # of the analysis that stands now
)
decisions = Table(
    "decisions",
    metadata,
    Column("number", Id, primary_key=True, autoincrement=False),
    Column("id", String(64), nullable=False, unique=True),
    Column("made", String(27), nullable=False),
    Column("who", Words, nullable=False),
    Column("why", Words, nullable=False),
    Column("action", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("sha256", String(64), nullable=False),
    *span("", optional=False),
    Column("quoted", Words, nullable=False),
    Column("value", Words, nullable=False),  # JSON, the full human value
    Column("undoes", String(64)),
    Index("decisions_by_text", "sha256"),
)
RECORDS: tuple[Table, ...] = (
    entities, mentions, claims, claim_speakers, events, event_parties, event_mentions, figures, arrangements,
    arrangement_members,
)  # fmt: skip
__all__ = ["RECORDS", "decisions", "metadata", "passages"]
