"""Closed word classes of the grammar of attribution and of events, from `grammar.yaml` and `grammar_events.yaml`."""

from __future__ import annotations

from functools import cache

import msgspec

from isnad.lexicon.affixes import AND, BY, THEN
from isnad.lexicon.load import compiled, entries
from isnad.text import fold

SOURCES = ("grammar.yaml", "grammar_events.yaml", "grammar_merging.yaml")


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One closed class: its id, what it decides, and its words as typed (compared in folded form)."""

    id: str
    sense: str
    words: tuple[str, ...]


@cache
def _classes() -> dict[str, frozenset[str]]:
    def build() -> dict[str, frozenset[str]]:
        rows = [row for name in SOURCES for row in entries(name, WordClass)]
        return {row.id: frozenset(fold(word) for word in row.words) for row in rows}

    return compiled("grammar", SOURCES, dict[str, frozenset[str]], build)


@cache
def words(name: str) -> frozenset[str]:
    """The folded words (or phrases, joined by one space) of the class `name`; KeyError where there is none."""
    return _classes()[name]


@cache
def complementizers() -> dict[str, str]:
    """Every written form of أن/إن, folded, with the preposition written onto it ("" or "ب").

    >>> complementizers()["بانها"], complementizers()["ان"]
    ('ب', '')
    """
    stems = [stem + suffix for stem in words("complementizer") for suffix in ("", *words("complementizer-suffix"))]
    return {lead + clitic + stem: clitic for lead in ("", AND, THEN) for clitic in ("", BY) for stem in stems}
