"""From drafts to records: the events of a document, and the trigger words that gave none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from isnad.dates import TimeExpression
from isnad.events.acts import act_drafts, credit_speaker, is_paper
from isnad.events.candidates import find_candidates
from isnad.events.draft import Draft
from isnad.events.filters import hopeless, unfit, unlikely
from isnad.events.joins import join
from isnad.events.parties import Group, span_of
from isnad.events.places import nearby, set_place
from isnad.events.roles import set_roles
from isnad.events.scene import Scene
from isnad.events.states import agreed, parties
from isnad.events.status import foresee, set_status
from isnad.events.times import set_date, share_dates
from isnad.names.people import People
from isnad.places import find_places
from isnad.records import Block, Claim, Entity, Event, Span
from isnad.text import Reading

_TITLES = frozenset({"headline", "deck", "repeat"})
_LOCATED = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_TAKING = frozenset({"ASSAULT", "COERCE"})  # what one does to a place («seized the airport»), whose state suffers it
_CLOSE = 12  # what is no farther than this from its event is as sure as what stands beside it
_CARRIED = 4  # sentences (line breaks count) over which the place of a deed holds


class Events(NamedTuple):
    """What this room adds to a document; `rejected` are trigger words (raw span, reason) that evoke no event."""

    events: tuple[Event, ...]
    rejected: tuple[tuple[Span, str], ...]


def read_events(
    r: Reading,
    blocks: tuple[Block, ...],
    claims: tuple[Claim, ...],
    entities: tuple[Entity, ...],
    people: People,
    dates: Sequence[TimeExpression],
    anchor: date | None,
    home: str | None,
) -> Events:
    """The events of the text in `r`, told by the outlet or by one of its `claims`; each event once.

    `people` are those whom the text names, `dates` its time expressions in text order, counted
    from `anchor`; `home` is the country of the outlet.
    """
    s = Scene(r, blocks, claims, entities, people, dates, anchor, find_places(r, home=home))
    candidates, refused = find_candidates(s)
    rejected = [(r.span(token, token + 1), reason) for token, reason in refused]
    found = []
    for draft in candidates:
        reason = hopeless(s, draft)
        if reason:
            rejected.append((_trigger_span(r, draft), reason))
        else:
            found.append(draft)
    acts = act_drafts(s)
    set_roles(s, found, people.known)
    taken = {act.first for act in acts} | {s.token(span.start) for act in acts for span in act.also}
    taken |= {s.token(c.cue.start) for c in claims if c.cue is not None and is_paper(s, c)}
    drafts = []
    for draft in sorted([*acts, *found], key=lambda d: (d.first, not d.own)):
        draft.claim = _teller(s, draft)
        credit_speaker(s, draft)
        reason = (
            "the cue of a claim is an event already, or of what is written"
            if not draft.own and draft.first in taken
            else unfit(s, draft)
        )
        if reason:
            rejected.append((_trigger_span(r, draft), reason))
        else:
            drafts.append(draft)
    before = None
    for draft in drafts:
        set_status(s, draft, before)
        set_place(s, draft)
        set_date(s, draft)
        foresee(s, draft)
        before = draft
    kept = []
    for draft in drafts:
        reason = unlikely(draft)
        if reason:
            rejected.append((_trigger_span(r, draft), reason))
        else:
            kept.append(draft)
    groups = join(s, kept)
    _share_places(s, kept, groups)
    share_dates(s, kept, groups)
    stricken = _stricken(groups)
    records = tuple(_event(s, number, group, stricken) for number, group in enumerate(groups, 1))
    return Events(records, tuple(sorted(rejected)))


def _share_places(s: Scene, drafts: list[Draft], groups: list[list[Draft]]) -> None:
    """Where something is told of without a place («وقتل ثلاثة»), the place of what was told just before holds."""
    located = [d for d in drafts if d.place is not None and not d.own]
    starts = [d.first for d in located]
    for group in groups:
        if any(d.place is not None for d in group) or group[0].own:
            continue
        for draft in group:
            at = bisect_left(starts, draft.first) - 1
            if at >= 0 and _goes_on(s, located[at], draft):
                draft.place, draft.away = located[at].place, located[at].away + _CLOSE
                break
        else:
            group[0].place = next((place for d in group if (place := nearby(s, d)) is not None), None)


def _goes_on(s: Scene, before: Draft, draft: Draft) -> bool:
    """Whether the mention tells more of where the one before it was: in one sentence, or one deed after another."""
    gap = draft.sentence - before.sentence
    if s.story[before.sentence] != s.story[draft.sentence]:
        return False
    deeds = draft.type in _LOCATED and before.type in _LOCATED
    return gap == 0 or (deeds and gap <= _CARRIED)


def _teller(s: Scene, draft: Draft) -> Claim | None:
    """The innermost claim whose content holds the trigger, other than the act's own."""
    span = _trigger_span(s.r, draft)
    own = _cue_of(draft) if draft.own else None
    return s.contents.innermost(span, lambda claim: claim.id not in s.void and (own is None or claim.cue != own))


def _cue_of(draft: Draft) -> Span | None:
    return draft.also[0] if draft.also else draft.raw


def _trigger_span(r: Reading, draft: Draft) -> Span:
    if draft.raw is not None:
        return draft.raw
    start = r.starts[draft.first] + draft.cut[0]
    last = r.ends[draft.end - 1] - (draft.cut[1] if draft.end == draft.first + 1 else 0)
    return r.view.span(start, last)


def _stricken(groups: list[list[Draft]]) -> str | None:
    """The state in which the attacks of the text took place, if all did in one."""
    states = {d.place.country for g in groups if g[0].type == "ASSAULT" for d in g if d.place is not None} - {None}
    return states.pop() if len(states) == 1 else None


def _event(s: Scene, number: int, group: list[Draft], stricken: str | None) -> Event:
    """One record of the drafts that speak of one event; the fullest is its first mention. `stricken` is the state
    whose victims are condoled with."""
    ranked = sorted(group, key=lambda d: -_fullness(s, d))
    lead = ranked[0]
    actor = _first(d.actor for d in ranked)
    recipient = _first(d.recipient for d in ranked)
    if recipient is None and lead.type in _TAKING:
        recipient = _first(d.site for d in ranked)
    located = [d for d in group if d.place is not None]
    place = min(located, key=_placing).place if located else None
    told = next((d.date for d in ranked if d.date is not None), None)
    near = (place.country if place is not None else None) or s.local(lead.sentence)
    actors = parties(s, actor, near)
    things = near if not lead.own or (recipient is not None and recipient.acts) else None
    if lead.type == "SUPPORT" and recipient is not None and recipient.acts and stricken is not None:
        things = stricken  # «the Bahraini minister expressed condolences to the families»
    recipients = parties(s, recipient, things)
    mentions = tuple(dict.fromkeys(span for d in ranked for span in (_trigger_span(s.r, d), *d.also)))
    return Event(
        id=f"v{number}",
        story=s.story[lead.sentence],
        trigger=mentions[0],
        mentions=mentions,
        type=lead.type,
        mode=next((m for d in ranked if (m := _mode(d)) is not None), None),
        actor=_whole(s, actor),
        actor_entity=actors[0].entity if len(actors) == 1 else None,
        actor_country=agreed(actors),
        actors=actors,
        recipient=_whole(s, recipient),
        recipient_entity=recipients[0].entity if len(recipients) == 1 else None,
        recipient_country=agreed(recipients),
        recipients=recipients,
        place=place,
        date=told,
        status=lead.status,
        background=all(d.background for d in group),
        claim=lead.claim.id if lead.claim is not None else None,
        score=_score(lead, actor, recipient),
        why="; ".join(lead.why),
    )


def _mode(draft: Draft) -> str | None:
    """The mode of its trigger, where the draft has kept the type of its trigger."""
    return draft.trigger.mode if draft.trigger is not None and draft.trigger.type == draft.type else None


def _fullness(s: Scene, draft: Draft) -> int:
    """How much a mention tells; a headline's stands behind the body's, a reference behind a report."""
    roles = 2 * (draft.actor is not None) + 2 * (draft.recipient is not None)
    title = s.label[draft.sentence] in _TITLES
    result = draft.trigger is not None and draft.trigger.result
    return (
        roles
        + 3 * draft.told
        + (draft.place is not None)
        + (draft.date is not None)
        - 4 * title
        - 3 * result
        - (4 * draft.background)
    )


def _placing(draft: Draft) -> tuple[int, int]:
    """How well a mention says where: closely, and early."""
    return max(draft.away, 0) // _CLOSE, draft.first


def _first(groups: Iterable[Group | None]) -> Group | None:
    return next((g for g in groups if g is not None), None)


def _whole(s: Scene, group: Group | None) -> Span | None:
    return span_of(s.r, group.first, group.end, group.offset) if group is not None else None


def _score(lead: Draft, actor: Group | None, recipient: Group | None) -> float:
    score = 0.55 + 0.15 * (actor is not None) + 0.1 * (recipient is not None) + 0.1 * lead.told
    return round(score - (0.15 if lead.status != "actual" else 0), 2)
