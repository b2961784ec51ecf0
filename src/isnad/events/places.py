"""Where an event took place: «في البوكمال بمحافظة دير الزور», never the place of the report.

Every phrase of the sentence that says where is weighed: one behind the trigger is nearer than one before it, one
that opens the sentence holds for all of it («وفي إب، … أعلن عن مقتل …»), words between that begin another clause
or belong to another claim make it farther, and a name weighs more than a word that only points («في المدينة»).
"""

from __future__ import annotations

from isnad.events.draft import Draft
from isnad.events.parties import Group
from isnad.events.scene import Scene, bare
from isnad.events.spots import Spot, opens_place, phrase_end, place_of, spots_of, word_lead
from isnad.lexicon import geo, grammar
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.records import EventPlace, Span
from isnad.text.signs import COLONS, SENTENCE_STOPS

_ENDS = SENTENCE_STOPS | COLONS
_FAR = 36  # the weight from which a phrase is not the place of the event
_BEFORE, _FRONT = 6, 8  # what a place before the trigger weighs more; what one that opens the sentence weighs
_VAGUE, _CLAUSE, _OTHER_CLAIM, _SPEAKER, _LOOSE = 18, 12, 32, 14, 16
_LEADS = {"in": 0, "by": 0, "on": 5, "from": 14, "to": 14, "scene": -6}
_DEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT"})
_SHORT = 3  # tokens of a place that nothing but the frame shows to be one
_BESIDE = 3  # tokens behind a trigger in which a place is that of the event, whoever else is named with it
_RELATIVE = 10  # tokens before a relative word in which the place that it describes stands
_LYING, _ASIDE, _UNNAMED, _WIDE = 16, 6, 8, 8
_GOING = frozenset({"CONSULT", "MOBILIZE", "AID"})


def set_place(s: Scene, draft: Draft) -> None:
    """Sets the place of one draft to the best of those that its frame, its recipient and its sentence name."""
    visit = draft.trigger is not None and draft.trigger.mode == "visit"
    draft.place = _framed(s, draft.site) or (_site(s, draft.recipient, states=True) if visit else None)
    if draft.place is not None:
        return
    draft.place = _object(s, draft)
    if draft.place is not None:
        return
    best = min(((_weight(s, draft, spot), spot) for spot in spots_of(s, draft.sentence)), default=None)
    site = _site(s, draft.recipient) if draft.type in _DEEDS and not draft.own else None
    if best is not None and best[0] < _FAR and (site is None or best[0] <= _LOOSE):
        spot = best[1]
        draft.place, draft.away = place_of(s, spot.first, spot.end, spot.offset), best[0]
    else:
        draft.place = site


def _weight(s: Scene, draft: Draft, spot: Spot) -> int:
    """How far the phrase is from being the place of the draft; 0 is surely it."""
    after = spot.opener >= draft.end
    first, stop = (draft.end, spot.opener) if after else (spot.end, draft.first)
    weight = _LEADS[spot.lead] + (max(0, stop - first) if not spot.front else _FRONT)
    if not after and not spot.front:
        weight += _BEFORE
    if spot.lead == "to" and draft.type in _GOING:
        weight -= _LEADS["to"]
    if weight >= _FAR:
        return weight  # all that follows only adds to it
    if spot.lead == "scene" and after:
        weight += _LOOSE
    if not spot.front or after:
        weight += _CLAUSE * _clauses(s, draft, first, stop)
    if spot.opener > 0 and s.r.words[spot.opener - 1] in grammar.words("place-lying"):
        weight += _LYING  # «in a camp that lies near a city»
    elif s.r.words[spot.opener] in grammar.words("direction"):
        weight += _ASIDE  # «in a city, south of Baghdad»
    known = s.place_at.get(spot.first)
    if known is not None and known.kind == "country":
        weight += _WIDE
    return weight + _VAGUE * spot.vague + _UNNAMED * (not spot.named) + _told_apart(s, draft, spot)


def _clauses(s: Scene, draft: Draft, first: int, stop: int) -> int:
    """How many words between begin another clause."""
    words = s.r.words
    hence, starts = grammar.words("hence"), grammar.words("clause-start")
    count = 0
    for i in range(first, stop):
        if words[i] in hence or words[i] in starts or words[i] in _ENDS:
            relative = words[i] in hence and draft.naming and i - draft.end <= 3
            count += not relative
            if count == 3:
                break
    return count


def _told_apart(s: Scene, draft: Draft, spot: Spot) -> int:
    """What the claims of the sentence say against the phrase: it stands where another speaks, or it says where the
    speaker is («مصدر طبي في الديوانية»)."""
    at = s.r.span(spot.first, spot.end)
    here = s.teller(draft.first, draft.end)
    there = s.teller(spot.first, spot.end)
    if here is not there and not (draft.own and there is not None and _is_own(draft, there.cue)):
        return _OTHER_CLAIM
    if draft.own or 0 <= spot.opener - draft.end <= _BESIDE:
        return 0
    speakers = s.speakers.get(draft.sentence, ())
    return _SPEAKER if any(speaker.start <= at.start < speaker.end for speaker in speakers) else 0


def _is_own(draft: Draft, cue: Span | None) -> bool:
    return cue is not None and (cue == draft.raw or cue in draft.also)


def _object(s: Scene, draft: Draft) -> EventPlace | None:
    """The place that a deed is done to: the words behind its trigger («قصف القطاع»), or those that its relative clause
    describes («قاعدة الزبرجة التي استردها الثوار»)."""
    if draft.type not in _DEEDS or draft.own:
        return None
    first, stop = s.r.sentences[draft.sentence]
    after = draft.end
    if after < stop and not draft.suffix and opens_place(s, after, 0) and s.r.words[after][0].isalpha():
        end = phrase_end(s, after, stop, 0)
        if end > after and not _acting(s, after, finite=draft.finite):
            return place_of(s, after, end, 0)
    relative = draft.first - 1
    if draft.finite and draft.suffix and relative > first and s.r.words[relative] in grammar.words("hence"):
        for i in range(relative - 1, max(first, relative - _RELATIVE), -1):
            known = s.place_at.get(i)
            head = bare(s.r.words[i]) in grammar.words("place-head")
            if known is not None or head:
                offset = len(word_lead(s.r.words[i])) if known is None else 0
                return place_of(s, i, max(i + 1, phrase_end(s, i, relative, offset)), offset)
    return None


def _acting(s: Scene, i: int, *, finite: bool) -> bool:
    """Whether the name at token `i` is rather the doer: a state («غزو روسيا»), behind a verb its capital too."""
    doers = ("name", "capital") if finite else ("name",)
    return any(reading.what in doers for reading in geo.at(s.r.words, i))


def _framed(s: Scene, group: Group | None) -> EventPlace | None:
    """What the frame of the trigger says is a place («سيطر على الحوطة»), known or a word that is nothing else."""
    if group is None:
        return None
    found = _site(s, group)
    text = s.r.words[group.first][group.offset :]
    everyday = is_everyday(text) or is_everyday(bare(text)) or word(text).function
    unknown = not everyday and not group.acts and group.end - group.first <= _SHORT
    return found or (place_of(s, group.first, group.end, group.offset) if unknown else None)


def _site(s: Scene, group: Group | None, *, states: bool = False) -> EventPlace | None:
    """A party that is itself a place: «سيطر على المدينة», «قصف حي الشعار»."""
    if group is None:
        return None
    r = s.r
    if bare(r.words[group.first]) in grammar.words("place-head"):
        return place_of(s, group.first, group.end, group.offset)
    for i in range(group.first, group.end):
        for reading in geo.at(r.words, i)[:1]:
            known = reading.what in ("place", "capital") or (states and reading.what == "name")
            if known and (states or not reading.weak):
                return place_of(s, i, i + len(reading.tokens), reading.start)
    return None


def nearby(s: Scene, draft: Draft) -> EventPlace | None:
    """The nearest place of the sentence in which something is said to be, whatever stands between."""
    near = [
        (min(abs(spot.first - draft.end), abs(draft.first - spot.end)), spot)
        for spot in spots_of(s, draft.sentence)
        if spot.lead in ("in", "by", "on", "scene") and not spot.vague
    ]
    if not near:
        return None
    spot = min(near)[1]
    return place_of(s, spot.first, spot.end, spot.offset)
