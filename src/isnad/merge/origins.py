"""Which documents carry the words of one text: copies, versions and rewrites of one report; and who had it first.

Two documents of different outlets that share a good part of their words have them from one source, whatever they say.
Within one outlet the same is no proof: newsrooms put the same background below every new report. There the reports
themselves, their first paragraphs, must share words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from isnad.merge.records import Profile, Reuse

_SHORTEST = 3  # n-grams of a text that can be compared
_FEW = 12  # n-grams that must be shared
_COPY = 0.9  # of the n-grams of both texts
_REPORT = 0.37  # of the shorter one's n-grams, between outlets
_WITHIN = 0.7  # that share, and the lesser share of the first paragraphs, within an outlet
_BACKGROUND = 0.15
_CROWD = 200  # documents with one paragraph: a notice of the site, not a report


def reuse(a: Profile, b: Profile) -> Reuse | None:
    """What two documents have of one text, None where it is nothing to speak of."""
    if a.id > b.id:
        a, b = b, a
    if a.sha256 == b.sha256:
        return Reuse(a=a.id, b=b.id, share=1.0, kind="copy", why="the same text")
    fewer = min(len(a.shingles), len(b.shingles))
    if fewer < _SHORTEST:
        return None
    words, others = set(a.shingles), set(b.shingles)
    common = len(words & others)
    share = common / fewer
    if share < _BACKGROUND or (common < _FEW and share < _COPY):
        return None
    both = common / len(words | others)
    lead = min(_held(a.lead, others), _held(b.lead, words))
    shown = f"{share:.0%} of the shorter text's word sequences, {lead:.0%} of the first paragraphs"
    if both >= _COPY:
        return Reuse(a=a.id, b=b.id, share=round(share, 3), kind="copy", why=f"near-copies: {shown}")
    report = share >= _REPORT if a.outlet != b.outlet else share + lead >= _WITHIN
    credit = _credit(a, b)
    if report or (credit and share >= _BACKGROUND):
        why = f"one report: {shown}" + (f", both credit {credit}" if credit else "")
        return Reuse(a=a.id, b=b.id, share=round(share, 3), kind="report", why=why)
    return Reuse(a=a.id, b=b.id, share=round(share, 3), kind="background", why=f"background in common: {shown}")


def _held(lead: Sequence[int], other: set[int]) -> float:
    return sum(h in other for h in lead) / len(lead) if lead else 0.0


def _credit(a: Profile, b: Profile) -> str | None:
    """The agency that both documents of two outlets name as the origin of their reports."""
    if a.outlet == b.outlet:
        return None
    others = {credit.outlet for credit in b.credits if credit.whole}
    return next((credit.name for credit in a.credits if credit.whole and credit.outlet in others), None)


def candidates(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """The pairs of documents that share a paragraph's MinHash value or are one text; each pair once."""
    buckets: defaultdict[object, list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.id):
        seen: dict[str, Profile] = {}
        for key in (profile.sha256, *profile.bands):
            bucket = buckets[key]
            if len(bucket) < _CROWD or key == profile.sha256:
                seen.update((other.id, other) for other in bucket)
                bucket.append(profile)
        yield from ((other, profile) for other in seen.values())


def copies(profiles: Iterable[Profile]) -> list[Reuse]:
    """All near-copies among the documents, in the order of ids."""
    found = (reuse(a, b) for a, b in candidates(profiles))
    return sorted((r for r in found if r is not None and r.kind == "copy"), key=lambda r: (r.a, r.b))


class Origins:
    """The independent origins of some documents: a number for each, and the tree of who had what from whom."""

    def __init__(self, profiles: Sequence[Profile]) -> None:
        ordered = sorted(profiles, key=lambda p: (p.time or p.day or "", p.id))
        self.reuses = [r for a, b in candidates(ordered) if (r := reuse(a, b)) is not None]
        position = {profile.id: n for n, profile in enumerate(ordered)}
        root = {profile.id: profile.id for profile in ordered}

        def top(id: str) -> str:
            while root[id] != id:
                id = root[id]
            return id

        for r in self.reuses:
            if r.kind != "background":
                first, second = sorted((top(r.a), top(r.b)), key=position.__getitem__)
                root[second] = first
        numbers: dict[str, int] = {}
        self.number = {p.id: numbers.setdefault(top(p.id), len(numbers) + 1) for p in ordered}
        self.parent = _tree(self.reuses, position)
        self.copy_of = _tree([r for r in self.reuses if r.kind == "copy"], position)

    @property
    def count(self) -> int:
        """How many origins there are."""
        return len(set(self.number.values()))

    def sizes(self) -> Counter[int]:
        """How many documents each origin has."""
        return Counter(self.number.values())


def _tree(reuses: Iterable[Reuse], position: dict[str, int]) -> dict[str, str]:
    """For each document the earlier one that it shares most with; a first one has none."""
    best: dict[str, tuple[float, int, str]] = {}
    for r in reuses:
        if r.kind == "background":
            continue
        earlier, later = sorted((r.a, r.b), key=position.__getitem__)
        rank = (-r.share, position[earlier], earlier)
        if later not in best or rank < best[later]:
            best[later] = rank
    return {later: rank[2] for later, rank in sorted(best.items())}
