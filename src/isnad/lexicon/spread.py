"""How widely a word is spread in Arabic news, from `data/word_spread.tsv` (made by `tools/word_spread.py`).

Nothing is known of a word's grammar here: of all ways to take its proclitics off, the most widely spread one is its
stem, so that «بسوريا» and «سوريا» are one word and «وزير» is never «زير».
"""

from __future__ import annotations

from functools import cache, lru_cache

from isnad.lexicon.affixes import ARTICLE, LIKE, without_article
from isnad.lexicon.clitics import splits
from isnad.lexicon.load import read_lines

SOURCE = "word_spread.tsv"
_SHORTEST = 2  # letters of a stem
RAREST = 24  # half bits of a word that the table lacks


@cache
def _table() -> dict[str, int]:
    rows = (line.split("\t") for line in read_lines(SOURCE))
    return {word: int(rarity) for word, rarity in rows}


@lru_cache(maxsize=65536)
def stem(word: str) -> tuple[str, int]:
    """The folded token without its proclitics and article, and its rarity in half bits: 0 in every article, 24 in none.

    >>> stem("بسوريا")[0], stem("والسيول")[0], stem("وزير")[0]
    ('سوريا', 'سيول', 'وزير')
    """
    table = _table()
    options: dict[str, int] = {}
    for split in splits(word):
        bare = without_article(split.stem)
        if len(bare) < _SHORTEST:
            continue
        rarity = min(table.get(bare, RAREST), table.get(ARTICLE + bare, RAREST))
        if rarity < RAREST or split.start == 0 or word[split.start - 1] != LIKE:
            options.setdefault(bare, rarity)
    if not options:
        return word, 0
    best = min(options, key=lambda s: (options[s], len(s)))
    return best, options[best]
