"""Whether an event happened: mood, negation, conditions, wishes, the stance of the claim that carries it; and
whether the story only refers to it."""

from __future__ import annotations

from isnad.events.draft import Draft
from isnad.events.scene import Scene, bare
from isnad.lexicon import grammar, triggers
from isnad.lexicon.affixes import AND, FOR, FUTURE, IMPERFECT
from isnad.lexicon.everyday import is_everyday
from isnad.names.words import word
from isnad.records import Stance, Status
from isnad.text import Reading
from isnad.text.signs import BRACKETS, CLAUSE_STOPS, COMMAS, QUOTES

_BACK = 4  # tokens before a verbal noun in which the word that governs it stands
_NEAR = 5  # tokens from the head of a claim's content within which its stance reaches
_ROW = 24  # tokens from the head of a claim's content in which the verbal nouns joined to it stand
_SUBJECT = 16  # tokens from a noun to the verb of which it is the subject
_ADJECTIVES = 3  # tokens after a noun in which its adjectives stand
_SIGNS = CLAUSE_STOPS | COMMAS | QUOTES | BRACKETS
_STANCES: dict[Stance, Status] = {
    "denies": "denied",
    "demands": "demanded",
    "promises": "planned",
    "threatens": "planned",
    "warns": "hypothetical",
    "rejects": "hypothetical",
    "asks": "hypothetical",
}


def set_status(s: Scene, draft: Draft, before: Draft | None = None) -> None:
    """Sets status and background of one draft; `before` is the draft before it in the text."""
    r = s.r
    first, _ = r.sentences[draft.sentence]
    found = _verb_status(r, draft, first) if draft.finite else _noun_status(r, draft, first)
    if found is None and before is not None and (_joins(r, before, draft) or _follows(r, before, draft)):
        found = before.status  # «called for an end and a withdrawal», «will visit and meet»
    if found is None and draft.claim is not None and not draft.own and not _in_wake(r, draft, first):
        found = _from_claim(s, draft)
    if found is not None:
        draft.status = found
        draft.why.append(found)
    draft.background = draft.status == "actual" and _only_named(s, draft, first)


def _verb_status(r: Reading, draft: Draft, first: int) -> Status | None:
    """«لم يقصف», «سيقصف», «قد يقصف», «أن يقصف», «ليقصف»."""
    assert draft.form is not None
    i = draft.first
    previous = r.words[i - 1] if i > first else "\n"
    lead = r.words[i][: draft.cut[0]]
    if previous in grammar.words("negation") or previous in grammar.words("event-not"):
        return "denied"
    if previous in grammar.words("event-if"):
        return "hypothetical"
    if previous in grammar.words("event-future"):
        return "planned"
    if draft.form.tense == "perfect":
        before = r.words[i - 2] if i - 1 > first else "\n"
        return "hypothetical" if before in grammar.words("event-if") and not previous[0].isalpha() else None
    if FUTURE in lead:
        return "planned"
    if previous in grammar.words("may"):
        return "hypothetical"
    if lead.endswith(FOR):
        return "planned"
    if previous in grammar.words("that"):
        return _after_that(r, i - 1, first)
    return None


def _after_that(r: Reading, that: int, first: int) -> Status | None:
    """What the word before أن says of the verb after it: «يجب أن», «قبل أن», «يخشى أن»."""
    for j in range(that - 1, max(first, that - 4) - 1, -1):
        text = r.words[j]
        if text in _SIGNS:
            break
        if text in grammar.words("after-an"):
            return None
        if text in grammar.words("event-wish") or bare(text) in grammar.words("event-wish"):
            return "demanded"
        if text in grammar.words("event-if") or bare(text) in grammar.words("event-if"):
            return "hypothetical"
        if text in grammar.words("event-future") or bare(text) in grammar.words("event-future"):
            return "planned"
    return "hypothetical"


def _noun_status(r: Reading, draft: Draft, first: int) -> Status | None:
    """«ضرورة قصف», «احتمال هجوم», «يعتزم زيارة», «لم تقع هجمات», «للقاء الرئيس»."""
    later = _adjective_after(r, draft)
    if later is not None:
        return later
    if _of_future(r, draft):
        return "planned"
    i = draft.first if draft.carrier < 0 or draft.carrier > draft.first else draft.carrier
    if draft.carrier == i and (found := _carrier_status(r, draft, first)) is not None:
        return found
    purpose = draft.form is not None and draft.trigger is not None and not draft.article
    if draft.carrier < 0 and purpose and _deed(draft):
        before = r.words[i - 1] if i > first else "\n"
        if r.words[i][: draft.cut[0]].endswith(FOR) and not _exposed(before):
            return "planned"  # «to retake the city»
    for j in range(i - 1, max(first, i - _BACK) - 1, -1):
        text = r.words[j]
        if text in _SIGNS:
            break
        plain = bare(text)
        if {text, plain} & grammar.words("denying"):
            return "denied"
        if j < i - 1 and text in grammar.words("negation"):
            return "denied"
        if {text, plain} & grammar.words("event-if"):
            return "hypothetical"
        if {text, plain} & grammar.words("event-wish"):
            return "demanded"
        if {text, plain} & grammar.words("event-future") or _to_come(text):
            return "planned"
    return None


def _to_come(text: str) -> bool:
    """«سترد [الحكومة] بقصف …»: an imperfect with the sign of the future."""
    rest = text[1:]
    return text[0] == FUTURE and rest.startswith(IMPERFECT) and is_everyday(rest) and not is_everyday(text)


def _adjective_after(r: Reading, draft: Draft) -> Status | None:
    """«الزيارة المرتقبة», «الجرائم المحتملة»: an adjective of the noun says that it is to come, or may be none."""
    for j in range(draft.end, min(len(r), draft.end + _ADJECTIVES)):
        text = r.words[j]
        if text in grammar.words("event-awaited"):
            return "planned"
        if text in grammar.words("event-possible"):
            return "hypothetical"
        if text in _SIGNS or word(text).function:
            break
    return None


def _of_future(r: Reading, draft: Draft) -> bool:
    """«مباحثات الوزير مع نظيره ستتناول الحدود»: the verb whose subject the noun is speaks of what is to come."""
    if not draft.mutual:
        return False
    for j in range(draft.end, min(len(r), draft.end + _SUBJECT)):
        text = r.words[j]
        if text in _SIGNS or text in grammar.complementizers() or text in grammar.words("relative"):
            return False
        if text[0] == FUTURE and text[1:].startswith(IMPERFECT) and is_everyday(text[1:]):
            return True
        if word(text).verb and not word(text).nouns:
            return False
    return False


def foresee(s: Scene, draft: Draft) -> None:
    """«يلتقي الوزير نظيره الخميس المقبل»: what has a date after that of the document is planned."""
    if draft.status != "actual" or draft.own or draft.date is None or s.anchor is None or draft.background:
        return
    if draft.date.precision == "day" and draft.date.value > s.anchor.isoformat():
        draft.status = "planned"
        draft.why.append("planned")


def _joins(r: Reading, before: Draft, draft: Draft) -> bool:
    """Whether the noun shares what governs the one before it, which did not happen: no clause begins between them."""
    if before.own or before.status == "actual" or not (before.naming and draft.naming) or draft.article:
        return False
    if before.sentence != draft.sentence or not 0 <= draft.first - before.end <= _SUBJECT:
        return False
    if not r.words[draft.first][: draft.cut[0]].startswith(AND):
        return False
    return not any(
        text in CLAUSE_STOPS or word(text).clause or word(text).relative or text in grammar.complementizers()
        for text in r.words[before.end : draft.first]
    )


def _follows(r: Reading, before: Draft, draft: Draft) -> bool:
    """«من المقرر أن يزور … و[يلتقي] …»: an imperfect that a conjunction joins to another which did not happen."""
    if before.own or before.status == "actual" or before.form is None or draft.form is None:
        return False
    if before.form.tense != "imperfect" or draft.form.tense != "imperfect" or before.sentence != draft.sentence:
        return False
    far = draft.first - before.end > _SUBJECT
    if far or not r.words[draft.first][: draft.cut[0]].startswith(AND):
        return False
    return not any(text in CLAUSE_STOPS or word(text).relative for text in r.words[before.end : draft.first])


def _in_wake(r: Reading, draft: Draft, first: int) -> bool:
    """«هدد بالرد إثر [الغارات]»: what something came after did happen, whatever the claim does."""
    return draft.naming and draft.first > first and r.words[draft.first - 1] in grammar.words("event-wake")


def _deed(draft: Draft) -> bool:
    """Whether the noun names what somebody does, so that ل before it is a purpose."""
    assert draft.form is not None
    assert draft.trigger is not None
    return (
        draft.form.tense == "masdar" or draft.mutual or (draft.form.tense == "noun" and draft.trigger.of == "recipient")
    )


def _exposed(text: str) -> bool:
    """Whether the word before «ل» takes it as its object («تعرض لقصف»), so that no purpose is meant."""
    return any(x.carrier.subject == "recipient" for x in triggers.carriers(text)) or bare(text) in grammar.words(
        "series"
    )


def _carrier_status(r: Reading, draft: Draft, first: int) -> Status | None:
    """What the mood of the light verb says: «سيعقد لقاء», «لم تقع هجمات», «قد يشن هجوما»."""
    at = draft.carrier
    if bare(r.words[at]) in grammar.words("event-if"):
        return "hypothetical"  # «orders to open fire»
    previous = r.words[at - 1] if at > first else "\n"
    found = triggers.carriers(r.words[at])
    if not found:
        return None
    form, lead = found[0].form, r.words[at][: found[0].start]
    if previous in grammar.words("negation") or previous in grammar.words("event-not"):
        return "denied"
    if FUTURE in lead or previous in grammar.words("event-future"):
        return "planned"
    if form.tense != "imperfect":
        return None
    if previous in grammar.words("may") or previous in grammar.words("event-if"):
        return "hypothetical"
    if previous in grammar.words("that"):
        return _after_that(r, at - 1, first)
    return "planned" if lead.endswith(FOR) else None


def _from_claim(s: Scene, draft: Draft) -> Status | None:
    """The stance of the claim reaches what stands at the head of its content («نفى قصف المدينة»)."""
    assert draft.claim is not None
    status = _STANCES.get(draft.claim.stance)
    if status is None:
        return None
    head, _ = s.tokens(draft.claim.content)
    near = draft.first - head <= _NEAR or _chained(s.r, head, draft)
    if draft.claim.stance == "denies":
        return status if near or draft.claim.form != "act" else None
    if draft.article and not near:
        return None
    return status if near else None


def _chained(r: Reading, head: int, draft: Draft) -> bool:
    """«طالب بوقف النار وإدخال المساعدات و[إطلاق سراح] الأسرى»: verbal nouns in a row, all that the claim asks for."""
    if not draft.naming or draft.article or draft.first - head > _ROW:
        return False
    if not r.words[draft.first][: draft.cut[0]].startswith(AND):
        return False
    between = [text for text in r.words[head : draft.first] if text[0].isalpha()]
    return not any(
        word(text).clause or word(text).relative or text in grammar.words("event-wake") or (i and word(text).verb)
        for i, text in enumerate(between)
    )


def _judged(draft: Draft) -> bool:
    """«ندد ب[الضربة] الأمريكية على القاعدة»: whoever condemns or praises an attack takes it as known."""
    claim = draft.claim
    known = draft.naming and draft.article and draft.type == "ASSAULT"
    return known and claim is not None and claim.form == "act" and claim.stance in ("condemns", "praises")


def _judges(r: Reading, draft: Draft, first: int) -> bool:
    """«معتبرين ذلك اعتداء سافرا», «في إطار جرائم العدو»: the predicate that calls a known deed by a harsh name."""
    if not draft.naming or draft.article or bare(r.words[draft.first]) not in grammar.words("judging-deed"):
        return False
    before = [w for w in r.words[max(first, draft.first - 2) : draft.first] if w[0].isalpha()]
    return any(w in grammar.words("event-predicate") for w in before)


def _only_named(s: Scene, draft: Draft, first: int) -> bool:
    """Whether the story only refers to the event: a known war, «قضية اغتيال …», «المتهمون بقتل …»."""
    assert draft.trigger is not None or draft.own
    if draft.own:
        return False
    if _judged(draft) or _judges(s.r, draft, first):
        return True
    if draft.told:
        return False
    r, i = s.r, draft.first
    for j in range(i - 1, max(first, i - 3) - 1, -1):
        text = r.words[j]
        if text in _SIGNS:
            break
        if text in grammar.words("event-reference") or bare(text) in grammar.words("event-reference"):
            return True
    if draft.trigger is not None and draft.trigger.known:
        return True
    if draft.trigger is not None and draft.trigger.mode == "targeted" and draft.naming and i > first:
        known = draft.recipient is not None and draft.recipient.definite
        return known and r.words[i - 1] not in grammar.words("about")  # «the murder of» somebody
    named = draft.type == "ASSAULT" or draft.actor is None
    return draft.naming and named and (draft.article or (i > first and r.words[i - 1] in grammar.words("this")))
