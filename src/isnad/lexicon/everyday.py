"""Everyday words of Arabic news, from `data/common_words.txt` (made by `tools/common_words.py`)."""

from __future__ import annotations

from functools import cache

from isnad.lexicon.load import read_lines

SOURCE = "common_words.txt"


@cache
def _words() -> frozenset[str]:
    return frozenset(read_lines(SOURCE))


def is_everyday(word: str) -> bool:
    """Whether the folded token is an ordinary word of news that is hardly ever part of a person's name.

    >>> is_everyday("العلاقات"), is_everyday("شمخاني")
    (True, False)
    """
    return word in _words()
