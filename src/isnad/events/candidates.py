"""Places where a word of the trigger tables evokes an event, and why some do not."""

from __future__ import annotations

from isnad.claims.subjects import before_verb
from isnad.events.draft import Draft, draft_of
from isnad.events.scene import Scene, bare
from isnad.lexicon import grammar, triggers
from isnad.lexicon.affixes import AND, THEN
from isnad.lexicon.triggers import TriggerReading
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import CLAUSE_SIGNS, CLAUSE_STOPS, COMMAS, SENTENCE_STOPS

_MOST_IN_SENTENCE = 40
_OBJECT_REACH = 13  # tokens from a verb to the object that makes it a trigger
_BORDERS = CLAUSE_SIGNS | SENTENCE_STOPS | {"…", "|", "/"}
_ENDS = SENTENCE_STOPS | COMMAS | {"\n"}
_FINITE = ("perfect", "imperfect")
_NOMINAL = ("masdar", "noun")
_NAMING = (*_NOMINAL, "phrase")


def find_candidates(s: Scene) -> tuple[list[Draft], list[tuple[int, str]]]:
    """The drafts of all sentences in text order, and the trigger words (token, reason) that are none."""
    drafts: list[Draft] = []
    rejected: list[tuple[int, str]] = []
    words = s.r.words
    evoking = {text: found for text in s.tally if (found := triggers.find(text))}
    for number in s.sentences:
        first, stop = s.r.sentences[number]
        behind, most = first, len(drafts) + _MOST_IN_SENTENCE
        for i in [n for n in range(first, stop) if words[n] in evoking]:
            if i < behind or len(drafts) >= most:
                continue
            draft, reason = _choose(s, i, first, stop, number, evoking[words[i]])
            if draft is not None:
                drafts.append(draft)
                behind = draft.end if draft.form is not None and draft.form.tense == "phrase" else i
            elif reason:
                rejected.append((i, reason))
    return drafts, rejected


def _choose(
    s: Scene, i: int, first: int, stop: int, number: int, found: tuple[TriggerReading, ...]
) -> tuple[Draft | None, str]:
    reason = ""
    verbal: bool | None = None
    for reading in found:
        trigger, tense = reading.trigger, reading.form.tense
        end = i + 1 + len(reading.rest)
        if reading.rest and not triggers.follows(s.r.words, i + 1, reading.rest):
            continue
        if end > stop or not _spelled(s.r, i, reading, first):
            continue
        if tense in _FINITE or tense in _NAMING:
            both = any(x.form.tense in _FINITE for x in found) and any(x.form.tense in _NOMINAL for x in found)
            if both and tense != "phrase":
                if verbal is None:
                    verbal = _stands_as_verb(s.r, i, first, reading)
                if verbal != (tense in _FINITE):
                    continue
        if tense == "participle" and not _stands_as_participle(s.r, i, first, reading):
            continue
        if tense in _FINITE and _after_preposition(s.r, i, first, reading):
            continue
        hindered = _hindered(s.r, i, end, first, stop, trigger.id)
        if hindered:
            reason = f"{trigger.id}: «{hindered}» beside it"
            continue
        if trigger.objects:
            at = _object_at(s.r, i, stop, reading)
            if at < 0:
                reason = reason or f"{trigger.id}: none of its objects"
                continue
            end = max(end, at + 1) if at == i + 1 and not word(s.r.words[at]).preposition else end
        draft = draft_of(reading, i, end, number)
        if trigger.objects and at >= end:
            draft.also.append(s.r.span(at, at + 1))  # «lifted [the sanctions]»: verb and object evoke it together
        return draft, ""
    return None, reason


def _spelled(r: Reading, i: int, reading: TriggerReading, first: int) -> bool:
    """Whether the token is spelled as the form asks: a short imperfect only after لم or لا, no pronoun in a ta
    marbuta."""
    if reading.form.short and not (i > first and r.words[i - 1] in grammar.words("negation")):
        return False
    return not (reading.suffix and r.lights[i].endswith("\u0629"))


def _after_preposition(r: Reading, i: int, first: int, reading: TriggerReading) -> bool:
    if i == first or not r.words[i - 1][0].isalpha() or reading.start:
        return False
    w = word(r.words[i - 1])
    return w.preposition and not w.clause and not w.pronoun and r.words[i - 1] not in grammar.words("event-not")


def _stands_as_verb(r: Reading, i: int, first: int, reading: TriggerReading) -> bool:
    """«وقصف الطيران» or «القصف»: whether a spelling that is verb and noun is the verb here."""
    text = r.words[i]
    lead = text[: reading.start]
    previous = r.words[i - 1] if i > first else "\n"
    if "\u064e" in r.text(i, i + 1)[:4] or "\u064f" in r.text(i, i + 1)[:4]:
        return True
    if lead not in ("", AND, THEN):
        return False
    if previous in grammar.words("relative") or previous in grammar.words("perfect-sign"):
        return True
    if previous in grammar.words("negation") or previous in grammar.words("clause-start"):
        return previous not in grammar.words("other-than")
    if previous in grammar.complementizers():
        return False
    if previous in _BORDERS:
        return bool(lead) or (i == first and _acts_next(r, i)) or (previous in COMMAS and _acts_next(r, i))
    if word(previous).preposition:
        return False
    if lead:
        return _acts_next(r, i)
    return before_verb(r, i, first, frozenset()) is not None


def _acts_next(r: Reading, i: int) -> bool:
    """Whether what follows is a doer with the article or a name, as after a verb («قصف الجيش», «قتل مسلحون»)."""
    if i + 1 >= len(r) or not r.words[i + 1][0].isalpha():
        return False
    return bare(r.words[i + 1]) in grammar.words("armed-name") or bool(word(r.words[i + 1]).is_a("body"))


def _stands_as_participle(r: Reading, i: int, first: int, reading: TriggerReading) -> bool:
    """«معزيا», «مستهدفا»: an accusative; the feminine only after a comma («، مستهدفة مواقع»)."""
    if reading.article or reading.form.tense != "participle":
        return False
    if i > first and (r.words[i - 1][0].isdigit() or bare(r.words[i - 1]) in grammar.words("count-word")):
        return False  # «17 accused»: people
    return reading.form.case == "a" or (i > first and r.words[i - 1] in COMMAS)


def _hindered(r: Reading, i: int, end: int, first: int, stop: int, trigger: str) -> str:
    """The word beside the trigger that makes it another word: «قصف [إعلامي]»; empty where there is none."""
    hindering = triggers.hindering(trigger)
    if not hindering:
        return ""
    for j in (*range(end, _clause_end(r, end, min(stop, end + 3))), *range(max(first, i - 3), i)):
        text: str = r.words[j]
        if text[0].isalpha() and (text in hindering or bare(text) in hindering):
            return text
    return ""


def _clause_end(r: Reading, start: int, stop: int) -> int:
    """The first sign that ends a clause in the tokens, or `stop`."""
    return next((j for j in range(start, stop) if r.words[j] in _ENDS), stop)


def _object_at(r: Reading, i: int, stop: int, reading: TriggerReading) -> int:
    """The token of the object that the trigger asks for, -1 where there is none: «ألقت الشرطة [القبض]»."""
    reach = 3 if reading.form.tense in _NAMING else _OBJECT_REACH
    for j in range(i + 1, min(stop, i + 1 + reach)):
        text = r.words[j]
        if text in CLAUSE_STOPS or (j > i + 1 and text in grammar.words("clause-start")):
            return -1
        if text[0].isalpha() and triggers.object_head(reading.trigger, text):
            return j
    return -1
