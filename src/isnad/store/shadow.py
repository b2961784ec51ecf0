"""The shadow of a text that search compares: one key a word, folded, its clitics and its article taken off.

«بسوريا» and «سوريا» have one key, «الوزير» and «وزير» too; the و of «وزير» is its own, which the word «الوزير» in
the list of everyday words shows. Nothing else is taken off: search finds words, not roots. A key is made of letters
alone or of digits alone, so that every store cuts the shadow into the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from isnad.lexicon import affixes
from isnad.lexicon.clitics import suffixes
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.geo import country
from isnad.lexicon.people import name_score
from isnad.text import View, fold, fold_word

_WORD = re.compile(r"\d+|[^\W\d_a-zA-Z]+|[a-zA-Z]+")
_LEAST = 3  # letters that must be left
_LONGEST = 60  # letters of a key: what is longer is no word, and stores limit the length
_A_NAME = 0.5  # name_score from which a word counts as part of a name
_CONJUNCTIONS = (affixes.AND, affixes.THEN)
_PREPOSITIONS = (affixes.BY, affixes.FOR, affixes.LIKE)


def keys(text: str) -> list[str]:
    """The keys of the words of `text`, in order.

    >>> keys("والتقى بالوزيرِ في 12 مكاناً")
    ['تقي', 'وزير', 'في', '12', 'مكانا']
    """
    return [key(match.group()) for match in _WORD.finditer(fold(text))]


def positioned(view: View) -> Iterator[tuple[int, int, str]]:
    """The words of a text: start and end in raw code points, and key."""
    for match in _WORD.finditer(view.light):
        start, end = view.span(match.start(), match.end())
        yield start, end, key(fold_word(match.group()))


@lru_cache(maxsize=1 << 17)
def key(word: str) -> str:
    """The key of one folded word.

    >>> [key(word) for word in ("بسوريا", "الوزير", "وزير", "للجنه", "وقال", "بيان", "وبالعراق", "RT")]
    ['سوريا', 'وزير', 'وزير', 'لجنه', 'قال', 'بيان', 'عراق', 'rt']
    """
    return _stripped(word.lower(), conjunction=True, preposition=True)[:_LONGEST]


def _stripped(word: str, *, conjunction: bool, preposition: bool) -> str:
    """The word without what may be taken off it: a conjunction, then a preposition, then the article."""
    if len(word) <= _LEAST or _whole(word):
        return word
    if len(word) >= _LEAST + len(affixes.ARTICLE) and word.startswith(affixes.ARTICLE):
        return word.removeprefix(affixes.ARTICLE)
    rest = word[1:]
    if conjunction and word.startswith(_CONJUNCTIONS) and _stands_after_conjunction(word, rest):
        return _stripped(rest, conjunction=False, preposition=preposition)
    if preposition and word.startswith(affixes.FOR_THE) and _definite(rest[1:]):
        return _after_lam(rest)
    if preposition and word.startswith(_PREPOSITIONS) and _nominal(rest):
        return _stripped(rest, conjunction=False, preposition=False)
    return word


def _after_lam(word: str) -> str:
    """The noun behind the preposition of «للوزير»; «للجنة» is ل and اللجنة, whose second lam is not written."""
    return word if _takes_article(word) else word[1:]


def _whole(word: str) -> bool:
    """Whether the word is known as it stands, so that its first letter is its own."""
    if word.startswith(affixes.ARTICLE):
        return False
    if _takes_article(word) or any(r.start == 0 for r in country(word)):
        return True
    # Statistics of name slots hold «andLavrov» beside «Lavrov».
    joined = word.startswith(affixes.AND) and name_score(word[1:]) >= _A_NAME
    return name_score(word) >= _A_NAME and not joined


def _takes_article(word: str) -> bool:
    """Whether the word is an everyday noun, with an ending or without: it stands with the article in the news
    («الوزير» shows it of «وزيرها» and «وزيرا»)."""
    endings = ("", affixes.ALIF, *suffixes(word))
    return any(is_everyday(affixes.ARTICLE + word.removesuffix(ending)) for ending in endings)


def _definite(rest: str) -> bool:
    return len(rest) >= _LEAST


def _nominal(rest: str) -> bool:
    """Whether what a preposition leaves is a noun or a name («باتفاق», «بسوريا», «بالوزير»)."""
    if len(rest) < _LEAST:
        return False
    return (
        _takes_article(rest)
        or (rest.startswith(affixes.ARTICLE) and len(rest) >= _LEAST + len(affixes.ARTICLE))
        or name_score(rest) >= _A_NAME
        or any(r.start == 0 for r in country(rest))
    )


def _stands_after_conjunction(word: str, rest: str) -> bool:
    """Whether the first letter is a conjunction: what is left is a word by itself («وقال», «وبسوريا»)."""
    if len(rest) < _LEAST:
        return False
    if _nominal(rest) or bool(country(rest)):
        return True
    if is_everyday(rest):
        # «she opened» is no conjunction and «under»: the word as it stands is as common.
        return word.startswith(affixes.AND) or not is_everyday(word)
    if _stripped(rest, conjunction=False, preposition=True) != rest:
        return True
    # An unknown word with a waw is a foreign name behind the conjunction more often than a noun.
    return len(rest) > _LEAST and word.startswith(affixes.AND) and not is_everyday(word)
