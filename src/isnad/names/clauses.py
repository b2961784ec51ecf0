"""Clauses inside a speaker phrase: «الوزير الذي يزور المدينة», «الشيخ سالم وهو أحد الوجهاء»."""

from __future__ import annotations

from isnad.lexicon import grammar
from isnad.lexicon.affixes import BY, FOR
from isnad.names.scan import COMMAS, Scan
from isnad.names.words import word

_LONGEST = 20


def clause_end(s: Scan, end: int) -> int:
    """Where the clause about the speaker ends that begins at token `end`, or `end` where none does.

    Before a known border it goes up to it or to a comma: «قال الوزير الذي يزور المدينة، إن …». Elsewhere a comma
    must close it and the complement of the cue follow: «طالب الوزير الذي يزور المدينة، بإعادة …».
    """
    words = s.r.words
    if end >= s.stop or not _opens(words[end]):
        return end
    limit = min(s.stop, end + _LONGEST)
    for i in range(end + 1, limit):
        text = words[i]
        if text in COMMAS:
            return i if s.bounded or _complement(words, i + 1) else end
        if text in ".؟!:؛\n(":
            return end
    last = word(words[s.stop - 1])
    whole = s.bounded and s.stop <= limit and s.stop - end > 2 and (last.pronoun or not last.function)
    return s.stop if whole else end


def _opens(text: str) -> bool:
    return text in grammar.words("who") or text in grammar.words("being")


def _complement(words: list[str], at: int) -> bool:
    """Whether a prepositional complement begins at this token."""
    if at >= len(words):
        return False
    return words[at] in grammar.words("frame-preposition") or (words[at][0] in BY + FOR and bool(word(words[at]).lead))
