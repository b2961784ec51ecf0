"""When an event took place, by the time expression of its own clause, counted from the document's anchor."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from typing import Literal

from isnad.dates import TimeExpression
from isnad.events.draft import Draft
from isnad.events.scene import Scene
from isnad.lexicon import grammar
from isnad.records import EventDate

_AFTER = 45  # tokens between a trigger and its time
_BEFORE = 45
_WEEK = 7
_PRECISIONS: dict[str, Literal["day", "month", "year"]] = {
    "minute": "day", "day": "day", "week": "day", "month": "month", "year": "year",
}  # fmt: skip


def set_date(s: Scene, draft: Draft) -> None:
    """Sets the date of one draft to the nearest time expression of its clause."""
    first, stop = s.r.sentences[draft.sentence]
    near: tuple[int, TimeExpression] | None = None
    at = bisect_left(s.date_starts, s.r.raw_starts[first])
    while at < len(s.dates):
        expression = s.dates[at]
        at += 1
        token = s.token(expression.span.start)
        if token >= stop:
            break
        if not expression.resolved or expression.value is None or _since(s, token, first):
            continue
        distance = _distance(s, draft, token)
        if distance >= 0 and (near is None or distance < near[0]):
            near = (distance, expression)
    if near is None:
        return
    value, precision = (near[1].value or "")[:10], near[1].precision
    if draft.status == "planned" and precision == "day" and s.anchor is not None:
        days = (s.anchor - date.fromisoformat(value)).days
        if 0 < days < _WEEK:  # «يلتقي الإثنين»: the next one
            value = (date.fromisoformat(value) + timedelta(days=_WEEK)).isoformat()
    draft.date = EventDate(value=value, precision=_PRECISIONS[precision], span=near[1].span)


def _distance(s: Scene, draft: Draft, token: int) -> int:
    """How far the time at `token` is from the trigger, what follows it being nearer; -1 for out of reach."""
    if token >= draft.end:
        gap = token - draft.end
        if gap > _AFTER or _crossed(s, draft.end, token):
            return -1
        return gap
    gap = draft.first - token
    return -1 if gap > _BEFORE else gap + 2


def _crossed(s: Scene, first: int, stop: int) -> bool:
    """Whether another clause begins between two tokens."""
    words = s.r.words
    return any(words[i] in "؛:" or words[i] in grammar.words("hence") for i in range(first, stop))


def _since(s: Scene, token: int, first: int) -> bool:
    return s.r.words[token] in grammar.words("since") or (
        token > first and s.r.words[token - 1] in grammar.words("since")
    )
