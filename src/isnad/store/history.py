"""What changed in a project between two moments: documents that came, records that came, changed or went.

A record goes when a newer engine no longer reads it, or when a person rejects it. The feed of those deletions tells
whoever has copied the data on which rows to take back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec
import sqlalchemy as sa

from isnad.records import Analysis, Record, Span
from isnad.store import read
from isnad.store.connect import errors
from isnad.store.decisions import LISTS, Decidable, key_span
from isnad.store.project import Project
from isnad.store.read import Capture
from isnad.store.schema import analyses, captures, texts
from isnad.store.schema_records import decisions

_UNTOLD = frozenset({"id", "why", "score", "chain", "outer", "claim", "event", "part_of"})  # ids, and how it was read


class Change(Record):
    """One difference. `kind` is document, entity, claim, event, figure or arrangement; `before` and `after` are the
    records as plain JSON values, null where there was or is none."""

    what: Literal["added", "removed", "changed"]
    kind: str
    document: str
    sha256: str
    span: Span | None
    quoted: str | None
    before: object = None
    after: object = None


def diff(project: Project, first: str, last: str) -> Iterator[Change]:
    """All changes after the moment `first` and up to `last` (ISO 8601, UTC), text by text, then new documents."""
    with errors(project.name):
        old = {
            item.id: item for item in read.of_texts(project.engine, _touched(project.engine, first, last), as_of=first)
        }
        before = project.of(list(old.values()), as_of=first)
        now = {item.id: item for item in read.of_texts(project.engine, [c.sha256 for c in old.values()], as_of=last)}
        for capture, was in before:
            if capture.id in now:
                _, becomes = next(project.of([now[capture.id]], as_of=last))
                yield from _changes(capture, was, becomes)
        chosen = read.select_captures(last, None).where(captures.c.recorded > first).order_by(captures.c.id)
        with project.engine.connect() as connection:
            rows = connection.execute(chosen).mappings().all()
        for row in rows:
            yield Change(
                what="added", kind="document", document=row["document"], sha256=row["sha256"], span=None, quoted=None
            )


def _touched(engine: sa.Engine, first: str, last: str) -> list[str]:
    """The hashes of the texts that were read again, or decided on, between two moments."""
    closed = sa.select(texts.c.sha256).join(analyses, analyses.c.text_id == texts.c.id)
    closed = closed.where((analyses.c.closed > first) & (analyses.c.closed <= last))
    decided = sa.select(decisions.c.sha256).where((decisions.c.made > first) & (decisions.c.made <= last))
    with engine.connect() as connection:
        return sorted({*connection.scalars(closed), *connection.scalars(decided)})


def _changes(capture: Capture, was: Analysis, becomes: Analysis) -> Iterator[Change]:
    for kind, name in LISTS.items():
        old, new = _by_span(getattr(was, name)), _by_span(getattr(becomes, name))
        for place in sorted({*old, *new}):
            before, after = old.get(place), new.get(place)
            if _told(before) != _told(after):
                span = Span(*place[:2])
                yield Change(
                    what="added" if before is None else "removed" if after is None else "changed",
                    kind=kind,
                    document=capture.document,
                    sha256=capture.sha256,
                    span=span,
                    quoted=span.of(was.text),
                    before=msgspec.to_builtins(before),
                    after=msgspec.to_builtins(after),
                )


def _by_span(records: tuple[Decidable, ...]) -> dict[tuple[int, int, int], Decidable]:
    """Records by key span; those that share one are numbered in their order."""
    found: dict[tuple[int, int, int], Decidable] = {}
    for record in records:
        start, end = key_span(record)
        number = 0
        while (start, end, number) in found:
            number += 1
        found[start, end, number] = record
    return found


def _told(record: Decidable | None) -> object:
    """What a record says, without its ids and the account of how it was read."""
    if record is None:
        return None
    return {name: value for name, value in msgspec.to_builtins(record).items() if name not in _UNTOLD}
