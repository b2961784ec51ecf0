"""Drafts whose cue is a finite verb: «قال الوزير إن …», «الوزير أكد …», «أدان الحادث»."""

from __future__ import annotations

from isnad.claims.antecedents import taken_up
from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import Frame, read_frame
from isnad.claims.homographs import disagrees, is_accusative, is_other_word
from isnad.claims.openings import object_stance
from isnad.claims.sources import quoted_by, stated_in, trailing
from isnad.claims.subjects import before_verb
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import ALIF, AND, BY, FOR, FUTURE, HAMZA_ALIF, PLURAL_IN, THEN
from isnad.lexicon.cues import CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading, fold
from isnad.text.signs import CLAUSE_SIGNS, COMMAS, QUESTION

_LONGEST_SUBJECT = 6  # tokens between an auxiliary and its verb
_SHORT_NAME = 3  # tokens from one quotation sign to the other around a name
_LONGEST_WEAK = 8  # tokens between a verb that need not be one of speech and the colon before its words
_DESCRIBED = frozenset({"document", "group", "anonymous"})
_LONGEST_DESCRIBED = 4
_LEADS = frozenset({AND, THEN, AND + FUTURE, THEN + FUTURE})


def verb_draft(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> tuple[Draft | None, str]:
    """The draft whose cue is the verb at token `i` of sentence `number`; None with the reason (perhaps empty)."""
    first, stop = r.sentences[number]
    words = r.words
    form = reading.form
    previous = words[i - 1] if i > first else "\n"
    if form.person in (1, 2) or is_other_word(r, i, reading, first):
        return None, ""
    if (reason := _unsaid(r, i, reading, first)) is not None:
        return None, reason
    lead = words[i][: reading.start] in _LEADS
    link = _link(r, i, first)
    relative = link is not None
    if not (lead or relative or _some_who(r, i, first)) and _governed(previous):
        return None, ""
    if previous in grammar.words("quoting") or previous in grammar.words("as"):
        source = quoted_by(r, i, reading, number, known)
        if source is not None:
            return source, ""
    if reading.cue.relay_prep in grammar.words("in"):
        return stated_in(r, i, reading, number, known), ""
    # «at a time in which the union warned»: what the pronoun takes up is no occasion of speech.
    located = i + 1 < stop and words[i + 1] in grammar.words("pronoun-preposition") and not _at_a_time(words, i, first)
    early: Phrase | None = None
    if link is not None:
        if not reading.suffix and r.words[link] not in grammar.words("what"):
            early = _antecedent(r, link, first, known)
            early = None if early is not None and not _agrees(reading, r.words[link]) else early
    elif not located and (not lead or previous in grammar.words("perfect-sign")):
        # «that the minister "stressed …"»: the quotation begins with the verb.
        early = before_verb(r, i - 1 if i - 1 in r.quote_close else i, first, known)
    published = reading.cue.relay_prep != "" or reading.cue.weak  # «a report published yesterday»
    if early is None and not (lead or relative or located or reading.suffix or published):
        early = _described(r, i, reading, first, known)
    # What a matter threatens is nobody's threat, but somebody may judge it: the speaker stands behind the verb then.
    matter = early is not None and words[early.first] in grammar.words("matter")
    early = None if matter else early
    frame = read_frame(r, i, reading, stop, known, subject_before=early is not None)
    if matter and (frame is None or frame.subject is None):
        return None, ""
    if frame is None and (taken := taken_up(r, i, reading, number, known)) is not None:
        return taken, ""
    if frame is None:
        told = _told_before(r, i, reading, number, known) if reading.cue.direct else None
        strong = not reading.cue.weak and reading.cue.direct
        return told, f"{reading.cue.id}: no complement" if told is None and strong else ""
    if _maybe_passive(r, i, reading, frame, early, lead):
        return None, ""
    if not _weak_act_speaks(r, i, frame, reading, early, stop):
        return None, ""
    if located and frame.kind == "act" and frame.subject is not None and (relative or not lead):
        # The pronoun takes up the occasion: what follows the verb is its object.
        frame = read_frame(r, i, reading, stop, known, subject_before=True) or frame
    draft = draft_of("verb", r, i, reading, number, frame)
    draft.lead, draft.relative, draft.located = lead, relative, located
    draft.number, draft.gender, draft.tense = form.number, form.gender, form.tense
    object_after = early is None and frame.kind == "act" and reading.cue.object != ""
    noun = is_accusative(reading, early) and not (lead or relative)
    other = noun or (not object_after and disagrees(r, reading, early or frame.subject))
    if other or _no_verb(r, i, reading, draft, frame, early):
        return None, ""
    draft.impersonal = form.voice == "passive" and draft.subject is None and early is None
    draft.pronoun = reading.suffix != ""
    if draft.subject is None and early is not None:
        draft.subject, draft.subject_at = early, "before"
    if not _stands(r, i, first, draft, reading) or not _speaks(r, i, draft):
        return None, ""
    return draft, ""


def _maybe_passive(r: Reading, i: int, reading: CueReading, frame: Frame, early: Phrase | None, lead: bool) -> bool:
    """Whether an imperfect that is mostly read as a passive («يعتبر», is considered) is one: a judgement whose clause
    follows at once is somebody's («تعتبر الوزارة أن …»)."""
    if reading.form.tense != "imperfect" or r.words[i][reading.start :] not in grammar.words("also-passive"):
        return False
    if early is not None:
        return r.words[i + 1] in grammar.words("from")  # «the company counts among the largest»
    border = frame.subject.end if frame.subject is not None else i + 1
    judged = reading.cue.predicate and frame.kind == "clause" and frame.content <= border + 1
    return not (judged and (frame.subject is not None or lead))


def _link(r: Reading, i: int, first: int) -> int | None:
    """The relative pronoun before the verb at token `i`: «الذي طالب», «الذي كان يطالب»; None where there is none."""
    link = i - 1
    while link > first and (r.words[link] in grammar.words("was") or r.words[link] in grammar.words("perfect-sign")):
        link -= 1
    return link if link >= first and r.words[link] in grammar.words("relative") else None


def _unsaid(r: Reading, i: int, reading: CueReading, first: int) -> str | None:
    """Why the verb at token `i` tells of no speech: negated, future, possible, wished; None where it does."""
    words = r.words
    previous = words[i - 1] if i > first else "\n"
    negated = previous in grammar.words("negation") and fold(reading.cue.lemma) not in grammar.words("said-negated")
    if negated or _denied_before(r, i, first):
        return "negated"
    imperfect = reading.form.tense == "imperfect"
    clitics = words[i][: reading.start]
    future = imperfect and clitics.endswith(FUTURE)
    may = imperfect and previous in grammar.words("may")
    if future or may or previous in grammar.words("irrealis"):
        return "not said yet, or not said to be said"
    if imperfect and clitics.endswith(FOR):
        return ""
    if imperfect and previous in grammar.words("that"):
        earlier = words[i - 2] if i - 1 > first else ""
        if earlier not in grammar.words("after-an"):
            return "wished, not said"
    return None


def _at_a_time(words: list[str], i: int, first: int) -> bool:
    """Whether the clause of the verb at token `i` says at what time something else happens: «في وقت تحذر فيه»."""
    before = i - 2 if i - 1 > first and word(words[i - 1]).relative else i - 1
    return before >= first and words[before] in grammar.words("point-in-time")


def _some_who(r: Reading, i: int, first: int) -> bool:
    """«هناك من يرى أن …», but not «ليس هناك من يرى أن …»."""
    if i - 2 < first or r.words[i - 1] not in grammar.words("some-who"):
        return False
    none = i - 3 >= first and r.words[i - 3] in grammar.words("other-than") | grammar.words("negation")
    return r.words[i - 2] in grammar.words("there-are") and not none


def _governed(previous: str) -> bool:
    """Whether the word before is a preposition, which no verb follows."""
    if not previous[0].isalpha():
        return False
    w = word(previous)
    return w.preposition and not w.clause and previous not in grammar.words("quoting")


def _weak_act_speaks(r: Reading, i: int, frame: Frame, reading: CueReading, early: Phrase | None, stop: int) -> bool:
    """Whether the act of a verb that need not be one of speech is one: it has an object of the verb's own («نشر
    الموقع خبرا»), what it says of somebody («عدّته خطأ»), or a speaker whose act it always is («تضمن البيان …»)."""
    cue = reading.cue
    if frame.kind != "act" or not cue.weak or (cue.objects and not cue.by):
        return True
    subject = frame.subject or early
    adjoins = subject is early or (subject is not None and subject.first == i + 1)
    if subject is not None and adjoins and subject.parts[0].speaks and subject.parts[0].kind in cue.by:
        # «the deal that contains …» only describes the text.
        return frame.subject is not None or subject.parts[0].kind != "document"
    return (cue.predicate and reading.suffix != "") or object_stance(r, frame.content, cue, stop) is not None


def _no_verb(r: Reading, i: int, reading: CueReading, draft: Draft, frame: Frame, early: Phrase | None) -> bool:
    """Whether the spelling is a noun, a preposition or a passive here."""
    first, _ = r.sentences[draft.sentence]
    previous = r.words[i - 1] if i > first else "\n"
    text = r.words[i][reading.start :]
    nobody = draft.subject is None and early is None
    if (nobody or draft.relative) and _first_person(r.lights[i][reading.start :], reading):
        return True
    bound = draft.lead or draft.relative or draft.located
    asyndetic = not bound and previous[0].isalpha() and not word(previous).function
    if asyndetic and nobody and reading.cue.object and r.words[draft.content][0] == BY:
        return True  # a passive in a relative clause without a pronoun
    thing = draft.relative and nobody and draft.form == "act" and reading.cue.weak
    if thing and not (reading.suffix or draft.located):
        return True  # «a matter that sheds light on …»: a thing does it
    # «what is thought to be a bomb», «what is suspected to be an attack»
    supposed = reading.form.tense == "imperfect" and reading.cue.stance in ("judges", "alleges", "accuses")
    near_clause = draft.form == "clause" and frame.form_near(i) and not supposed
    if previous in grammar.words("what") and nobody and not near_clause and not reading.suffix:
        return True
    if nobody and draft.form == "clause" and previous in grammar.words("negation") and previous[0] != AND:
        return True  # «it is not ruled out that …»: a passive of what may be
    if text in grammar.words("also-passive") and draft.form == "act":
        bare = draft.content == i + 1 and nobody
        if draft.relative or r.lights[draft.content].endswith(ALIF) or bare:
            return True
    if text in grammar.words("through") and frame.kind == "clause":
        return r.words[draft.content - 1] not in grammar.words("about")  # «said the minister, over the channel, that …»
    if text in grammar.words("between") and draft.subject is not None:
        # Before a dual, a plural in the oblique case or two names it is the preposition.
        oblique = r.words[draft.subject.first].endswith(PLURAL_IN) and draft.subject.parts[0].number != "s"
        return len(draft.subject.parts) > 1 or oblique or previous in grammar.words("what")
    return False


def _first_person(light: str, reading: CueReading) -> bool:
    """Whether a hamza shows the first person of the imperfect: «أعتبر» is no perfect, whose alef has none."""
    verb = reading.cue.verb
    silent = verb is not None and verb.form in ("VII", "VIII", "X")
    return silent and reading.form.tense == "perfect" and light.startswith(HAMZA_ALIF)


def _told_before(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """What stands before a verb with its speaker: a quotation, or a clause («فتح الطريق، تقول الصحيفة.»)."""
    quoted = _quotation_before(r, i, reading, number, known)
    return quoted or trailing(r, i, reading, number, known)


def _quotation_before(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """«"الطريق مفتوح"، قال الوزير»: the quotation right before the verb, with a speaker after it."""
    first, stop = r.sentences[number]
    close = i - 2 if i - 1 > first and r.words[i - 1] in COMMAS else i - 1
    opening = r.quote_open.get(close, -1)
    subject = read_phrase(r, i + 1, stop, known=known) if i + 1 < stop else None
    if opening < first or close - opening < 3 or subject is None or not subject.parts[0].speaks:
        return None
    draft = Draft("verb", reading.cue, i, i + 1, number)
    draft.cue_cut = (reading.start, 0)
    draft.form, draft.content = "direct", opening
    draft.subject, draft.subject_at, draft.lead = subject, "after", True
    draft.number, draft.gender, draft.tense = reading.form.number, reading.form.gender, reading.form.tense
    draft.why.append(f"{reading.cue.id} ({reading.form.tense}) after a quotation")
    return draft


def _denied_before(r: Reading, i: int, first: int) -> bool:
    """«لم يسبق أن أعلن …», «نفى أن يكون قد قال …»: nobody is said to have said it."""
    back = r.words[max(first, i - 3) : i]
    if len(back) < 3:
        return False
    never = back[2] in grammar.words("that") and back[0] in grammar.words("negation")
    supposed = back[2] in grammar.words("perfect-sign") and back[1] in grammar.words("be")
    return never or (supposed and back[0] in grammar.words("that")) or _auxiliary_denied(r, i, first)


def _auxiliary_denied(r: Reading, i: int, first: int) -> bool:
    """Whether the auxiliary before the subject is denied or asked: «لم يكن الوزير قد أعلن …», «عما إذا كان الوزير قد
    أعلن …»."""
    for j in range(i - 1, max(first, i - _LONGEST_SUBJECT), -1):
        text = r.words[j]
        if text in grammar.words("perfect-sign"):
            continue
        if not text[0].isalpha() or word(text).clause:
            return False
        if text in grammar.words("was-not") and r.words[j - 1] in grammar.words("negation"):
            return True
        if text in grammar.words("was"):
            return r.words[j - 1] in grammar.words("irrealis")
    return False


def _speaks(r: Reading, i: int, draft: Draft) -> bool:
    """Whether somebody says this: no remark of the outlet (يذكر أن), no act of a thing (الصور تكشف عن)."""
    cue = draft.cue
    assert cue is not None
    if cue.weak and draft.form == "direct" and not draft.colon:
        border = draft.subject.end if draft.subject is not None and draft.subject_at == "after" else i + 1
        while border < draft.content and (r.words[border] in COMMAS or word(r.words[border]).manner):
            border += 1
        if draft.content > border + 1 or not (
            draft.lead
            or (draft.relative and not draft.pronoun)
            or (draft.subject is not None and draft.subject.parts[0].speaks)
        ):
            return False
    if cue.weak and draft.colon and (draft.subject is None or draft.relative) and draft.content - i > _LONGEST_WEAK:
        return False  # the colon opens a list, or another's words
    if cue.relay_prep and draft.form == "direct" and not draft.colon:
        close = r.quote_close.get(draft.content)
        if close is not None and close - draft.content <= _SHORT_NAME:
            return False  # «the family took "Zaynab" to hospital»
    if draft.subject is None:
        bare = r.words[i].removeprefix(AND) in grammar.words("impersonal")
        return not bare
    if draft.subject.first in r.quote_close and (draft.form == "clause" or cue.relay_prep):
        return True  # a medium whose name no table has
    return draft.subject.parts[0].speaks or (cue.direct and not cue.weak and draft.form != "act")


def _stands(r: Reading, i: int, first: int, draft: Draft, reading: CueReading) -> bool:
    """Whether a spelling that is also a noun stands where a verb stands: at the head of its clause, or after the
    noun phrase that is its subject."""
    noun_too = any(x.form.tense in ("masdar", "noun") and x.start == reading.start for x in cues.find(r.words[i]))
    w = word(r.words[i])
    noun_too = noun_too or w.noun("") is not None or w.preposition or reading.cue.weak
    if not noun_too or draft.lead or draft.relative or draft.subject_at == "before":
        return True
    previous = r.words[i - 1] if i > first else "\n"
    if previous in CLAUSE_SIGNS or previous[0] in "….!" or previous == QUESTION:
        return draft.subject is not None or draft.form != "act" or i == first
    if draft.subject is not None and draft.subject.parts[0].speaks and _only_adverbial(r, first, i):
        return True
    w = word(previous)
    return w.clause or w.time or previous in grammar.words("before-cue")


def _only_adverbial(r: Reading, first: int, i: int) -> bool:
    """Whether nothing but a short adverbial stands before token `i` in its sentence: «على صعيد آخر كشف الوزير»."""
    while first < i and not r.words[first][0].isalpha():
        first += 1
    w = word(r.words[first])
    return i - first <= 6 and (w.preposition or w.time) and not any(word(t).verb for t in r.words[first:i])


def _described(r: Reading, i: int, reading: CueReading, first: int, known: frozenset[str]) -> Phrase | None:
    """The indefinite noun that the verb at token `i` describes without a relative pronoun: «حمل المتظاهرون لافتات كبيرة
    تطالب بفتح السوق»."""
    for start in range(i - 1, max(first, i - _LONGEST_DESCRIBED) - 1, -1):
        w = word(r.words[start])
        if not w.text[0].isalpha() or w.article or w.verb:
            return None
        noun = w.noun(w.lead)
        if noun is None or noun.noun.kind is None or noun.suffix:
            continue
        phrase = read_phrase(r, start, i, lead=w.lead, known=known)
        if phrase is None or phrase.end != i or len(phrase.parts) > 1:
            continue
        part = phrase.parts[0]
        many = part.number == "p" and part.gender != "f"
        fits = reading.form.gender == part.gender and (reading.form.number != "s") == many
        if fits and part.speaks and part.kind in _DESCRIBED and not part.definite:
            return phrase
    return None


def _agrees(reading: CueReading, relative: str) -> bool:
    """Whether whom the relative pronoun takes up may be the verb's subject: not in «الدول التي قال إنها وافقت»."""
    if reading.form.number != "s" or relative not in grammar.words("who-one"):
        return True
    return reading.form.gender == ("f" if relative in grammar.words("who-she") else "m")


def _antecedent(r: Reading, relative: int, first: int, known: frozenset[str]) -> Phrase | None:
    """The noun phrase that the relative pronoun at token `relative` follows, if it can speak."""
    best: Phrase | None = None
    end = relative
    if end > first and r.words[end - 1] in COMMAS:
        end -= 1
    for start in range(end - 1, max(first, end - 9) - 1, -1):
        text = r.words[start]
        if text in CLAUSE_SIGNS:
            break
        if not text[0].isalpha():
            continue
        lead = word(text).lead
        phrase = read_phrase(r, start, end, lead=lead, known=known)
        if phrase is not None and phrase.end == end and phrase.parts[0].speaks and phrase.parts[0].definite:
            best = phrase
        if lead and best is not None:
            break
    return best
