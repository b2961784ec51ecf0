"""What a project holds, as records: captures in the order in which they were added, texts, analyses.

Reading goes in chunks by id, each in its own short transaction, so that a long loop neither keeps the project from
being written nor holds it in memory.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from isnad.errors import StoreError
from isnad.records import Analysis, Document, Record
from isnad.store.rows import unpack, url_key
from isnad.store.schema import analyses, captures, metadata, texts

_CHUNK = 200


class Capture(Record):
    """One document as it was seen: where, when, and which text it has.

    `document` is the input's id; `url_key`, a digest, is shared by the versions of one page; `seen` is the
    container's time in ISO 8601, `crawled` the same as it was written; `day` the day of publication as far as it is
    known; `analysis` the number of the analysis that stood at the time asked for, `version` the engine that made it.
    """

    id: int
    document: str
    sha256: str
    length: int
    outlet: str | None
    url: str | None
    url_key: str | None
    crawled: str | None
    seen: str | None
    source: str | None
    recorded: str
    analysis: int
    version: str
    skipped: str | None
    outlet_id: str | None
    outlet_name: str | None
    outlet_country: str | None
    published: str | None
    day: str | None


def standing(as_of: str | None) -> sa.ColumnElement[bool]:
    """Which analyses stand: now, or stood at the time `as_of` (ISO 8601, UTC)."""
    if as_of is None:
        return analyses.c.closed.is_(None)
    return (analyses.c.recorded <= as_of) & (analyses.c.closed.is_(None) | (analyses.c.closed > as_of))


def select_captures(as_of: str | None, published_before: str | None) -> sa.Select[Any]:
    """All captures with their texts and the analyses that stand, as `Capture` has them."""
    chosen = (
        sa.select(
            captures,
            texts.c.sha256,
            texts.c.length,
            analyses.c.id.label("analysis"),
            *(analyses.c[name] for name in ("version", "skipped", "published", "day")),
            analyses.c.outlet.label("outlet_id"),
            analyses.c.outlet_name,
            analyses.c.outlet_country,
        )
        .join(texts, texts.c.id == captures.c.text_id)
        .join(analyses, (analyses.c.text_id == captures.c.text_id) & (analyses.c.basis == captures.c.basis))
        .where(standing(as_of))
    )
    if as_of is not None:
        chosen = chosen.where(captures.c.recorded <= as_of)
    if published_before is not None:
        chosen = chosen.where(
            sa.func.coalesce(analyses.c.published, captures.c.seen, analyses.c.day) < published_before
        )
    return chosen


def read_captures(
    engine: sa.Engine, *, as_of: str | None = None, published_before: str | None = None, after: int = 0
) -> Iterator[Capture]:
    """The captures with an id over `after`, ascending."""
    chosen = select_captures(as_of, published_before).order_by(captures.c.id).limit(_CHUNK)
    while True:
        with engine.connect() as connection:
            rows = connection.execute(chosen.where(captures.c.id > after)).mappings().all()
        for row in rows:
            yield capture(row)
        if len(rows) < _CHUNK:
            return
        after = rows[-1]["id"]


def capture(row: Any) -> Capture:
    """The record of a row of `select_captures`."""
    return Capture(**{name: row[name] for name in Capture.__struct_fields__})


def read_text(engine: sa.Engine, sha256: str) -> str:
    """The raw text with this hash; raises StoreError where the project has none or it is damaged."""
    with engine.connect() as connection:
        body = connection.scalar(sa.select(texts.c.body).where(texts.c.sha256 == sha256))
    if body is None:
        raise StoreError(f"the project holds no text {sha256}")
    return decoded_text(body, sha256)


def decoded_text(body: bytes, sha256: str) -> str:
    """The text in a stored body."""
    try:
        return unpack(body).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise StoreError(f"text {sha256} is damaged: {error}; restore the project from a backup") from error


def read_analyses(engine: sa.Engine, found: Iterator[Capture]) -> Iterator[tuple[Capture, Analysis]]:
    """Each of the captures with its analysis, text and document id included, in the same order."""
    while chunk := list(islice(found, _CHUNK)):
        with engine.connect() as connection:
            wanted = {c.analysis for c in chunk}
            rows = connection.execute(sa.select(analyses.c.id, analyses.c.body).where(analyses.c.id.in_(wanted)))
            bodies = {row.id: row.body for row in rows}
            hashes = {c.sha256 for c in chunk}
            rows = connection.execute(sa.select(texts.c.sha256, texts.c.body).where(texts.c.sha256.in_(hashes)))
            raw = {row.sha256: row.body for row in rows}
        for item in chunk:
            yield item, decoded(item, bodies[item.analysis], raw[item.sha256])


def decoded(item: Capture, body: bytes, raw: bytes) -> Analysis:
    """The analysis in a stored body, with the text and the document id of the capture `item`."""
    return replace(decoded_body(item.analysis, body), id=item.document, text=decoded_text(raw, item.sha256))


def decoded_body(number: int, body: bytes) -> Analysis:
    """The analysis in a stored body, without id and text; raises StoreError where it is damaged."""
    try:
        return msgspec.json.decode(unpack(body), type=Analysis)
    except (zlib.error, msgspec.MsgspecError) as error:
        raise StoreError(f"analysis {number} is damaged: {error}; run isnad reread, or restore a backup") from error


def document(item: Capture, text: str) -> Document:
    """The document that was added, for reading it again."""
    return Document(id=item.document, text=text, url=item.url, outlet=item.outlet, crawled=item.crawled)


def count(connection: sa.Connection, table: str) -> int:
    """How many rows a table holds; of records those of the analyses that stand."""
    chosen = sa.select(sa.func.count()).select_from(found := metadata.tables[table])
    if "analysis_id" in found.c:
        chosen = chosen.join(analyses, analyses.c.id == found.c.analysis_id).where(standing(None))
    return connection.scalar(chosen) or 0


def versions(engine: sa.Engine, url: str) -> list[Capture]:
    """The captures of one page, ordered by the container's time, then as they were added."""
    chosen = select_captures(None, None).where(captures.c.url_key == url_key(url))
    with engine.connect() as connection:
        rows = connection.execute(chosen.order_by(captures.c.seen, captures.c.id)).mappings().all()
    return [capture(row) for row in rows]


def find(engine: sa.Engine, document: str) -> Capture:
    """The capture added last under the input's id `document`; raises StoreError where there is none."""
    chosen = select_captures(None, None).where(captures.c.document == document)
    with engine.connect() as connection:
        row = connection.execute(chosen.order_by(captures.c.id.desc())).mappings().first()
    if row is None:
        raise StoreError(f"the project holds no document {document}")
    return capture(row)


def of_texts(engine: sa.Engine, hashes: Iterable[str], *, as_of: str | None = None) -> Iterator[Capture]:
    """The captures of the texts with these hashes, text by text, each once."""
    for sha256 in dict.fromkeys(hashes):
        chosen = select_captures(as_of, None).where(texts.c.sha256 == sha256).order_by(captures.c.id)
        with engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        yield from map(capture, rows)


def read_rows(engine: sa.Engine, table: sa.Table, as_of: str | None) -> Iterator[dict[str, Any]]:
    """The rows of a table of records, of the analyses that stand, ascending."""
    chosen = (
        sa.select(texts.c.sha256, table)
        .join(analyses, analyses.c.id == table.c.analysis_id)
        .join(texts, texts.c.id == analyses.c.text_id)
        .where(standing(as_of))
        .order_by(table.c.analysis_id, *(column for column in table.primary_key if column.name != "analysis_id"))
    )
    after = 0
    while True:
        with engine.connect() as connection:
            part = sa.select(analyses.c.id).where(analyses.c.id > after).order_by(analyses.c.id).limit(_CHUNK)
            numbers = list(connection.scalars(part))
            if not numbers:
                return
            rows = connection.execute(chosen.where(table.c.analysis_id.between(numbers[0], numbers[-1]))).mappings()
            found = [dict(row) for row in rows]
        yield from found
        after = numbers[-1]


class Stale(NamedTuple):
    """The texts whose standing analysis another engine version made."""

    engine: sa.Engine
    version: str
    last: int  # the highest analysis id when the list was made
    texts: int

    def documents(self) -> Iterator[Document]:
        """One document a stale analysis, ascending by its id."""
        after = 0
        first = sa.func.min(captures.c.id).label("capture")
        chosen = (
            sa.select(analyses.c.id, first)
            .join(captures, (captures.c.text_id == analyses.c.text_id) & (captures.c.basis == analyses.c.basis))
            .where(_stale(self.version), analyses.c.id <= self.last)
            .group_by(analyses.c.id)
            .order_by(analyses.c.id)
            .limit(_CHUNK)
        )
        while True:
            with self.engine.connect() as connection:
                found = {row.capture: row.id for row in connection.execute(chosen.where(analyses.c.id > after))}
                if not found:
                    return
                wanted = select_captures(None, None).where(captures.c.id.in_(found)).order_by(analyses.c.id)
                rows = connection.execute(wanted.add_columns(texts.c.body)).mappings().all()
            for row in rows:
                yield document(capture(row), decoded_text(row["body"], row["sha256"]))
            after = max(found.values())


def stale(engine: sa.Engine, version: str) -> Stale:
    """The texts that `isnad reread` would read again with the engine `version`."""
    with engine.connect() as connection:
        last, count = connection.execute(
            sa.select(sa.func.max(analyses.c.id), sa.func.count()).where(_stale(version))
        ).one()
    return Stale(engine, version, last or 0, count)


def _stale(version: str) -> sa.ColumnElement[bool]:
    return analyses.c.closed.is_(None) & (analyses.c.version != version)
