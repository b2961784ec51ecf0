"""Drafts whose cue credits a source for the clause around it: «بحسب …», «وفق ما أفادت …», «جاء في البيان أن …»."""

from __future__ import annotations

import msgspec

from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import read_frame
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import ALIF, FOR, FOR_THE
from isnad.lexicon.cues import Cue, CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import word
from isnad.text import Reading, fold
from isnad.text.signs import ASIDES

_SENTENCE_ENDS = frozenset(".…")
_SHORTEST_CLAUSE = 4  # tokens of a clause that somebody says


def phrase_draft(r: Reading, i: int, phrase: cues.Phrase, number: int, known: frozenset[str]) -> Draft | None:
    cue = phrase.cue
    end = i + len(phrase.tokens)
    if cue.weak or (phrase.suffix and cue.frame != "source"):
        return None
    if phrase.suffix:
        draft = Draft("source", cue, end - 1, end, number)
        draft.cue_cut = (0, len(phrase.suffix))
        draft.pronoun = True
        draft.why.append(f"{cue.id} + pronoun")
        return draft
    if cue.frame == "source":
        return source_draft(r, i, end, cue, phrase.start, number, known)
    if cue.frame == "clause" or cue.clause or cue.direct:
        _, stop = r.sentences[number]
        subject = read_phrase(r, end, stop, known=known) if end < stop else None
        reading = CueReading(cue, cues.CueForm("perfect", 3, "s", "m", "active", "", False), 0, 0, "")
        frame = read_frame(r, end - 1, reading, stop, known)
        if frame is None or subject is None:
            return None
        draft = draft_of("verb", r, i, reading, number, frame)
        draft.cue_first, draft.cue_end = i, end if cue.frame != "clause" else i + 1
        draft.cue_cut = (phrase.start, 0)
        draft.subject, draft.subject_at = frame.subject or subject, "after"
        draft.lead = True
        return draft
    return None


def source_draft(
    r: Reading, i: int, end: int, cue: Cue, start: int, number: int, known: frozenset[str]
) -> Draft | None:
    """«بحسب مصدر أمني», «وفقا لوكالة …»: the phrase after the cue is the speaker."""
    _, stop = r.sentences[number]
    if end >= stop:
        return None
    text = r.words[end]
    lead = ""
    joins = {fold(prep) for prep in cue.prep} - grammar.words("about")  # «quoting» with its preposition is a relay
    if (text == FOR or text in joins) and end + 1 < stop:
        end += 1
    elif text.startswith(FOR) and cue.lemma.endswith(ALIF):
        w = word(text)
        lead = FOR_THE if text.startswith(FOR_THE) and w.lead == FOR_THE else FOR
    if text in grammar.words("what-to"):
        return None
    subject = read_phrase(r, end, stop, lead=lead, known=known)
    if subject is None or not subject.parts[0].speaks or fold(subject.parts[0].head) in grammar.words("no-source"):
        return None
    draft = Draft("source", cue, i, i + 1, number)
    draft.cue_cut = (start, 0)
    if cue.kind == "phrase":
        draft.cue_end = end
    draft.subject, draft.subject_at = subject, "after"
    draft.form = "clause"
    draft.why.append(f"{cue.id} + source")
    return draft


def quoted_by(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """«بحسب ما أفادت به وكالة …»: the verb is the cue, the phrase after it the speaker, the clause around the
    content."""
    first, stop = r.sentences[number]
    before = r.words[i - 2] if i - 1 > first else ""
    opener = before in grammar.words("according") or before[1:] in grammar.words("according")
    likened = r.words[i - 1] in grammar.words("as") and i - 1 > first  # at the head of a sentence it means «also»
    if not (opener or likened or r.words[i - 1] in grammar.words("as-per")):
        return None
    position = i + 1
    if position < stop and r.words[position] in grammar.complementizers():
        return None  # «they found what is thought to be …»: the verb has a content of its own
    within = reading.cue.relay_prep in grammar.words("in")  # «by what stands in the letter»
    if position < stop and r.words[position] in grammar.words("in" if within else "taken-up"):
        position += 1
    subject = read_phrase(r, position, stop, known=known) if position < stop else None
    if likened and not _as_said(r, i, reading, subject, stop):
        return None
    draft = Draft("source", reading.cue, i, i + 1, number)
    draft.cue_cut = (reading.start, len(reading.suffix))
    if not within:
        draft.number, draft.gender = reading.form.number, reading.form.gender
    if subject is not None and subject.parts[0].speaks:
        draft.subject, draft.subject_at = subject, "after"
    draft.why.append(f"{reading.cue.id} + source clause")
    return draft


def _as_said(r: Reading, i: int, reading: CueReading, subject: Phrase | None, stop: int) -> bool:
    """«، كما قالت الوكالة.», «- كما تقول الوكالة -»: nothing follows that the verb could say."""
    if reading.cue.weak or not reading.cue.direct or reading.suffix or subject is None or not subject.parts[0].speaks:
        return False
    end = subject.end
    return end >= stop or (not r.words[end][0].isalnum() and r.words[end] not in ":(" and end not in r.quote_close)


def trailing(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """«فتح الطريق أمس، تقول الصحيفة.»: the clause before a comma, the verb and its speaker that end the sentence."""
    first, stop = r.sentences[number]
    apart = i - first > _SHORTEST_CLAUSE and r.words[i - 1] in ASIDES and reading.start == 0
    if not apart or reading.suffix or reading.cue.weak or i + 1 >= stop:
        return None
    subject = read_phrase(r, i + 1, stop, known=known, strict=True)
    if subject is None or not subject.parts[0].speaks:
        return None
    if subject.end < stop and r.words[subject.end] not in _SENTENCE_ENDS:
        return None
    draft = Draft("source", reading.cue, i, i + 1, number)
    draft.number, draft.gender = reading.form.number, reading.form.gender
    draft.subject, draft.subject_at = subject, "after"
    draft.why.append(f"{reading.cue.id} after its clause")
    return draft


def stated_in(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """«جاء في البيان أن …»: the text after the preposition is the speaker."""
    _, stop = r.sentences[number]
    if i + 2 >= stop or r.words[i + 1] not in grammar.words("in"):
        return None
    subject = read_phrase(r, i + 2, stop, known=known)
    if subject is None or not subject.parts[0].speaks:
        return None
    plain = reading._replace(cue=msgspec.structs.replace(reading.cue, relay_prep="", prep=(), object=""))
    frame = read_frame(r, subject.end - 1, plain, stop, known, subject_before=True)
    if frame is None or frame.kind == "act":
        return None
    draft = draft_of("verb", r, i, reading, number, frame)
    draft.subject, draft.subject_at, draft.lead = subject, "after", True
    return draft
