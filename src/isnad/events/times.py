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
from isnad.text.signs import COLONS

_AFTER = 45  # tokens between a trigger and its time
_BEFORE = 45
_ADJECTIVES = 3  # tokens between a noun and the relative clause that belongs to it
_CARRIED = 2  # sentences (line breaks count) over which the time of a deed holds
_LAST = 6  # dated events before one among which the one that it goes on from is sought
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
        if 0 < days < _WEEK:  # «he meets … Monday»: the next one
            value = (date.fromisoformat(value) + timedelta(days=_WEEK)).isoformat()
    draft.date = EventDate(value=value, precision=_PRECISIONS[precision], span=near[1].span)


def _distance(s: Scene, draft: Draft, token: int) -> int:
    """How far the time at `token` is from the trigger, what follows it being nearer; -1 for out of reach."""
    if token >= draft.end:
        gap = token - draft.end
        if gap > _AFTER or _crossed(s, draft, token):
            return -1
        return gap
    gap = draft.first - token
    return -1 if gap > _BEFORE else gap + 2


def _crossed(s: Scene, draft: Draft, stop: int) -> bool:
    """Whether another clause begins between the trigger and token `stop`; the relative clause of the noun itself
    is its own («الغارات الجوية التي شنها الجيش أمس»)."""
    words = s.r.words
    for i in range(draft.end, stop):
        if words[i] in COLONS:
            return True
        if words[i] in grammar.words("hence") and not (draft.naming and i - draft.end <= _ADJECTIVES):
            return True
    return False


def share_dates(s: Scene, drafts: list[Draft], groups: list[list[Draft]]) -> None:
    """Gives an event without a time that of the one told just before: in one sentence, or where the same party goes
    on («وعبر الوزير عن عزائه»)."""
    dated = [d for d in drafts if d.date is not None and d.status == "actual"]
    starts = [d.first for d in dated]
    for group in groups:
        if any(d.date is not None for d in group) or group[0].status != "actual" or group[0].background:
            continue
        for draft in group:
            at = bisect_left(starts, draft.first)
            before = next((d for d in reversed(dated[max(0, at - _LAST) : at]) if _goes_on(s, d, draft)), None)
            if before is not None:
                draft.date = before.date
                break


def _goes_on(s: Scene, before: Draft, draft: Draft) -> bool:
    """Whether the mention tells more of the time of the one before it."""
    gap = draft.sentence - before.sentence
    if gap > _CARRIED or before.background or not draft.told or s.story[before.sentence] != s.story[draft.sentence]:
        return False
    if gap == 0:
        return before.claim is draft.claim
    return bool(_names(before) & _names(draft))


def _names(draft: Draft) -> set[str]:
    """The parties of a mention, as members of the cast or by name."""
    groups = [group for group in (draft.actor, draft.recipient) if group is not None]
    return {member.entity or member.name for group in groups for member in group.members}


def _since(s: Scene, token: int, first: int) -> bool:
    return s.r.words[token] in grammar.words("since") or (
        token > first and s.r.words[token - 1] in grammar.words("since")
    )
