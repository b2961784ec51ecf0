"""The profiles of a project's documents, by which they are merged: made once for each capture and its analysis as
people left it, and kept without what the text gives again.

A document is known to `isnad.merge` by its id and the identity of its capture, which do not depend on the order in
which documents were added.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from isnad import merge
from isnad.merge import Profile
from isnad.records import Analysis, Block, Record
from isnad.store.connect import writing
from isnad.store.decisions import Decision, applied, in_force, settle
from isnad.store.read import Capture, capture, read_analyses, select_captures
from isnad.store.rows import pack, unpack
from isnad.store.schema import analyses, captures, links, profiles, texts
from isnad.store.schema_records import decisions

T = TypeVar("T")

BATCH = 500
MARK = "\x1f"  # between the id of a document and the identity of its capture


def parts(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


class Held:
    """People's decisions on records, by text; `digest` tells whether a profile was made under the same ones."""

    def __init__(self, decided: Iterable[Decision]) -> None:
        self.by_text: defaultdict[str, list[Decision]] = defaultdict(list)
        for decision in in_force(decided):
            if decision.kind != "link":
                self.by_text[decision.sha256].append(decision)

    def digest(self, sha256: str) -> str:
        """Of the decisions on a text; empty where there are none."""
        ids = [decision.id for decision in self.by_text.get(sha256, ())]
        return hashlib.sha256("".join(ids).encode()).hexdigest()[:16] if ids else ""


class Made(NamedTuple):
    """A capture with its profile, hashes included."""

    capture: Capture
    profile: Profile


class Work(NamedTuple):
    """What a profile is made of: an analysis as people left it, and the capture that it is for."""

    analysis: Analysis
    name: str
    url: str | None
    seen: str | None


Spread = Callable[[Callable[[Work], Profile], Iterable[Work]], Iterator[Profile]]


def profiled(work: Work) -> Profile:
    """The profile of one capture, hashes included; runs in whatever process."""
    return merge.captured(merge.profile(work.analysis), id=work.name, url=work.url, time=work.seen)


def make(engine: sa.Engine, found: Sequence[Capture], held: Held, spread: Spread = map) -> Iterator[Made]:
    """The profiles of these captures, in their order; `spread` does the work, perhaps in several processes."""
    made = spread(profiled, _works(engine, found, held))
    return (Made(one, profile) for one, profile in zip(found, made, strict=True))


def _works(engine: sa.Engine, found: Iterable[Capture], held: Held) -> Iterator[Work]:
    for some in parts(found):
        yield from _works_of(engine, some, held)


def _works_of(engine: sa.Engine, found: list[Capture], held: Held) -> Iterator[Work]:
    with engine.connect() as connection:
        chosen = sa.select(captures.c.id, captures.c.identity).where(captures.c.id.in_([one.id for one in found]))
        names = {row.id: row.identity for row in connection.execute(chosen)}
    for one, read in read_analyses(engine, iter(found)):
        own = held.by_text.get(one.sha256)
        analysis = applied(read, settle(read, own)) if own else read
        yield Work(analysis, f"{one.document}{MARK}{names[one.id]}", one.url, one.seen)


def missing(engine: sa.Engine, found: Iterable[Capture], held: Held) -> list[Capture]:
    """Those of the captures that have no profile of their analysis as people left it."""
    with engine.connect() as connection:
        chosen = connection.execute(sa.select(profiles.c.capture_id, profiles.c.analysis_id, profiles.c.decided))
        known = {row.capture_id: (row.analysis_id, row.decided) for row in chosen}
    return [c for c in found if known.get(c.id) != (c.analysis, held.digest(c.sha256))]


def _waiting(engine: sa.Engine, held: Held) -> list[Capture]:
    """The captures of the project that want a profile, found without looking at all others."""
    chosen = (
        select_captures(None, None)
        .outerjoin(profiles, profiles.c.capture_id == captures.c.id)
        .add_columns(profiles.c.analysis_id.label("profiled"), profiles.c.decided)
        .where(
            analyses.c.skipped.is_(None),
            profiles.c.capture_id.is_(None)
            | (profiles.c.analysis_id != analyses.c.id)
            | (profiles.c.decided != "")
            | texts.c.sha256.in_(sa.select(decisions.c.sha256)),
        )
        .order_by(captures.c.id)
    )
    with engine.connect() as connection:
        rows = connection.execute(chosen).mappings().all()
    return [
        capture(row)
        for row in rows
        if (row["profiled"], row["decided"]) != (row["analysis"], held.digest(row["sha256"]))
    ]


def make_all(engine: sa.Engine, decided: Sequence[Decision], advance: Callable[[], None], spread: Spread) -> int:
    """Makes and keeps the profiles that are missing; how many."""
    held = Held(decided)
    wanted = _waiting(engine, held)
    for part in parts(make(engine, wanted, held, spread if len(wanted) > BATCH else map)):
        rows = [
            {
                "capture_id": one.id,
                "analysis_id": one.analysis,
                "decided": held.digest(one.sha256),
                "day": merge.told(profile).published,
                "body": pack(merge.encode(profile)),
                "linked": False,
                "threaded": False,
            }
            for one, profile in part
        ]
        ids = [row["capture_id"] for row in rows]
        with writing(engine).begin() as connection:
            connection.execute(sa.delete(links).where(links.c.a.in_(ids) | links.c.b.in_(ids)))
            connection.execute(sa.delete(profiles).where(profiles.c.capture_id.in_(ids)))
            connection.execute(sa.insert(profiles), rows)
        for _ in rows:
            advance()
    return len(wanted)


def load(connection: sa.Connection, which: sa.ColumnElement[bool]) -> dict[int, Profile]:
    """The profiles by capture, without the hashes of their texts."""
    chosen = (
        sa.select(profiles.c.capture_id, profiles.c.body, captures.c.document, captures.c.identity, captures.c.url)
        .add_columns(texts.c.sha256)
        .join(captures, captures.c.id == profiles.c.capture_id)
        .join(texts, texts.c.id == captures.c.text_id)
        .where(which)
        .order_by(profiles.c.capture_id)
    )
    return {
        row.capture_id: merge.decode(unpack(row.body), id=_name(row), sha256=row.sha256, url=row.url)
        for row in connection.execute(chosen)
    }


def _name(row: Any) -> str:
    """What merging calls a capture."""
    return f"{row.document}{MARK}{row.identity}"


class _Laid(Record):
    """Of an analysis, how its text is laid out."""

    blocks: tuple[Block, ...]


def printed(connection: sa.Connection, found: Mapping[int, Profile]) -> Iterator[Profile]:
    """These profiles, by capture, with the hashes of their texts."""
    for part in parts(sorted(found)):
        chosen = (
            sa.select(profiles.c.capture_id, analyses.c.body, texts.c.body.label("raw"))
            .join(analyses, analyses.c.id == profiles.c.analysis_id)
            .join(texts, texts.c.id == analyses.c.text_id)
            .where(profiles.c.capture_id.in_(part))
        )
        for row in connection.execute(chosen):
            laid = msgspec.json.decode(unpack(row.body), type=_Laid)
            yield merge.printed(found[row.capture_id], unpack(row.raw).decode(), laid.blocks)
