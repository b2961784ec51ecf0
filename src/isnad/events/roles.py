"""Who did it to whom: the actor and the recipient of each draft, by the construction that its trigger stands in."""

from __future__ import annotations

from isnad.claims.subjects import before_verb, topic
from isnad.events.acts import ACTS, speakers_of
from isnad.events.aims import aim_of
from isnad.events.carriers import antecedent, take_carrier
from isnad.events.draft import Draft
from isnad.events.parties import Group, read_group
from isnad.events.scene import Scene, bare
from isnad.events.walks import Walk, closes, read_walk
from isnad.lexicon import grammar, triggers
from isnad.lexicon.affixes import AND, BY, FOR, PLURAL_IN
from isnad.names.words import word
from isnad.records import Claim
from isnad.text.signs import CLAUSE_STOPS, COMMAS

_REACH = 16  # tokens from the head of a content to the deed that it is about
_ROW = 12  # tokens between two verbal nouns of one row
_OF_TOPIC = frozenset({"CONSULT", "AGREE", "SUPPORT", "AID", "COOPERATE"})  # done by whom the sentence is about


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
        if draft.actor is None and last is not None and _in_row(s, last, draft):
            draft.actor = last.actor  # «shelled the town and destroyed the bridge»
        _divide(draft)
        if draft.type in ("COERCE", "ASSAULT") and _protesters(s, draft):
            draft.type = "PROTEST"
        draft.actor = _possessed(s, draft.actor, owner)
        if draft.actor is not None and draft.actor.country is not None:
            owner = draft.actor
        last = draft


def _in_row(s: Scene, one: Draft, other: Draft) -> bool:
    """Whether two verbal nouns are joined, so that they have one doer."""
    forms = one.form, other.form
    if any(form is None or form.tense != "masdar" for form in forms) or other.article or other.suffix:
        return False
    if not s.r.words[other.first][: other.cut[0]].startswith(AND) or other.first - one.end > _ROW:
        return False
    return not any(closes(s.r, i) or s.r.words[i] in CLAUSE_STOPS for i in range(one.end, other.first))


def _protesters(s: Scene, draft: Draft) -> bool:
    """«حاصر المتظاهرون منزل المحافظ»: what protesters block, storm or burn belongs to their protest."""
    assert draft.trigger is not None
    if draft.actor is None or draft.trigger.mode not in ("seize", "restrict", "destroy", "primitive"):
        return False
    first = draft.actor.first
    return bare(s.r.words[first][draft.actor.offset :]) in grammar.words("event-people")


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
    if between and between[-1] in COMMAS:
        between = between[:-1]  # «random shelling, it hit quarters»
    return all(w[0].isalpha() and not word(w).preposition and not triggers.find(w) for w in between)


def _verb(s: Scene, draft: Draft, known: frozenset[str], last: Draft | None) -> None:
    """«قصف الجيش المدينة», «الجيش قصف المدينة», «قتل جنديان», «التي قصفها الطيران»."""
    assert draft.trigger is not None
    assert draft.form is not None
    r, trigger, form = s.r, draft.trigger, draft.form
    first, stop = r.sentences[draft.sentence]
    early = _before(s, draft, first, known) if draft.linked is None else None
    walk = read_walk(s, draft, draft.end, stop, most_free=2 if early is None and draft.linked is None else 1)
    passive = form.voice == "passive" or "\u064f" in r.text(draft.first, draft.first + 1)
    subject, target = _split(draft, walk, early, passive=passive)
    if draft.linked is not None and target is None:
        subject, target = None, subject
    if "actor" in walk.by_role:
        subject, target = walk.by_role["actor"], target or subject
    target = target or walk.by_role.get("recipient") or walk.by_role.get("partner")
    if (
        target is None
        and draft.suffix
        and draft.first > first
        and r.words[draft.first - 1] in grammar.words("relative")
    ):
        target = antecedent(s, draft.first - 1, first)
    if trigger.subject == "recipient":
        subject, target = walk.by_role.get("actor"), subject or target
    elif trigger.subject == "none":
        subject = walk.by_role.get("actor")
    if draft.mutual and walk.sides:
        subject, target = walk.sides[0], walk.sides[-1] if len(walk.sides) > 1 else target
    if subject is None and not passive and trigger.subject == "actor" and draft.linked is None:
        if last is not None and last.finite and last.actor is not None and _continues(s, draft):
            subject = last.actor  # «it shelled the city and killed …»
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
    if draft.form is not None and draft.form.number in ("d", "p") and takes_object and not draft.suffix:
        return None, free[0]  # a verb that agrees in number has its subject behind it
    if not takes_object or draft.suffix:
        return free[0], None
    if len(free) > 1 and (not draft.trigger.result or (free[1].first == free[0].end and free[0].political)):
        return free[0], free[1]
    alone = free[0]
    if draft.trigger.result or not alone.acts:
        return None, alone  # «two soldiers were killed», «the gunmen's positions were hit»
    return alone, None


def _before(s: Scene, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """The subject that stands before the verb, or the antecedent of its relative pronoun."""
    r, i = s.r, draft.first
    lead = r.words[i][: draft.cut[0]]
    if AND in lead and not (i > first and r.words[i - 1] in grammar.words("perfect-sign")):
        return None
    if i > first and r.words[i - 1] in grammar.words("relative"):
        return None if draft.suffix else antecedent(s, i - 1, first)
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
    walk = read_walk(s, draft, draft.end, stop, most_free=2)
    actor, target = walk.by_role.get("actor"), walk.by_role.get("recipient") or walk.by_role.get("partner")
    free = list(walk.free)
    construct = not draft.article and not draft.suffix
    passive = draft.first > first and r.words[draft.first - 1] in grammar.words("was-done")  # «their rout took place»
    aimed = passive or (draft.mutual and r.words[draft.first][: draft.cut[0]].endswith(FOR))  # «to meet the minister»
    if free and draft.suffix and target is None and (draft.mutual or trigger.kind == "verb"):
        target = free.pop(0)  # «his meeting the ambassador», «its hitting a base»
    if free and construct and trigger.of != "none":
        owner = free.pop(0)
        if trigger.of == "recipient" and target is not None and actor is None:
            actor, owner = owner, target  # «the minister's accusation of the gunmen»
        lone = trigger.result and not free and target is None  # «the killing of three soldiers»
        acting = trigger.of == "either" and owner.acts and not lone and not _patient_first(owner, free)
        if not free and target is None and _suffers(s, owner):
            acting = False
        owner_acts = not aimed and (trigger.of == "actor" or acting)
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
        actor, target = target, None  # «a visit of the minister»
    if draft.mutual and walk.sides:
        actor, target = walk.sides[0], walk.sides[1] if len(walk.sides) > 1 else target
    if walk.nisba is not None and trigger.objects and trigger.object == "recipient" and draft.end - draft.first > 1:
        target = target or walk.nisba  # «downing a foreign plane»: the adjective is that of the object
    else:
        actor = actor or walk.nisba
    draft.site = walk.by_role.get("place")
    draft.actor, draft.recipient = actor, target
    draft.told = draft.told or (actor is not None and target is not None)
    if trigger.object == "place" and draft.recipient is not None and target is not walk.by_role.get("recipient"):
        draft.site, draft.recipient = draft.recipient, walk.by_role.get("recipient")
    take_carrier(s, draft, first, stop, known)
    if draft.actor is None and draft.recipient is not draft.site:
        draft.actor = _charged(s, draft) or _governing_subject(s, draft, first, known)
    if draft.actor is None and draft.type in _OF_TOPIC and not draft.article:
        draft.actor = _running_subject(s, draft, first, known)


def _charged(s: Scene, draft: Draft) -> Group | None:
    """«اتهم الوزير [المسلحين] بقصف …», «طالب [الجيش] بسحب …», «هدد [الجيش] بقصف …»: who does what an act is about."""
    claim = _act_of(s, draft)
    if claim is None or draft.article or draft.trigger is None or (draft.trigger.result and claim.stance == "demands"):
        return None
    if claim.stance in ("threatens", "promises"):
        return speakers_of(s, claim, draft.first)
    if claim.stance not in ("accuses", "demands"):
        return None
    aimed = aim_of(s, claim, ACTS[claim.stance])
    return aimed if aimed is not None and aimed.political and aimed.end <= draft.first else None


def _act_of(s: Scene, draft: Draft) -> Claim | None:
    """The speech act at the head of whose content the noun stands, with no other clause between."""
    span = s.r.span(draft.first, draft.first + 1)
    claim = s.contents.innermost(span, lambda c: c.id not in s.void)
    if claim is None or (claim.stance not in ACTS and claim.stance not in ("denies", "warns", "asks")):
        return None
    head, _ = s.tokens(claim.content)
    near = draft.first - head <= _REACH
    return claim if near and not any(closes(s.r, i) for i in range(head + 1, draft.first)) else None


def _governing_subject(s: Scene, draft: Draft, first: int, known: frozenset[str]) -> Group | None:
    """«قامت المقاومة بدحر …», «حاول المسلحون اقتحام …»: the subject of the verb that governs the verbal noun."""
    assert draft.trigger is not None
    assert draft.form is not None
    if draft.trigger.result or draft.form.tense == "noun" or draft.article or draft.trigger.of == "none":
        return None
    lead = s.r.words[draft.first][: draft.cut[0]]
    before = s.r.words[draft.first - 1] if draft.first > first else "\n"
    if not (lead.endswith((BY, FOR)) or before in grammar.words("event-governor")):
        return None
    if _act_of(s, draft) is not None:
        return None  # «the minister condemned the shelling»: he does not do what he speaks of
    return _running_subject(s, draft, first, known)


def _visits(draft: Draft) -> bool:
    return draft.trigger is not None and draft.trigger.mode == "visit" and not draft.article and not draft.suffix


def _suffers(s: Scene, owner: Group) -> bool:
    """«قصف المدنيين», «ذبح الأسرى»: people without arms or office behind a deed of force suffer it."""
    first = owner.first
    text = s.r.words[first][owner.offset :]
    people = text.endswith(PLURAL_IN) and any(g.what == "nisba" for g in word(text).geo)
    return people or bare(text) in grammar.words("unarmed-people")


def _patient_first(owner: Group, free: list[Group]) -> bool:
    """«اعتقال قيادي», «اغتيال ضابط»: one indefinite person after the noun is who it is done to."""
    return not free and not owner.definite and owner.number == "s"
