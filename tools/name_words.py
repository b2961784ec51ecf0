"""Counts how often each word stands where a person's name stands, for `lexicon/data/name_words.tsv`.

    python tools/name_words.py CORPUS.jsonl[.xz] ... -o src/isnad/lexicon/data/name_words.tsv

The corpora are JSON lines with a field `text`. A name slot is the place
- after a title («الدكتور …», «الرئيس الفرنسي …»), nisbas between them skipped, adjectives in ي refused,
- after a word that is known as a name and no ordinary word («محمد …»), also over a particle («… بن …»),
- between a reporting verb and أن or إن when one word stands there («أكد … أن»), or right after a verb of speech.
A word after a particle that only verbs follow («لم …», «قد …») is counted against its slots twice. A second pass
takes as known also what the first found. The output holds folded words and two counts, no text: word, times in a
name slot, times at all; kept are words with three slots or more that stand in a slot often enough, and no word
that is only another one behind a proclitic.
"""

from __future__ import annotations

import argparse
import itertools
import lzma
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from isnad.lexicon import geo, grammar, nouns, people
from isnad.lexicon.affixes import ARTICLE, FEMININE, FOR_THE, YA
from isnad.lexicon.clitics import splits
from isnad.text import Reading, View

MIN_SLOTS = 3
MIN_SHARE, SURE_SHARE = 0.04, 0.3
KNOWN_SLOTS, KNOWN_SHARE, COMMON_SHARE = 8, 0.5, 0.25
TITLES = frozenset({"rank", "honorific", "role"})


class Article(msgspec.Struct):
    """The only field that is read."""

    text: str


def articles(paths: Iterable[Path]) -> Iterator[list[str]]:
    """The folded tokens of each distinct article of the files."""
    decoder = msgspec.json.Decoder(Article)
    seen = set()
    for path in paths:
        opened = lzma.open if path.suffix == ".xz" else open
        with opened(path, "rb") as lines:
            for line in lines:
                text = decoder.decode(line).text
                if hash(text) not in seen:
                    seen.add(hash(text))
                    yield Reading(View(text)).words


class Counting:
    """The sets of words that say what a slot is; `known` grows between the passes."""

    def __init__(self) -> None:
        self.verbs = people.words_of("verbs")
        self.stops = people.words_of("not_names") | self.verbs
        self.common = people.words_of("common")
        self.known = set(people.words_of("given", "family")) - self.common - self.stops
        self.particles = people.words_of("particle", "compound")
        self.before_verbs = people.words_of("before_verbs")
        self.speech = people.words_of("speech_verbs")
        self.that = grammar.words("complementizer")
        self.for_the = FOR_THE
        self.article, self.adjectival = ARTICLE, (YA, FEMININE)
        self._title: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}

    def is_title(self, word: str) -> bool:
        """Whether the token is a definite title in the singular («الرئيس», «والدكتور»), or «د»."""
        found = self._title.get(word)
        if found is None:
            letter = word in grammar.words("title-letter")
            found = any(
                r.number == "s" and not r.suffix and not r.noun.rest and (r.definite or letter)
                for r in nouns.find(word)
                if not TITLES.isdisjoint(r.noun.classes)
            )
            self._title[word] = found
        return found

    def may_be_name(self, word: str) -> bool:
        """Whether a token after a title can be a name at all: letters, no function word, no other reading."""
        found = self._plain.get(word)
        if found is None:
            found = (
                len(word) > 1
                and "\u0620" < word[0] < "\u064b"
                and word not in self.stops
                and not nouns.find(word)
                and not any(r.start == 0 and r.what != "place" for r in geo.country(word))
            )
            self._plain[word] = found
        return found

    def share_wanted(self, word: str) -> float:
        """The share of slots from which a word is known: less for a curated name that is an ordinary word too."""
        return COMMON_SHARE if word in self.common else KNOWN_SHARE

    def slots(self, words: list[str]) -> Iterator[str]:
        """The words that stand in a name slot, once for each time."""
        titled = False
        for i, word in enumerate(words):
            before = words[i - 1] if i else "\n"
            if self.is_title(before):
                titled = True
            elif not (titled and any(r.what == "nisba" for r in geo.country(before))):
                titled = False
            if not "\u0620" < word[0] < "\u064b" or len(word) < 2 or word.startswith(self.for_the):
                continue
            if word in self.stops or self.is_title(word):
                continue
            after_name = before in self.known or (
                before in self.particles and i > 1 and (words[i - 2] in self.known or self.is_title(words[i - 2]))
            )
            if (
                after_name
                or (titled and self.may_be_name(word) and not self.is_adjective(word))
                or (self.after_verb(words, i) and self.may_be_name(word))
            ):
                yield word

    def after_verb(self, words: list[str], i: int) -> bool:
        """Whether the token is the subject of a verb of speech, or alone between another reporting verb and أن."""
        before = words[i - 1] if i else ""
        if before in self.speech or before[1:] in self.speech:
            return True
        return (before in self.verbs or before[1:] in self.verbs) and not self.that.isdisjoint(words[i + 1 : i + 2])

    def is_adjective(self, word: str) -> bool:
        """Whether a token after a title looks like an adjective: definite, in ي or ة."""
        return word.startswith(self.article) and word.endswith(self.adjectival)

    def verbal(self, words: list[str]) -> Iterator[str]:
        """The words that stand where only a verb stands."""
        return (word for before, word in itertools.pairwise(words) if before in self.before_verbs)


def count(paths: list[Path]) -> dict[str, tuple[int, int]]:
    """Folded word to (times in a name slot, times at all), for the words worth keeping."""
    counting = Counting()
    result: dict[str, tuple[int, int]] = {}
    for number in (1, 2):
        slots: Counter[str] = Counter()
        total: Counter[str] = Counter()
        verbal: Counter[str] = Counter()
        for words in articles(paths):
            total.update(words)
            slots.update(counting.slots(words))
            verbal.update(counting.verbal(words))
        net = {word: n - 2 * verbal[word] for word, n in slots.items()}
        result = {word: (n, total[word]) for word, n in net.items() if n >= MIN_SLOTS}
        grown = {w for w, (n, t) in result.items() if n >= KNOWN_SLOTS and n / t >= counting.share_wanted(w)}
        sys.stderr.write(f"pass {number}: {len(result)} words, {len(grown - counting.known)} newly known\n")
        counting.known |= {w for w in grown if w in counting.common or counting.may_be_name(w)}
    curated = people.words_of("given", "family", "common")

    def kept(word: str, share: float) -> bool:
        # A name is no proclitic before another name, and a word with conjunction and article is never a name.
        taken = [s for s in splits(word) if s.start and total[word[s.start :]] > total[word]]
        if word in curated or (share >= SURE_SHARE and not any(s.definite for s in taken)):
            return True
        return share >= MIN_SHARE and not taken

    return {word: (n, t) for word, (n, t) in result.items() if kept(word, n / t)}


def main() -> None:
    """Reads the corpora named on the command line and writes the table."""
    parser = argparse.ArgumentParser(description="Counts words in name slots.")
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("-o", "--output", required=True, type=Path)
    arguments = parser.parse_args()
    counted = count(arguments.corpus)
    rows = (f"{word}\t{slot}\t{total}\n" for word, (slot, total) in sorted(counted.items()))
    arguments.output.write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main()
