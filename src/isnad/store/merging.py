"""Merging inside a project: profiles of captures, scores of pairs and threads are kept, and only what new documents
touch is counted again.

A document is known to `isnad.merge` by its id and the identity of its capture, which do not depend on the order in
which documents were added. Every step is a transaction and marks what it has done, so that a killed run goes on.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import msgspec
import sqlalchemy as sa

from isnad import merge
from isnad.merge import Link, Policy, Profile, Thread
from isnad.records import Block, Record
from isnad.store.connect import writing
from isnad.store.read import read_analyses, read_captures
from isnad.store.rows import pack, unpack
from isnad.store.schema import analyses, captures, links, profiles, texts, thread_aliases, thread_documents, threads

T = TypeVar("T")

_BATCH = 500
_MARK = "\x1f"  # between the id of a document and the identity of its capture
_MARKED = re.compile(rb"\\u001f[0-9a-f]+")


class Merged(NamedTuple):
    """What a run did: documents that were new, links found, threads that changed."""

    documents: int
    links: int
    threads: int


def merge_project(
    engine: sa.Engine, policy: Policy, apart: Iterable[tuple[str, str]], advance: Callable[[], None]
) -> Merged:
    """Brings the threads of the project up to date; `apart` are pairs of document ids that people have rejected."""
    fresh = _profile_all(engine, advance)
    found = _link_all(engine)
    return Merged(fresh, found, _thread_all(engine, policy, set(map(frozenset, apart))))


def read_threads(engine: sa.Engine) -> Iterator[bytes]:
    """The threads as JSON objects, in the order of their days."""
    with engine.connect() as connection:
        chosen = sa.select(threads.c.body).order_by(threads.c.day, threads.c.id)
        for (body,) in connection.execution_options(yield_per=_BATCH).execute(chosen):
            yield zlib.decompress(body)


def _parts(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def _profile_all(engine: sa.Engine, advance: Callable[[], None]) -> int:
    """Makes the profiles that are missing or of an analysis that no longer stands."""
    with engine.connect() as connection:
        chosen = connection.execute(sa.select(profiles.c.capture_id, profiles.c.analysis_id))
        known = {row.capture_id: row.analysis_id for row in chosen}
        names = {row.id: row.identity for row in connection.execute(sa.select(captures.c.id, captures.c.identity))}
    wanted = [c for c in read_captures(engine) if c.skipped is None and known.get(c.id) != c.analysis]
    for part in _parts(wanted, _BATCH):
        rows = []
        for capture, analysis in read_analyses(engine, iter(part)):
            made = merge.captured(
                merge.profile(analysis), id=f"{capture.document}{_MARK}{names[capture.id]}", url=capture.url,
                time=capture.seen,
            )  # fmt: skip
            rows.append(
                {
                    "capture_id": capture.id,
                    "analysis_id": capture.analysis,
                    "day": merge.told(made).published,
                    "body": pack(merge.encode(made)),
                    "linked": False,
                    "threaded": False,
                }
            )
            advance()
        ids = [row["capture_id"] for row in rows]
        with writing(engine).begin() as connection:
            connection.execute(sa.delete(links).where(links.c.a.in_(ids) | links.c.b.in_(ids)))
            connection.execute(sa.delete(profiles).where(profiles.c.capture_id.in_(ids)))
            connection.execute(sa.insert(profiles), rows)
    return len(wanted)


def _link_all(engine: sa.Engine) -> int:
    """Compares every profile that is new with those of nearby days; how many links were found."""
    with engine.connect() as connection:
        chosen = sa.select(profiles.c.capture_id, profiles.c.day).where(~profiles.c.linked)
        waiting = connection.execute(chosen.order_by(profiles.c.day, profiles.c.capture_id)).all()
    total = 0
    for part in _parts(waiting, _BATCH * 4):
        ids = [row.capture_id for row in part]
        days = [row.day for row in part if row.day is not None]
        near: sa.ColumnElement[bool] = (
            profiles.c.day.between(min(days) - merge.WINDOW, max(days) + merge.WINDOW) if days else sa.false()
        )
        if len(days) < len(part):
            near = near | profiles.c.day.is_(None)
        with writing(engine).begin() as connection:
            new = _load(connection, profiles.c.capture_id.in_(ids))
            old = _load(connection, near & profiles.c.linked)
            number = {profile.id: id for found in (new, old) for id, profile in found.items()}
            rows = [
                {"a": number[x.a], "b": number[x.b], "score": x.score, "judgement": x.judgement, "why": x.why}
                for x in merge.compare(new.values(), old.values())
            ]
            if rows:
                connection.execute(sa.insert(links), rows)
            connection.execute(sa.update(profiles).where(profiles.c.capture_id.in_(ids)).values(linked=True))
        total += len(rows)
    return total


def _load(connection: sa.Connection, which: sa.ColumnElement[bool]) -> dict[int, Profile]:
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
    return f"{row.document}{_MARK}{row.identity}"


class _Laid(Record):
    """Of an analysis, how its text is laid out."""

    blocks: tuple[Block, ...]


def _printed(connection: sa.Connection, found: Mapping[int, Profile]) -> Iterator[Profile]:
    """These profiles, by capture, with the hashes of their texts."""
    for part in _parts(sorted(found), _BATCH):
        chosen = (
            sa.select(profiles.c.capture_id, analyses.c.body, texts.c.body.label("raw"))
            .join(analyses, analyses.c.id == profiles.c.analysis_id)
            .join(texts, texts.c.id == analyses.c.text_id)
            .where(profiles.c.capture_id.in_(part))
        )
        for row in connection.execute(chosen):
            laid = msgspec.json.decode(unpack(row.body), type=_Laid)
            yield merge.printed(found[row.capture_id], unpack(row.raw).decode(), laid.blocks)


def _thread_all(engine: sa.Engine, policy: Policy, apart: set[frozenset[str]]) -> int:
    """Cuts the components anew that hold a new profile; how many threads are new or changed."""
    with writing(engine).begin() as connection:
        fresh = sa.select(profiles.c.capture_id).where(~profiles.c.threaded)
        touched = set(connection.scalars(fresh)) | _to_part(connection, apart)
        found, members = _reached(connection, touched | _company(connection, touched))
        pairs = [pair for pair, link in found.items() if link.score >= merge.KEPT]
        changed = 0
        for part in merge.components(members, pairs):
            ids = set(part)
            inner = [(pair, link) for pair, link in found.items() if pair[0] in ids] if len(part) > 1 else []
            changed += _Component(connection, part, inner).replace(policy, apart, touched)
        connection.execute(sa.update(profiles).where(~profiles.c.threaded).values(threaded=True))
    return changed


def _to_part(connection: sa.Connection, apart: Iterable[frozenset[str]]) -> set[int]:
    """The captures that stand in one thread with one that people have since said is of another event."""
    found: set[int] = set()
    columns = sa.select(thread_documents.c.thread_id, captures.c.id, captures.c.document)
    chosen = columns.join(captures, captures.c.id == thread_documents.c.capture_id).where(thread_documents.c.about)
    for pair in apart:
        ends = connection.execute(chosen.where(captures.c.document.in_(pair))).all()
        found.update(a.id for a in ends for b in ends if a.thread_id == b.thread_id and a.document != b.document)
    return found


def _company(connection: sa.Connection, ids: Iterable[int]) -> set[int]:
    """The captures that stand in one thread with any of these."""
    found: set[int] = set()
    for part in _parts(sorted(ids), _BATCH):
        theirs = sa.select(thread_documents.c.thread_id).where(thread_documents.c.capture_id.in_(part))
        chosen = sa.select(thread_documents.c.capture_id).where(thread_documents.c.thread_id.in_(theirs))
        found.update(connection.scalars(chosen))
    return found


def _reached(connection: sa.Connection, ids: set[int]) -> tuple[dict[tuple[int, int], Any], set[int]]:
    """All links that lead on from these captures, and whatever they reach."""
    found: dict[tuple[int, int], Any] = {}
    seen, waiting = set(ids), set(ids)
    while waiting:
        reached: set[int] = set()
        for part in _parts(sorted(waiting), _BATCH):
            for end in (links.c.a, links.c.b):
                for row in connection.execute(sa.select(links).where(end.in_(part))):
                    found[row.a, row.b] = row
                    reached.update((row.a, row.b))
        waiting = reached - seen
        seen |= waiting
    return found, seen


class _Component:
    """The documents of one component with the threads that they had."""

    def __init__(self, connection: sa.Connection, ids: list[int], rows: list[tuple[tuple[int, int], Any]]) -> None:
        self.connection = connection
        self.profiles: dict[int, Profile] = {}
        for part in _parts(ids, _BATCH):
            self.profiles.update(_load(connection, profiles.c.capture_id.in_(part)))
        self.number = {profile.id: id for id, profile in self.profiles.items()}
        self.links = [self._link(a, b, row) for (a, b), row in rows]
        self.old: defaultdict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
        for part in _parts(ids, _BATCH):
            chosen = sa.select(thread_documents).where(thread_documents.c.capture_id.in_(part))
            for row in connection.execute(chosen):
                self.old[row.thread_id][0 if row.about else 1].add(row.capture_id)

    def _link(self, a: int, b: int, row: Any) -> Link:
        first, second = sorted((self.profiles[a].id, self.profiles[b].id))
        return Link(a=first, b=second, score=row.score, judgement=row.judgement, why=row.why)

    def replace(self, policy: Policy, apart: set[frozenset[str]], touched: set[int]) -> int:
        """Writes the threads that are not as they were; how many."""
        documents = {profile.id: merge.told(profile) for profile in self.profiles.values()}
        same = {(frozenset(about), frozenset(others)): id for id, (about, others) in self.old.items()}
        made: list[Thread] = []
        for grouping in merge.groupings(documents, self.links, _named(apart, documents)):
            about, others = (frozenset(self.number[id] for id in ids) for ids in grouping)
            if (about, others) in same and not touched & (about | others):
                del self.old[same[about, others]]
            else:
                made.append(merge.thread(grouping, self._printed(documents, about | others), self.links, policy))
        gone = {id: frozenset(self.profiles[n].id for n in about) for id, (about, _) in self.old.items()}
        new, aliases = merge.renamed(gone, made)
        self._delete(list(gone))
        self._insert(new, aliases)
        return len(new)

    def _printed(self, documents: Mapping[str, merge.Told], ids: frozenset[int]) -> Mapping[str, merge.Told]:
        """The documents with the hashes of the texts of those in `ids`; one alone is compared with none."""
        if len(ids) == 1:
            return documents
        found = _printed(self.connection, {id: self.profiles[id] for id in ids})
        return {**documents, **{one.id: documents[one.id]._replace(profile=one) for one in found}}

    def _delete(self, ids: list[str]) -> None:
        for part in _parts(ids, _BATCH):
            self.connection.execute(sa.delete(thread_documents).where(thread_documents.c.thread_id.in_(part)))
            self.connection.execute(sa.delete(threads).where(threads.c.id.in_(part)))

    def _insert(self, new: list[Thread], aliases: Mapping[str, str]) -> None:
        if new:
            self.connection.execute(sa.insert(threads), [{"id": t.id, "day": t.date, "body": _body(t)} for t in new])
            documents = [
                {"thread_id": t.id, "capture_id": self.number[d.id], "about": d.role == "about"}
                for t in new
                for d in t.documents
            ]
            self.connection.execute(sa.insert(thread_documents), documents)
        if aliases:
            old = list(aliases)
            self.connection.execute(sa.delete(thread_aliases).where(thread_aliases.c.alias.in_(old)))
            rows = [{"alias": alias, "thread_id": name} for alias, name in aliases.items()]
            self.connection.execute(sa.insert(thread_aliases), rows)


def _body(thread: Thread) -> bytes:
    """The thread as it is printed, under the ids of its documents alone."""
    return zlib.compress(_MARKED.sub(b"", merge.encode(thread)))


def _named(apart: set[frozenset[str]], documents: Iterable[str]) -> set[frozenset[str]]:
    """The rejected pairs of document ids as pairs of names that merging knows."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in documents:
        names[name.partition(_MARK)[0]].append(name)
    return {frozenset((a, b)) for x, y in map(sorted, apart) for a in names[x] for b in names[y]}
