"""What a reporting cue takes: where its content begins, and what stands between the cue and the content.

Between them stand the subject and adverbials («قال الوزير، أمس، في مؤتمر صحفي مع نظيره، إن …»). A *hard* opening
is a complementizer, a colon or a quotation; a *soft* one is the preposition or the object that makes an act
(«أشاد بـ…», «دان الجريمة»). A hard opening wins unless a convincing soft one stands before it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from isnad.lexicon import actors, cues, grammar
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.phrases import Phrase, read_phrase
from isnad.names.words import word
from isnad.records import Stance
from isnad.text import Reading, fold

_COMMAS = frozenset("،,")
_DASHES = frozenset("-–—")
_MOST_SKIPPED = 3  # words between a cue and the preposition of its act that are neither subject nor adverbial
_MOST_CROSSED = 3  # other reporting verbs between a cue and its content
_REACH = 70  # tokens from a cue to its content at most


@cache
def _plain_adjectives() -> frozenset[str]:
    return frozenset(w.removeprefix("ال") for w in grammar.words("adjective"))


class Frame(NamedTuple):
    """The complement of one cue. `content` is its first token and `offset` the code points of that token outside
    the content; `subject` is the speaker phrase after the cue; `via` and `addressee` are token ranges with the
    code points of their first token to leave out."""

    kind: Literal["clause", "direct", "act"]
    content: int
    offset: int
    subject: Phrase | None
    via: tuple[int, int, int] | None
    addressee: tuple[int, int, int] | None
    colon: bool

    def form_near(self, at: int) -> bool:
        """Whether the content follows the cue at token `at` directly, but for one preposition."""
        return self.content - at <= 2


class _Walk:
    """What was met between the cue and its content."""

    __slots__ = ("addressee", "after_comma", "subject", "via")

    def __init__(self) -> None:
        self.subject: Phrase | None = None
        self.via: tuple[int, int, int] | None = None
        self.addressee: tuple[int, int, int] | None = None
        self.after_comma = False


def read_frame(
    r: Reading, at: int, reading: CueReading, stop: int, known: frozenset[str], *, subject_before: bool = False
) -> Frame | None:
    """The complement of the cue at token `at` before token `stop` (the sentence's end), or None.

    `known` are folded words of people's names that the document has; `subject_before` says that the subject stands
    before the cue, so that a noun phrase after it is an object.
    """
    cue = reading.cue
    stop = min(stop, at + _REACH)
    pronoun = bool(reading.suffix) or reading.form.tense == "participle"
    hard = _hard_opening(r, at, cue, stop, subject_before or pronoun)
    soft_stop = hard[1] if hard else stop
    walk = _Walk()
    soft = _soft_opening(r, at, reading, soft_stop, known, walk, subject_before)
    described = hard is not None and cue.object == "content" and r.words[hard[1]][0] == "ب" and hard[0] == "clause"
    if hard and (soft is None or not (described or _convincing(r, soft, walk, cue))):
        return _hard_frame(r, at, cue, hard, known, subject_before)
    if soft is None:
        return _object_alone(r, reading, walk)
    if cue.object == "addressee" and walk.addressee is not None:
        # «حث الأطراف على الحوار»: whoever is urged opens the content of the act.
        return Frame("act", walk.addressee[0], walk.addressee[2], walk.subject, walk.via, walk.addressee, False)
    return Frame("act", soft, 0, walk.subject, walk.via, walk.addressee, False)


def _hard_frame(
    r: Reading, at: int, cue: Cue, hard: tuple[str, int, int, bool], known: frozenset[str], subject_before: bool
) -> Frame:
    kind, opening, limit, colon = hard
    walk = _Walk()
    subject = None
    tried = subject_before
    if limit > at + 1 and not tried and not _is_adverbial_start(r, at + 1):
        subject = read_phrase(r, at + 1, limit, bounded=True, known=known)
    elif limit > at + 1 and not _is_adverbial_start(r, at + 1):
        # What looked like a subject before the verb may end another clause: «…، سالم الحداد، قال الوزير إن».
        after = read_phrase(r, at + 1, limit, bounded=True, known=known)
        if after is not None and after.parts[0].speaks and cue.object == "addressee":
            walk.addressee = (after.first, after.end, after.offset)  # «الوزارة أبلغت السفير أن»
        elif after is not None and after.parts[0].speaks:
            subject = after
    position = at + 1
    while position < limit:
        if subject is None and not tried and position > at + 1 and not _is_adverbial_start(r, position):
            subject = read_phrase(r, position, limit, bounded=True, known=known)
        if subject is not None and position == subject.first:
            position = subject.end
            continue
        position = _adverbial(r, position, limit, known, walk)
    return Frame("direct" if kind == "direct" else "clause", opening, 0, subject, walk.via, walk.addressee, colon)


def _hard_opening(
    r: Reading, at: int, cue: Cue, stop: int, subject_before: bool
) -> tuple[str, int, int, bool] | None:
    """(kind, first token of the content, token before which the speaker must have ended, colon?)."""
    words = r.words
    comps = grammar.complementizers()
    depth = crossed = 0
    i = at + 1
    while i < stop and crossed <= _MOST_CROSSED:
        text = words[i]
        crossed += word(text).verb
        if text == "(":
            depth += 1
        elif text == ")":
            depth = max(0, depth - 1)
        elif depth == 0 and i > at + 1 and _is_next_cue(r, i, cue):
            return None
        elif depth == 0:
            clock = words[i - 1][0].isdigit() and i + 1 < len(words) and words[i + 1][0].isdigit() and r.glued(i)
            if text == ":" and not clock and (cue.direct or cue.clause) and i + 1 < len(words):
                opening = i + 1
                return ("direct", opening, i, True)
            if i in r.quote_close:
                close = _quote_close(r, i)
                if not _is_name_quote(r, at, i, close, subject_before):
                    return ("direct", i, i, False) if cue.direct else None
                i = close
            elif text in grammar.words("first-person-opener") and cue.direct and not cue.weak:
                return ("direct", i, i, False)
            elif text in comps and text[0] not in "وف" and cue.clause:
                if i - 1 > at and word(words[i - 1]).verb and not word(words[i - 1]).nouns:
                    return None  # «رصدت الدولة ما قالت إنه …»: the clause is the other verb's
                if (clause := _clause_opening(r, at, i, cue)) is not None:
                    return clause
            elif text == "؛":
                return None
        i += 1
    return None


def _is_next_cue(r: Reading, i: int, cue: Cue) -> bool:
    """Whether another cue's claim begins here («قال في بيان كذا، معتبرا أن»): what follows belongs to that cue.
    A participle without a comma only says how somebody speaks: «قال الوزير متهكما: …»."""
    text = r.words[i]
    if cue.direct and not cue.object and not cue.weak and r.words[i - 1] not in _COMMAS:
        return False
    if not text.endswith(("ا", "ه")) or r.words[i - 1] in grammar.words("turn"):
        return False
    for reading in cues.find(text):
        participle = reading.form.tense == "participle" and reading.form.number == "s" and not reading.cue.weak
        if participle and reading.cue.id != "say" and not reading.suffix and text[: reading.start] in ("", "و", "ف"):
            return text.endswith("ا") or r.words[i - 1] in _COMMAS
    return False


def _clause_opening(r: Reading, at: int, i: int, cue: Cue) -> tuple[str, int, int, bool] | None:
    before = r.words[i - 1]
    if i - 1 > at and (before in grammar.words("no-complement-after") or before[1:] in grammar.words("no-complement-after")):
        return None
    lead = grammar.complementizers()[r.words[i]]
    if before in grammar.words("frame-preposition") and i - 1 > at:
        wanted = {fold(c) for c in cue.clause}
        loose = before in wanted or (not cue.weak and before not in grammar.words("in"))
        return ("clause", i, i - 1, False) if loose else None
    if lead and lead not in cue.clause and cue.weak:
        return None
    return ("clause", i, i, False)


def _quote_close(r: Reading, i: int) -> int:
    close = r.quote_close.get(i)
    return i if close is None else close


def _is_name_quote(r: Reading, at: int, i: int, close: int, subject_before: bool) -> bool:
    """Whether the quotation at token `i` is a name in quotation marks: short, and something follows it."""
    if close - i > 6 or close <= i + 1 or close + 1 >= len(r.words):
        return False
    following = r.words[close + 1]
    if following in ".؟!\n" or following[0] == ".":
        return False
    before = r.words[i - 1]
    w = word(before)
    if i == at + 1:
        return not subject_before and close - i <= 3 and following not in _COMMAS
    media = any(n.noun.is_a("media") or n.noun.is_a("body") for n in w.nouns)
    if before[0].isalpha() and following[0].isalpha() and close - i <= 3 and _clause_follows(r, close + 1):
        return True
    outlet = bool(actors.at(r.words, i + 1))
    joined = before in grammar.words("quote-preposition")
    joined = joined or w.is_a("role", w.lead) or w.is_a("group", w.lead)
    return media or outlet or joined and close - i <= 4


def _clause_follows(r: Reading, i: int) -> bool:
    """Whether a complementizer comes within a few words, before any other verb: «رئيس شركة "سفر" سالم الحداد أن»."""
    for text in r.words[i : i + 8]:
        if text in grammar.complementizers() and text[0] not in "وف":
            return True
        if not text[0].isalpha() or word(text).verb or word(text).function:
            return False
    return False


def _soft_opening(
    r: Reading, at: int, reading: CueReading, stop: int, known: frozenset[str], walk: _Walk, subject_before: bool
) -> int | None:
    cue = reading.cue
    words = r.words
    preps = frozenset(fold(p) for p in (*cue.prep, *([cue.relay_prep] if cue.relay_prep else [])))
    position = at + 1
    tried = subject_before
    skipped = 0
    while position < stop and skipped <= _MOST_SKIPPED:
        text = words[position]
        opens = _opens_act(r, position, preps, reading, stop)
        relay = opens and cue.relay_prep != "" and text == fold(cue.relay_prep)
        if relay or opens and not (cue.weak and cue.objects and not _object_fits(r, position, cue, stop)):
            return position
        if text in grammar.complementizers() and text[0] not in "وف":
            return None
        if walk.subject is None and not tried and not _is_adverbial_start(r, position):
            tried = True
            phrase = read_phrase(r, position, stop, known=known, strict=True)
            if phrase is not None and (phrase.parts[0].speaks or phrase.first in r.quote_close) and not (cue.weak and _object_fits(r, position, cue, stop)):
                if not _is_patient(r, phrase, reading):
                    walk.subject = phrase
                    position = phrase.end
                    continue
        medium = cue.relay_prep != "" and walk.subject is not None and walk.subject.parts[0].kind == "media"
        if medium and _is_object(r, position):
            return position
        if cue.object == "content" and not reading.suffix and _is_object(r, position):
            if not cue.weak or _object_fits(r, position, cue, stop):
                return position
            if walk.subject is not None or not cue.prep:
                return None
        if cue.object == "addressee" and walk.addressee is None and not _is_adverbial_start(r, position):
            phrase = read_phrase(r, position, stop, known=known)
            if phrase is not None:
                walk.addressee = (phrase.first, phrase.end, phrase.offset)
                position = phrase.end
                continue
        skipped += text[0].isalpha() and not _is_adverbial_start(r, position)
        position = _adverbial(r, position, stop, known, walk)
    return None


def _opens_act(r: Reading, i: int, preps: frozenset[str], reading: CueReading, stop: int) -> bool:
    text = r.words[i]
    if not preps:
        return False
    if i + 1 < len(r.words) and text in preps:
        following = r.words[i + 1]
        if following in grammar.complementizers():
            return False
        w = word(following)
        return not (w.time or (text in grammar.words("in") and w.is_a("occasion")))
    if text == "ل" and i + 1 in r.quote_close:
        return False  # «أكد لـ"الوطن" مصدر …» names the medium
    for clitic in ("ب", "ل"):
        if clitic in preps and text.startswith(clitic) and _has_clitic(r, i, clitic):
            return True
    return False


def _has_clitic(r: Reading, i: int, clitic: str) -> bool:
    """Whether the token carries the preposition `clitic`: «بالضربات», «بـ"…"», «للعودة»."""
    text = r.words[i]
    if len(text) <= 2:
        return text == clitic
    w = word(text)
    if w.function or w.time or text in grammar.words("no-clitic"):
        return False
    if w.nouns and w.noun("") is not None or w.name >= 0.5 or w.place("") is not None:
        return False
    if text.startswith((clitic + "ال", "لل" if clitic == "ل" else clitic + "ال")):
        noun = w.noun(w.lead)
        return not (clitic == "ل" and (w.is_a("media", w.lead) or (noun is not None and noun.noun.human)))
    if clitic == "ل":
        if any(e.start == 1 for e in actors.at(r.words, i)):
            return False
        noun = w.noun("ل")
        return not ((noun is not None and noun.noun.human) or w.is_a("media", "ل"))
    return True


def _is_patient(r: Reading, phrase: Phrase, reading: CueReading) -> bool:
    """Whether the phrase after the verb cannot be its subject: it does not agree («ناشد الأمم المتحدة»)."""
    part = phrase.parts[0]
    if not reading.cue.object or part.name is not None or reading.form.tense not in ("perfect", "imperfect"):
        return False
    if part.number == "p" and part.kind in ("organisation", "media", "government", "document"):
        return reading.form.gender == "m"  # many things are a woman to their verb: «طالبت الجهات»
    return part.number == "s" and part.gender not in ("", reading.form.gender)


def _is_object(r: Reading, i: int) -> bool:
    text = r.words[i]
    if i in r.quote_close or text == "#" or text[0].isdigit():
        return True
    if not text[0].isalpha() or len(text) < 2:
        return False
    w = word(text)
    return not (w.function or w.time or _is_last_year(r, i) or text in grammar.words("same"))


def object_stance(r: Reading, i: int, cue: Cue, stop: int) -> Stance | None:
    """The stance that the object at token `i` gives a light verb («عن بالغ أسفه»: greets), None where it is none of
    the verb's own objects."""
    for j in range(i, min(i + 3, stop)):
        if j > i and not (r.words[j - 1] in grammar.words("intensifier") or word(r.words[j - 1]).preposition):
            break
        stance = cues.object_stance(cue, r.words[j])
        if stance is not None:
            return stance
    return None


def _object_fits(r: Reading, i: int, cue: Cue, stop: int) -> bool:
    """Whether the object at token `i` (behind a preposition, a pronoun or the article) is one of the cue's own."""
    return object_stance(r, i, cue, stop) is not None


def _convincing(r: Reading, soft: int, walk: _Walk, cue: Cue) -> bool:
    """Whether an act opening before a clause or quotation is really the complement."""
    text = r.words[soft]
    if text in grammar.words("frame-preposition") or cue.weak:
        return True
    if text[0] in "بل" and _has_clitic(r, soft, text[0]) and text[0] in cue.prep:
        return True
    if cue.object != "content":
        return False
    w = word(text)
    if w.nouns and any({"role", "rank", "honorific"} & set(n.noun.classes) for n in w.nouns):
        return False
    if w.name >= 0.4 or w.adjective and w.article:
        return False
    complete = walk.subject is None or walk.subject.parts[-1].definite or walk.subject.parts[-1].name is not None
    return complete and (not w.article or r.words[soft - 1] in _COMMAS or walk.subject is not None)


def _object_alone(r: Reading, reading: CueReading, walk: _Walk) -> Frame | None:
    """«دان الوزير.» has no content; «دان الجريمة» read as a subject is an act with a dropped subject."""
    cue = reading.cue
    if cue.object == "addressee" and walk.subject is not None and walk.addressee is not None and not cue.weak:
        return Frame("act", walk.addressee[0], walk.addressee[2], walk.subject, walk.via, None, False)
    if walk.subject is None or cue.object != "content" or cue.weak or reading.suffix:
        return None
    return Frame("act", walk.subject.first, walk.subject.offset, None, walk.via, walk.addressee, False)


def _is_adverbial_start(r: Reading, i: int) -> bool:
    text = r.words[i]
    if text[0].isdigit() and i + 1 < len(r.words):
        counted = word(r.words[i + 1]).noun("")
        return not (counted is not None and counted.noun.human and counted.number != "s")
    if not text[0].isalpha():
        return i not in r.quote_close and text != "#"
    w = word(text)
    if len(text) < 2 or w.function or w.time or _is_last_year(r, i):
        return True
    if text.startswith("ل") and len(text) > 2:
        lead = w.lead
        if lead in ("ل", "لل"):
            return True
        return any(e.start == 1 for e in actors.at(r.words, i))
    return w.lead == "ب"


def _is_last_year(r: Reading, i: int) -> bool:
    """«العام الماضي», «وقت سابق»: a time although no word of it is one."""
    following = r.words[i + 1] if i + 1 < len(r) else ""
    if r.words[i] in grammar.words("time-qualifier") and word(r.words[i - 1]).time:
        return True
    return r.words[i] in grammar.words("time-unit") and following in grammar.words("time-qualifier")


def _adverbial(r: Reading, i: int, stop: int, known: frozenset[str], walk: _Walk) -> int:
    """The position after one adverbial step; notes a medium («لقناة …») and a person spoken to on the way."""
    text = r.words[i]
    if text == "(":
        for close in range(i + 1, min(stop, i + 12)):
            if r.words[close] == ")":
                return close + 1
        return i + 1
    if not text[0].isalpha():
        return i + 1
    if _is_last_year(r, i):
        return min(i + 2, stop)
    lead, start = "", i
    if text == "ل" and i + 1 < stop:
        start = i + 1
        lead = "ل*"
    elif text.startswith("ل") and word(text).lead in ("ل", "لل"):
        lead = word(text).lead
    elif text.startswith("ل") and any(e.start == 1 for e in actors.at(r.words, i)):
        lead = "ل"
    elif text in grammar.words("toward") and i + 1 < stop and r.words[i + 1][0].isalpha():
        phrase = read_phrase(r, i + 1, stop, known=known)
        if phrase is not None:
            through, with_whom = grammar.words("through"), grammar.words("companion")
            _note(r, walk, phrase, via_only=text in through, strict=text in with_whom)
            return phrase.end
        return i + 1
    if lead:
        phrase = read_phrase(r, start, stop, lead="" if lead == "ل*" else lead, known=known)
        if phrase is not None:
            _note(r, walk, phrase, via_only=False, strict=False)
            return phrase.end
        return start + 1
    w = word(text)
    if w.relative:
        return _after_relative(r, i, stop)
    if w.preposition and not w.pronoun and i + 1 < stop and r.words[i + 1][0].isalpha():
        if word(r.words[i + 1]).is_a("occasion"):
            after = _after_occasion(r, i + 2, stop)
            told = after < stop and any(x.suffix and not x.cue.direct for x in cues.find(r.words[after]))
            return _after_relative(r, after, stop) if told else after
        phrase = read_phrase(r, i + 1, stop, known=known)
        if phrase is not None:
            return phrase.end
        i += 2
        while i < stop and r.words[i][0].isalpha() and not (word(r.words[i]).function or word(r.words[i]).nouns or cues.find(r.words[i])):
            i += 1
        return min(i, stop)
    return i + 1


def _after_relative(r: Reading, i: int, stop: int) -> int:
    """The position of the comma that ends a relative clause: «في الخطاب الذي بثته القناة،», «في بيان نشره المكتب،»."""
    for end in range(i + 1, min(stop, i + 16)):
        if r.words[end] in _COMMAS:
            return end
    return i + 1


def _after_occasion(r: Reading, i: int, stop: int) -> int:
    """The position after the adjectives of an occasion: «في مؤتمر صحفي مشترك»."""
    definite = word(r.words[i - 1]).article
    for _ in range(3):
        if i >= stop or not r.words[i][0].isalpha():
            break
        w = word(r.words[i])
        listed = w.adjective or w.text.removeprefix("ال") in _plain_adjectives() or w.text.endswith(("ي", "يه"))
        loose = not definite and not w.article and not w.nouns and not w.geo and not w.lead and w.text.endswith("ه")
        if not (listed or loose) or w.function or w.verb or w.name >= 0.5:
            break
        i += 1
    return i


def _note(r: Reading, walk: _Walk, phrase: Phrase, *, via_only: bool, strict: bool) -> None:
    part = phrase.parts[0]
    place = (phrase.first, phrase.end, phrase.offset)
    if part.kind == "media":
        walk.via = walk.via or place
    elif not via_only and walk.addressee is None:
        human = part.kind in ("person", "office", "group", "government", "anonymous")
        if human and not strict or strict and part.kind in ("person", "office") and part.titles & grammar.words("counterpart"):
            walk.addressee = place


__all__ = ["Frame", "read_frame"]
