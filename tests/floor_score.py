"""Scores claims against the annotation of `fixtures/floor.jsonl`, by the rules of the project's yardstick.

A cue matches where the spans overlap and the engine's is not much longer; a claim without a cue by its content. A
claim is right where cue, content (intersection over union of at least 0.7) and the speaker's name all match.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from isnad.analyse import analyse
from isnad.records import Claim, Document, Span
from isnad.text import fold

Gold = dict[str, Any]
_NOBODY = "غير مذكور"


def place(text: str, span: str | list[Any]) -> Span | None:
    """The span of an annotated substring or [substring, occurrence]; None for an empty one."""
    wanted, nth = (span, 1) if isinstance(span, str) else span
    if not wanted:
        return None
    at = -1
    for _ in range(nth):
        at = text.index(wanted, at + 1)
    return Span(at, at + len(wanted))


def scores(articles: Iterable[Gold]) -> dict[str, float]:
    """The metrics of the engine over the annotated articles."""
    n: Counter[str] = Counter()
    for article in articles:
        _count(n, article, analyse(Document(id=article["id"], text=article["text"])).claims)
    return {
        "cue.f1": _f1(n["cue"], n["gold"], n["cue"], n["system"]),
        "claim.f1": _f1(n["claim"], n["gold"], n["claim"], n["system"]),
        "name.dropped": n["dropped.right"] / n["dropped"],
        "chain.f1": _f1(n["chain"], n["chain.gold"], n["chain"], n["chain.system"]),
    }


def _count(n: Counter[str], article: Gold, mine: tuple[Claim, ...]) -> None:
    text, gold = article["text"], article["claims"]
    spans = [(place(text, c["cue"]), _content(text, c)) for c in gold]

    def likeness(i: int, j: int) -> float:
        (cue, content), claim = spans[i], mine[j]
        alike = _iou(content, claim.content)
        if cue is not None and claim.cue is not None:
            return 1 + alike if _near(cue, claim.cue) else 0.0
        return alike if alike >= (0.7 if cue is not None or claim.cue is not None else 0.5) else 0.0

    pairs = _pairs(len(gold), len(mine), likeness)
    n["gold"] += len(gold)
    n["system"] += len(mine)
    n["cue"] += len(pairs)
    number = {claim.id: j for j, claim in enumerate(mine)}
    ids = {c["id"]: i for i, c in enumerate(gold)}
    for i, j in pairs.items():
        named = _same_name(gold[i]["name"], mine[j].name)
        n["claim"] += named and _iou(spans[i][1], mine[j].content) >= 0.7
        if not gold[i]["speaker"]:
            n["dropped"] += 1
            n["dropped.right"] += named
        outer = mine[j].outer
        n["chain.system"] += outer is not None
        if outer is not None and gold[i]["outer"]:
            n["chain"] += pairs.get(ids[gold[i]["outer"]]) == number[outer]
    n["chain.gold"] += sum(c["outer"] is not None for c in gold)


def _content(text: str, claim: Gold) -> Span:
    span = place(text, claim["content"])
    assert span is not None
    return span


def _pairs(left: int, right: int, likeness: Callable[[int, int], float]) -> dict[int, int]:
    """One-to-one pairs by falling likeness, of those that are alike at all."""
    ranked = sorted(((likeness(i, j), i, j) for i in range(left) for j in range(right)), key=lambda t: (-t[0], *t[1:]))
    result: dict[int, int] = {}
    for value, i, j in ranked:
        if value > 0 and i not in result and j not in result.values():
            result[i] = j
    return result


def _iou(a: Span, b: Span) -> float:
    shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return shared / (a.end - a.start + b.end - b.start - shared) if shared else 0.0


def _near(gold: Span, mine: Span) -> bool:
    return gold.overlaps(mine) and mine.end - mine.start <= 3 * (gold.end - gold.start) + 10


def _same_name(gold: str, mine: str | None) -> bool:
    """The same words; or one inside the other with the same first and the same last word."""
    if gold == _NOBODY:
        return mine is None
    a, b = _words(gold), _words(mine or "")
    if not a or not b:
        return False
    inside = set(a) <= set(b) or set(b) <= set(a)
    return set(a) == set(b) or (a[0] == b[0] and a[-1] == b[-1] and inside)


def _words(name: str) -> list[str]:
    return [re.sub(r"^(ال|لل)(?=..)", "", word) for word in re.findall(r"\w+", fold(name))]


def _f1(hit: int, gold: int, right: int, system: int) -> float:
    precision, recall = (right / system if system else 0.0), (hit / gold if gold else 0.0)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
