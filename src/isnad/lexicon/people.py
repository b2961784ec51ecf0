"""Words of people's names: curated given names and particles, and statistics of words in name slots.

`data/names.yaml` is curated. `data/name_words.tsv` is made by `tools/name_words.py`, which counts in a corpus how
often a word stands where a name must stand; the file holds folded words and counts only.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

import msgspec

from isnad.lexicon.load import DATA, compiled, entries
from isnad.records import Record
from isnad.text import fold

SOURCE = "names.yaml"
STATISTICS = "name_words.tsv"

# Short forms («affirmed …») are counted by chance only, so that a family name stands in a slot in 20 to 60 % of its
# uses and an ordinary word in less than 10 %: `_MIDDLE` is the share at which both are as likely. A few uses prove
# less than many: `_UNSEEN` uses outside slots are added.
_MIDDLE, _UNSEEN, _FLOOR = 0.2, 1.0, 0.03
_GIVEN, _COMMON_LEAST, _COMMON_MOST = 0.95, 0.2, 0.75


class NamesEntry(Record, forbid_unknown_fields=True):
    """One group of `names.yaml`: `given` and `family` names, `common` ones that are ordinary words too, `particle`s
    and first parts of `compound`s; the others serve `tools/name_words.py` only."""

    id: str
    use: Literal[
        "given",
        "family",
        "common",
        "particle",
        "compound",
        "verbs",
        "speech_verbs",
        "before_verbs",
        "not_names",
    ]
    words: tuple[str, ...]
    note: str | None = None


class _Table(msgspec.Struct):
    given: frozenset[str]
    particles: frozenset[str]
    scores: dict[str, float]


def names_entries() -> tuple[NamesEntry, ...]:
    """The groups of `names.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, NamesEntry)


def words_of(*uses: str) -> frozenset[str]:
    """The folded words of all groups with one of these uses."""
    return frozenset(fold(word) for entry in names_entries() if entry.use in uses for word in entry.words)


def statistics() -> dict[str, tuple[int, int]]:
    """The counted words: folded word to (times in a name slot, times at all)."""
    rows = (line.split("\t") for line in (DATA / STATISTICS).read_text("utf-8").splitlines())
    return {word: (int(slot), int(total)) for word, slot, total in rows}


def _score(slot: int, total: int) -> float:
    share = slot / (total + _UNSEEN)
    return round(share**2 / (share**2 + _MIDDLE**2), 3)


def _build() -> _Table:
    common = words_of("common", "compound")
    given = words_of("given") - common
    particles = words_of("particle")
    scores = {word: _score(slot, total) for word, (slot, total) in statistics().items()}
    for word in given | (words_of("family") - common):
        scores[word] = max(scores.get(word, 0.0), _GIVEN)
    for word in common:
        scores[word] = min(max(scores.get(word, 0.0), _COMMON_LEAST), _COMMON_MOST)
    return _Table(given | common, particles, scores)


@cache
def _table() -> _Table:
    return compiled("people", (SOURCE, STATISTICS), _Table, _build)


@lru_cache(maxsize=65536)
def name_score(word: str) -> float:
    """How likely the folded token `word`, seen alone, is a word of a person's name: 0 to 1.

    Proclitics are not taken off (the caller knows the sentence and may ask again without them). Ordinary words
    that are names too («سعيد»، «كريم») stand in the middle; unknown words get the floor, 0.03.
    """
    return _table().scores.get(word, _FLOOR)


def is_given(word: str) -> bool:
    """Whether the folded token is a curated given name, or the first part of a compound one («عبد»)."""
    return word in _table().given


def is_particle(word: str) -> bool:
    """Whether the folded token joins the words of a name: بن، أبو، آل، دي، فان …"""
    return word in _table().particles
