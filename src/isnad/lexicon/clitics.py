"""The ways to take the proclitics (و ف ب ل ك, the article) off one folded token.

Nothing here knows which words exist: a table decides which of the splits is real.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from isnad.lexicon import affixes
from isnad.lexicon.affixes import AND, ARTICLE, BY, FOR, FOR_THE, LIKE, THEN

_CONJUNCTIONS = AND + THEN
PREPOSITIONS = BY + FOR + LIKE
# Folded pronoun suffixes of a noun. The first and second person are rare in news and too like other endings
# (it is mostly a dual or a relational adjective), so only those of «us» and «you» are read.
SUFFIXES = (affixes.THEM_TWO, affixes.THEM, affixes.THEM_WOMEN, affixes.HER, affixes.US, affixes.YOU, affixes.HIM)
THEM = (affixes.THEM, affixes.THEM_TWO, affixes.THEM_WOMEN)  # those of people of whom there are several
IT = (affixes.HIM, affixes.HER)  # of one thing, as the light form writes it: no ta marbuta
_BY_LAST = {last: tuple(s for s in SUFFIXES if s[-1] == last) for last in {s[-1] for s in SUFFIXES}}


class Split(NamedTuple):
    """One way to read a token: `stem` without proclitics and article.

    `start` is the offset (code points of the token) at which the noun phrase begins: at the article where it is
    written out («والوزير»: 1), at the noun itself where it is fused with a lam («للوزير»: 2).
    """

    start: int
    stem: str
    definite: bool


@lru_cache(maxsize=65536)
def splits(word: str) -> tuple[Split, ...]:
    """All ways to take proclitics off the folded token `word`, the one that takes least first.

    >>> [tuple(s) for s in splits("والوزير")]
    [(0, 'والوزير', False), (1, 'الوزير', False), (1, 'وزير', True)]
    """
    result = [Split(0, word, False)]
    starts = [0]
    if len(word) > 2 and word[0] in _CONJUNCTIONS:
        starts.append(1)
    for start in starts:
        if start:
            result.append(Split(start, word[start:], False))
        _with_article(word, start, result)
        if len(word) > start + 2 and word[start] in PREPOSITIONS:
            inner = start + 1
            result.append(Split(inner, word[inner:], False))
            _with_article(word, inner, result)
            if word.startswith(FOR_THE, start) and len(word) > start + 3:
                result.append(Split(start + 2, word[start + 2 :], True))
                # The preposition and the article before a lam: one lam of three is not written.
                result.append(Split(start + 1, word[start + 1 :], True))
    return tuple(result)


def _with_article(word: str, start: int, result: list[Split]) -> None:
    if word.startswith(ARTICLE, start) and len(word) > start + 3:
        result.append(Split(start, word[start + 2 :], True))


def suffixes(stem: str) -> tuple[str, ...]:
    """The pronoun suffixes in which the folded `stem` may end, two letters at least being left before them.

    >>> suffixes("نظيرها")
    ('ها',)
    """
    return tuple(s for s in _BY_LAST.get(stem[-1:], ()) if stem.endswith(s) and len(stem) > len(s) + 1)
