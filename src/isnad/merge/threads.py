"""From the documents of a component and their links to its threads, each with its ledger."""

from __future__ import annotations

import hashlib
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from isnad.merge.cut import NO_RULINGS, Group, Rulings, components, cut, judged
from isnad.merge.days import iso, ordinal
from isnad.merge.ledger import Policy, collect, entries, toll
from isnad.merge.links import UNSURE, Told, told
from isnad.merge.origins import Origins
from isnad.merge.records import Link, Member, Profile, TermCount, Thread, ThreadBlame, ThreadPlace
from isnad.merge.relations import relate
from isnad.merge.wording import alike
from isnad.records import EventType, Span

_REFERRED = 0.06  # share of a document's days that makes it mention the event of that day
_FORCE: frozenset[EventType] = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
_MENTION = 0.12  # wording of a document that mentions an event
_LATE = 120  # days for which a document may mention an event by its date


class Grouping(NamedTuple):
    """Which documents a thread is made of: those about its event, and those that mention it; ids in order."""

    about: tuple[str, ...]
    mentions: tuple[str, ...]


def threads(
    profiles: Iterable[Profile],
    links: Iterable[Link],
    policy: Policy = "latest official",
    rulings: Rulings = NO_RULINGS,
) -> list[Thread]:
    """The threads of whole components, in the order of their ids."""
    documents = {profile.id: told(profile) for profile in profiles}
    kept = judged(links, documents, rulings)
    made = [thread(grouping, documents, kept, policy) for grouping in groupings(documents, kept, rulings)]
    return sorted(made, key=lambda t: t.id)


def groupings(documents: Mapping[str, Told], links: Sequence[Link], rulings: Rulings = NO_RULINGS) -> list[Grouping]:
    """The threads of whole components as lists of documents: what must be known to see which threads have changed."""
    found: list[Grouping] = []
    for ids, inner in _parts(documents, links):
        by_day: defaultdict[int, list[Told]] = defaultdict(list)
        for id in ids:
            for day in _referred(documents[id]):
                by_day[day].append(documents[id])
        for group in cut({id: documents[id] for id in ids}, inner, rulings):
            found.append(Grouping(tuple(group), _mentioning([documents[id] for id in group], by_day)))
    return found


def _parts(documents: Mapping[str, Told], links: Sequence[Link]) -> list[tuple[list[str], list[Link]]]:
    """The components with their links."""
    kept = [link for link in links if link.score >= UNSURE]
    found = [(ids, list[Link]()) for ids in components(documents, ((link.a, link.b) for link in kept))]
    home = {id: n for n, (ids, _) in enumerate(found) for id in ids}
    for link in kept:
        found[home[link.a]][1].append(link)
    return found


def _mentioning(about: Sequence[Told], by_day: Mapping[int, Sequence[Told]]) -> tuple[str, ...]:
    """The documents of the same component that tell of something else and also name this event's day, in like words."""
    day = _day(about)
    if day is None:
        return ()
    own = {document.profile.id for document in about}
    others = [d for d in by_day.get(day, ()) if d.profile.id not in own and _later(d, day)]
    if not others:
        return ()
    group = Group.of(about)
    least = _MENTION * math.sqrt(group.square)
    return tuple(d.profile.id for d in others if alike(group.words, d.words) >= least)


def _referred(document: Told) -> list[int]:
    """The days that a document speaks of."""
    tolls = (ordinal(t.day) for t in document.profile.tolls if t.day is not None and len(t.day) == len("2018-01-01"))
    incidents = (ordinal(i.day) for i in document.profile.incidents if i.day is not None)
    weighty = (day for day, weight in document.scene.days.items() if weight >= _REFERRED)
    return sorted({*tolls, *incidents, *weighty})


def _later(document: Told, day: int) -> bool:
    return document.published is None or 0 <= document.published - day <= _LATE


def thread(grouping: Grouping, documents: Mapping[str, Told], links: Iterable[Link], policy: Policy) -> Thread:
    """One thread with its ledger; of `links` those between its own documents count."""
    about = [documents[id] for id in grouping.about]
    ids = frozenset(grouping.about)
    inner = [link for link in links if link.score >= UNSURE and link.a in ids and link.b in ids]
    day = _day(about)
    own = [d.profile for d in about]
    mentions = [documents[id].profile for id in grouping.mentions]
    origins = Origins([*own, *mentions])
    counted = collect(own, mentions, iso(day) if day is not None else None, origins)
    weakest = min(inner, key=lambda link: (link.score, link.a, link.b), default=None)
    return Thread(
        id=_id(min(own, key=_age).id),
        type=_type(about),
        date=iso(day) if day is not None else None,
        place=_place(about),
        score=round(sum(link.score for link in inner) / len(inner), 3) if inner else 1.0,
        weakest=f"{weakest.a} and {weakest.b} ({weakest.score}): {weakest.why}" if weakest is not None else None,
        origins=len({origins.number[profile.id] for profile in own}),
        documents=(
            *(_member(profile, origins, about=True) for profile in sorted(own, key=_age)),
            *(_member(profile, origins, about=False) for profile in sorted(mentions, key=_age)),
        ),
        figures=entries(counted),
        relations=tuple(relate(counted)),
        toll=toll(counted, policy),
        blame=_blame(own),
        terms=_terms(own),
        links=tuple(sorted(inner, key=lambda link: (-link.score, link.a, link.b))),
    )


def _age(profile: Profile) -> tuple[str, str]:
    return profile.time or profile.day or "", profile.id


def _id(first: str) -> str:
    """The thread's name: it follows from its oldest document, so that later ones leave it as it is."""
    return "t" + hashlib.sha256(first.encode()).hexdigest()[:12]


def _day(about: Sequence[Told]) -> int | None:
    """The day that most of the documents speak of; the earliest of several."""
    days: Counter[int] = Counter()
    for document in about:
        days.update(document.scene.days)
    return min(days, key=lambda day: (-round(days[day], 6), day), default=None)


def _type(about: Sequence[Told]) -> EventType | None:
    """The type of the weightiest incidents: a deed before the words about it."""
    weights: Counter[EventType] = Counter()
    for document in about:
        for incident in document.profile.incidents:
            weights[incident.type] += incident.weight  # type: ignore[assignment]
    force = {t: w for t, w in weights.items() if t in _FORCE}
    return min(force or weights, key=lambda t: (-round(weights[t], 6), t), default=None)


def _place(about: Sequence[Told]) -> ThreadPlace | None:
    """The place that most of the incidents name, the more exact one of two."""
    weights: Counter[tuple[str, str | None]] = Counter()
    for document in about:
        for i in document.profile.incidents:
            if i.place is not None:
                exact = 1.0 if i.lat is not None else 0.3
                weights[i.name_en or i.place, i.country] += i.weight * exact  # type: ignore[assignment]
    best = min(weights, key=lambda p: (-round(weights[p], 6), p[0]), default=None)
    return ThreadPlace(name=best[0], country=best[1]) if best is not None else None


def _member(profile: Profile, origins: Origins, *, about: bool) -> Member:
    return Member(
        id=profile.id,
        role="about" if about else "mentions",
        origin=origins.number[profile.id],
        copy_of=origins.copy_of.get(profile.id),
        parent=origins.parent.get(profile.id),
        outlet=profile.outlet,
        time=profile.time,
    )


def _blame(about: Sequence[Profile]) -> tuple[ThreadBlame, ...]:
    """Every accusation and denial, one for each who blames, whom, and document."""
    return tuple(
        ThreadBlame(blamed=b.blamed, by=b.by, stance=b.stance, document=profile.id, span=b.span)
        for profile in sorted(about, key=_age)
        for b in profile.blame
    )


def _terms(about: Sequence[Profile]) -> tuple[TermCount, ...]:
    """How often each outlet uses each term, with the places."""
    found: defaultdict[tuple[str, str, str], list[tuple[str, bool, Span]]] = defaultdict(list)
    for profile in sorted(about, key=_age):
        for term in profile.terms:
            found[term.slot, term.term, profile.outlet].append((profile.id, term.quoted, term.span))
    return tuple(
        TermCount(
            slot=slot,
            term=term,
            outlet=outlet,
            own=sum(not q for _, q, _ in uses),
            quoted=sum(q for _, q, _ in uses),
            places=tuple((id, span) for id, _, span in uses),
        )
        for (slot, term, outlet), uses in sorted(found.items())
    )


def renamed(old: Mapping[str, frozenset[str]], new: Sequence[Thread]) -> tuple[list[Thread], dict[str, str]]:
    """The new threads under the names of the old ones that they continue, and aliases for names that fell away.

    `old` gives the documents of each thread that the project held. Of several threads that became one, the name of the
    one with most documents stays; where one was cut in several, the largest part keeps it, or the oldest of them.
    """
    result: list[Thread] = []
    taken: set[str] = set()
    aliases: dict[str, str] = {}
    where = {id: name for name, ids in old.items() for id in ids}
    for thread in sorted(new, key=lambda t: (-len(t.documents), t.id not in old, t.id)):
        shared = Counter(where[d.id] for d in thread.documents if d.role == "about" and d.id in where)
        names = sorted((n for n in shared if n not in taken), key=lambda n: (-shared[n], n))
        name = names[0] if names else thread.id
        while name in taken:
            name = _id(name)
        taken.add(name)
        result.append(replace(thread, id=name))
        for other in names[1:]:
            if shared[other] * 2 > len(old[other]):
                aliases[other] = name
                taken.add(other)
    return sorted(result, key=lambda t: t.id), aliases
