"""Threads as they were: of the documents that a project held at some time, or that had been published by then.

Nothing of it is kept. Profiles and links that the project holds are used as far as they are of the same analyses and
decisions; what is missing is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from isnad import merge
from isnad.merge import Link, Policy, Profile, Thread
from isnad.store.decisions import Decision, in_force
from isnad.store.merging import json_of, named, ruled
from isnad.store.profiles import Held, load, make, missing, parts, printed
from isnad.store.read import Capture
from isnad.store.schema import links
from isnad.store.schema import profiles as stored_profiles


def threads_of(
    engine: sa.Engine, policy: Policy, decided: Sequence[Decision], found: Iterable[Capture]
) -> Iterator[bytes]:
    """The threads of these captures alone as JSON objects, in the order of their days; `decided` is the log then.
    A thread has the name that follows from its oldest document, so it may differ from that of the merged project."""
    held = Held(decided)
    wanted = [capture for capture in found if capture.skipped is None]
    fresh = missing(engine, wanted, held)
    profiles = {capture.id: profile for capture, profile in make(engine, fresh, held)}
    stored = {capture.id for capture in wanted} - profiles.keys()
    with engine.connect() as connection:
        for part in parts(sorted(stored)):
            profiles |= load(connection, stored_profiles.c.capture_id.in_(part))
        whole = not fresh and not _unlinked(connection, stored)
        between = list(_links(connection, profiles)) if whole else merge.compare(profiles.values())
        numbers = {profile.id: number for number, profile in profiles.items()}
        rulings = merge.Rulings(*(named(pairs, numbers) for pairs in ruled(in_force(decided))))
        between = merge.judged(between, numbers, rulings)
        made: list[Thread] = []
        for ids, inner in _components(numbers, between):
            documents = {id: merge.told(profiles[numbers[id]]) for id in ids}
            for grouping in merge.groupings(documents, inner, rulings):
                members = [numbers[id] for id in (*grouping.about, *grouping.mentions)]
                # What was made just now has its hashes.
                bare = {n: profiles[n] for n in members if n in stored and len(members) > 1}
                told = {p.id: documents[p.id]._replace(profile=p) for p in printed(connection, bare)}
                made.append(merge.thread(grouping, {**documents, **told}, inner, policy))
    yield from (json_of(thread) for thread in sorted(made, key=lambda thread: (thread.date or "", thread.id)))


def _components(ids: Iterable[str], between: Sequence[Link]) -> Iterator[tuple[list[str], list[Link]]]:
    """What links hold together, with the links."""
    found = merge.components(ids, [(link.a, link.b) for link in between])
    home = {id: number for number, part in enumerate(found) for id in part}
    inner: defaultdict[int, list[Link]] = defaultdict(list)
    for link in between:
        inner[home[link.a]].append(link)
    return ((part, inner[number]) for number, part in enumerate(found))


def _unlinked(connection: sa.Connection, ids: set[int]) -> bool:
    """Whether a merge that broke off has left some of these without their links."""
    waiting = connection.scalars(sa.select(stored_profiles.c.capture_id).where(~stored_profiles.c.linked))
    return not ids.isdisjoint(waiting)


def _links(connection: sa.Connection, profiles: dict[int, Profile]) -> Iterator[Link]:
    """The links between these captures that the project holds."""
    for part in parts(sorted(profiles)):
        for row in connection.execute(sa.select(links).where(links.c.a.in_(part))):
            if row.b in profiles:
                a, b = sorted((profiles[row.a].id, profiles[row.b].id))
                yield Link(a=a, b=b, score=row.score, judgement=row.judgement, why=row.why)
