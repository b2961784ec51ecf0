"""Clauses inside a speaker phrase: «الوزير الذي يزور المدينة», «بيان صدر أمس», «الشيخ سالم وهو أحد الوجهاء»."""

from __future__ import annotations

from isnad.lexicon import grammar
from isnad.lexicon.affixes import BY, FOR
from isnad.names.scan import Scan
from isnad.names.words import word
from isnad.text.signs import CLAUSE_STOPS, COMMAS

_LONGEST = 20


def clause_end(s: Scan, end: int, indefinite: bool) -> int:
    """Where the clause about the speaker ends that begins at token `end`, or `end` where none does.

    Before a known border it goes up to it or to a comma: «قال الوزير الذي يزور المدينة، إن …». Elsewhere a comma
    must close it and the complement of the cue follow: «طالب الوزير الذي يزور المدينة، بإعادة …». An `indefinite`
    speaker takes his clause without a pronoun that opens it: «قال بيان أصدرته الوزارة إن …».
    """
    words = s.r.words
    if end >= s.stop or not (_opens(words[end]) or (indefinite and s.bounded and is_clause_verb(words[end]))):
        return end
    limit = min(s.stop, end + _LONGEST)
    for i in range(end + 1, limit):
        text = words[i]
        if text in COMMAS:
            return i if s.bounded or _complement(words, i + 1) else end
        late = indefinite and word(text).time
        if s.bounded and (late or _occasion(words, i, s.stop)):
            return i
        if text in CLAUSE_STOPS or text == "(":
            return end
    last = word(words[s.stop - 1])
    whole = s.bounded and s.stop <= limit and s.stop - end > 2 and (last.pronoun or not last.function)
    return s.stop if whole else end


def is_clause_verb(text: str) -> bool:
    """Whether the token opens a clause behind an indefinite noun: «أعضاء ينتمون …», «بيان تلقت …»."""
    return text in grammar.words("clause-verb") or text in grammar.words("received")


def _opens(text: str) -> bool:
    return text in grammar.words("who") or text in grammar.words("being")


def _occasion(words: list[str], at: int, stop: int) -> bool:
    """Whether the occasion of the speech begins at this token: «في حديث لصحيفة الوادي»."""
    return words[at] in grammar.words("in") and at + 1 < stop and word(words[at + 1]).is_a("occasion")


def _complement(words: list[str], at: int) -> bool:
    """Whether a complement of the cue begins at this token."""
    if at >= len(words):
        return False
    prepositional = words[at][0] in BY + FOR and bool(word(words[at]).lead)
    return prepositional or words[at] in grammar.words("frame-preposition") or words[at] in grammar.complementizers()
