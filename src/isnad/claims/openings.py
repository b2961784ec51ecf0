"""Where content opens: a complementizer, a colon or a quotation (hard), or an act's object or preposition (soft)."""

from __future__ import annotations

from isnad.claims.adverbials import Walk, after_date, is_adverbial_start, opens_time, pass_adverbial
from isnad.claims.quotes import names_speaker
from isnad.lexicon import actors, cues, grammar
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, BY, FEMININE, FOR, FOR_THE, PLURAL_IN, PLURAL_UN, THEN, YA
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.records import Stance
from isnad.text import Reading, fold
from isnad.text.signs import COMMAS, SEMICOLON

_MOST_SKIPPED = 3  # words between a cue and the preposition of its act that are neither subject nor adverbial
_FEW = 2  # quoted words that make no sentence
_LONGEST_ASIDE = 15  # tokens of a source between commas
_LONGEST_RELATIVE = 10  # tokens of a relative clause between a subject and what it says
_MOST_CROSSED = 3  # other reporting verbs between a cue and its content


def hard_opening(
    r: Reading, at: int, reading: CueReading, stop: int, subject_before: bool
) -> tuple[str, int, int, bool] | None:
    """(kind, first token of the content, token before which the speaker must have ended, colon?)."""
    words, cue = r.words, reading.cue
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
                passes_on = cue.relay_prep != "" and fold(cue.relay_prep) in words[close + 1 : close + 3]
                act = passes_on or _joined_act(r, i, cue) or _few_words(r, i, close, reading)
                if not (act or names_speaker(r, at, i, close, subject_before=subject_before)):
                    return ("direct", i, i, False) if cue.direct else None
                i = close
            elif text in grammar.words("first-person-opener") and cue.direct and not cue.weak and not crossed:
                return ("direct", i, i, False)
            elif cue.stance == "asks" and text in grammar.words("question"):
                return ("clause", i, i, False)
            elif text in comps and text[0] not in (AND + THEN) and cue.clause:
                if i - 1 > at and word(words[i - 1]).verb and not word(words[i - 1]).nouns:
                    return None  # the clause is that of the verb right before it
                if (clause := _clause_opening(r, at, i, cue)) is not None:
                    return clause
            elif text == SEMICOLON:
                return None
        i += 1
    return None


def _is_next_cue(r: Reading, i: int, cue: Cue) -> bool:
    """Whether another cue's claim begins here («قال في بيان كذا، معتبرا أن»): what follows belongs to that cue.
    A participle without a comma only says how somebody speaks: «قال الوزير متهكما: …»."""
    text = r.words[i]
    if cue.direct and not cue.object and not cue.weak and r.words[i - 1] not in COMMAS:
        return False
    if not text.endswith((ALIF, FEMININE)) or r.words[i - 1] in grammar.words("turn"):
        return False
    for reading in cues.find(text):
        participle = reading.form.tense == "participle" and reading.form.number == "s" and not reading.cue.weak
        act = cue.object != "" or (cue.prep != () and r.words[i - 1] in COMMAS)
        apart = not reading.suffix and text[: reading.start] in ("", AND, THEN)
        if participle and apart and (reading.cue.id != "say" or (act and not cue.continues)):
            clause = any(w in grammar.complementizers() or w == ":" for w in r.words[i + 1 : i + 3])
            return text.endswith(ALIF) or clause or r.words[i - 1] in COMMAS
    return False


def _joined_act(r: Reading, i: int, cue: Cue) -> bool:
    """Whether a preposition stands before the quotation at token `i`, so that it is an object or a topic: «وصف العملية
    بـ "الصعبة"», «أكد في ندوة حول "سبل التعاون بين المدن" أن»."""
    before = r.words[i - 1]
    if before in cue.prep:
        return before in (BY, FOR)
    w = word(before)
    return w.preposition and not w.pronoun and before not in cue.clause


def _few_words(r: Reading, i: int, close: int, reading: CueReading) -> bool:
    """Whether the quotation at token `i` is but the head of a noun phrase that is an object: «رفض "المساس" بالقرار»,
    or whoever speaks: «تحدث "أبو جاد" عن الرحلة»."""
    if reading.suffix or close - i > _FEW + 1 or close + 1 >= len(r.words):
        return False
    following = r.words[close + 1]
    if following in reading.cue.prep:
        return True
    if reading.cue.object != "content":
        return False
    return following[0].isalpha() and following[0] != AND and not word(following).verb


def _clause_opening(r: Reading, at: int, i: int, cue: Cue) -> tuple[str, int, int, bool] | None:
    before = r.words[i - 1]
    joined = before[0] in AND + THEN + BY + FOR and before[1:] in grammar.words("no-complement-after")
    if i - 1 > at and (joined or before in grammar.words("no-complement-after")):
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


def soft_opening(
    r: Reading, at: int, reading: CueReading, stop: int, known: frozenset[str], walk: Walk, subject_before: bool
) -> int | None:
    cue = reading.cue
    words = r.words
    preps = frozenset(fold(p) for p in (*cue.prep, *([cue.relay_prep] if cue.relay_prep else [])))
    position = at + 1
    tried = subject_before
    skipped = 0
    while position < stop and skipped <= _MOST_SKIPPED:
        text = words[position]
        credits = text in grammar.words("according") - grammar.words("frame-preposition")
        if credits and words[position - 1] in COMMAS:
            position = _behind_aside(r, position, stop)
            continue
        opens = _opens_act(r, position, preps, reading, stop)
        relay = opens and cue.relay_prep != "" and text == fold(cue.relay_prep)
        if relay or (opens and (not cue.objects or _takes(r, position, cue, stop))):
            return position
        if text in grammar.words("condition") or (text in grammar.complementizers() and text[0] not in (AND + THEN)):
            return None
        if walk.subject is None and not tried and not is_adverbial_start(r, position):
            tried = True
            phrase = read_phrase(r, position, stop, known=known, strict=True)
            named = phrase is not None and (phrase.parts[0].speaks or phrase.first in r.quote_close)
            if phrase is not None and named and not (cue.weak and _object_fits(r, position, cue, stop)):
                # A clause right behind it leaves no room for an object, whatever the verb's gender.
                subject = phrase.end == stop or not is_patient(r, phrase, reading)
            else:
                subject = False
            if phrase is not None and subject:
                walk.subject = phrase
                position = phrase.end
                continue
        teller = walk.subject if cue.relay_prep != "" else None
        medium = teller is not None and teller.first == at + 1 and teller.parts[0].kind == "media"
        if medium and is_object(r, position):
            return position
        if reading.suffix and cue.predicate and _is_predicate(r, position):
            return position
        if cue.object == "content" and not (cue.weak or reading.suffix) and _is_free_relative(r, position, stop):
            return position
        fits = cue.weak and _object_fits(r, position, cue, stop)
        if cue.object == "content" and not reading.suffix and (fits or is_object(r, position)):
            if _takes(r, position, cue, stop):
                doer = cue.prep and walk.subject is None and any(w in preps for w in words[position + 1 : position + 3])
                return None if doer and word(text).article else position  # a thing that reveals is no speaker
            if walk.subject is not None or not cue.prep:
                return None
        if cue.object == "addressee" and walk.addressee is None and not is_adverbial_start(r, position):
            phrase = read_phrase(r, position, stop, known=known)
            if phrase is not None:
                walk.addressee = (phrase.first, phrase.end, phrase.offset)
                position = phrase.end
                continue
        if walk.subject is not None and position == walk.subject.end and text in grammar.words("who"):
            behind = _behind_relative(r, position, preps, reading, stop)
            if behind is not None:
                return behind
        skipped += text[0].isalpha() and not is_adverbial_start(r, position)
        position = pass_adverbial(r, position, stop, known, walk)
    return _inside_subject(r, preps, reading, stop, known, walk)


def _behind_relative(r: Reading, i: int, preps: frozenset[str], reading: CueReading, stop: int) -> int | None:
    """The preposition of an act behind the relative clause of its subject: «كشفت الوثائق التي عثر عليها عن …»."""
    reach = range(i + 2, min(i + _LONGEST_RELATIVE, stop))
    return next((j for j in reach if r.words[j] in preps and _opens_act(r, j, preps, reading, stop)), None)


def _inside_subject(
    r: Reading, preps: frozenset[str], reading: CueReading, stop: int, known: frozenset[str], walk: Walk
) -> int | None:
    """«حذر مسؤولون من انهيار وشيك»: the preposition that looks like a part of the subject opens what it says."""
    subject = walk.subject
    if subject is None or reading.cue.weak or subject.parts[0].definite:
        return None
    for i in range(subject.first + 1, subject.end):
        if r.words[i] in preps and _opens_act(r, i, preps, reading, stop):
            walk.subject = read_phrase(r, subject.first, i, bounded=True, known=known)
            return i
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
        if any(entry.kind == "media" for entry in actors.at(r.words, i + 1)):
            return False  # where the words stand: «she affirmed on Twitter that»
        return not (w.time or (text in grammar.words("in") and w.is_a("occasion")))
    if text == FOR and i + 1 in r.quote_close:
        return False  # it names the medium
    if i in r.quote_close and i + 1 < len(r.words):
        return r.words[i + 1] not in preps and _carries(r, i + 1, preps)  # «what the team called "an insult"»
    return _carries(r, i, preps)


def _carries(r: Reading, i: int, preps: frozenset[str]) -> bool:
    """Whether token `i` carries one of the prepositions that are written onto their noun."""
    return any(clitic in preps and r.words[i].startswith(clitic) and has_clitic(r, i, clitic) for clitic in (BY, FOR))


def has_clitic(r: Reading, i: int, clitic: str) -> bool:
    """Whether the token carries the preposition `clitic`: «بالضربات», «بـ"…"», «للعودة»."""
    text = r.words[i]
    if len(text) <= 2:
        return text == clitic
    w = word(text)
    if w.function or w.time or text in grammar.words("no-clitic"):
        return False
    if (w.nouns and w.noun("") is not None) or w.name >= 0.5 or w.place("") is not None:
        return False
    if text.startswith((clitic + ARTICLE, FOR_THE if clitic == FOR else clitic + ARTICLE)):
        noun = w.noun(w.lead)
        return not (clitic == FOR and (w.is_a("media", w.lead) or (noun is not None and noun.noun.human)))
    if clitic == FOR:
        if any(e.start == 1 for e in actors.at(r.words, i)):
            return False
        noun = w.noun(FOR)
        return not ((noun is not None and noun.noun.human) or w.is_a("media", FOR))
    return True


def is_patient(r: Reading, phrase: Phrase, reading: CueReading) -> bool:
    """Whether the phrase after the verb cannot be its subject: it does not agree («ناشد الأمم المتحدة»), or it is the
    only object of a verb that must have one («هنأ الفائز بـ»)."""
    part = phrase.parts[0]
    if not reading.cue.object or reading.form.tense not in ("perfect", "imperfect"):
        return False
    if _only_object(r, phrase, reading):
        return True
    if part.name is not None or phrase.first in r.quote_close:
        return False
    if r.words[phrase.first].endswith(PLURAL_UN):
        return False  # «they laid the blame»: the nominative of people
    if part.number == "p" and part.kind in ("organisation", "media", "government", "document"):
        return reading.form.gender == "m"  # the verb of many things is feminine
    if part.number == "p":
        return _called_upon(r, phrase, reading.cue)
    gender = part.gender or ("f" if _is_feminine(r, phrase) else "")
    return gender not in ("", reading.form.gender) or _called_upon(r, phrase, reading.cue)


def _called_upon(r: Reading, phrase: Phrase, cue: Cue) -> bool:
    """Whether the phrase is in the other case («اتهم المعارضين بـ»), or whom everybody calls upon («طالب المجتمع
    الدولي بـ»)."""
    head = r.words[phrase.first]
    opening = {head, " ".join(r.words[phrase.first : phrase.first + 2])}
    oblique = phrase.parts[0].number == "p" and head.endswith(PLURAL_IN) and word(head).article
    return oblique or (cue.stance == "demands" and not opening.isdisjoint(grammar.words("called-upon")))


def _only_object(r: Reading, phrase: Phrase, reading: CueReading) -> bool:
    """Whether the verb needs an object, and its preposition follows the phrase at once: «هنأ الرئيس بالفوز»."""
    cue = reading.cue
    if fold(cue.lemma) not in grammar.words("needs-object") or reading.suffix or phrase.end >= len(r):
        return False
    following = r.words[phrase.end]
    return following in cue.prep or any(
        clitic in cue.prep and following.startswith(clitic) and has_clitic(r, phrase.end, clitic)
        for clitic in (BY, FOR)
    )


def _is_feminine(r: Reading, phrase: Phrase) -> bool:
    """Whether a name that no table gives a gender ends like a feminine one: «الأمم المتحدة», «الجمعية»."""
    return phrase.parts[0].kind == "organisation" and r.words[phrase.end - 1].endswith(FEMININE)


def _is_predicate(r: Reading, i: int) -> bool:
    """Whether token `i` is what a verb says of its pronoun: indefinite («تعده الوزارة خطأ»)."""
    return is_object(r, i) and not word(r.words[i]).article and r.words[i - 1] not in grammar.words("negation")


def _behind_aside(r: Reading, i: int, stop: int) -> int:
    """The token behind a source between commas: «أعلن الوزير، وفقا لما نقلته الوكالة، إغلاق الطريق»."""
    closing = (j for j in range(i + 1, min(i + _LONGEST_ASIDE, stop)) if r.words[j] in COMMAS)
    return next(closing, i) + 1


def _is_free_relative(r: Reading, i: int, stop: int) -> bool:
    """Whether «ما» with its verb is the object: «نفى الوزير ما نشرته الصحيفة»."""
    if i + 1 >= stop or r.words[i] not in grammar.words("what"):
        return False
    following = r.words[i + 1]
    return word(following).verb or any(x.form.tense in ("perfect", "imperfect") for x in cues.find(following))


def is_object(r: Reading, i: int) -> bool:
    text = r.words[i]
    if after_date(r, i, len(r)) > i:
        return False
    if i in r.quote_close or text == "#" or text[0].isdigit():
        return True
    if not text[0].isalpha() or len(text) < 2:
        return False
    w = word(text)
    if w.function or w.time or w.manner or opens_time(r, i) or text in grammar.words("same"):
        return False
    if i and r.words[i - 1] in grammar.words("relative"):
        return False  # its verb: «affirmed, by what the agency said, that», «the papers that it found revealed …»
    joined = w.lead[:1] in (BY, FOR) and len(w.lead) > 0
    verb = text.startswith(YA) and not (w.nouns or w.geo or w.name >= 0.3)
    return not (joined or verb)


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


def _takes(r: Reading, i: int, cue: Cue, stop: int) -> bool:
    """Whether the object at token `i` may be the cue's: any for a verb of speech, else one of its own, or any where the
    speaker is to decide («هاجم»)."""
    return not cue.weak or cue.by != () or _object_fits(r, i, cue, stop)


def _object_fits(r: Reading, i: int, cue: Cue, stop: int) -> bool:
    """Whether the object at token `i` (behind a preposition, a pronoun or the article) is one of the cue's own."""
    return object_stance(r, i, cue, stop) is not None
