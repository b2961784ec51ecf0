"""Who did it to whom: the actor and the recipient of each draft, by the construction that its trigger stands in."""

from __future__ import annotations

from functools import lru_cache

from isnad.claims.subjects import before_verb, topic
from isnad.events.draft import Draft
from isnad.events.parties import Group, phrase_end, read_group
from isnad.events.scene import Scene, bare
from isnad.lexicon import geo, grammar, triggers
from isnad.lexicon.affixes import ALIF, AND, BY, BY_THE, FEMININE_YA, FOR, FOR_THE, PLURAL_IN, PLURAL_UN, YA
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.triggers import CarrierReading, Role
from isnad.names.words import word
from isnad.text import Reading

_REACH = 26  # tokens from a trigger to its last complement
_CARRIER_REACH = 24  # tokens between a light verb and its noun
_STOPS = frozenset(".؟!؛:\n")
_COMMAS = frozenset("،,")
_FAR = 30  # tokens from a trigger to the mark of its doer
_RELATIONAL = (YA, FEMININE_YA, YA + ALIF)
_OF_TOPIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE"})  # done by whom the sentence is about
_LONG_ASIDE = 9
_ADVERBIAL = 8  # tokens of the noun phrase behind a preposition at most
_ASIDE = 4  # tokens of an aside between commas («استهدفت، الخميس، …»)


class Walk:
    """What stands after a trigger: the free noun phrases in order, and those behind prepositions by role."""

    def __init__(self) -> None:
        self.free: list[Group] = []
        self.by_role: dict[Role, Group] = {}
        self.sides: list[Group] = []  # after between
        self.owned: Group | None = None  # after ل: the doer beside another complement («قصف للجيش على …»)
        self.nisba: Group | None = None  # a state's adjective on the noun («غارة إسرائيلية»)


def set_roles(s: Scene, drafts: list[Draft], known: frozenset[str]) -> None:
    """Fills actor and recipient of all drafts of triggers, in text order."""
    last: Draft | None = None
    owner: Group | None = None
    for draft in drafts:
        if last is not None and last.sentence != draft.sentence:
            last = None
        if draft.finite:
            draft.linked = last if last is not None and _goes_on(s, last, draft) else None
            _verb(s, draft, known, last)
        else:
            _noun(s, draft, known)
        _divide(draft)
        draft.actor = _possessed(s, draft.actor, owner)
        if draft.actor is not None and draft.actor.country is not None:
            owner = draft.actor
        last = draft


def _divide(draft: Draft) -> None:
    """«وقعت طهران ودمشق اتفاقا»: of two who do something with each other the second is the other side."""
    group = draft.actor
    if not draft.mutual or draft.recipient is not None or group is None or len(group.members) < 2:
        return
    one, other = group.members[0], group.members[1]
    draft.actor = group._replace(end=one.end, members=(one,))
    draft.recipient = group._replace(first=other.first, offset=other.offset, members=group.members[1:])


def _possessed(s: Scene, group: Group | None, owner: Group | None) -> Group | None:
    """«قواته», «جنوده» belong to the state of whoever acted before."""
    if group is None or owner is None or group.country is not None or len(group.members) > 1:
        return group
    if not any(n.suffix for n in word(s.r.words[group.first]).nouns):
        return group
    return group._replace(members=(group.members[0]._replace(country=owner.country),))


def _goes_on(s: Scene, noun: Draft, verb: Draft) -> bool:
    """Whether the verb tells what the noun before it names: «الهجوم الذي استهدف …», «انفجار استهدف …»."""
    if not noun.naming or noun.type != verb.type or verb.first - noun.end > 6 or verb.cut[0]:
        return False
    between = s.r.words[noun.end : verb.first]
    return all(w[0].isalpha() and not word(w).preposition and not triggers.find(w) for w in between)


def _verb(s: Scene, draft: Draft, known: frozenset[str], last: Draft | None) -> None:
    """«قصف الجيش المدينة», «الجيش قصف المدينة», «قتل جنديان», «التي قصفها الطيران»."""
    assert draft.trigger is not None and draft.form is not None
    r, trigger, form = s.r, draft.trigger, draft.form
    first, stop = r.sentences[draft.sentence]
    early = _before(s, draft, first, known) if draft.linked is None else None
    walk = _walk(s, draft, draft.end, stop, most_free=2 if early is None and draft.linked is None else 1)
    passive = form.voice == "passive" or "\u064f" in r.text(draft.first, draft.first + 1)
    subject, target = _split(draft, walk, early, passive=passive)
    if draft.linked is not None and target is None:
        subject, target = None, subject
    if "actor" in walk.by_role:
        subject, target = walk.by_role["actor"], target or subject
    target = target or walk.by_role.get("recipient") or walk.by_role.get("partner")
    if target is None and draft.suffix and draft.first > first and r.words[draft.first - 1] in grammar.words("relative"):
        target = _antecedent(s, draft.first - 1, first)
    if trigger.subject == "recipient":
        subject, target = walk.by_role.get("actor"), subject or target
    elif trigger.subject == "none":
        subject = walk.by_role.get("actor")
    if draft.mutual and walk.sides:
        subject, target = walk.sides[0], walk.sides[-1] if len(walk.sides) > 1 else target
    if subject is None and not passive and trigger.subject == "actor" and draft.linked is None:
        if last is not None and last.finite and last.actor is not None and _continues(s, draft):
            subject = last.actor  # «قصفت المدينة وقتلت …»
        elif not trigger.result:
            subject = _running_subject(s, draft, first, known)
    if trigger.object == "place":
        draft.site, target = target, walk.by_role.get("recipient")
    draft.site = draft.site or walk.by_role.get("place")
    draft.actor, draft.recipient = subject, target
    draft.told = True


def _continues(s: Scene, draft: Draft) -> bool:
    """Whether a conjunction joins the verb to the one before."""
    before = s.r.words[draft.first - 1] if draft.first else ""
    return AND in s.r.words[draft.first][: draft.cut[0]] or before in grammar.words("and-so")


def _split(draft: Draft, walk: Walk, early: Group | None, *, passive: bool) -> tuple[Group | None, Group | None]:
    """Subject and object of a finite verb among the free phrases after it and the one before."""
    assert draft.trigger is not None
    free = walk.free
    takes_object = draft.trigger.object in ("recipient", "partner", "place")
    if early is not None:
        if takes_object and (passive or (draft.trigger.result and not free and not draft.suffix)):
            return None, early
        return early, free[0] if free and takes_object and not draft.suffix else None
    if not free:
        return None, None
    if passive and takes_object:
        return None, free[0]
    if not takes_object or draft.suffix:
        return free[0], None
    if len(free) > 1 and (not draft.trigger.result or (free[1].first == free[0].end and free[0].political)):
        return free[0], free[1]
    alone = free[0]
    if draft.trigger.result or not alone.acts:
        return None, alone  # «قتل جنديان», «استهدفت مواقع المسلحين»
    return alone, None


def _before(s: Scene, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """The subject that stands before the verb, or the antecedent of its relative pronoun."""
    r, i = s.r, draft.first
    lead = r.words[i][: draft.cut[0]]
    if AND in lead and not (i > first and r.words[i - 1] in grammar.words("perfect-sign")):
        return None
    if i > first and r.words[i - 1] in grammar.words("relative"):
        return None if draft.suffix else _antecedent(s, i - 1, first)
    phrase = before_verb(r, i, first, known)
    if phrase is not None:
        return read_group(s, phrase.first, phrase.end, lead=r.words[phrase.first][: phrase.offset], strict=False)
    return _inanimate_before(s, i, first)


def _inanimate_before(s: Scene, i: int, first: int) -> Group | None:
    """A weapon or vehicle as the subject before its verb: «طائرات التحالف قصفت»; only at the head of its clause."""
    r = s.r
    start = i
    while start > first and r.words[start - 1][0].isalpha() and i - start < 7:
        start -= 1
        if bare(r.words[start]) in grammar.words("armed-name"):
            group = read_group(s, start, i, lead=word(r.words[start]).lead if word(r.words[start]).lead == AND else "")
            if group is not None and group.end == i:
                return group
    return None


def _antecedent(s: Scene, relative: int, first: int) -> Group | None:
    """The noun phrase before the relative pronoun at token `relative`."""
    r = s.r
    end = relative - 1 if relative > first and r.words[relative - 1] in _COMMAS else relative
    best: Group | None = None
    for start in range(end - 1, max(first, end - 8) - 1, -1):
        text = r.words[start]
        if not text[0].isalpha():
            break
        if word(text).function:
            break
        group = read_group(s, start, end, lead=word(text).lead)
        if group is not None and group.end == end and group.definite:
            best = group
    return best


def _running_subject(s: Scene, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """The subject of the sentence's main verb, which a later verb without its own continues."""
    if draft.first - first < 2:
        return None
    phrase = topic(s.r, first, draft.first, known)
    if phrase is None:
        return None
    return read_group(s, phrase.first, phrase.end, lead=s.r.words[phrase.first][: phrase.offset], strict=False)


def _noun(s: Scene, draft: Draft, known: frozenset[str]) -> None:
    """«غارة إسرائيلية على …», «قصف الطيران للمدينة», «مقتل جنديين», «زيارته إلى …», «شن الجيش هجوما»."""
    assert draft.trigger is not None
    r, trigger = s.r, draft.trigger
    first, stop = r.sentences[draft.sentence]
    walk = _walk(s, draft, draft.end, stop, most_free=2)
    actor, target = walk.by_role.get("actor"), walk.by_role.get("recipient") or walk.by_role.get("partner")
    free = list(walk.free)
    construct = not draft.article and not draft.suffix
    passive = draft.first > first and r.words[draft.first - 1] in grammar.words("was-done")  # «تم دحر المسلحين»
    aimed = passive or draft.mutual and r.words[draft.first][: draft.cut[0]].endswith(FOR)  # «للقاء الوزير»
    if free and draft.suffix and target is None and (draft.mutual or trigger.kind == "verb"):
        target = free.pop(0)  # «لقائه السفيرة», «استهدافها مقرا»
    if free and construct and trigger.of != "none":
        owner = free.pop(0)
        if trigger.of == "recipient" and target is not None and actor is None:
            actor, owner = owner, target  # «اتهام الوزير للمسلحين»
        owner_acts = not aimed and trigger.of == "actor" or (
            not aimed and trigger.of == "either" and owner.acts and not _patient_first(owner, free)
        )
        if owner_acts and actor is None:
            actor = owner
            if free and trigger.object == "recipient" and target is None and trigger.kind == "verb":
                target = free.pop(0)
        elif target is None:
            target = owner
    if draft.suffix:
        holder = _running_subject(s, draft, first, known)
        if trigger.of == "recipient" and target is None:
            target = holder
        else:
            actor = actor or holder
    if actor is None and target is not None and trigger.of == "actor" and not target.place and _visits(draft):
        actor, target = target, None  # «زيارة لوزير الدفاع»
    if draft.mutual and walk.sides:
        actor, target = walk.sides[0], walk.sides[1] if len(walk.sides) > 1 else target
    actor = actor or walk.nisba
    draft.site = walk.by_role.get("place")
    draft.actor, draft.recipient = actor, target
    draft.told = draft.told or (actor is not None and target is not None)
    if trigger.object == "place" and draft.recipient is not None and target is not walk.by_role.get("recipient"):
        draft.site, draft.recipient = draft.recipient, walk.by_role.get("recipient")
    _carried(s, draft, first, stop, known)
    if draft.actor is None and draft.recipient is not draft.site:
        draft.actor = _governing_subject(s, draft, first, known)
    if draft.actor is None and draft.type in _OF_TOPIC and not draft.article:
        draft.actor = _running_subject(s, draft, first, known)


def _governing_subject(s: Scene, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """«قامت المقاومة بدحر …», «حاول المسلحون اقتحام …»: the subject of the verb that governs the verbal noun."""
    assert draft.trigger is not None and draft.form is not None
    if draft.trigger.result or draft.form.tense == "noun" or draft.article or draft.trigger.of == "none":
        return None
    lead = s.r.words[draft.first][: draft.cut[0]]
    before = s.r.words[draft.first - 1] if draft.first > first else "\n"
    if not (lead.endswith((BY, FOR)) or before in grammar.words("event-governor")):
        return None
    return _running_subject(s, draft, first, known)


def _visits(draft: Draft) -> bool:
    return draft.trigger is not None and draft.trigger.mode == "visit" and not draft.article and not draft.suffix


def _patient_first(owner: Group, free: list[Group]) -> bool:
    """«اعتقال قيادي», «اغتيال ضابط»: one indefinite person after the noun is who it is done to."""
    return not free and not owner.definite and owner.number == "s"


def _carried(s: Scene, draft: Draft, first: int, stop: int, known: frozenset[str]) -> None:
    """What a light verb beside the noun says of its roles: «شن الجيش هجوما», «تعرض الموقع لهجوم», «هجوم شنه …»."""
    found = _carrier_before(s, draft, first) or _carrier_after(s, draft, stop)
    if found is None:
        return
    at, reading, subject = found
    draft.why.append(f"light verb {reading.carrier.id}")
    draft.told = True
    draft.carrier = at
    role = reading.carrier.subject
    if at < draft.first and subject is None and reading.carrier.id in grammar.words("motion-carrier"):
        return  # «خرجت مظاهرات»
    if role == "event":
        if at > draft.first and draft.recipient is None:
            draft.recipient = _object_after(s, at, stop)
        return
    if subject is None:
        subject = _carrier_subject(s, at, draft, first, known)
    if role == "actor":
        draft.actor = subject or draft.actor
    elif role == "recipient":
        draft.recipient = subject or draft.recipient
    elif role == "place" and draft.site is None:
        draft.site = subject


def _carrier_before(s: Scene, draft: Draft, first: int) -> tuple[int, CarrierReading, Group | None] | None:
    """The light verb that has the noun as its object (or subject), and the subject between the two."""
    for j in range(draft.first - 1, max(first, draft.first - _CARRIER_REACH) - 1, -1):
        text = s.r.words[j]
        if text in _STOPS or text in grammar.words("relative"):
            return None
        if not text[0].isalpha() or text in grammar.words("preposition"):
            continue
        for reading in triggers.carriers(text):
            if reading.carrier.subject == "event" and j < draft.first - 3:
                continue
            reached, subject = _reaches(s, j, draft, acting=reading.carrier.subject == "actor")
            if reached:
                return j, reading, subject
    return None


def _reaches(s: Scene, at: int, draft: Draft, *, acting: bool) -> tuple[bool, Group | None]:
    """Whether nothing but a subject, adverbials and a count stands between the light verb at `at` and the noun."""
    words, i, subject = s.r.words, at + 1, None
    while i < draft.first:
        text = words[i]
        if text in _COMMAS:
            close = next((j for j in range(i + 1, min(draft.first, i + _LONG_ASIDE)) if words[j] in _COMMAS), i)
            i = close + 1  # «شن الجيش، مدعوما بالطيران، عملية»
            continue
        if bare(text) in grammar.words("series") or text in grammar.words("about"):
            i += 1
            continue
        if not text[0].isalpha():
            return False, None
        w = word(text)
        if w.function or w.time or w.lead in (BY, FOR, BY_THE, FOR_THE):
            if _closes(s.r, i):
                return False, None
            after = _past_adverbial(s, i, draft.first)
            i = max(after, i + 1)
            continue
        if subject is not None and text[0] == AND:
            other = read_group(s, i, draft.first, lead=AND)  # «أمريكا وحلفاؤها»
            i = other.end if other is not None else i + 1
            continue
        if subject is not None or joined(text):
            return False, None
        subject = read_group(s, i, draft.first)
        if subject is None or (acting and not (subject.acts or subject.place)):
            return False, None
        i = subject.end
    return i == draft.first, subject


def _carrier_after(s: Scene, draft: Draft, stop: int) -> tuple[int, CarrierReading, Group | None] | None:
    """«هجوم شنه مسلحون», «الجريمة التي ارتكبها …», «انفجار وقع في …», «انفجار استهدف …»."""
    for j in range(draft.end, min(stop, draft.end + 5)):
        text = s.r.words[j]
        if not text[0].isalpha() or word(text).preposition:
            return None
        for reading in triggers.carriers(text):
            tied = reading.carrier.subject == "event" or text.endswith(tuple(grammar.words("attached-pronoun")))
            if tied and not reading.start:
                return j, reading, read_group(s, j + 1, stop) if j + 1 < stop else None
    return None


def _carrier_subject(s: Scene, at: int, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """The subject of a light verb that does not follow it: before it, or the topic of the sentence."""
    if at > draft.first:
        return None
    if at > first and s.r.words[at - 1] in grammar.words("relative"):
        return _antecedent(s, at - 1, first)
    phrase = before_verb(s.r, at, first, known)
    if phrase is None:
        phrase = topic(s.r, first, at, known) if at - first >= 2 else None
    if phrase is None:
        return None
    return read_group(s, phrase.first, phrase.end, lead=s.r.words[phrase.first][: phrase.offset], strict=False)


def _object_after(s: Scene, at: int, stop: int) -> Group | None:
    """The object of «استهدف», «هز» after the event that is its subject: «انفجار هز [وسط المدينة]»."""
    i = at + 1
    if i < stop and s.r.words[i][0].isalpha() and not word(s.r.words[i]).function:
        lead = word(s.r.words[i]).lead
        return None if lead else read_group(s, i, stop)
    return None


def _walk(s: Scene, draft: Draft, start: int, stop: int, *, most_free: int) -> Walk:
    """Reads the noun phrases after a trigger up to the end of its clause."""
    assert draft.trigger is not None
    r, walk = s.r, Walk()
    words = r.words
    end = min(stop, start + _REACH)
    defined = draft.article or draft.suffix != "" or (draft.end - 1 > draft.first and word(words[draft.end - 1]).article)
    i = start
    while i < end:
        text = words[i]
        if text in _STOPS:
            break
        if text in _COMMAS:
            after = _after_aside(r, i, end)
            if after < 0 and len(walk.free) == 1 and word(words[i - 1]).time and draft.trigger.object == "recipient":
                after = i + 1  # «أوقف الأمن العام الخميس، الشيخ …»
            if after < 0:
                break
            i = after
            continue
        if text == "(":
            i = next((j + 1 for j in range(i, min(end, i + 10)) if words[j] == ")"), i + 1)
            continue
        if not (text[0].isalnum() or i in r.quote_close):
            i += 1
            continue
        role, at, lead = _marked(s, draft, i, end)
        if role is not None:
            i = _take_marked(s, walk, draft, role, at, end, lead)
            continue
        w = word(text)
        if _closes(r, i):
            break
        if w.function or w.time or w.lead in (BY, FOR, BY_THE, FOR_THE) or _by_word(text):
            i = _past_adverbial(s, i, end)
            continue
        if joined(text):
            if draft.naming and not walk.free and text.endswith(_RELATIONAL):
                i += 1  # «مدفعيا وصاروخيا»
                continue
            break
        if len(walk.free) >= most_free or _other_verb(r, i):
            break
        if draft.naming and _is_nisba(text, defined):
            walk.nisba = walk.nisba or read_group(s, i, i + 1)
            i += 1
            continue
        if draft.naming and _adjective(text, defined):
            i += 1
            continue
        if draft.naming and (draft.article or (i > start and not walk.free)):
            break
        group = read_group(s, i, end)
        if group is None or group.end <= i:
            i += 1
            continue
        walk.free.append(group)
        i = group.end
    _far_marks(s, walk, draft, i, min(stop, start + _FAR))
    if walk.owned is not None:
        doer = draft.naming and walk.owned.acts and "recipient" in walk.by_role and not walk.free
        walk.by_role.setdefault("actor" if doer else "recipient", walk.owned)
    return walk


def joined(text: str) -> bool:
    """Whether a و is written onto the word, so that it is no part of the phrase before."""
    if text[0] != AND or len(text) < 4 or any(n.start == 0 for n in word(text).nouns) or word(text).name >= 0.5:
        return False
    if word(text).lead[:1] == AND or any(x.start == 1 for x in triggers.find(text)):
        return True
    return is_everyday(text[1:]) and not is_everyday(text)


@lru_cache(maxsize=1 << 14)
def _by_word(text: str) -> bool:
    """Whether the preposition ب is written onto the word: «بمنطقة», «بحضور»."""
    if text[0] != BY or len(text) < 4 or any(n.start == 0 for n in word(text).nouns) or word(text).name >= 0.5:
        return False
    return text[1:] in grammar.words("place-head") or (is_everyday(text[1:]) and not is_everyday(text))


def _past_adverbial(s: Scene, i: int, end: int) -> int:
    """The token after an adverbial: a preposition takes its noun phrase with it («في [وادي النخل] بين …»)."""
    w = word(s.r.words[i])
    if w.time or w.pronoun or i + 1 >= end:
        return i + 1
    lead = w.lead or (BY if not w.function else "")
    start = i if lead else i + 1
    return max(phrase_end(s.r, start, min(end, start + _ADVERBIAL), len(lead)), i + 1)


def _far_marks(s: Scene, walk: Walk, draft: Draft, first: int, end: int) -> None:
    """The doer and the two sides where more than a noun phrase stands before them: «قتل عشرة … على يد جنود»."""
    words = s.r.words
    for i in range(first, end - 1):
        text = words[i]
        if text in _STOPS or text in _COMMAS or word(text).relative or text in grammar.complementizers():
            return
        if f"{text} {words[i + 1]}" in grammar.words("event-agent-marker") and i + 2 < end:
            group = read_group(s, i + 2, end)
            if group is not None:
                walk.by_role.setdefault("actor", group)
            return
        if draft.mutual and text in grammar.words("between") and not walk.sides:
            _take_sides(s, walk, i + 1, end)
            return


def _marked(s: Scene, draft: Draft, i: int, end: int) -> tuple[Role | None, int, str]:
    """The role that the preposition at token `i` gives in the frame, the token of its phrase and its proclitic."""
    assert draft.trigger is not None and draft.form is not None
    words = s.r.words
    text = words[i]
    pair = f"{text} {words[i + 1]}" if i + 1 < end else ""
    if pair in grammar.words("event-agent-marker"):
        return "actor", i + 2, ""
    if text in grammar.words("event-agent-marker") or text in grammar.words("event-agent-clitic"):
        return "actor", i + 1, ""
    if draft.mutual and text in grammar.words("between"):
        return "partner", i + 1, "between"
    preps = triggers.prepositions(draft.trigger.id)
    if text in preps and i + 1 < end:
        return preps[text], i + 1, ""
    if len(text) <= 3 or text[0] not in (BY, FOR):
        return None, i, ""
    role = preps.get(text[0])
    if role is None and text[0] == FOR and draft.form.tense == "masdar" and draft.trigger.object == "recipient":
        role = "recipient"  # «قتل الجنود للأسرى»
    lead = word(text).lead if word(text).lead[:1] == text[0] else ""
    if not lead and geo.country(text) and geo.country(text)[0].start == 1:
        lead = text[0]
    if role is None or not lead:
        return None, i, ""
    return role, i, FOR_THE if lead == FOR_THE else text[0]


def _take_marked(s: Scene, walk: Walk, draft: Draft, role: Role, at: int, end: int, lead: str) -> int:
    if lead == "between":
        return _take_sides(s, walk, at, end)
    if role == "none":
        return at + 1
    group = read_group(s, at, end, lead=lead)
    if group is None:
        return at + 1
    if lead in (FOR, FOR_THE) and role == "recipient":
        walk.owned = walk.owned or group
        return group.end
    walk.by_role.setdefault(role, group)
    return group.end


def _take_sides(s: Scene, walk: Walk, at: int, end: int) -> int:
    """«بين الجيش والمسلحين»: both sides of what is mutual."""
    group = read_group(s, at, end)
    if group is None:
        return at + 1
    if len(group.members) > 1:
        one, other = group.members[0], group.members[1]
        walk.sides = [
            group._replace(end=one.end, members=(one,)),
            group._replace(first=other.first, offset=other.offset, members=group.members[1:]),
        ]
        return group.end
    walk.sides = [group]
    i = group.end
    if i < end and s.r.words[i].startswith(AND) and len(s.r.words[i]) > 2:
        other = read_group(s, i, end, lead=AND)
        if other is not None:
            walk.sides.append(other)
            return other.end
    return i


def _after_aside(r: Reading, comma: int, end: int) -> int:
    """The token after a short aside between commas, -1 where the comma ends the clause."""
    for j in range(comma + 1, min(end, comma + 2 + _ASIDE)):
        if r.words[j] in _COMMAS:
            inside = word(r.words[comma + 1])
            named = inside.name >= 0.5 or inside.given
            return j + 1 if inside.time or inside.preposition or named else -1
    return -1


def _closes(r: Reading, i: int) -> bool:
    """Whether a clause of its own begins at token `i`."""
    text = r.words[i]
    w = word(text)
    return w.clause or w.relative or text in grammar.complementizers()


def _other_verb(r: Reading, i: int) -> bool:
    """Whether token `i` is a finite verb of the tables."""
    text = r.words[i]
    if word(text).article or word(text).nouns:
        return False
    found = triggers.find(text)
    finite = [x for x in found if x.form.tense in ("perfect", "imperfect")]
    return bool(finite and len(finite) == len(found)) or (word(text).verb and not found)


def _is_nisba(text: str, defined: bool) -> bool:
    """Whether the word is a state's adjective that agrees with the noun in its article: «الغارة الإسرائيلية»."""
    w = word(text)
    nisba = any(g.what == "nisba" and g.iso3 for g in w.geo)
    return nisba and not w.lead and w.article == defined and not w.is_a("group")


def _adjective(text: str, defined: bool) -> bool:
    """Whether the word is an adjective of the noun: «غارة جوية», «الغارة الأخيرة»."""
    w = word(text)
    if w.article != defined or w.lead or w.geo:
        return False
    if bare(text) in grammar.words("plain-adjective") or text.endswith(FEMININE_YA):
        return True
    if w.is_a("role") or w.is_a("group"):
        return False
    people = text.endswith((PLURAL_IN, PLURAL_UN))  # «قتل شرطيين»
    return (w.adjective and not people) or (text.endswith(_RELATIONAL) and not w.nouns)
