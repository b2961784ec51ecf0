"""Cuts the documents that links hold together into threads, each of one event.

Links are taken from the strongest to the weakest. Each joins the groups of its two documents, if the groups as wholes
are of one event: like wording, the same days, no places far apart. A link that would join two events is left out,
however strong it is by itself: one report that tells of both never makes one of them. The order of links is fixed by
their scores and the ids of their documents, so that the same documents give the same threads in whatever order they
were added; and since no link leads out of a component, only components that a new document touches are cut again.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from isnad.merge.links import UNSURE, Told
from isnad.merge.records import Link
from isnad.merge.scene import FAR, distance
from isnad.merge.wording import alike

K = TypeVar("K", str, int)

_WORDING = 0.2  # cosine from which two groups are of one event
_DAYS = 0.35  # share of days in common; less where the wording is very like
_SLOPE, _SLOPE_FEW = 0.3, 0.8
_FEW = 2  # documents that cannot fuse two events, so that their wording may count for more
_ELSEWHERE = 0.35  # wording from which a report from elsewhere may be about it
_NIGHT = 0.4  # of the days beside
_LONGEST = 16  # days between the first and the last document of a thread
_PASSES = 3  # over the links: groups that were too small to be judged may belong together later
_PLACES = 3  # weightiest places of a group


class Group:
    """Documents of one event so far, with the sums of what they say."""

    def __init__(self, document: Told) -> None:
        self.members = [document.profile.id]
        self.words = dict(document.words)
        self.days = dict(document.scene.days)
        self.points = dict.fromkeys(document.scene.points, 1)
        self.first = self.last = document.published
        self.square = sum(x * x for x in self.words.values())
        self._main: int | None = None

    @classmethod
    def of(cls, documents: Sequence[Told]) -> Group:
        """The group of these documents."""
        group = cls(documents[0])
        for document in documents[1:]:
            group.absorb(cls(document))
        return group

    @property
    def main(self) -> int | None:
        """The day that the group speaks of most, the earliest of several."""
        if self._main is None:
            self._main = min(self.days, key=lambda day: (-self.days[day], day), default=None)
        return self._main

    @property
    def key(self) -> tuple[str, int]:
        """What tells the group from others, and from itself before it grew."""
        return self.members[0], len(self.members)

    def likeness(self, other: Group) -> float:
        """The cosine of the words of two groups."""
        length = math.sqrt(self.square * other.square)
        return alike(self.words, other.words) / length if length else 0.0

    def absorb(self, other: Group) -> None:
        """Adds the members of another group."""
        self.members.extend(other.members)
        self.square += other.square + 2 * alike(self.words, other.words)
        for word, weight in other.words.items():
            self.words[word] = self.words.get(word, 0.0) + weight
        for day, weight in other.days.items():
            self.days[day] = self.days.get(day, 0.0) + weight
        for point, count in other.points.items():
            self.points[point] = self.points.get(point, 0) + count
        ends = [e for e in (self.first, other.first, self.last, other.last) if e is not None]
        self.first, self.last = (min(ends), max(ends)) if ends else (None, None)
        self._main = None


def refusal(a: Group, b: Group) -> str | None:
    """Why two groups are not of one event, None where nothing speaks against it."""
    ends = [e for e in (a.first, b.first, a.last, b.last) if e is not None]
    if ends and max(ends) - min(ends) > _LONGEST:
        return f"published {max(ends) - min(ends)} days apart"
    wording = a.likeness(b)
    if wording < _WORDING:
        return f"wording only {wording:.2f}"
    days = _common(a, b)
    slope = _SLOPE if min(len(a.members), len(b.members)) > _FEW else _SLOPE_FEW
    if days < _DAYS - slope * (wording - _WORDING):
        return f"only {days:.2f} of their days in common"
    apart = _apart(a, b)
    if apart is not None and apart > FAR and wording < _ELSEWHERE:
        return f"places {apart:.0f} km apart"
    return None


def _common(a: Group, b: Group) -> float:
    """How far each of two groups speaks of the other's main day: the mean of both shares."""
    return (_speaks(a, b.main) + _speaks(b, a.main)) / 2


def _speaks(group: Group, day: int | None) -> float:
    """The share of a group's days that is `day`; what happens at night is told under either of two days."""
    if day is None or not group.days:
        return 1.0
    beside = group.days.get(day - 1, 0.0) + group.days.get(day + 1, 0.0)
    return (group.days.get(day, 0.0) + _NIGHT * beside) / len(group.members)


def _apart(a: Group, b: Group) -> float | None:
    """Kilometres between the nearest two of the weightiest places of either group."""
    return min((distance(p, q) for p in _weightiest(a) for q in _weightiest(b)), default=None)


def _weightiest(group: Group) -> list[tuple[float, float]]:
    return sorted(group.points, key=lambda p: (-group.points[p], p))[:_PLACES]


def _kept_apart(a: Group, b: Group, apart: Collection[frozenset[str]]) -> bool:
    return any(
        (x in a.members and y in b.members) or (y in a.members and x in b.members) for x, y in map(sorted, apart)
    )


def components(ids: Iterable[K], pairs: Iterable[tuple[K, K]]) -> list[list[K]]:
    """What pairs of linked documents hold together, each list and all lists in the order of ids.

    >>> components([1, 2, 3, 4], [(2, 4)])
    [[1], [2, 4], [3]]
    """
    parent = {id: id for id in ids}

    def root(id: K) -> K:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for pair in pairs:
        a, b = sorted(map(root, pair))
        parent[b] = a
    found: defaultdict[K, list[K]] = defaultdict(list)
    for id in sorted(parent):
        found[root(id)].append(id)
    return [found[key] for key in sorted(found)]


class Rulings(NamedTuple):
    """What people have decided on pairs of documents: `apart` are never in one thread, `together` always, unless that
    would bring two together that are to stay apart."""

    apart: frozenset[frozenset[str]] = frozenset()
    together: frozenset[frozenset[str]] = frozenset()


NO_RULINGS = Rulings()


def judged(links: Iterable[Link], ids: Iterable[str], rulings: Rulings) -> list[Link]:
    """The links of these documents as people have judged them: rejected ones are gone, accepted ones are certain,
    also where there was none."""
    held = set(ids)
    found = {frozenset((link.a, link.b)): link for link in links}
    for pair in sorted(rulings.together, key=sorted):
        if len(pair) == 2 and pair <= held:
            a, b = sorted(pair)
            why = f"a person has accepted it; {found[pair].why}" if pair in found else "a person has made it"
            found[pair] = Link(a=a, b=b, score=1.0, judgement="same", why=why)
    return [link for pair, link in found.items() if pair not in rulings.apart]


def cut(documents: Mapping[str, Told], links: Sequence[Link], rulings: Rulings = NO_RULINGS) -> list[list[str]]:
    """The threads of one component: lists of ids in order, the largest thread first."""
    groups = {id: Group(document) for id, document in documents.items()}
    ruled = {link: frozenset((link.a, link.b)) in rulings.together for link in links}
    ordered = sorted((x for x in links if x.score >= UNSURE), key=lambda x: (not ruled[x], -x.score, x.a, x.b))
    refused: set[tuple[str, int, str, int]] = set()  # pairs of groups as they were when they were found to differ
    for _ in range(_PASSES):
        waiting = []
        for link in ordered:
            a, b = groups[link.a], groups[link.b]
            if a is b:
                continue
            pair = (*a.key, *b.key) if a.key < b.key else (*b.key, *a.key)
            agree = ruled[link] or (pair not in refused and refusal(a, b) is None)
            if agree and not _kept_apart(a, b, rulings.apart):
                large, small = (a, b) if (len(a.members), b.members[0]) >= (len(b.members), a.members[0]) else (b, a)
                large.absorb(small)
                for member in small.members:
                    groups[member] = large
            else:
                refused.add(pair)
                waiting.append(link)
        if len(waiting) == len(ordered):
            break
        ordered = waiting
    threads = [sorted(group.members) for group in {id(g): g for g in groups.values()}.values()]
    return sorted(threads, key=lambda members: (-len(members), members[0]))
