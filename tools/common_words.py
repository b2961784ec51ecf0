"""Counts the everyday words of Arabic news, for `lexicon/data/common_words.txt`.

    python tools/common_words.py CORPUS.jsonl[.xz] ... -o src/isnad/lexicon/data/common_words.txt

An everyday word stands in many articles, is no word of people's names (`lexicon/data/name_words.tsv`), and has
relatives: the same word with the article, a pronoun, an ending or a verbal prefix, which a foreign surname has
not. The names room uses the list for one question only: whether an unknown word after a given name can be a family
name. The output holds folded words, sorted, one a line; no counts and no text.
"""

from __future__ import annotations

import argparse
import json
import lzma
from collections import Counter
from pathlib import Path

from isnad.lexicon import people
from isnad.lexicon.affixes import (
    ALIF,
    ARTICLE,
    BY_THE,
    FEMININE,
    FEMININE_PAST,
    FOR_THE,
    FUTURE,
    HER,
    HIM,
    IMPERFECT,
    PLURAL_AT,
    PLURAL_IN,
    PLURAL_PAST,
    PLURAL_UN,
    THEM,
    US,
    WE,
)
from isnad.text import Reading, View

MIN_ARTICLES = 30
MIN_RELATIVES = 0.03  # of its own articles
HIGHEST_NAME_SCORE = 0.2


def relatives(word: str, articles: Counter[str]) -> int:
    """In how many articles the relatives of the folded word stand."""
    if word.startswith(ARTICLE):
        stem = word[2:]
        return articles[stem] + articles[FOR_THE + stem] + articles[BY_THE + stem]
    endings = (HIM, HER, THEM, PLURAL_PAST, FEMININE_PAST, ALIF, PLURAL_AT, PLURAL_IN, PLURAL_UN, US, FEMININE)
    prefixes = (ARTICLE, *IMPERFECT, FUTURE, WE, FOR_THE)
    return sum(articles[word + e] for e in endings) + sum(articles[p + word] for p in prefixes)


def main() -> None:
    """Reads the corpora named on the command line and writes the list."""
    parser = argparse.ArgumentParser(description="Counts everyday words.")
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    arguments = parser.parse_args()
    articles: Counter[str] = Counter()
    for path in arguments.corpus:
        with (
            lzma.open(path, "rt", encoding="utf-8")
            if path.suffix == ".xz"
            else path.open("rt", encoding="utf-8") as lines
        ):
            for line in lines:
                articles.update(set(Reading(View(json.loads(line)["text"])).words))
    kept = sorted(
        word
        for word, count in articles.items()
        if count >= MIN_ARTICLES and word.isalpha() and not word.isascii()
        and len(word) > 2 and people.name_score(word) < HIGHEST_NAME_SCORE
        and relatives(word, articles) >= MIN_RELATIVES * count
    )  # fmt: skip
    arguments.output.write_text("\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
