"""Whom a speech act is about: its object, or the party to which the thing that it is about belongs.

«انتقد الوزير [الحكومة]» names the party itself; «استنكر تصريحات [الوزير]» and «أشاد بالجهود التي تبذلها [الشرطة]»
name something of his, and the first party in the clause is meant.
"""

from __future__ import annotations

from isnad.claims.openings import has_clitic
from isnad.events.parties import Group, read_group
from isnad.events.scene import Scene, bare, country_of
from isnad.events.states import state_of
from isnad.lexicon import actors, grammar, triggers
from isnad.lexicon.affixes import BY, FOR, FOR_THE
from isnad.names.words import word
from isnad.records import Claim, EventType
from isnad.text.signs import CLAUSE_STOPS, COMMAS

_CLAUSE = 14  # tokens of the content in which the owner of what is blamed or praised stands
_SIGNS = CLAUSE_STOPS | COMMAS
_ASKING = frozenset({"REQUEST", "THREATEN", "AGREE"})  # their object is whom one speaks to


def aim_of(s: Scene, claim: Claim, kind: EventType) -> Group | None:
    """Whom the act is about: «اتهم [المسلحين] بـ…», «دعا [الدول] إلى …», «أشاد بـ[الجيش]», «تصريحات [الوزير]»."""
    first, end = s.tokens(claim.content)
    if claim.addressee is not None and kind in (*_ASKING, "SUPPORT"):
        at, stop = s.tokens(claim.addressee.span)
        offset = max(0, claim.addressee.span.start - s.r.raw_starts[at])
        return read_group(s, at, max(stop, end), lead=s.r.words[at][:offset], strict=False)
    found = _object(s, first, end, kind)
    if found is None:
        found = _between(s, claim, first)
    if kind == "REQUEST" or (found is not None and (found.acts or any(state_of(s, m) for m in found.members))):
        return found
    return _owner(s, first, end) or found


def _object(s: Scene, first: int, end: int, kind: EventType) -> Group | None:
    """The noun phrase at the head of the content."""
    while first < end and (not s.r.words[first][0].isalpha() or bare(s.r.words[first]) in grammar.words("act-manner")):
        first += 1
    if first >= end:
        return None
    text = s.r.words[first]
    if text in grammar.complementizers():
        return None
    by = text[0] == BY and has_clitic(s.r, first, BY)
    if kind in _ASKING:
        if text in grammar.words("from"):
            return read_group(s, first + 1, end)
        w = word(text)
        if by or w.preposition or w.lead in (FOR, FOR_THE):
            return None
        return read_group(s, first, end)
    if word(text).preposition and first + 1 < end:
        return read_group(s, first + 1, end)
    lead = word(text).lead
    lead = BY if by else (lead if lead in (FOR, FOR_THE) else "")
    return read_group(s, first, end, lead=lead)


def _between(s: Scene, claim: Claim, first: int) -> Group | None:
    """«مطالبة [موسكو] بأن تكشف …»: an object that stands before the content, behind the cue and its subject."""
    assert claim.cue is not None
    start = s.tokens(claim.cue)[1]
    for speaker in claim.speakers:
        if speaker.span is not None and claim.cue.end <= speaker.span.start < claim.content.start:
            return None
    if not 0 < first - start <= _CLAUSE or word(s.r.words[start]).function:
        return None
    found = read_group(s, start, first, strict=False)
    return found if found is not None and found.political and found.end == first else None


def _owner(s: Scene, first: int, end: int) -> Group | None:
    """The first party in the clause: «تصريحات [الوزير]», «الجهود التي تبذلها [الشرطة]», «قطع الهدنة مع [أنقرة]»; none
    where an attack is condemned, whose victim it would be."""
    words = s.r.words
    for i in range(first, min(end, first + _CLAUSE)):
        text = words[i]
        if text in _SIGNS:
            return None
        if not text[0].isalpha():
            continue
        if any(x.trigger.type == "ASSAULT" for x in triggers.find(text)):
            return None
        if country_of(text) is not None or actors.at(words, i):
            group = read_group(s, i, end, lead=word(text).lead)
            if group is not None and group.political:
                return group
    return None
