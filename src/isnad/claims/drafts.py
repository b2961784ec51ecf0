"""Finds the places where a reporting cue has a complement: the drafts of claims.

A draft knows its cue, its frame and the subject that its own clause names. Whose words they are, where they end
and how claims nest is settled afterwards (`extents`, `tellers`).
"""

from __future__ import annotations

from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import read_frame
from isnad.claims.sources import phrase_draft, quoted_by, source_draft, stated_in
from isnad.claims.subjects import before_verb
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, BY, BY_THE, FEMININE, FOR, FUTURE, PLURAL_IN, THEN
from isnad.lexicon.cues import CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading

_MOST_IN_SENTENCE = 100  # more claims than that are no prose
_MOST_TRIED = 300  # words of a sentence that may be cues
_NEAR = 3  # tokens between the holder of a verbal noun and what it says
_COMMAS = frozenset("،,")
_CLAUSE_SIGNS = frozenset('،,:؛()«»"“”\n-–—')


def find_drafts(
    r: Reading, sentences: list[int], known: frozenset[str], headlines: frozenset[int]
) -> tuple[list[Draft], list[tuple[int, str]]]:
    """The drafts of the sentences with these indices, in text order, and the cues (token, reason) without one.

    `headlines` are the indices of the sentences that are headlines or decks: there a verbal noun alone may be the
    cue («إشادة مصرية بنتائج الزيارة»).
    """
    drafts: list[Draft] = []
    rejected: list[tuple[int, str]] = []
    openers = cues.phrase_openers()
    for number in sentences:
        first, stop = r.sentences[number]
        i = first
        most = len(drafts) + _MOST_IN_SENTENCE
        tried = 0
        while i < stop and len(drafts) < most:
            text = r.words[i]
            if not text[0].isalpha():
                i += 1
                continue
            phrase = cues.phrase_at(r.words, i) if text in openers else None
            if phrase is not None and not (phrase.suffix and _content_opens(r, i + len(phrase.tokens), stop)):
                draft = phrase_draft(r, i, phrase, number, known)
                if draft is not None:
                    drafts.append(draft)
                i += len(phrase.tokens)
                continue
            found = cues.find(text)
            if not found:
                i += 1
                continue
            readings = tuple(
                x for x in found if not {text, text[x.start :]} & grammar.words("no-cue") and cues.fits(x, r.lights[i])
            )
            tried += bool(readings)
            if readings and tried <= _MOST_TRIED:
                draft, reason = _word_draft(r, i, readings, number, known, number in headlines)
                if draft is not None:
                    drafts.append(draft)
                elif reason:
                    rejected.append((i, reason))
            i += 1
    return drafts, rejected


def _content_opens(r: Reading, i: int, stop: int) -> bool:
    """Whether content begins right here, so that what precedes introduces it: «بقوله: …»."""
    return i < stop and (r.words[i] == ":" or i in r.quote_close or r.words[i] in grammar.complementizers())


def _word_draft(
    r: Reading, i: int, readings: tuple[CueReading, ...], number: int, known: frozenset[str], headline: bool
) -> tuple[Draft | None, str]:
    reason = ""
    for reading in readings:
        tense = reading.form.tense
        if tense == "preposition":
            if reading.cue.weak or reading.cue.frame != "source":
                continue
            draft = source_draft(r, i, i + 1, reading.cue, reading.start, number, known)
        elif tense in ("perfect", "imperfect"):
            draft, reason = _verb_draft(r, i, reading, number, known)
        elif tense == "participle":
            draft = _participle_draft(r, i, reading, number, known)
        else:
            draft = _noun_draft(r, i, reading, number, known, headline)
        if draft is not None:
            return draft, ""
    return None, reason


def _verb_draft(
    r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]
) -> tuple[Draft | None, str]:
    first, stop = r.sentences[number]
    words = r.words
    form = reading.form
    previous = words[i - 1] if i > first else "\n"
    if form.person in (1, 2):
        return None, ""
    if previous in grammar.words("negation") or _denied_before(r, i, first):
        return None, "negated"
    future = form.tense == "imperfect" and words[i][: reading.start].endswith(FUTURE)
    may = form.tense == "imperfect" and previous in grammar.words("may")
    if future or may or previous in grammar.words("irrealis"):
        return None, "not said yet, or not said to be said"
    if form.tense == "imperfect" and words[i][: reading.start].endswith(FOR):
        return None, ""
    if form.tense == "imperfect" and previous in grammar.words("that"):
        earlier = words[i - 2] if i - 1 > first else ""
        if earlier not in grammar.words("after-an"):
            return None, "wished, not said"
    lead = words[i][: reading.start] in (AND, THEN, AND + FUTURE, THEN + FUTURE)
    relative = previous in grammar.words("relative")
    if not lead and not relative and previous[0].isalpha():
        w = word(previous)
        if w.preposition and not w.clause and previous not in grammar.words("quoting"):
            return None, ""
    if previous in grammar.words("quoting"):
        source = quoted_by(r, i, reading, number, known)
        if source is not None:
            return source, ""
    if reading.cue.relay_prep in grammar.words("in"):
        return stated_in(r, i, reading, number, known), ""
    early: Phrase | None = None
    if relative:
        if not reading.suffix and previous not in grammar.words("what"):
            early = _antecedent(r, i - 1, first, known)
    elif not lead or previous in grammar.words("perfect-sign"):
        early = before_verb(r, i, first, known)
    if form.tense == "imperfect" and early is None and words[i][reading.start :] in grammar.words("also-passive"):
        return None, ""
    frame = read_frame(r, i, reading, stop, known, subject_before=early is not None)
    if frame is not None and frame.kind == "act" and reading.cue.weak and not reading.cue.objects:
        text_says = frame.subject is not None and frame.subject.parts[0].kind == "document"
        if not (text_says and reading.cue.stance == "relays"):
            return None, ""
    if frame is None and reading.cue.direct and (told := _quotation_before(r, i, reading, number, known)) is not None:
        return told, ""
    if frame is None:
        strong = not reading.cue.weak and reading.cue.direct
        return None, f"{reading.cue.id}: no complement" if strong else ""
    draft = draft_of("verb", r, i, reading, number, frame)
    draft.lead = lead
    draft.relative = relative
    draft.number, draft.gender = form.number, form.gender
    located = i + 1 < stop and words[i + 1] in grammar.words("pronoun-preposition")
    if located and frame.kind == "act" and frame.subject is not None and (relative or not lead):
        # The pronoun takes up the occasion: what follows the verb is its object.
        frame = read_frame(r, i, reading, stop, known, subject_before=True) or frame
        draft = draft_of("verb", r, i, reading, number, frame)
    draft.located = located
    asyndetic = not lead and not relative and not located and previous[0].isalpha() and not word(previous).function
    if asyndetic and draft.subject is None and early is None and reading.cue.object and words[draft.content][0] == BY:
        return None, ""  # a passive in a relative clause without a pronoun
    if (
        previous in grammar.words("what")
        and draft.subject is None
        and early is None
        and not (draft.form == "clause" and frame.form_near(i))
    ):
        return None, ""
    if (
        words[i][reading.start :] in grammar.words("also-passive")
        and draft.form == "act"
        and (
            relative
            or r.lights[draft.content].endswith(ALIF)
            or (draft.content == i + 1 and not draft.subject and not early)
        )
    ):
        return None, ""
    if words[i][reading.start :] in grammar.words("between") and draft.subject is not None:
        # Before a dual, a plural in the oblique case or two names it is the preposition.
        oblique = words[draft.subject.first].endswith(PLURAL_IN) and draft.subject.parts[0].number != "s"
        if len(draft.subject.parts) > 1 or oblique or previous in grammar.words("what"):
            return None, ""
    draft.tense = form.tense
    draft.impersonal = form.voice == "passive" and draft.subject is None and early is None
    draft.pronoun = reading.suffix != ""
    if draft.subject is None and early is not None:
        draft.subject, draft.subject_at = early, "before"
    if not _stands(r, i, first, draft, reading) or not _speaks(r, i, draft):
        return None, ""
    return draft, ""


def _quotation_before(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """«"الطريق مفتوح"، قال الوزير»: the quotation right before the verb, with a speaker after it."""
    first, stop = r.sentences[number]
    close = i - 2 if i - 1 > first and r.words[i - 1] in _COMMAS else i - 1
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
    return never or (supposed and back[0] in grammar.words("that"))


def _speaks(r: Reading, i: int, draft: Draft) -> bool:
    """Whether somebody says this: no remark of the outlet (يذكر أن), no act of a thing (الصور تكشف عن)."""
    cue = draft.cue
    assert cue is not None
    if cue.weak and draft.form == "direct" and not draft.colon:
        border = draft.subject.end if draft.subject is not None and draft.subject_at == "after" else i + 1
        if draft.content > border + 1 or not (
            draft.lead or (draft.subject is not None and draft.subject.parts[0].speaks)
        ):
            return False
    if draft.subject is None:
        bare = r.words[i].removeprefix(AND) in grammar.words("impersonal")
        return not bare
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
    if previous in _CLAUSE_SIGNS or previous[0] in ".؟!…":
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


def _antecedent(r: Reading, relative: int, first: int, known: frozenset[str]) -> Phrase | None:
    """The noun phrase that the relative pronoun at token `relative` follows, if it can speak."""
    best: Phrase | None = None
    end = relative
    if end > first and r.words[end - 1] in _COMMAS:
        end -= 1
    for start in range(end - 1, max(first, end - 9) - 1, -1):
        text = r.words[start]
        if text in _CLAUSE_SIGNS:
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


def _participle_draft(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    first, stop = r.sentences[number]
    text = r.words[i]
    lead = text[: reading.start]
    if lead not in ("", AND, THEN) or reading.suffix:
        return None
    if reading.form.number == "s" and not text.endswith((ALIF, FEMININE)):
        return None
    previous = r.words[i - 1] if i > first else "\n"
    if previous[0].isdigit() or previous in grammar.words("other-than"):
        return None
    frame = read_frame(r, i, reading, stop, known)
    if frame is None:
        return None
    apart = previous in _CLAUSE_SIGNS or previous[0] in ".؟!…" or lead != ""
    near = frame.form_near(i)
    accusative = text.endswith(ALIF) and reading.form.number == "s"
    if not apart and not (accusative and near and not word(previous).preposition):
        return None
    if reading.form.number in ("d", "p") and not text.endswith(PLURAL_IN):
        return None
    if frame.kind == "act" and reading.cue.weak and not near:
        return None
    if frame.kind == "act" and reading.cue.object == "content" and not accusative and r.words[frame.content][0] == BY:
        return None  # without an object the feminine participle is mostly passive: accused of
    draft = draft_of("participle", r, i, reading, number, frame)
    if draft.subject is not None and draft.form == "act":
        # A participle's own subject never follows it; what was read is its object.
        draft.content, draft.content_offset = draft.subject.first, draft.subject.offset
    draft.subject, draft.subject_at = None, "none"
    draft.lead = True
    draft.number, draft.gender = reading.form.number, reading.form.gender
    return draft


def _noun_draft(
    r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str], headline: bool
) -> Draft | None:
    first, stop = r.sentences[number]
    text = r.words[i]
    lead = text[: reading.start]
    heads = word(text).is_a("body", lead) or word(text).is_a("media", lead)
    opens = headline and i == first and lead in ("", ARTICLE) and not heads
    after = not lead and not reading.suffix and i > first and r.words[i - 1] in grammar.words("after-event")
    if not (reading.suffix or (lead in (BY, BY_THE) and reading.cue.direct) or opens or after):
        return None
    frame = read_frame(r, i, reading, stop, known)
    if frame is None:
        return None
    if after and not opens:
        # The speaker is the noun's complement, and what is said follows it closely.
        subject = frame.subject
        near = subject is not None and subject.first == i + 1 and frame.content - subject.end <= _NEAR
        doer = reading.cue.object != "content" or BY not in reading.cue.prep  # else the complement may be the accused
        if subject is None or not near or not doer or not (subject.parts[0].speaks and subject.parts[0].definite):
            return None
    if reading.suffix:
        if frame.kind == "act" or frame.subject is not None:
            return None
        following = r.words[i + 1] if i + 1 < stop else ""
        if frame.kind == "clause" and following not in grammar.complementizers() and not frame.form_near(i):
            return None
    if opens and frame.kind != "act":
        return None
    if lead in (BY, BY_THE) and not reading.suffix and frame.kind == "act":
        return None
    draft = draft_of("masdar", r, i, reading, number, frame)
    draft.lead = lead[:1] in (BY,)
    if not opens and not after:
        draft.subject, draft.subject_at = None, "none"
    return draft
