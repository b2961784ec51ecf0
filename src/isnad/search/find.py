"""Finds the passages of a project that a query asks for, the newest day first, then what was added last.

SQLite answers from its FTS5 index, PostgreSQL from text-search vectors; both hold the same keys, so both give the
same answers in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from isnad.records import Record, Span
from isnad.search.query import Kind, Query, parse
from isnad.store import Capture, Project
from isnad.store.connect import errors
from isnad.store.passages import mark
from isnad.store.read import capture, decoded_text, select_captures, standing
from isnad.store.schema import analyses, captures, texts
from isnad.store.schema_records import passages
from isnad.store.shadow import keys, positioned
from isnad.store.write import PER_DAY
from isnad.text import View

_LETTERS: dict[Kind, str] = {"claim": "c", "event": "v", "text": "t"}
_KINDS = {letter: kind for kind, letter in _LETTERS.items()}


class Hit(Record):
    """A passage that fits: `key` is the id of the claim or event in its document, `span` where the passage stands in
    the raw text, `quoted` its words, `found` the spans of the words that the query asked for."""

    kind: Kind
    key: str
    captures: tuple[Capture, ...]
    span: Span
    quoted: str
    found: tuple[Span, ...]

    @property
    def document(self) -> str:
        """The id of the document; where several share the text, the one that was added first."""
        return self.captures[0].document


def search(
    project: Project,
    query: str | Query,
    *,
    kinds: tuple[Kind, ...] = ("claim", "event"),
    limit: int = 20,
    offset: int = 0,
    as_of: str | None = None,
) -> list[Hit]:
    """The hits of a query, `limit` of them from `offset` on. Raises QueryError where it cannot be understood."""
    wanted = parse(query) if isinstance(query, str) else query
    with errors(project.name), project.engine.connect() as connection:
        condition = _condition(connection, wanted)
        if condition is None:
            return []
        letters = [_LETTERS[kind] for kind in kinds]
        source, number = _source(connection, condition)
        chosen = (
            sa.select(passages)
            .select_from(source)
            .where(condition, passages.c.kind.in_(letters), *_days(number, wanted))
            .order_by(number.desc())
            .limit(limit)
            .offset(offset)
        )
        if as_of is None:
            chosen = chosen.where(passages.c.live)
        else:
            chosen = chosen.join(analyses, analyses.c.id == passages.c.analysis_id).where(standing(as_of))
        rows = connection.execute(chosen).mappings().all()
        return list(_hits(connection, rows, wanted, as_of))


def _source(connection: sa.Connection, condition: Any) -> tuple[sa.FromClause, sa.ColumnElement[int]]:
    """Where the passages come from, and their number there: through the index, or without it if it is asked nothing."""
    if isinstance(condition, sa.True_):
        return passages, passages.c.id
    words = sa.table("passage_words", sa.column("rowid" if connection.dialect.name == "sqlite" else "id"))
    number: sa.ColumnElement[int] = next(iter(words.c))
    return words.join(passages, passages.c.id == number), number


def _days(number: sa.ColumnElement[int], query: Query) -> Iterator[sa.ColumnElement[bool]]:
    """What `after:` and `before:` ask of a passage's id; a passage without a day fits neither."""
    if query.after is not None:
        yield number >= query.after * PER_DAY
    if query.before is not None:
        yield number < query.before * PER_DAY
        if query.after is None:
            yield number >= PER_DAY


def _condition(connection: sa.Connection, query: Query) -> sa.ColumnElement[bool] | None:
    """What the index is asked; None where no passage can fit."""
    asked: dict[str, list[list[tuple[str, ...]]]] = {
        "words": [[phrase] for phrase in query.words],
        "speaker": [[phrase] for phrase in query.speaker],
        "place": [[phrase] for phrase in query.place],
        "marks": [],
    }
    for field in ("country", "type", "stance"):
        values = {"country": query.countries, "type": query.types, "stance": query.stances}[field]
        asked["marks"] += [[(mark(field, value),)] for value in values]
    for name in query.outlets:
        outlets = _outlets(connection, name)
        if not outlets:
            return None
        asked["marks"].append([(mark("outlet", outlet),) for outlet in outlets])
    columns = {column: needs for column, needs in asked.items() if needs}
    if not columns:
        return sa.true()
    if connection.dialect.name == "sqlite":
        parts = [f"{column} : ({_all(needs, ' AND ', ' OR ', _fts5)})" for column, needs in columns.items()]
        return sa.text("passage_words MATCH :asked").bindparams(asked=" AND ".join(parts))  # type: ignore[return-value]
    return sa.and_(
        *(
            sa.text(f"passage_words.{column} @@ CAST(:{column} AS tsquery)").bindparams(
                **{column: _all(needs, " & ", " | ", _tsquery)}
            )
            for column, needs in columns.items()
        )
    )


def _all(needs: list[list[tuple[str, ...]]], both: str, either: str, phrase: Any) -> str:
    """All needs, each of which one of its phrases meets, in the language of a store."""
    return both.join("(" + either.join(phrase(one) for one in need) + ")" for need in needs)


def _fts5(phrase: tuple[str, ...]) -> str:
    return '"' + " ".join(phrase) + '"'


def _tsquery(phrase: tuple[str, ...]) -> str:
    return "(" + " <-> ".join(f"'{key}'" for key in phrase) + ")"


def _outlets(connection: sa.Connection, name: str) -> list[str]:
    """The ids of the outlets whose id or name the words `name` are."""
    rows = connection.execute(sa.select(analyses.c.outlet, analyses.c.outlet_name).distinct())
    wanted = set(keys(name))
    found = {
        row.outlet
        for row in rows
        if row.outlet
        and (row.outlet.lower() == name.lower() or (wanted and wanted <= set(keys(row.outlet_name or ""))))
    }
    return sorted(found)


def _hits(connection: sa.Connection, rows: Any, query: Query, as_of: str | None) -> Iterator[Hit]:
    """The hits of the passages in `rows`, with their documents and words."""
    numbers = {row["analysis_id"] for row in rows}
    chosen = select_captures(as_of, None).where(analyses.c.id.in_(numbers)).order_by(captures.c.id)
    seen: dict[int, list[Capture]] = {}
    for row in connection.execute(chosen).mappings():
        seen.setdefault(row["analysis"], []).append(capture(row))
    bodies = sa.select(analyses.c.id, texts.c.sha256, texts.c.body).join(texts, texts.c.id == analyses.c.text_id)
    raw = {
        row.id: decoded_text(row.body, row.sha256)
        for row in connection.execute(bodies.where(analyses.c.id.in_(numbers)))
    }
    for row in rows:
        span = Span(row["start"], row["end"])
        quoted = span.of(raw[row["analysis_id"]])
        yield Hit(
            kind=_KINDS[row["kind"]],
            key=row["key"],
            captures=tuple(seen[row["analysis_id"]]),
            span=span,
            quoted=quoted,
            found=tuple(_found(quoted, span.start, query.wanted)),
        )


def _found(quoted: str, start: int, wanted: frozenset[str]) -> Iterator[Span]:
    """The raw spans, in the whole text, of the words of a passage that the query asks for."""
    view = View(quoted)
    for first, end, key in positioned(view):
        if key in wanted:
            yield Span(start + first, start + end)
