"""Counts in how many articles a word stands, for `lexicon/data/word_spread.tsv`.

    python tools/word_spread.py CORPUS.jsonl[.xz] ... -o src/isnad/lexicon/data/word_spread.tsv

Merging weighs the words that two articles share: a rare one says that they tell of one thing, «قال» says nothing. The
weights are counted once and shipped, since weights of the project at hand would change with every document added.
The output holds folded words, sorted, one a line, each with half bits of rarity (`round(2 * log2(articles / n))`) after
a tab; no counts and no text.
"""

from __future__ import annotations

import argparse
import json
import lzma
import math
import re
from collections import Counter
from pathlib import Path

from isnad.text import View

MIN_ARTICLES = 20
_WORD = re.compile(r"[^\W\d_]+")


def main() -> None:
    """Reads the corpora named on the command line and writes the table."""
    parser = argparse.ArgumentParser(description="Counts how widely words are spread.")
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    arguments = parser.parse_args()
    spread: Counter[str] = Counter()
    articles = 0
    for path in arguments.corpus:
        with (
            lzma.open(path, "rt", encoding="utf-8")
            if path.suffix == ".xz"
            else path.open("rt", encoding="utf-8") as lines
        ):
            for line in lines:
                articles += 1
                spread.update(set(_WORD.findall(View(json.loads(line)["text"]).fold)))
    kept = sorted(
        f"{word}\t{round(2 * math.log2(articles / n))}"
        for word, n in spread.items()
        if n >= MIN_ARTICLES and len(word) > 1 and not word.isascii()
    )
    arguments.output.write_text("\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
