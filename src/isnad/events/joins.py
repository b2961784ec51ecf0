"""Within a document one event is one event: which drafts speak of the same.

Nothing joins against evidence: other states, other places, other days keep events apart. Beyond that a definite
noun («الهجوم»), a headline and its body, a killing and the attack of the same sentence are one.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from isnad.events.draft import Draft
from isnad.events.parties import Group
from isnad.events.scene import Scene, bare
from isnad.lexicon import geo, grammar, triggers
from isnad.lexicon.affixes import AND
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.records import EventPlace
from isnad.text import fold
from isnad.text.signs import COMMAS

_TITLES = frozenset({"headline", "deck", "repeat"})
_NAMED = frozenset({"CONSULT", "SUPPORT", "AGREE", "AID", "COOPERATE"})  # types in which it matters who
_SEVERAL = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # types of which a story often tells several
_OLDEST = 60  # events back to which a later mention may refer
_MENTIONS = 6  # mentions of an event from its begin, and from its end, that a later one is compared with


def join(s: Scene, drafts: list[Draft]) -> list[list[Draft]]:
    """The drafts in groups, one an event, each in text order."""
    events: list[list[Draft]] = []
    homes: dict[int, list[Draft]] = {}  # the event of each draft, by its identity
    for draft in drafts:
        linked = homes.get(id(draft.linked))
        near = [e for e in reversed(events[-_OLDEST:]) if e is linked or e[0].type == draft.type]
        candidates = [e for e in near if e is linked or _same_event(s, e, draft)]
        home = max(candidates, key=lambda e: 9 if e is linked else _closeness(s, e, draft), default=None)
        if home is None:
            home = []
            events.append(home)
        home.append(draft)
        homes[id(draft)] = home
    return _with_causes(s, events)


def _closeness(s: Scene, event: list[Draft], draft: Draft) -> int:
    """How much the draft has in common with what is told of the event; of equals the latest is meant."""
    if draft.own:
        return 0
    told = _core(event)
    shared = any(_common(s, a.recipient, draft.recipient) for a in told) + any(_same_place(a, draft) for a in told)
    doers = any(_common(s, a.actor, draft.actor) or _one_state(a.actor, draft.actor) for a in told)
    return 2 * shared + doers + any(a.trigger is not None and _kin(a, draft) for a in told)


def _core(event: list[Draft]) -> list[Draft]:
    """The first and the last mentions of an event: those that a later one is held against."""
    return event if len(event) <= 2 * _MENTIONS else event[:_MENTIONS] + event[-_MENTIONS:]


def _one_state(a: Group | None, b: Group | None) -> bool:
    return a is not None and b is not None and a.country is not None and a.country == b.country


def _same_place(a: Draft, b: Draft) -> bool:
    return a.place is not None and b.place is not None and bool(_names_of(a.place.name) & _names_of(b.place.name))


def _with_causes(s: Scene, events: list[list[Draft]]) -> list[list[Draft]]:
    """A killing belongs to the event that its attack («قتلا في الانفجار») was found to be."""
    home = {id(draft): event for event in events for draft in event}
    by_sentence: dict[int, list[Draft]] = {}
    for event in events:
        for draft in event:
            if draft.type == "ASSAULT" and draft.trigger is not None:
                by_sentence.setdefault(draft.sentence, []).append(draft)
    for near in by_sentence.values():
        for a, b in pairwise(sorted(near, key=lambda d: d.first)):
            one, other = home[id(a)], home[id(b)]
            if one is other or not _cause(s, a, b) or _clash(s, a, b):
                continue
            kept, moved = (one, other) if one[0].first <= other[0].first else (other, one)
            kept.extend(moved)
            for draft in moved:
                home[id(draft)] = kept
            moved.clear()
    return [sorted(event, key=lambda d: d.first) for event in events if event]


def _apart(s: Scene, a: Draft, b: Draft) -> bool:
    """Whether the body reports both, each in its own clause and not of the same: then they are two, whatever a
    headline or a reference has in common with both."""
    if a.type not in _SEVERAL or a.trigger is None or b.trigger is None or not _two_reports(a, b):
        return False
    titled = s.label[a.sentence] in _TITLES or s.label[b.sentence] in _TITLES
    return not titled and b.linked is not a and not _same_report(s, a, b)


def _same_report(s: Scene, a: Draft, b: Draft) -> bool:
    """Whether two verbs tell of one deed: done to the same, or the same verb at the same place."""
    if a.type == "PROTEST":
        return _same_place(a, b)
    doers = a.actor is None or b.actor is None or _common(s, a.actor, b.actor)
    return (doers and _common(s, a.recipient, b.recipient)) or (_same_place(a, b) and a.trigger == b.trigger)


def _same_event(s: Scene, event: list[Draft], draft: Draft) -> bool:
    """Whether the draft speaks of the event, which is of its type."""
    core = _core(event)
    for a in core:
        if _clash(s, a, draft) or _apart(s, a, draft):
            return False
    titled = s.label[draft.sentence] in _TITLES or all(s.label[a.sentence] in _TITLES for a in event)
    return any(_same(s, a, draft, titled=titled) for a in core)


def _clash(s: Scene, a: Draft, b: Draft) -> bool:
    """Whether the two cannot be one: other states, places or days; of what is said or agreed, other speakers."""
    if _both_sides(s, b) or _crossed(s, a, b):
        return False
    if a.type in _NAMED and a.actor is not None and b.actor is not None and not _same_party(s, a.actor, b.actor):
        return True
    for one, other in ((a.actor, b.actor), (a.recipient, b.recipient)):
        if one is not None and other is not None and _foreign(one.country, other.country):
            return True
    if a.place is not None and b.place is not None and _elsewhere(a.place, b.place):
        return True
    days = a.date is not None and b.date is not None and a.date.precision == b.date.precision == "day"
    return days and a.date is not None and b.date is not None and a.date.value != b.date.value


def _foreign(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _both_sides(s: Scene, draft: Draft) -> bool:
    """«وبحث الجانبان …», «أكد المجتمعون …»: the doers are the parties of a meeting that was told."""
    group = draft.actor
    if draft.type != "CONSULT" or group is None or draft.recipient is not None or len(group.members) > 1:
        return False
    return s.r.words[group.first][group.offset :] in grammar.words("meeting-sides")


def _crossed(s: Scene, a: Draft, b: Draft) -> bool:
    """«التقى الوزير السفير … وأبلغ السفير الوزير في اللقاء»: the same two, the other named first."""
    if not (a.mutual and b.mutual) or a.actor is None or a.recipient is None or b.actor is None or b.recipient is None:
        return False
    return _same_party(s, a.actor, b.recipient) and _same_party(s, a.recipient, b.actor)


def _elsewhere(a: EventPlace, b: EventPlace) -> bool:
    """Whether the two places have other names; what describes a place («قاعدة جوية») may be any."""
    plain = grammar.words("common-patient")
    here, there = ({w for w in _names_of(p.name) if w not in plain and not is_everyday(w)} for p in (a, b))
    return bool(here and there) and not here & there


@lru_cache(maxsize=1 << 12)
def _names_of(name: str) -> frozenset[str]:
    """The folded words of a place's name that tell it from others."""
    heads = grammar.words("place-head") | grammar.words("direction")
    words = {bare(w) for w in fold(name).split()}
    return frozenset(w for w in words if w not in heads and not word(w).function and not _is_state(w))


def _is_state(text: str) -> bool:
    return any(g.what in ("name", "nisba") for g in geo.country(text))


def _same(s: Scene, a: Draft, b: Draft, *, titled: bool) -> bool:
    """Whether draft `b` speaks of the event of the earlier draft `a`; `titled`: one stands in a headline, and what it
    tells is not yet found in the body."""
    if a.own or b.own:
        return _same_act(s, a, b, titled=titled)
    if _both_sides(s, b) or _crossed(s, a, b):
        return True
    if (a.status == "actual") != (b.status == "actual") and not titled and not _same_two(s, a, b):
        return False
    if a.type == "PROTEST" and (a.place is None or b.place is None or _refers(s, b)):
        return True
    if not _alike(a, b):
        return a.sentence == b.sentence and a.type == "ASSAULT" and _cause(s, a, b)
    if a.sentence == b.sentence:
        return _cause(s, a, b) or _shares(s, a, b)
    if _refers(s, b):
        return True
    return _shares(s, a, b) or titled


def _same_two(s: Scene, a: Draft, b: Draft) -> bool:
    """Whether the same two parties meet in both: then it is one meeting, told before and after."""
    return a.type == "CONSULT" and _common(s, a.actor, b.actor) and _common(s, a.recipient, b.recipient)


def _alike(a: Draft, b: Draft) -> bool:
    """Whether the triggers can name one event: the same word, the same mode, or one that fits all."""
    assert a.trigger is not None
    assert b.trigger is not None
    if a.trigger.id == b.trigger.id or a.trigger.lemma == b.trigger.lemma:
        return True
    if a.type == "ASSAULT":
        return True
    return a.trigger.mode == b.trigger.mode or a.trigger.mode is None or b.trigger.mode is None


def _kin(a: Draft, b: Draft) -> bool:
    assert a.trigger is not None
    assert b.trigger is not None
    return a.trigger.id == b.trigger.id or (a.trigger.mode is not None and a.trigger.mode == b.trigger.mode)


def _cause(s: Scene, a: Draft, b: Draft) -> bool:
    """A killing and the attack of its sentence; a noun and the verb that goes on with it («غارة استهدفت»)."""
    if a.type != "ASSAULT" or a.trigger is None or b.trigger is None:
        return False
    if a.trigger.result and b.trigger.result:
        return True
    if a.naming and b.naming and a.end == b.first and not a.suffix:
        return True  # «the crime of bombing the mosque»
    if a.trigger.result != b.trigger.result:
        return not (_added(s, b) and a.recipient is not None and b.recipient is not None)
    if b.carrier >= 0 and any(
        x.carrier.id in grammar.words("outcome-carrier") for x in triggers.carriers(s.r.words[b.carrier])
    ):
        return True  # «the missiles that were fired … led to the destruction»
    between = s.r.words[a.end : b.first]
    return a.naming and len(between) <= 4 and not any(w in COMMAS or w == "." for w in between) and not _two_sides(a, b)


def _added(s: Scene, b: Draft) -> bool:
    """Whether a و adds the trigger to what was before: «قصف الأحياء وقتل السكان»."""
    return AND in s.r.words[b.first][: b.cut[0]]


def _two_sides(a: Draft, b: Draft) -> bool:
    return a.actor is not None and b.actor is not None and a.actor.first != b.actor.first


def _refers(s: Scene, b: Draft) -> bool:
    """A definite noun that tells nothing new («الهجوم», «هذه الغارة»), and a relative clause («التي استهدفت …»)."""
    before = s.r.words[b.first - 1] if b.first else ""
    if b.finite:
        return before.removeprefix(AND) in grammar.words("hence")
    if not b.naming or (b.told and b.carrier < b.first):
        return False
    if before in grammar.words("this"):
        return True
    return b.article


def _shares(s: Scene, a: Draft, b: Draft) -> bool:
    """Whether both name the same party or place in the same words."""
    recipients = _common(s, a.recipient, b.recipient)
    actors = _common(s, a.actor, b.actor)
    places = _same_place(a, b)
    if a.trigger is not None and b.trigger is not None and a.trigger.result and b.trigger.result:
        return recipients
    open_roles = a.recipient is None or b.recipient is None
    if (
        a.type == "ASSAULT"
        and 0 <= b.sentence - a.sentence <= 2
        and (a.actor is None or b.actor is None)
        and open_roles
    ):
        return True
    return (
        recipients
        or (actors and places)
        or (places and (open_roles or _kin(a, b) or _general(a) or _general(b)))
        or (actors and _kin(a, b) and open_roles)
    )


def _two_reports(a: Draft, b: Draft) -> bool:
    """«فجر شخص نفسه … وهاجم آخرون القرى»: two verbs of attacking, each in its clause, tell of two attacks."""
    assert a.trigger is not None
    assert b.trigger is not None
    return _reports(a) and _reports(b) and not a.trigger.result and not b.trigger.result


def _reports(draft: Draft) -> bool:
    if draft.trigger is not None and draft.trigger.subject == "none":
        return False  # «a car exploded»: how the attack was made
    return draft.finite or (draft.told and 0 <= draft.carrier < draft.first)


def _general(draft: Draft) -> bool:
    """Whether the trigger is a noun that names any deed of its type: «هجوم», «عملية عسكرية»."""
    return draft.naming and draft.trigger is not None and draft.trigger.mode is None


def _common(s: Scene, a: Group | None, b: Group | None) -> bool:
    if a is None or b is None:
        return False
    return _meet(a, b) or not _content(s, a).isdisjoint(_content(s, b))


def _same_party(s: Scene, a: Group, b: Group) -> bool:
    """Whether two phrases name one party: the same member of the cast, or mostly the same words."""
    if _meet(a, b):
        return True
    one, other = _content(s, a), _content(s, b)
    return bool(one & other) and 2 * len(one & other) >= min(len(one), len(other))


def _meet(a: Group, b: Group) -> bool:
    """Whether one member of the cast is of both."""
    for m in a.members:
        if m.entity is not None:
            for n in b.members:
                if m.entity == n.entity:
                    return True
    return False


def _content(s: Scene, group: Group) -> frozenset[str]:
    """The words of a phrase that tell it from others."""
    key = group.first, group.end
    if key not in s.telling:
        words = {bare(w) for w in s.r.words[group.first : group.end] if w[0].isalpha() and len(w) > 2}
        plain = frozenset(w for w in words if not word(w).function)
        s.telling[key] = plain - grammar.words("armed-name") - grammar.words("common-patient")
    return s.telling[key]


def _same_act(s: Scene, a: Draft, b: Draft, *, titled: bool) -> bool:
    """A speech act told twice: by the same speaker, and of the same matter or once in a headline."""
    alike = _common(s, a.actor, b.actor)
    if titled and not alike:
        states = {g.country for g in (a.actor, b.actor) if g is not None} - {None}
        return len(states) <= 1
    if not alike:
        return False
    if a.recipient is not None and b.recipient is not None:
        return _same_party(s, a.recipient, b.recipient) and (
            titled or not (a.own and b.own) or a.sentence == b.sentence
        )
    return titled
