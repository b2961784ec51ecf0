"""Drafts whose cue is a participle or a verbal noun: «مؤكدا أن …», «قوله إن …», «إشادة مصرية بـ…»."""

from __future__ import annotations

from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import read_frame
from isnad.lexicon import cues, grammar
from isnad.lexicon.affixes import ALIF, AND, ARTICLE, BY, BY_THE, FEMININE, PLURAL_IN, THEN
from isnad.lexicon.cues import CueReading
from isnad.names.words import word
from isnad.text import Reading

_NEAR = 3  # tokens between the holder of a verbal noun and what it says
_CLAUSE_SIGNS = frozenset('،,:؛()«»"“”\n-–—')


def participle_draft(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
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
    noun = any(x.form.tense == "masdar" for x in cues.find(text))
    says = accusative or (frame.kind == "clause" and text.endswith(FEMININE) and not noun)
    if not apart and not (says and near and not word(previous).preposition):
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


def noun_draft(
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
