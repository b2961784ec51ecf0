"""Word n-grams of a text, folded, and the MinHash values by which texts that share them are found.

Two paragraphs with the share J of their n-grams in common have one of their `HASHES` least values in common with the
probability 1 - (1 - J) ** HASHES; whether they really do is then counted on all n-grams.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from isnad.records import Block
from isnad.text import View

WORDS = 4  # of an n-gram
LEAD = 90  # n-grams, and at most two thirds of all: the first paragraphs, what the report itself is about
HASHES = 4
_SHORTEST = 8  # n-grams of a paragraph that is sought elsewhere
_WORD = re.compile(r"\w+")
_MASK = 0xFFFFFFFF
# Odd multipliers: each reorders the hashes in its own way.
_MULTIPLIERS = (0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)
_TOLD = frozenset(("headline", "deck", "body", "repeat"))


def paragraphs(view: View, blocks: Sequence[Block]) -> list[tuple[str, list[int]]]:
    """The label and the n-gram hashes, in order, of every paragraph of the story."""
    raw = view.raw
    result: list[tuple[str, list[int]]] = []
    for block in blocks:
        if block.label in _TOLD:
            for line in block.span.of(raw).splitlines():
                hashes = ngrams(line)
                if hashes:
                    result.append((block.label, hashes))
    return result


class Prints(NamedTuple):
    """What tells whether two texts have words in common: see `Profile`."""

    shingles: tuple[int, ...]
    lead: tuple[int, ...]
    bands: tuple[int, ...]


def prints(view: View, blocks: Sequence[Block]) -> Prints:
    """The hashes of a text."""
    parts = paragraphs(view, blocks)
    told = [h for label, part in parts if label != "headline" for h in part]
    return Prints(
        shingles=tuple(sorted({h for _, part in parts for h in part})),
        lead=tuple(told[: min(LEAD, 2 * len(told) // 3)]),
        bands=bands(parts),
    )


def ngrams(line: str) -> list[int]:
    """The hashes of the n-grams of one line, in order.

    >>> len(ngrams("وصل الوزير إلى الوادي أمس")), ngrams("وَصَلَ الوزير الى الوادى") == ngrams("وصل الوزير إلى الوادي")
    (2, True)
    """
    words = _WORD.findall(View(line).fold)
    return [zlib.crc32(" ".join(words[i : i + WORDS]).encode()) for i in range(len(words) - WORDS + 1)]


def least(hashes: Sequence[int]) -> list[int]:
    """The MinHash values of one paragraph, each marked with its number so that only like ones meet."""
    return [((min((h * factor) & _MASK for h in hashes) & ~3) | number) for number, factor in enumerate(_MULTIPLIERS)]


def bands(parts: Sequence[tuple[str, list[int]]]) -> tuple[int, ...]:
    """The MinHash values of all paragraphs that are long enough; of the longest where none is."""
    hashes = [part for _, part in parts if len(part) >= _SHORTEST]
    if not hashes and parts:
        hashes = [max((part for _, part in parts), key=len)]
    return tuple(sorted({value for part in hashes for value in least(part)}))
