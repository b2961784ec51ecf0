"""Where an event took place: «في البوكمال بمحافظة دير الزور», never the place of the report."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from isnad.events.draft import Draft
from isnad.events.parties import Group, span_of
from isnad.events.scene import Scene, bare, country_of
from isnad.lexicon import geo, grammar
from isnad.lexicon.affixes import AND, ARTICLE, BY, BY_THE
from isnad.names.words import word
from isnad.places import PlaceMention
from isnad.records import EventPlace
from isnad.text import fold

_AFTER = 28  # tokens after a trigger in which its place stands
_BEFORE = 30
_LONGEST = 14
_SIGNS = frozenset(".؟!؛:\n")


def set_place(s: Scene, draft: Draft) -> None:
    """Sets the place of one draft: after the trigger, before it, in its recipient."""
    first, stop = s.r.sentences[draft.sentence]
    visit = draft.trigger is not None and draft.trigger.mode == "visit"
    found = _framed(s, draft.site) or (_site(s, draft.recipient, states=True) if visit else None)
    vague: EventPlace | None = None
    if found is None or _vague(found):
        vague, found = found, _search(s, draft.end, min(stop, draft.end + _AFTER))
    if found is None or _vague(found):
        vague, found = vague or found, _search(s, max(first, draft.first - _BEFORE), draft.first, last=True)
    if (found is None or _vague(found)) and not draft.own:
        vague, found = vague or found, _site(s, draft.recipient)
    draft.place = found or vague


def nearby(s: Scene, draft: Draft) -> EventPlace | None:
    """The nearest place of the sentence in which something is said to be, outside the words for the parties:
    «أحصت الفرق في بلدة الزبرجة ضحايا الغارة»."""
    first, stop = s.r.sentences[draft.sentence]
    at = bisect_left(s.place_starts, first)
    best: tuple[int, PlaceMention] | None = None
    while at < len(s.places) and s.places[at].first < stop:
        mention = s.places[at]
        at += 1
        gap = mention.first - draft.end if mention.first >= draft.end else draft.first - mention.end
        if (mention.locative or gap == 0) and not _inside(mention, draft.actor) and (best is None or gap < best[0]):
            best = gap, mention
    if best is None:
        return None
    token = s.token(best[1].whole.start)
    return _place(s, token, best[1].end, max(0, best[1].whole.start - s.r.raw_starts[token]))


def _inside(mention: PlaceMention, group: Group | None) -> bool:
    return group is not None and group.first <= mention.first < group.end


def _vague(place: EventPlace) -> bool:
    """Whether the words only point at a place («المدينة», «جنوب البلاد»)."""
    pointing = grammar.words("place-head") | grammar.words("direction") | grammar.words("home-land")
    return place.country is None and all(bare(w) in pointing for w in fold(place.name).split())


def _framed(s: Scene, group: Group | None) -> EventPlace | None:
    """What the frame of the trigger says is a place («سيطر على الحوطة»), known or not."""
    return _site(s, group) or (_place(s, group.first, group.end, group.offset) if group is not None else None)


def _site(s: Scene, group: Group | None, *, states: bool = False) -> EventPlace | None:
    """A party that is itself a place: «سيطر على المدينة», «قصف حي الشعار»."""
    if group is None:
        return None
    r = s.r
    if bare(r.words[group.first]) in grammar.words("place-head"):
        return _place(s, group.first, group.end, group.offset)
    for i in range(group.first, group.end):
        for reading in geo.at(r.words, i)[:1]:
            known = reading.what in ("place", "capital") or (states and reading.what == "name")
            if known and not reading.weak:
                return _place(s, i, i + len(reading.tokens), reading.start)
    return None


def _search(s: Scene, first: int, stop: int, *, last: bool = False) -> EventPlace | None:
    """The first (or last) locative phrase in the tokens."""
    r = s.r
    best: EventPlace | None = None
    i = first
    while i < stop:
        text = r.words[i]
        if text in _SIGNS and not last:
            break
        at, lead = _locative(s, i, stop)
        if at < 0:
            i += 1
            continue
        end = _end(s, at, stop, lead)
        if end <= at or all(bare(r.words[j]) in grammar.words("direction") for j in range(at, end)):
            i += 1
            continue
        best = _place(s, at, end, lead)
        if not last:
            return best
        i = end
    return best


def _locative(s: Scene, i: int, stop: int) -> tuple[int, int]:
    """The token and offset of the place that the preposition at token `i` opens; -1 where it opens none."""
    r = s.r
    what = _opener(r.words[i])
    if not what or (what != "by" and i + 1 >= stop):
        return -1, 0
    if what == "from":
        return (i + 1, 0) if bare(r.words[i + 1]) in grammar.words("place-head") else (-1, 0)
    at, offset = (i, 1) if what == "by" else (i + 1, 0)
    return (at, offset) if _opens_place(s, at, offset) else (-1, 0)


@lru_cache(maxsize=1 << 14)
def _opener(text: str) -> str:
    """What the folded token can do before a place: `from`, `in` and the like, `by` for a ب written onto it."""
    if text in grammar.words("from"):
        return "from"
    if text in grammar.words("place-opener"):
        return "in"
    return "by" if text[0] == BY and len(text) > 3 else ""


def _opens_place(s: Scene, i: int, offset: int) -> bool:
    """Whether a place stands at token `i`: its head noun («محافظة»), a direction («شمال») or its name."""
    r = s.r
    text = r.words[i][offset:]
    if not text or not text[0].isalpha():
        return False
    plain = text.removeprefix(ARTICLE)
    if plain in grammar.words("place-head") or plain in grammar.words("direction"):
        return True
    known = s.place_at.get(i)
    if known is not None and s.r.view.span(s.r.starts[i] + offset, s.r.ends[i]).start == known.span.start:
        return True
    return any(
        reading.start == offset and reading.what in ("place", "capital", "name") and not reading.weak
        for reading in geo.at(r.words, i)
    )


def _end(s: Scene, at: int, stop: int, offset: int) -> int:
    """Where the place phrase ends: heads, directions, names, their joined parts."""
    r = s.r
    limit = min(stop, at + _LONGEST)
    i = at
    named = False
    while i < limit:
        text = r.words[i]
        if not text[0].isalpha():
            break
        w = word(text)
        plain = bare(text[offset:] if i == at else text)
        readings = [g for g in geo.at(r.words, i) if g.iso3 or g.what != "nisba"]
        names = [g for g in readings if g.what in ("place", "capital", "name")]
        known = s.place_at.get(i)
        if known is not None and i == at:
            named, i = True, known.end
            continue
        lead = w.lead if i > at else ""
        if lead == AND and not (names and named) and plain not in grammar.words("place-head"):
            break
        if i > at and lead in (BY, BY_THE) and not names and plain not in grammar.words("place-head"):
            break
        if names and (i > at or names[0].start == offset):
            named = True
            i += len(names[0].tokens)
            continue
        if plain in grammar.words("place-head") or plain in grammar.words("direction"):
            i += 1
            continue
        if i > at and (w.function or w.time or w.verb) and text not in grammar.words("in"):
            break
        if i > at and text in grammar.words("in"):
            if i + 1 < limit and _opens_place(s, i + 1, 0):
                i += 1
                continue
            break
        if i > at and (bare(r.words[i - 1]) in grammar.words("place-head") or w.geo or (w.article and not named)):
            i += 1
            continue
        break
    return i


def _place(s: Scene, first: int, end: int, offset: int) -> EventPlace:
    """The place that the tokens name, with the position of the first known one in them, which is the smallest:
    «البوكمال بمحافظة دير الزور»."""
    r = s.r
    span = span_of(r, first, end, offset)
    known = [s.place_at[i] for i in range(first, end) if i in s.place_at]
    country = next((mention.country for mention in known if mention.country is not None), None)
    found = known[0] if known and known[0].id is not None else None
    return EventPlace(
        span=span,
        name=span.of(r.view.raw),
        lat=found.lat if found is not None else None,
        lon=found.lon if found is not None else None,
        country=country or _named_state(s, first, end),
        name_en=found.name_en if found is not None else None,
    )


def _named_state(s: Scene, first: int, end: int) -> str | None:
    """The state that the tokens name, or that a nisba in them is of («الأراضي السورية»)."""
    for i in range(first, end):
        for reading in geo.at(s.r.words, i):
            if reading.iso3 is not None and reading.what != "nisba" and not reading.weak:
                return reading.iso3
        country = country_of(s.r.words[i])
        if country is not None:
            return country
    return None
