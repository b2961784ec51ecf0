"""The words that tell one report from others, weighed by how rare they are in news and where they stand."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from isnad.lexicon.spread import stem
from isnad.records import Block
from isnad.text import View

KEPT = 80  # words of a document
_COMMON = 7  # half bits up to which a word stands in every tenth article and says nothing
_HEADLINE = 2.0
_BEHIND = 0.4  # of a word that stands behind the first sentences only
_FIRST = 400  # letters of the body that count as its first sentences
_BACKGROUND = 0.5
_WORD = re.compile(r"[^\W\d_]+")


def weighed(view: View, blocks: Sequence[Block]) -> tuple[tuple[tuple[str, float], ...], tuple[str, ...]]:
    """The document's words with their weights, heaviest first, of unit length; and the stems of its headline."""
    told: dict[str, float] = {}
    title: dict[str, None] = {}
    read = 0
    for block in blocks:
        if block.label not in ("headline", "deck", "body") or block.story not in (0, None):
            continue
        for match in _WORD.finditer(View(block.span.of(view.raw)).fold):
            word, rarity = stem(match[0])
            if block.label == "headline":
                told[word] = told.get(word, 0.0) + _HEADLINE
                if rarity >= _COMMON:
                    title[word] = None
                continue
            told[word] = told.get(word, 0.0) + (1.0 if read < _FIRST else _BEHIND)
            read += len(match[0]) + 1
    weights = {word: _weight(word, count) for word, count in told.items()}
    top = sorted(((w, x) for w, x in weights.items() if x), key=lambda item: (-item[1], item[0]))[:KEPT]
    length = math.sqrt(sum(x * x for _, x in top)) or 1.0
    return tuple((word, round(x / length, 4)) for word, x in top), tuple(title)


def _weight(word: str, count: float) -> float:
    rarity = stem(word)[1]
    if rarity < _COMMON:
        return 0.0
    return (1 + math.log1p(count)) * rarity * (1.0 if count > _BACKGROUND else _BACKGROUND)


def alike(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The cosine of two bags of weighted words of unit length.

    >>> alike({"سد": 0.6, "فيضان": 0.8}, {"سد": 1.0})
    0.6
    """
    # An exact sum, since the order of the words of a set is another in every process.
    return math.fsum([a[word] * b[word] for word in a.keys() & b.keys()])
