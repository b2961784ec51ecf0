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
from collections.abc import Iterable, Mapping, Sequence

from isnad.merge.links import SAME, Told
from isnad.merge.records import Link
from isnad.merge.scene import FAR, distance
from isnad.merge.wording import alike

_WORDING = 0.24  # cosine from which two groups are of one event
_DAYS = 0.2  # share of days in common
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
        self._unit: dict[str, float] | None = dict(document.words)

    @property
    def unit(self) -> Mapping[str, float]:
        """The words of all members, of unit length."""
        if self._unit is None:
            length = math.sqrt(sum(x * x for x in self.words.values())) or 1.0
            self._unit = {word: x / length for word, x in self.words.items()}
        return self._unit

    def absorb(self, other: Group) -> None:
        """Adds the members of another group."""
        self.members.extend(other.members)
        for word, weight in other.words.items():
            self.words[word] = self.words.get(word, 0.0) + weight
        for day, weight in other.days.items():
            self.days[day] = self.days.get(day, 0.0) + weight
        for point, count in other.points.items():
            self.points[point] = self.points.get(point, 0) + count
        ends = [e for e in (self.first, other.first, self.last, other.last) if e is not None]
        self.first, self.last = (min(ends), max(ends)) if ends else (None, None)
        self._unit = None


def refusal(a: Group, b: Group) -> str | None:
    """Why two groups are not of one event, None where nothing speaks against it."""
    ends = [e for e in (a.first, b.first, a.last, b.last) if e is not None]
    if ends and max(ends) - min(ends) > _LONGEST:
        return f"published {max(ends) - min(ends)} days apart"
    days = _common(a, b)
    if days < _DAYS:
        return f"only {days:.2f} of their days in common"
    apart = _apart(a, b)
    if apart is not None and apart > FAR:
        return f"places {apart:.0f} km apart"
    wording = alike(a.unit, b.unit)
    if wording < _WORDING:
        return f"wording only {wording:.2f}"
    return None


def _common(a: Group, b: Group) -> float:
    """The share of the days of the two groups that is common to both."""
    return sum(min(w / len(a.members), b.days[d] / len(b.members)) for d, w in a.days.items() if d in b.days)


def _apart(a: Group, b: Group) -> float | None:
    """Kilometres between the nearest two of the weightiest places of either group."""
    return min((distance(p, q) for p in _weightiest(a) for q in _weightiest(b)), default=None)


def _weightiest(group: Group) -> list[tuple[float, float]]:
    return sorted(group.points, key=lambda p: (-group.points[p], p))[:_PLACES]


def components(ids: Iterable[str], links: Iterable[Link]) -> list[list[str]]:
    """The documents that links hold together, each list and all lists in the order of ids."""
    parent = {id: id for id in ids}

    def root(id: str) -> str:
        while parent[id] != id:
            parent[id] = parent[parent[id]]
            id = parent[id]
        return id

    for link in links:
        if link.score >= SAME:
            a, b = sorted((root(link.a), root(link.b)))
            parent[b] = a
    found: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(parent):
        found[root(id)].append(id)
    return [found[key] for key in sorted(found)]


def cut(documents: Mapping[str, Told], links: Sequence[Link]) -> list[list[str]]:
    """The threads of one component: lists of ids in order, the largest thread first."""
    groups = {id: Group(document) for id, document in documents.items()}
    ordered = sorted((x for x in links if x.score >= SAME), key=lambda x: (-x.score, x.a, x.b))
    for _ in range(_PASSES):
        waiting = []
        for link in ordered:
            a, b = groups[link.a], groups[link.b]
            if a is b:
                continue
            if refusal(a, b) is None:
                large, small = (a, b) if (len(a.members), b.members[0]) >= (len(b.members), a.members[0]) else (b, a)
                large.absorb(small)
                for member in small.members:
                    groups[member] = large
            else:
                waiting.append(link)
        if len(waiting) == len(ordered):
            break
        ordered = waiting
    threads = [sorted(group.members) for group in {id(g): g for g in groups.values()}.values()]
    return sorted(threads, key=lambda members: (-len(members), members[0]))
