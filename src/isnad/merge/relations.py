"""What two figures for one event are to each other: the same, an update, a conflict, or counts of different victims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal, NamedTuple

from isnad.dates import parse_timestamp
from isnad.merge.records import Profile, Relation, Toll

_ALL = frozenset({"all", "other"})  # `other` is mostly a nationality
_SAME_HOURS = 0.75  # between two versions of one report
MOST = 20_000  # relations of a thread; beyond it only those between first tellings are stated


class Counted(NamedTuple):
    """One figure with its document and what else that document counts."""

    profile: Profile
    toll: Toll
    origin: int
    scope: str
    others: tuple[Toll, ...]

    @property
    def end(self) -> tuple[str, Toll]:
        """What names it in a relation."""
        return self.profile.id, self.toll

    @property
    def time(self) -> str:
        """When it was told, as far as is known."""
        return self.profile.time or self.profile.day or ""


def scope(toll: Toll, *, running: bool) -> str:
    """Which victims a figure counts, in a word: all, a group of them, a part, or those of a longer time."""
    if running:
        return "running"
    if toll.narrow == "serious":
        return "serious"
    who = "all" if toll.who in _ALL else toll.who
    return f"part:{who}" if toll.part_of is not None and who == "all" else who


def relate(counted: Sequence[Counted]) -> Iterator[Relation]:
    """The relation of any two figures of one measure, in the order of time."""
    ordered = sorted(counted, key=lambda c: (c.time, c.profile.id, c.toll.span))
    by_measure: dict[str, list[Counted]] = {}
    for one in ordered:
        if one.toll.value is not None:
            by_measure.setdefault(one.toll.measure, []).append(one)
    for group in by_measure.values():
        if len(group) * (len(group) - 1) // 2 > MOST:
            group = list({(c.toll.value, c.scope, c.toll.teller_key): c for c in reversed(group)}.values())[::-1]
        for n, later in enumerate(group):
            for earlier in group[:n]:
                kind, why = relation(earlier, later)
                yield Relation(
                    a=(earlier.profile.id, earlier.toll.span), b=(later.profile.id, later.toll.span),
                    relation=kind, why=why,
                )  # fmt: skip


def relation(a: Counted, b: Counted) -> tuple[Literal["same", "update", "conflict", "different_scope"], str]:
    """The relation of two figures of one measure, `a` told first, and the reason."""
    x, y = a.toll.value or 0, b.toll.value or 0
    if a.scope != b.scope:
        return "different_scope", f"{_of(a)} and {_of(b)} are counted"
    if x == y:
        return "same", f"both give {x}"
    if a.profile.id == b.profile.id:
        return _within(a, b)
    part = _part(a, b)
    if part is not None:
        return "different_scope", part
    if 0 in (x, y):
        return "conflict", "one says that there were none"
    if a.origin == b.origin and _hours(a, b) < _SAME_HOURS * 24 and y < x:
        return "conflict", f"versions of one report give {x} and {y}"
    if y > x:
        if b.toll.earlier and not a.toll.earlier:
            return "conflict", f"{y} is called an earlier count, and yet larger than {x}"
        return "update", f"the later count, {y}, replaces {x}"
    if b.toll.final or (b.toll.rising and a.toll.earlier):
        return "update", f"the final count, {y}, replaces {x}"
    died = _died(a, b)
    if died is not None:
        return "update", died
    return "conflict", f"{y} was told after {x}: an older count, or another one"


def _of(one: Counted) -> str:
    names = {"running": "victims since an earlier day", "serious": "the badly hurt", "all": "all victims"}
    return names.get(one.scope, one.scope.removeprefix("part:") + (" (a part)" if "part:" in one.scope else ""))


def _within(a: Counted, b: Counted) -> tuple[Literal["update", "conflict", "different_scope"], str]:
    """Two counts of one document: a sum and its parts, an older count beside the new one, or two tellers."""
    first, second = sorted((a, b), key=lambda c: c.toll.span)
    x, y = first.toll.value or 0, second.toll.value or 0
    if a.toll.part_of == b.toll.id or b.toll.part_of == a.toll.id:
        return "different_scope", "one is stated as a part of the other"
    if first.toll.earlier != second.toll.earlier or (second.toll.rising and y > x) or (first.toll.rising and x > y):
        return "update", f"the text itself has {min(x, y)} replaced by {max(x, y)}"
    rest = abs(x - y)
    if any(t.value == rest and t.id not in (a.toll.id, b.toll.id) for t in _like(first)):
        return "different_scope", f"{min(x, y)} and {rest} make {max(x, y)}: one is a part of the other"
    return "conflict", f"one document gives {x} and {y}"


def _like(one: Counted) -> list[Toll]:
    return [t for t in one.others if t.measure == one.toll.measure]


def _part(a: Counted, b: Counted) -> str | None:
    """The reason where the larger figure holds others that the smaller one leaves out: attackers, another site."""
    large, small = sorted((a, b), key=lambda c: -(c.toll.value or 0))
    rest = (large.toll.value or 0) - (small.toll.value or 0)
    for one in (large, small):
        for toll in _like(one):
            if toll.value == rest and toll.who == "militants" and toll.id not in (a.toll.id, b.toll.id):
                return f"the larger count holds the {rest} attackers"
    holds = any(t.part_of == large.toll.id and t.value == rest for t in large.others)
    return f"the larger count holds {rest} others" if holds else None


def _hours(a: Counted, b: Counted) -> float:
    """Hours between two documents; a day where one of them gives no time."""
    first, second = parse_timestamp(a.time), parse_timestamp(b.time)
    if (
        isinstance(first, datetime)
        and isinstance(second, datetime)
        and (first.tzinfo is None) == (second.tzinfo is None)
    ):
        return abs((second - first).total_seconds()) / 3600
    return 24.0


def _died(a: Counted, b: Counted) -> str | None:
    """Fewer injured where more are dead: some of them died."""
    if a.toll.measure != "injured":
        return None
    before = max((t.value for t in a.others if t.measure == "killed" and t.value is not None), default=None)
    after = max((t.value for t in b.others if t.measure == "killed" and t.value is not None), default=None)
    fewer = (a.toll.value or 0) - (b.toll.value or 0)
    if before is None or after is None or not 0 < fewer <= after - before:
        return None
    return f"{fewer} of the injured died: the dead rose from {before} to {after}"
