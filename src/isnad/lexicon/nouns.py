"""Head nouns of speaker phrases: offices, ranks, honorifics, bodies, media, unnamed sources, documents.

The data is `data/nouns.yaml`: one lemma an entry with its class and the pattern of its forms; feminine, dual and
plural are generated here, broken plurals are data. The patterns are those of any Arabic grammar (Ryding, *A
Reference Grammar of Modern Standard Arabic*, chapters 5-8). Keys are folded (`isnad.text.fold`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple, Protocol

import msgspec

from isnad.lexicon.affixes import (
    A_HAMZA,
    ALIF,
    ALIF_MAQSURA,
    DUAL_AN,
    OPEN_TA,
    PLURAL_AT,
    PLURAL_IN,
    PLURAL_U,
    PLURAL_UN,
    TA_MARBUTA,
    WAW_HAMZA,
    YA,
    YA_HAMZA,
    without_article,
)
from isnad.lexicon.clitics import splits, suffixes
from isnad.lexicon.load import compiled, entries
from isnad.records import Kind, Record
from isnad.text import fold

SOURCE = "nouns.yaml"

NounClass = Literal[
    "role", "rank", "honorific", "body", "media", "anonymous", "group", "document", "occasion", "human",
]  # fmt: skip
Number = Literal["s", "d", "p"]
Gender = Literal["m", "f"]

_HUMAN = frozenset({"role", "rank", "honorific", "anonymous", "group", "human"})
_KIND: dict[str, Kind] = {
    "role": "person", "rank": "person", "honorific": "person", "human": "person", "body": "organisation",
    "media": "media", "anonymous": "anonymous", "group": "group", "document": "document",
}  # fmt: skip

# What a form may take: stand by itself, the article, a pronoun suffix.
_BARE, _ARTICLE, _SUFFIX = 1, 2, 4
_FREE, _CONSTRUCT = _BARE | _ARTICLE, _BARE | _SUFFIX


class _Add(Protocol):
    """Collects one form."""

    def __call__(self, form: str, number: Number, sex: Gender, takes: int) -> None: ...


class NounEntry(Record, forbid_unknown_fields=True):
    """One entry of `nouns.yaml`; the head of that file documents the fields."""

    noun: str
    classes: tuple[NounClass, ...]
    example: str
    counter: str | None = None
    gender: Gender | None = None
    fem: bool | str = False
    sound: bool = False
    defective: bool = False
    at: bool = False
    plurals: tuple[str, ...] = ()
    fixed: bool = False
    number: Number = "s"
    rest: tuple[str, ...] = ()
    kind: Kind | None = None
    sector: str | None = None


class Noun(Record):
    """A head noun. `rest` holds the alternatives (folded words without article) that must follow it: the noun
    «وكالة» with rest («انباء»,) is a news agency. `kind` is the contract's kind of a phrase that it heads,
    None for an occasion of speech. `confusable`: the data names a use in which it is no such noun.
    """

    lemma: str
    classes: tuple[NounClass, ...]
    rest: tuple[tuple[str, ...], ...] = ()
    kind: Kind | None = None
    sector: str | None = None
    confusable: bool = False

    @property
    def human(self) -> bool:
        """Whether it names people."""
        return not _HUMAN.isdisjoint(self.classes)

    def is_a(self, wanted: NounClass) -> bool:
        """Whether `wanted` is one of its classes."""
        return wanted in self.classes


class NounReading(NamedTuple):
    """One reading of one token. `start`: offset in the token at which the noun phrase begins (see `Split`);
    `suffix`: the pronoun suffix, folded, or empty; a noun with a suffix is definite."""

    noun: Noun
    definite: bool
    number: Number
    gender: Gender
    start: int
    suffix: str


class NounAt(NamedTuple):
    """A reading that fits at a place of a text, with the number of tokens that it covers."""

    reading: NounReading
    length: int


class _Table(msgspec.Struct):
    nouns: tuple[Noun, ...]
    forms: dict[str, tuple[tuple[int, Number, Gender, int], ...]]


def noun_entries() -> tuple[NounEntry, ...]:
    """The entries of `nouns.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, NounEntry)


def forms_of(entry: NounEntry) -> list[tuple[str, Number, Gender, int]]:
    """All forms of one entry: folded form, number, gender, and what it may take (bare, article, suffix)."""
    word = entry.noun
    gender: Gender = entry.gender or ("f" if word.endswith(TA_MARBUTA) else "m")
    result: list[tuple[str, Number, Gender, int]] = []

    def add(form: str, number: Number, sex: Gender, takes: int) -> None:
        result.append((fold(form), number, sex, takes))

    if entry.fixed:
        add(word, entry.number, gender, _BARE | _ARTICLE | _SUFFIX)
        if word.endswith(TA_MARBUTA):
            add(word[:-1] + OPEN_TA, entry.number, gender, _SUFFIX)
    else:
        _singular(word, gender, add, defective=entry.defective)
        if entry.fem:
            _singular(entry.fem if isinstance(entry.fem, str) else word + TA_MARBUTA, "f", add)
    human = not _HUMAN.isdisjoint(entry.classes)
    if entry.sound:
        stem = word[:-1] if entry.defective else word
        add(stem + PLURAL_UN, "p", "m", _FREE)
        add(stem + PLURAL_IN, "p", "m", _FREE)
        add(stem + PLURAL_U, "p", "m", _CONSTRUCT)
        add(stem + YA, "p", "m", _CONSTRUCT)
    sounds_feminine = entry.at or (
        gender == "f" and word.endswith(TA_MARBUTA) and not entry.plurals and not entry.fixed
    )
    if sounds_feminine:
        add(word.removesuffix(TA_MARBUTA) + PLURAL_AT, "p", "f", _FREE | _SUFFIX)
    if entry.fem and not entry.fixed:
        feminine = entry.fem if isinstance(entry.fem, str) else word + TA_MARBUTA
        add(feminine.removesuffix(TA_MARBUTA) + PLURAL_AT, "p", "f", _FREE | _SUFFIX)
    for plural in entry.plurals:
        sex: Gender = gender if human else "f"
        add(plural, "p", sex, _FREE | _SUFFIX)
        if plural.endswith(A_HAMZA):
            add(plural[:-1] + YA_HAMZA, "p", sex, _SUFFIX)
            add(plural[:-1] + WAW_HAMZA, "p", sex, _SUFFIX)
        elif plural.endswith(TA_MARBUTA):
            add(plural[:-1] + OPEN_TA, "p", sex, _SUFFIX)
        elif plural.endswith(ALIF_MAQSURA):
            add(plural[:-1] + ALIF, "p", sex, _SUFFIX)
        elif not plural.endswith((YA, ALIF)):
            add(plural + ALIF, "p", sex, _BARE)
    return list(dict.fromkeys(result))


def _singular(word: str, gender: Gender, add: _Add, *, defective: bool = False) -> None:
    add(word, "s", gender, _FREE | (0 if word.endswith(TA_MARBUTA) else _SUFFIX))
    if word.endswith(TA_MARBUTA):
        stem = word[:-1] + OPEN_TA
        add(stem, "s", gender, _SUFFIX)
        add(stem + YA, "d", gender, _CONSTRUCT)
        add(stem + ALIF, "d", gender, _CONSTRUCT)
    else:
        stem = word
        add(word + ALIF, "s", gender, _BARE)
        if not word.endswith(YA):
            add(word + YA, "d", gender, _CONSTRUCT)
        add(word + ALIF, "d", gender, _CONSTRUCT)
        if word.endswith(A_HAMZA):
            add(word[:-1] + YA_HAMZA, "s", gender, _SUFFIX)
            add(word[:-1] + WAW_HAMZA, "s", gender, _SUFFIX)
    if defective:
        add(word[:-1], "s", gender, _BARE)
    add(stem + DUAL_AN, "d", gender, _FREE)
    add(stem + PLURAL_IN, "d", gender, _FREE)


def _build() -> _Table:
    nouns: list[Noun] = []
    forms: dict[str, list[tuple[int, Number, Gender, int]]] = {}
    for entry in noun_entries():
        number = len(nouns)
        rest = tuple(tuple(without_article(w) for w in fold(r).split()) for r in entry.rest)
        kind = entry.kind or _KIND.get(entry.classes[0])
        nouns.append(
            Noun(
                lemma=entry.noun,
                classes=entry.classes,
                rest=rest,
                kind=kind,
                sector=entry.sector,
                confusable=entry.counter is not None,
            )
        )
        for form, count, gender, takes in forms_of(entry):
            forms.setdefault(form, []).append((number, count, gender, takes))
    return _Table(tuple(nouns), {form: tuple(rows) for form, rows in forms.items()})


@cache
def _table() -> _Table:
    return compiled("nouns", (SOURCE,), _Table, _build)


@lru_cache(maxsize=65536)
def find(word: str) -> tuple[NounReading, ...]:
    """The readings of the folded token `word` as a head noun, proclitics allowed; empty if there is none.

    Readings that take fewer letters off as proclitics come first. A noun with `rest` is returned whatever
    follows: `at` also looks at the following tokens.

    >>> [(r.noun.lemma, r.definite, r.number, r.start) for r in find("والوزراء")]
    [('وزير', True, 'p', 1)]
    """
    table = _table()
    result: list[NounReading] = []
    for start, stem, article in splits(word):
        if len(stem) == 1 and start:
            continue
        for number, count, gender, takes in table.forms.get(stem, ()):
            if takes & (_ARTICLE if article else _BARE):
                result.append(NounReading(table.nouns[number], article, count, gender, start, ""))
        if article:
            continue
        for suffix in suffixes(stem):
            for number, count, gender, takes in table.forms.get(stem[: -len(suffix)], ()):
                if takes & _SUFFIX:
                    result.append(NounReading(table.nouns[number], True, count, gender, start, suffix))
    return tuple(dict.fromkeys(result)) if len(result) > 1 else tuple(result)


def at(words: Sequence[str], index: int) -> tuple[NounAt, ...]:
    """The readings that fit at token `index` of the folded tokens `words`, longest first.

    >>> [(m.reading.noun.lemma, m.length) for m in at(["وكاله", "الانباء"], 0)][0]
    ('وكالة', 2)
    """
    alone = _alone(words[index])
    if alone is not None:
        return alone
    result: list[NounAt] = []
    for reading in find(words[index]):
        if not reading.noun.rest:
            result.append(NounAt(reading, 1))
            continue
        lengths = [len(rest) for rest in reading.noun.rest if _follows(words, index + 1, rest)]
        if lengths:
            result.append(NounAt(reading, 1 + max(lengths)))
    result.sort(key=lambda m: -m.length)
    return tuple(result)


@lru_cache(maxsize=65536)
def _alone(text: str) -> tuple[NounAt, ...] | None:
    """The readings of a token none of which asks for words after it, None where one does."""
    found = find(text)
    return None if any(reading.noun.rest for reading in found) else tuple(NounAt(reading, 1) for reading in found)


def _follows(words: Sequence[str], index: int, rest: tuple[str, ...]) -> bool:
    if index + len(rest) > len(words):
        return False
    return all(without_article(words[index + i]) == wanted for i, wanted in enumerate(rest))
