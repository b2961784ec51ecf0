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
    gender: Gender = entry.gender or ("f" if word.endswith("ة") else "m")
    result: list[tuple[str, Number, Gender, int]] = []

    def add(form: str, number: Number, sex: Gender, takes: int) -> None:
        result.append((fold(form), number, sex, takes))

    if entry.fixed:
        add(word, entry.number, gender, _BARE | _ARTICLE | _SUFFIX)
        if word.endswith("ة"):
            add(word[:-1] + "ت", entry.number, gender, _SUFFIX)
    else:
        _singular(word, gender, add, defective=entry.defective)
        if entry.fem:
            _singular(entry.fem if isinstance(entry.fem, str) else word + "ة", "f", add)
    human = not _HUMAN.isdisjoint(entry.classes)
    if entry.sound:
        stem = word[:-1] if entry.defective else word
        add(stem + "ون", "p", "m", _FREE)
        add(stem + "ين", "p", "m", _FREE)
        add(stem + "و", "p", "m", _CONSTRUCT)
        add(stem + "ي", "p", "m", _CONSTRUCT)
    sounds_feminine = entry.at or (gender == "f" and word.endswith("ة") and not entry.plurals and not entry.fixed)
    if sounds_feminine:
        add(word.removesuffix("ة") + "ات", "p", "f", _FREE | _SUFFIX)
    if entry.fem and not entry.fixed:
        feminine = entry.fem if isinstance(entry.fem, str) else word + "ة"
        add(feminine.removesuffix("ة") + "ات", "p", "f", _FREE | _SUFFIX)
    for plural in entry.plurals:
        sex: Gender = gender if human else "f"
        add(plural, "p", sex, _FREE | _SUFFIX)
        if plural.endswith("اء"):
            add(plural[:-1] + "ئ", "p", sex, _SUFFIX)
            add(plural[:-1] + "ؤ", "p", sex, _SUFFIX)
        elif plural.endswith("ة"):
            add(plural[:-1] + "ت", "p", sex, _SUFFIX)
        elif plural.endswith("ى"):
            add(plural[:-1] + "ا", "p", sex, _SUFFIX)
        elif not plural.endswith(("ي", "ا")):
            add(plural + "ا", "p", sex, _BARE)
    return list(dict.fromkeys(result))


def _singular(word: str, gender: Gender, add: _Add, *, defective: bool = False) -> None:
    add(word, "s", gender, _FREE | (0 if word.endswith("ة") else _SUFFIX))
    if word.endswith("ة"):
        stem = word[:-1] + "ت"
        add(stem, "s", gender, _SUFFIX)
        add(stem + "ي", "d", gender, _CONSTRUCT)
        add(stem + "ا", "d", gender, _CONSTRUCT)
    else:
        stem = word
        add(word + "ا", "s", gender, _BARE)
        if not word.endswith("ي"):
            add(word + "ي", "d", gender, _CONSTRUCT)
        add(word + "ا", "d", gender, _CONSTRUCT)
        if word.endswith("اء"):
            add(word[:-1] + "ئ", "s", gender, _SUFFIX)
            add(word[:-1] + "ؤ", "s", gender, _SUFFIX)
    if defective:
        add(word[:-1], "s", gender, _BARE)
    add(stem + "ان", "d", gender, _FREE)
    add(stem + "ين", "d", gender, _FREE)


def _build() -> _Table:
    nouns: list[Noun] = []
    forms: dict[str, list[tuple[int, Number, Gender, int]]] = {}
    for entry in noun_entries():
        number = len(nouns)
        rest = tuple(tuple(w.removeprefix("ال") for w in fold(r).split()) for r in entry.rest)
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
    return all(words[index + i].removeprefix("ال") == wanted for i, wanted in enumerate(rest))
