"""What stands around a count: the phrases that bound it («أكثر من», «على الأقل»), its preposition, its «و»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.lexicon import measures
from isnad.lexicon.affixes import AND, ARTICLE
from isnad.names.words import word
from isnad.records import Bound
from isnad.text import Reading


class Left(NamedTuple):
    """What stands before a count: its first token with what bounds it, the preposition and whether «و» joins it."""

    outer: int
    bound: Bound | None
    prep: str
    joined: bool


def left_of(r: Reading, i: int, start: int, first: int) -> Left:
    """What stands before the count whose first token is `i`; `start` letters of that token are proclitics."""
    outer, bound = i, None
    letters = r.words[i][:start]
    while True:
        if not letters and outer > first and r.glued(outer) and r.words[outer - 1] in measures.words("proclitic"):
            outer, letters = outer - 1, r.words[outer - 1].removesuffix(ARTICLE)
        elif not letters and outer > first and r.words[outer - 1] == AND:
            outer, letters = outer - 1, AND
        phrase = _bound_before(r, outer, first, letters)
        if phrase is None:
            break
        outer, bound, letters = outer - phrase[0], bound or phrase[1], phrase[2]
    joined = letters.startswith(AND)
    prep = letters.lstrip(AND)
    if not letters and outer > first:
        before = word(r.words[outer - 1])
        if before.preposition and not before.pronoun:
            prep = r.words[outer - 1]
            joined = prep.startswith(AND) and prep not in measures.words("between")
            prep = prep.removeprefix(AND) if joined else prep
    return Left(outer, bound, prep, joined)


def _bound_before(r: Reading, i: int, first: int, letters: str) -> tuple[int, Bound, str] | None:
    """The phrase that ends before token `i` and bounds what follows: its length, its bound, its proclitics."""
    if i <= first:
        return None
    last = r.words[i - 1]
    for key in {last, last[1:], last[2:]}:
        for tokens, bound in measures.bounds_ending(key) if key else ():
            begin = i - len(tokens)
            if letters or begin < first:
                continue
            lead = r.words[begin].removesuffix(tokens[0])
            if lead + tokens[0] != r.words[begin] or (lead and lead not in measures.words("proclitic")):
                continue
            if all(r.words[begin + n] == token for n, token in enumerate(tokens) if n):
                return len(tokens), bound, lead
    return None


def bound_after(r: Reading, i: int, stop: int) -> tuple[Bound | None, int]:
    """The bound that a phrase at token `i` sets, and the token behind it."""
    if i < stop:
        for tokens, bound in measures.bounds_opening(r.words[i]):
            if tuple(r.words[i : i + len(tokens)]) == tokens:
                return bound, i + len(tokens)
    return None, i
