"""How a document names actors and victims for whom outlets have different words."""

from __future__ import annotations

from bisect import bisect_right

from isnad.lexicon.terms import openers
from isnad.merge.records import Term
from isnad.records import Analysis
from isnad.text import Reading

_TOLD = frozenset({"headline", "deck", "body"})


def terms(analysis: Analysis, reading: Reading) -> tuple[Term, ...]:
    """Every place of the story that uses one of the terms, longest reading first; `quoted` inside quotation marks or
    in somebody's claim, where it is not the outlet's word."""
    blocks = [block for block in analysis.blocks if block.label in _TOLD]
    starts = [block.span.start for block in blocks]
    contents = [claim.content for claim in analysis.claims]
    found: list[Term] = []
    i = 0
    while i < len(reading):
        length = 1
        for rest, entry in openers(reading.words[i]):
            if tuple(reading.words[i + 1 : i + 1 + len(rest)]) == rest:
                length = 1 + len(rest)
                span = reading.span(i, i + length)
                at = bisect_right(starts, span.start) - 1
                if at >= 0 and blocks[at].span.holds(span):
                    quoted = reading.quote_around[i] >= 0 or any(content.holds(span) for content in contents)
                    found.append(Term(slot=entry.slot, term=entry.forms[0], span=span, quoted=quoted))
                break
        i += length
    return tuple(found)
