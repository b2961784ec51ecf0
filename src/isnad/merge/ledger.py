"""The victims of one event: every figure with its teller, and low, best and high under a named policy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, get_args

from isnad.merge.belonging import belonging
from isnad.merge.origins import Origins
from isnad.merge.records import Entry, Estimate, Profile, Toll
from isnad.merge.relations import Counted, scope

Policy = Literal["latest official", "majority of origins", "lowest", "widest range"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
_ARRESTS = frozenset({"detained", "released"})
_HARM = frozenset({"killed", "injured", "casualties"})
_WIDER = 1.25  # times the largest count of those who told of the event
_MAIN = ("all", "civilians", "soldiers", "militants")  # the widest scope that is counted stands for the event


def collect(about: Sequence[Profile], mentions: Sequence[Profile], day: str | None, origins: Origins) -> list[Counted]:
    """All figures of a thread's documents that count its victims.

    Who is arrested after an attack is no victim of it: arrests are counted where nobody is said to be hurt.
    """
    found: list[Counted] = []
    for profiles, told in ((about, True), (mentions, False)):
        for profile in profiles:
            kept = [(t, b) for t in profile.tolls if (b := belonging(t, day, profile.day, about=told)) != "other"]
            own = tuple(t for t, b in kept if b == "event")
            for toll, b in kept:
                running = b == "running"
                if not (running and told):
                    found.append(Counted(profile, toll, origins.number[profile.id], scope(toll, running=running), own))
    hurt = any(c.toll.measure in _HARM for c in found)
    told_of = {profile.id for profile in about}
    return [_widened(c, found, told_of) for c in found if not (hurt and c.toll.measure in _ARRESTS)]


def _widened(c: Counted, found: Sequence[Counted], about: set[str]) -> Counted:
    """The figure; as one of a longer time where a mere mention gives many more than all who told of the event."""
    if c.profile.id in about or c.toll.value is None:
        return c
    own = [o.toll.value or 0 for o in found if o.profile.id in about and o.toll.measure == c.toll.measure]
    return c._replace(scope="running") if own and c.toll.value > _WIDER * max(own) else c


def entries(counted: Iterable[Counted]) -> tuple[Entry, ...]:
    """The figures as the ledger prints them, in the order of time."""
    ordered = sorted(counted, key=lambda c: (c.time, c.profile.id, c.toll.span))
    return tuple(_entry(c) for c in ordered)


def _entry(c: Counted) -> Entry:
    toll: Toll = c.toll
    return Entry(
        document=c.profile.id,
        span=toll.span,
        measure=toll.measure,
        value=toll.value,
        bound=toll.bound,
        who=toll.who,
        teller=toll.teller,
        chain=toll.chain,
        outlet=c.profile.outlet,
        as_of=c.profile.time,
        origin=c.origin,
        scope=c.scope,
        official=toll.official,
    )


def toll(counted: Sequence[Counted], policy: Policy) -> dict[str, str | Estimate]:
    """Low, best and high of every measure under the policy, which stands beside them."""
    result: dict[str, str | Estimate] = {"policy": policy}
    measures = sorted({c.toll.measure for c in counted})
    for measure in measures:
        valued = [c for c in counted if c.toll.measure == measure and c.toll.value is not None]
        main = _totals(_widest(valued))
        if main:
            result[measure] = _estimate(main, policy)
    return result


def _widest(counted: list[Counted]) -> list[Counted]:
    for name in _MAIN:
        found = [c for c in counted if c.scope == name]
        if found:
            return found
    return counted


def _totals(counted: list[Counted]) -> list[Counted]:
    """Of each document the largest figure: the smaller ones are of single sites, or older."""
    largest: dict[str, Counted] = {}
    for c in counted:
        other = largest.get(c.profile.id)
        if other is None or (c.toll.value or 0) > (other.toll.value or 0):
            largest[c.profile.id] = c
    return list(largest.values())


def _estimate(counted: list[Counted], policy: Policy) -> Estimate:
    """`low` and `high` are the least and the most that a teller last said; under `widest range` that anybody ever
    said."""
    ordered = sorted(counted, key=lambda c: (c.time, c.profile.id, c.toll.span))
    last = list({c.toll.teller_key or c.profile.outlet: c for c in ordered}.values())
    standing = ordered if policy == "widest range" else last
    best = _BEST[policy](ordered)
    values = [best, *(c.toll.value or 0 for c in standing)]
    return Estimate(low=min(values), best=best, high=max(values))


def _latest_official(ordered: list[Counted]) -> int:
    """The last figure that a body of a state gives; without one the last that anybody gives by name."""
    for wanted in (lambda c: c.toll.official, lambda c: c.toll.teller is not None, lambda c: True):
        found = [c for c in ordered if wanted(c)]
        if found:
            return found[-1].toll.value or 0
    return 0


def _majority(ordered: list[Counted]) -> int:
    """The figure that most independent origins give; the later one of two."""
    origins: defaultdict[int, set[int]] = defaultdict(set)
    latest: dict[int, int] = {}
    for n, c in enumerate(ordered):
        value = c.toll.value or 0
        origins[value].add(c.origin)
        latest[value] = n
    return max(origins, key=lambda value: (len(origins[value]), latest[value]))


def _lowest(ordered: list[Counted]) -> int:
    return min(c.toll.value or 0 for c in ordered)


_BEST: dict[Policy, Callable[[list[Counted]], int]] = {
    "latest official": _latest_official,
    "majority of origins": _majority,
    "lowest": _lowest,
    "widest range": _latest_official,
}
