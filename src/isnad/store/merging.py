"""Merging inside a project: profiles of captures, scores of pairs and threads are kept, and only what new documents
touch is counted again.

Every step is a transaction and marks what it has done, so that a killed run goes on.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from isnad import merge
from isnad.merge import Link, Policy, Profile, Thread
from isnad.store.connect import writing
from isnad.store.decisions import Decision, in_force
from isnad.store.profiles import BATCH, MARK, Spread, load, make_all, parts, printed
from isnad.store.schema import captures, links, profiles, thread_aliases, thread_documents, threads

_Ends = tuple[frozenset[int], frozenset[int]]

_MARKED = re.compile(rb"\\u001f[0-9a-f]+")


class Merged(NamedTuple):
    """What a run did: documents that were new, links found, threads that changed."""

    documents: int
    links: int
    threads: int


def merge_project(
    engine: sa.Engine,
    policy: Policy,
    decided: Sequence[Decision],
    advance: Callable[[], None] = lambda: None,
    spread: Spread = map,
) -> Merged:
    """Brings the threads of the project up to date, by people's decisions on links too; `decided` is the whole log."""
    fresh = make_all(engine, decided, advance, spread)
    found = _link_all(engine)
    return Merged(fresh, found, _thread_all(engine, policy, decided))


def ruled(decided: Iterable[Decision]) -> tuple[set[frozenset[str]], set[frozenset[str]]]:
    """The pairs of document ids whose link people have rejected, and those whose link they have accepted or made."""
    apart: set[frozenset[str]] = set()
    together: set[frozenset[str]] = set()
    for decision in decided:
        if decision.kind == "link" and isinstance(decision.value, dict) and {"a", "b"} <= decision.value.keys():
            pair = frozenset((str(decision.value["a"]), str(decision.value["b"])))
            (apart if decision.action in ("reject", "split") else together).add(pair)
    return apart, together


def read_threads(engine: sa.Engine) -> Iterator[bytes]:
    """The threads as JSON objects, in the order of their days."""
    with engine.connect() as connection:
        chosen = sa.select(threads.c.body).order_by(threads.c.day, threads.c.id)
        for (body,) in connection.execution_options(yield_per=BATCH).execute(chosen):
            yield zlib.decompress(body)


def _link_all(engine: sa.Engine) -> int:
    """Compares every profile that is new with those of nearby days; how many links were found."""
    with engine.connect() as connection:
        chosen = sa.select(profiles.c.capture_id, profiles.c.day).where(~profiles.c.linked)
        waiting = connection.execute(chosen.order_by(profiles.c.day, profiles.c.capture_id)).all()
    total = 0
    for part in parts(waiting, BATCH * 4):
        ids = [row.capture_id for row in part]
        days = [row.day for row in part if row.day is not None]
        near: sa.ColumnElement[bool] = (
            profiles.c.day.between(min(days) - merge.WINDOW, max(days) + merge.WINDOW) if days else sa.false()
        )
        if len(days) < len(part):
            near = near | profiles.c.day.is_(None)
        with writing(engine).begin() as connection:
            new = load(connection, profiles.c.capture_id.in_(ids))
            old = load(connection, near & profiles.c.linked)
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


def _thread_all(engine: sa.Engine, policy: Policy, decided: Sequence[Decision]) -> int:
    """Cuts the components anew that hold a new profile, or a link that people have decided on; how many threads are
    new or changed."""
    apart, together = ruled(in_force(decided))
    with writing(engine).begin() as connection:
        if _policy(connection) not in (policy, None):
            connection.execute(sa.update(profiles).values(threaded=False))
        fresh = set(connection.scalars(sa.select(profiles.c.capture_id).where(~profiles.c.threaded)))
        # A decision that was taken back bears on its documents too.
        ends = _captures(connection, {id for pair in set().union(*ruled(decided)) for id in pair})
        touched = fresh | {id for ids in ends.values() for id in ids}
        found, members = _reached(connection, touched)
        old = _old(connection, members)
        pairs = [pair for pair, link in found.items() if link.score >= merge.KEPT]
        pairs += [(x, y) for a, b in map(sorted, together) for x in ends.get(a, ()) for y in ends.get(b, ())]
        components = merge.components(members, pairs)
        home = {id: number for number, part in enumerate(components) for id in part}
        inner: defaultdict[int, list[tuple[tuple[int, int], Any]]] = defaultdict(list)
        for pair, link in found.items():
            inner[home[pair[0]]].append((pair, link))
        made: list[Thread] = []
        numbers: dict[str, int] = {}
        for number, part in enumerate(components):
            component = _Component(connection, part, inner[number])
            made += component.cut(policy, apart, together, fresh, old)
            numbers |= component.number
        names = {number: name for name, number in numbers.items()}
        new, aliases = merge.renamed({id: frozenset(names[n] for n in ends) for (ends, _), id in old.items()}, made)
        _replace(connection, list(old.values()), new, aliases, numbers)
        connection.execute(sa.update(profiles).where(~profiles.c.threaded).values(threaded=True))
    return len(new)


def _replace(
    connection: sa.Connection, gone: list[str], new: list[Thread], aliases: Mapping[str, str], numbers: dict[str, int]
) -> None:
    """Writes the threads that are not as they were, in the place of those that are gone."""
    for part in parts(gone):
        connection.execute(sa.delete(thread_documents).where(thread_documents.c.thread_id.in_(part)))
        connection.execute(sa.delete(threads).where(threads.c.id.in_(part)))
    if new:
        connection.execute(
            sa.insert(threads), [{"id": t.id, "day": t.date, "body": zlib.compress(json_of(t))} for t in new]
        )
        documents = [
            {"thread_id": t.id, "capture_id": numbers[d.id], "about": d.role == "about"}
            for t in new
            for d in t.documents
        ]
        connection.execute(sa.insert(thread_documents), documents)
    for names in parts(thread.id for thread in new):
        connection.execute(sa.delete(thread_aliases).where(thread_aliases.c.alias.in_(names)))
    if aliases:
        connection.execute(sa.delete(thread_aliases).where(thread_aliases.c.alias.in_(list(aliases))))
        rows = [{"alias": alias, "thread_id": name} for alias, name in aliases.items()]
        connection.execute(sa.insert(thread_aliases), rows)


def _policy(connection: sa.Connection) -> str | None:
    """The policy of the threads that the project holds; None where it holds none."""
    body = connection.scalar(sa.select(threads.c.body).limit(1))
    return msgspec.json.decode(zlib.decompress(body))["toll"].get("policy") if body is not None else None


def _captures(connection: sa.Connection, documents: Iterable[str]) -> dict[str, list[int]]:
    """The profiled captures of each of these documents."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    chosen = sa.select(captures.c.document, captures.c.id).join(profiles, profiles.c.capture_id == captures.c.id)
    for part in parts(sorted(documents)):
        for row in connection.execute(chosen.where(captures.c.document.in_(part))):
            found[row.document].append(row.id)
    return found


def _old(connection: sa.Connection, ids: Iterable[int]) -> dict[_Ends, str]:
    """The threads that hold any of these captures, by the captures about their event and those that mention it."""
    names: set[str] = set()
    for part in parts(sorted(ids)):
        chosen = sa.select(thread_documents.c.thread_id).where(thread_documents.c.capture_id.in_(part))
        names.update(connection.scalars(chosen))
    found: defaultdict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for some in parts(sorted(names)):
        for row in connection.execute(sa.select(thread_documents).where(thread_documents.c.thread_id.in_(some))):
            found[row.thread_id][0 if row.about else 1].add(row.capture_id)
    return {(frozenset(about), frozenset(others)): id for id, (about, others) in found.items()}


def _reached(connection: sa.Connection, ids: set[int]) -> tuple[dict[tuple[int, int], Any], set[int]]:
    """All links that lead on from these captures, and whatever they reach, by links or as threads now stand."""
    found: dict[tuple[int, int], Any] = {}
    seen, waiting = set(ids), set(ids)
    while waiting:
        reached = {id for ends in _old(connection, waiting) for captures in ends for id in captures}
        for part in parts(sorted(waiting)):
            for end in (links.c.a, links.c.b):
                for row in connection.execute(sa.select(links).where(end.in_(part))):
                    found[row.a, row.b] = row
                    reached.update((row.a, row.b))
        waiting = reached - seen
        seen |= waiting
    return found, seen


class _Component:
    """The documents of one component with their links."""

    def __init__(self, connection: sa.Connection, ids: list[int], rows: list[tuple[tuple[int, int], Any]]) -> None:
        self.connection = connection
        self.profiles: dict[int, Profile] = {}
        for part in parts(ids):
            self.profiles.update(load(connection, profiles.c.capture_id.in_(part)))
        self.number = {profile.id: id for id, profile in self.profiles.items()}
        self.links = [self._link(a, b, row) for (a, b), row in rows]

    def _link(self, a: int, b: int, row: Any) -> Link:
        first, second = sorted((self.profiles[a].id, self.profiles[b].id))
        return Link(a=first, b=second, score=row.score, judgement=row.judgement, why=row.why)

    def cut(
        self,
        policy: Policy,
        apart: set[frozenset[str]],
        together: set[frozenset[str]],
        fresh: set[int],
        old: dict[_Ends, str],
    ) -> list[Thread]:
        """The threads that are not as they were; those that are, are taken out of `old`."""
        documents = {profile.id: merge.told(profile) for profile in self.profiles.values()}
        rulings = merge.Rulings(named(apart, documents), named(together, documents))
        held = merge.judged(self.links, documents, rulings)
        made: list[Thread] = []
        for grouping in merge.groupings(documents, held, rulings):
            about, others = (frozenset(self.number[id] for id in ids) for ids in grouping)
            if (about, others) in old and not fresh & (about | others):
                del old[about, others]
            else:
                made.append(merge.thread(grouping, self._printed(documents, about | others), held, policy))
        return made

    def _printed(self, documents: Mapping[str, merge.Told], ids: frozenset[int]) -> Mapping[str, merge.Told]:
        """The documents with the hashes of the texts of those in `ids`; one alone is compared with none."""
        if len(ids) == 1:
            return documents
        found = printed(self.connection, {id: self.profiles[id] for id in ids})
        return {**documents, **{one.id: documents[one.id]._replace(profile=one) for one in found}}


def json_of(thread: Thread) -> bytes:
    """The thread as it is printed, under the ids of its documents alone."""
    return _MARKED.sub(b"", merge.encode(thread))


def named(pairs: set[frozenset[str]], documents: Iterable[str]) -> frozenset[frozenset[str]]:
    """Pairs of document ids as pairs of names that merging knows."""
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in documents:
        names[name.partition(MARK)[0]].append(name)
    return frozenset(frozenset((x, y)) for a, b in map(sorted, pairs) for x in names[a] for y in names[b])
