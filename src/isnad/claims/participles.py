"""Drafts whose cue is a participle: «مؤكدا أن …», «معتبرة القرار خطأ»."""

from __future__ import annotations

from isnad.claims.draft import Draft, draft_of
from isnad.claims.frames import read_frame
from isnad.lexicon import grammar
from isnad.lexicon.affixes import ALIF, AND, BY, FEMININE, PLURAL_IN, THEN
from isnad.lexicon.cues import CueReading
from isnad.names.words import word
from isnad.text import Reading
from isnad.text.signs import CLAUSE_SIGNS, QUESTION


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
    apart = previous in CLAUSE_SIGNS or previous[0] in "….!" or previous == QUESTION or lead != ""
    whom = frame.subject  # «accusing the head of the club»: what was read as a subject is the object
    near = frame.form_near(i) or (whom is not None and whom.first == i + 1 and frame.content == whom.end)
    accusative = text.endswith(ALIF) and reading.form.number == "s"
    clause = frame.kind == "clause" and _that(r, i + 1)  # «holding that …», «pointing to that …»
    if not apart and not ((accusative or clause) and near and not word(previous).preposition):
        return None
    if reading.form.number in ("d", "p") and not text.endswith(PLURAL_IN):
        return None
    if frame.kind == "act" and reading.cue.weak and not near:
        return None
    accusing = reading.cue.object == "content" and reading.cue.stance != "promises"
    if frame.kind == "act" and accusing and not accusative and r.words[frame.content][0] == BY:
        return None  # without an object the feminine participle is mostly passive: accused of
    draft = draft_of("participle", r, i, reading, number, frame)
    if draft.subject is not None and draft.form == "act":
        # A participle's own subject never follows it; what was read is its object.
        draft.content, draft.content_offset = draft.subject.first, draft.subject.offset
    draft.subject, draft.subject_at = None, "none"
    draft.lead = True
    draft.number, draft.gender = reading.form.number, reading.form.gender
    return draft


def _that(r: Reading, i: int) -> bool:
    """Whether a complementizer stands at token `i`, or right behind a preposition there."""
    behind = i + 1 if r.words[i] in grammar.words("frame-preposition") and i + 1 < len(r) else i
    return r.words[behind] in grammar.complementizers()
