"""Finds the places where a reporting cue has a complement: the drafts of claims.

A draft knows its cue, its frame and the subject that its own clause names. Whose words they are, where they end
and how claims nest is settled afterwards (`extents`, `tellers`).
"""

from __future__ import annotations

from isnad.claims.antecedents import share_content
from isnad.claims.draft import Draft
from isnad.claims.nouns import noun_draft
from isnad.claims.participles import participle_draft
from isnad.claims.sources import phrase_draft, source_draft
from isnad.claims.verbs import verb_draft
from isnad.lexicon import cues, grammar
from isnad.lexicon.cues import CueReading
from isnad.text import Reading

_MOST_IN_SENTENCE = 100  # more claims than that are no prose
_MOST_TRIED = 300  # words of a sentence that may be cues


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
        behind = first
        most = len(drafts) + _MOST_IN_SENTENCE
        tried = 0
        for i in [n for n in range(first, stop) if r.words[n] in openers or cues.find(r.words[n])]:
            if i < behind or len(drafts) >= most:
                continue
            text = r.words[i]
            phrase = cues.phrase_at(r.words, i) if text in openers else None
            if phrase is not None and not (phrase.suffix and _content_opens(r, i + len(phrase.tokens), stop)):
                draft = phrase_draft(r, i, phrase, number, known)
                if draft is not None:
                    drafts.append(draft)
                behind = i + len(phrase.tokens)
                continue
            readings = tuple(
                x
                for x in cues.find(text)
                if not {text, text[x.start :]} & grammar.words("no-cue") and cues.fits(x, r.lights[i])
            )
            tried += bool(readings)
            if readings and tried <= _MOST_TRIED:
                draft, reason = _word_draft(r, i, readings, number, known, number in headlines)
                if draft is not None:
                    share_content(r, draft, drafts)
                    drafts.append(draft)
                elif reason:
                    rejected.append((i, reason))
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
            draft, reason = verb_draft(r, i, reading, number, known)
        elif tense == "participle":
            draft = participle_draft(r, i, reading, number, known)
        else:
            draft = noun_draft(r, i, reading, number, known, headline)
        if draft is not None:
            return draft, ""
    return None, reason
