"""The index of search, built anew from texts and analyses: after a copy between stores of different kinds."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

import sqlalchemy as sa
from msgspec.structs import replace

from isnad.store.connect import errors, writing
from isnad.store.passages import passages as passages_of
from isnad.store.read import decoded_body, decoded_text
from isnad.store.schema import analyses, texts
from isnad.store.schema_records import passages
from isnad.store.write import insert_words

_CHUNK = 200


def rebuild(engine: sa.Engine, name: str) -> None:
    """Fills the empty index with the passages of all analyses, those that no longer stand included."""
    chosen = sa.select(analyses, texts.c.sha256, texts.c.body.label("raw"))
    chosen = chosen.join(texts, texts.c.id == analyses.c.text_id).order_by(analyses.c.id).limit(_CHUNK)
    after = 0
    while True:
        with errors(name), writing(engine).begin() as connection:
            found = connection.execute(chosen.where(analyses.c.id > after)).mappings().all()
            if not found:
                return
            rows = sorted((row for item in found for row in _rows(item)), key=itemgetter("id"))
            if rows:
                connection.execute(sa.insert(passages), rows)
                insert_words(connection, rows)
        after = found[-1]["id"]


def _rows(item: Any) -> list[dict[str, Any]]:
    analysis = replace(decoded_body(item["id"], item["body"]), text=decoded_text(item["raw"], item["sha256"]))
    rows = []
    for number, passage in enumerate(passages_of(analysis), item["passages_start"]):
        words = {name: getattr(passage, name) for name in ("words", "speaker", "place", "marks")}
        start, end = passage.span
        row = {"id": number, "analysis_id": item["id"], "kind": passage.kind, "key": passage.key}
        rows.append({**row, "start": start, "end": end, "live": item["closed"] is None, **words})
    return rows
