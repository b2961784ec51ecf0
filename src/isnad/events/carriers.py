"""What a light verb beside the noun of an event says of its roles: «شن الجيش هجوما», «تعرض الموقع لهجوم»."""

from __future__ import annotations

from isnad.claims.subjects import before_verb, topic
from isnad.events.draft import Draft
from isnad.events.parties import Group, read_group
from isnad.events.scene import Scene, bare
from isnad.events.walks import closes, joined, past_adverbial, read_walk
from isnad.lexicon import grammar, triggers
from isnad.lexicon.affixes import AND, BY, BY_THE, FOR, FOR_THE
from isnad.lexicon.triggers import CarrierReading
from isnad.names.words import word
from isnad.text.signs import CLAUSE_STOPS, COMMAS

_CARRIER_REACH = 24  # tokens between a light verb and its noun
_LONG_ASIDE = 9


def take_carrier(s: Scene, draft: Draft, first: int, stop: int, known: frozenset[str]) -> None:
    """What a light verb beside the noun says of its roles: «شن الجيش هجوما», «تعرض الموقع لهجوم», «هجوم شنه …»."""
    found = _carrier_before(s, draft, first) or _carrier_after(s, draft, stop)
    if found is None:
        return
    at, reading, subject = found
    draft.why.append(f"light verb {reading.carrier.id}")
    draft.told = draft.told or reading.form.tense in ("perfect", "imperfect") or not draft.article
    draft.carrier = at
    role = reading.carrier.subject
    if at < draft.first and subject is None and reading.carrier.id in grammar.words("motion-carrier"):
        return  # «protests went out»
    if role == "event":
        if at > draft.first and draft.recipient is None:
            draft.recipient = _object_after(s, at, stop)
        return
    if subject is None:
        subject = _carrier_subject(s, at, draft, first, known)
    if at > draft.first and draft.recipient is None and role == "actor":
        _complement_after(s, draft, subject.end if subject is not None else at + 1, stop)
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
        if text in CLAUSE_STOPS or text in grammar.words("relative"):
            return None
        if not text[0].isalpha() or text in grammar.words("preposition"):
            continue
        for reading in triggers.carriers(text):
            if reading.carrier.subject == "event" and j < draft.first - 3:
                continue
            if _has_object(text):
                continue
            reached, subject = _reaches(s, j, draft, acting=reading.carrier.subject == "actor")
            if reached:
                return j, reading, subject
    return None


def _has_object(text: str) -> bool:
    """«الأوامر التي أصدرها»: whether a pronoun on the light verb is its object, so that no noun after it is."""
    tails = [p for p in grammar.words("attached-pronoun") if text.endswith(p)]
    return any(x.form.tense in ("perfect", "imperfect") for p in tails for x in triggers.carriers(text[: -len(p)]))


def _reaches(s: Scene, at: int, draft: Draft, *, acting: bool) -> tuple[bool, Group | None]:
    """Whether nothing but a subject, adverbials and a count stands between the light verb at `at` and the noun."""
    words, i, subject = s.r.words, at + 1, None
    while i < draft.first:
        text = words[i]
        if text in COMMAS:
            close = next((j for j in range(i + 1, min(draft.first, i + _LONG_ASIDE)) if words[j] in COMMAS), i)
            i = close + 1  # «the army launched, with air support, an operation»
            continue
        if bare(text) in grammar.words("series") or text in grammar.words("about"):
            i += 1
            continue
        if text == "#":
            i += 1
            continue
        if not text[0].isalpha():
            return False, None
        w = word(text)
        if w.function or w.time or w.lead in (BY, FOR, BY_THE, FOR_THE):
            if closes(s.r, i):
                return False, None
            after = past_adverbial(s, i, draft.first)
            i = max(after, i + 1)
            continue
        if subject is not None and text[0] == AND:
            other = read_group(s, i, draft.first, lead=AND)  # «America and its allies»
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
        return antecedent(s, at - 1, first)
    phrase = before_verb(s.r, at, first, known)
    if phrase is None:
        phrase = topic(s.r, first, at, known) if at - first >= 2 else None
    if phrase is None:
        return None
    return read_group(s, phrase.first, phrase.end, lead=s.r.words[phrase.first][: phrase.offset], strict=False)


def _complement_after(s: Scene, draft: Draft, start: int, stop: int) -> None:
    """«الضربات التي شنها الجيش أمس على [مواقع المسلحين]»: what the frame of the noun asks for behind the light verb."""
    walk = read_walk(s, draft, start, stop, most_free=0)
    draft.recipient = walk.by_role.get("recipient")
    draft.site = draft.site or walk.by_role.get("place")


def _object_after(s: Scene, at: int, stop: int) -> Group | None:
    """The object of «استهدف», «هز» after the event that is its subject: «انفجار هز [وسط المدينة]»."""
    i = at + 1
    if i < stop and s.r.words[i][0].isalpha() and not word(s.r.words[i]).function:
        lead = word(s.r.words[i]).lead
        return None if lead else read_group(s, i, stop)
    return None


def antecedent(s: Scene, relative: int, first: int) -> Group | None:
    """The noun phrase before the relative pronoun at token `relative`."""
    r = s.r
    end = relative - 1 if relative > first and r.words[relative - 1] in COMMAS else relative
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
