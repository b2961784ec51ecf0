"""Acts whose object is the pronoun on their verb, so that the content stands before the cue: «الخطة التي طرحها الوسيط».

What the pronoun takes up is the noun phrase before a relative pronoun, or the whole clause before «وهو ما».
"""

from __future__ import annotations

from isnad.claims.draft import Draft
from isnad.lexicon import grammar
from isnad.lexicon.affixes import BY, FEMININE_YA, FOR, YA
from isnad.lexicon.cues import CueReading
from isnad.names.parts import Phrase
from isnad.names.phrases import read_phrase
from isnad.names.words import Word, word
from isnad.text import Reading
from isnad.text.signs import COMMAS

_LONGEST_ANTECEDENT = 6


def taken_up(r: Reading, i: int, reading: CueReading, number: int, known: frozenset[str]) -> Draft | None:
    """The act of the verb at token `i` over what its pronoun takes up, if a speaker follows: «أمر تنفيه الوزارة»."""
    first, stop = r.sentences[number]
    subject = _subject(r, i, reading, stop, known)
    if subject is None or i - 1 <= first or not _over_things(reading):
        return None
    relative = i - 1
    clause = _clause_before(r, relative, first)
    place = (clause, 0) if clause is not None else _noun_phrase(r, relative, first)
    if place is None:
        return None
    until = relative - 1 if clause is not None else relative
    draft = Draft("verb", reading.cue, i, i + 1, number)
    draft.cue_cut = (reading.start, 0)
    draft.form, (draft.content, draft.content_offset), draft.until = "act", place, until
    draft.subject, draft.subject_at = subject, "after"
    draft.relative, draft.pronoun = True, True
    draft.number, draft.gender, draft.tense = reading.form.number, reading.form.gender, reading.form.tense
    draft.why.append(f"{reading.cue.id} ({reading.form.tense}) + what its pronoun takes up")
    return draft


def share_content(r: Reading, draft: Draft, earlier: list[Draft]) -> None:
    """«اتهمت الوزارة الشركة بالتقصير، وهو ما تنفيه الشركة»: the clause that a pronoun takes up is the content of the
    claim before it, where there is one."""
    if draft.until < 0 or r.words[draft.until] not in grammar.words("taking-up"):
        return
    last = next((d for d in reversed(earlier) if d.sentence == draft.sentence and d.kind != "source"), None)
    if last is not None and 0 <= last.content < draft.until:
        draft.content, draft.content_offset = last.content, last.content_offset


def _over_things(reading: CueReading) -> bool:
    """Whether what the verb takes is said: an accused or described person is not."""
    cue = reading.cue
    if cue.weak:
        return False
    if not reading.suffix:
        return cue.prep != () and cue.stance != "states"
    return cue.object == "content" and BY not in cue.prep


def _subject(r: Reading, i: int, reading: CueReading, stop: int, known: frozenset[str]) -> Phrase | None:
    """The speaker right after the verb and its pronoun («أعلنها الوزير», «طالب بها الوزير»)."""
    at = i + 1
    if not reading.suffix:
        if at >= stop or r.words[at] not in grammar.words("taken-up") or not reading.cue.prep:
            return None
        at += 1
    subject = read_phrase(r, at, stop, known=known, strict=True) if at < stop else None
    return subject if subject is not None and subject.parts[0].speaks else None


def _clause_before(r: Reading, relative: int, first: int) -> int | None:
    """The first token of the clause that «وهو ما» takes up; None where the pronoun takes up no clause."""
    if relative - 2 <= first or r.words[relative - 1] not in grammar.words("taking-up"):
        return None
    w = word(r.words[relative])
    if not (w.relative or not w.function):
        return None
    start = relative - 2
    while start > first and r.words[start - 1] not in COMMAS:
        start -= 1
    while start < relative - 2 and not r.words[start][0].isalnum() and start not in r.quote_close:
        start += 1
    return start


def _noun_phrase(r: Reading, relative: int, first: int) -> tuple[int, int] | None:
    """Where the definite noun phrase before the relative pronoun begins, with its proclitic: «خطة السلام التي»."""
    if r.words[relative] not in grammar.words("relative") or r.words[relative] in grammar.words("what"):
        return None
    at = relative - 1
    floor = max(first, relative - _LONGEST_ANTECEDENT)
    while at > floor and _qualifies(word(r.words[at])) and r.words[at - 1][0].isalpha():
        at -= 1
    if not r.words[at][0].isalpha() or word(r.words[at]).function:
        return None
    while at > floor and not word(r.words[at]).lead and _governs(r, at - 1):
        at -= 1
    w = word(r.words[at])
    return at, len(w.lead)


def _qualifies(w: Word) -> bool:
    """Whether the word is an adjective of a definite noun before it: «السياسية», «الجديدة»."""
    return w.article and not w.lead and (w.adjective or w.text.endswith((YA, FEMININE_YA)))


def _governs(r: Reading, i: int) -> bool:
    """Whether the word is an indefinite noun that a definite one completes: «خطة السلام»."""
    text = r.words[i]
    w = word(text)
    plain = text[0].isalpha() and len(text) > 2 and not (w.article or w.function or w.time or w.verb)
    maybe_verb = not w.nouns and text[0] in grammar.words("imperfect-letter")
    return plain and not maybe_verb and w.lead in ("", BY, FOR)
