"""States, their people, capitals and metonyms, and places inside them.

The data is `data/countries.yaml`: one state, territory or wider region an entry, names as Arabic news spells
them, codes of ISO 3166-1. Keys are folded (`isnad.text.fold`); forms of the nisba are generated.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad.lexicon.affixes import ALIF, ARTICLE, DUAL_AN, OPEN_TA, PLURAL_AT, PLURAL_IN, PLURAL_UN, TA_MARBUTA, YA
from isnad.lexicon.clitics import splits
from isnad.lexicon.load import compiled, entries
from isnad.records import Record
from isnad.text import fold

SOURCE = "countries.yaml"

What = Literal["name", "nisba", "capital", "metonym", "place"]
Number = Literal["s", "d", "p"]
Gender = Literal["m", "f"]
# Whether the article goes with a form: never, always, either.
_NEVER, _ALWAYS, _EITHER = 0, 1, 2
_ORDER: tuple[What, ...] = ("name", "capital", "metonym", "place", "nisba")


class CountryEntry(Record, forbid_unknown_fields=True):
    """One entry of `countries.yaml`; the head of that file documents the fields."""

    id: str
    name_en: str
    names: tuple[str, ...]
    nisba: tuple[str, ...] = ()
    loaded: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    gender: Gender = "f"


class Country(Record):
    """A state, territory or wider region. `iso3` is None for a region («عربي», «أوروبي»)."""

    id: str
    iso3: str | None
    name: str
    name_en: str


class GeoReading(NamedTuple):
    """One reading of one token, or of the first token of a name of several words.

    `tokens` are the folded tokens of the name, the first without its proclitics (and without the article's alef
    after a lam); `start` is the offset in the token at which the name begins, its article included; `loaded`
    marks a word that carries a judgement («الكيان الصهيوني»); `weak` an ordinary word («صور», «مالي», «حديثة»)
    that counts only with other evidence («مدينة صور»).
    """

    iso3: str | None
    what: What
    definite: bool
    number: Number
    gender: Gender
    start: int
    country: Country
    tokens: tuple[str, ...]
    loaded: bool
    weak: bool


class _Row(msgspec.Struct, frozen=True, array_like=True):
    country: int
    what: What
    article: int
    number: Number
    gender: Gender
    rest: tuple[str, ...]
    loaded: bool
    weak: bool


class _Table(msgspec.Struct):
    countries: tuple[Country, ...]
    single: dict[str, tuple[_Row, ...]]
    several: dict[str, tuple[_Row, ...]]
    called: dict[str, str]


def country_entries() -> tuple[CountryEntry, ...]:
    """The entries of `countries.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, CountryEntry)


def nisba_forms(nisba: str) -> list[tuple[str, Number, Gender]]:
    """The forms of a nisba «سوري» or «تركي/أتراك» (broken plurals after the stroke) that take an article, folded.

    >>> [f for f, _, _ in nisba_forms("تركي/أتراك")][:3]
    ['تركي', 'تركيه', 'اتراك']
    """
    stem, *plurals = nisba.split("/")
    forms: list[tuple[str, Number, Gender]] = [(stem, "s", "m"), (stem + TA_MARBUTA, "s", "f")]
    forms += [(plural, "p", "m") for plural in plurals]
    if stem.endswith(YA):
        forms += [(stem + PLURAL_UN, "p", "m"), (stem + PLURAL_IN, "p", "m"), (stem + PLURAL_AT, "p", "f")]
        forms += [
            (stem + DUAL_AN, "d", "m"),
            (stem + OPEN_TA + DUAL_AN, "d", "f"),
            (stem + OPEN_TA + PLURAL_IN, "d", "f"),
        ]
    return [(fold(form), number, gender) for form, number, gender in forms]


def compound_forms(nisba: str) -> list[tuple[str, Gender]]:
    """The forms of a nisba of two words, with its gender: «كوري شمالي», «الكورية الشمالية».

    >>> [form for form, _ in compound_forms("كوري شمالي")][1:3]
    ['الكوري الشمالي', 'كورية شمالية']
    """
    words = nisba.split()
    feminine = [word + TA_MARBUTA if word.endswith(YA) else word for word in words]
    both = words[0].endswith(YA)  # «North Korean», both with the article, but «South African» with one
    forms: list[tuple[str, Gender]] = []
    kinds: tuple[tuple[list[str], Gender], ...] = ((words, "m"), (feminine, "f"))
    for (first, second), gender in kinds:
        forms.append((f"{first} {second}", gender))
        forms.append((f"{ARTICLE}{first} {ARTICLE if both else ''}{second}", gender))
    return forms


def _build() -> _Table:
    countries: list[Country] = []
    single: dict[str, list[_Row]] = {}
    several: dict[str, list[_Row]] = {}
    accusatives: dict[str, list[_Row]] = {}
    weak: set[str] = set()

    def name(form: str, what: What, gender: Gender, *, loaded: bool = False) -> None:
        first, *rest = fold(form).split()
        # Before folding: «Germany» has no article.
        article = _ALWAYS if form.startswith(ARTICLE) and len(first) > 4 else _NEVER
        key = first[2:] if article == _ALWAYS else first
        row = _Row(len(countries) - 1, what, article, "s", gender, tuple(rest), loaded, fold(form) in weak)
        table = several if rest else single
        if row not in table.setdefault(key, []):
            table[key].append(row)

    for entry in country_entries():
        iso3 = entry.id if len(entry.id) == 3 and entry.id.isupper() else None
        countries.append(Country(id=entry.id, iso3=iso3, name=entry.names[0], name_en=entry.name_en))
        weak = {fold(form) for form in entry.weak}
        for form in entry.names:
            name(form, "name", entry.gender)
        for form in entry.capitals:
            name(form, "capital", "f")
        for form in entry.metonyms:
            name(form, "metonym", "m")
        for form in entry.places:
            name(form, "place", "f")
        for group, loaded in ((entry.nisba, False), (entry.loaded, True)):
            for nisba in group:
                if " " in nisba:
                    for form, gender in compound_forms(nisba):
                        name(form, "name", gender, loaded=loaded)
                    continue
                for form, number, gender in nisba_forms(nisba):
                    ordinary = fold(nisba.partition("/")[0]) in weak
                    row = _Row(len(countries) - 1, "nisba", _EITHER, number, gender, (), loaded, ordinary)
                    single.setdefault(form, []).append(row)
                accusative = fold(nisba.partition("/")[0] + ALIF)
                row = _Row(len(countries) - 1, "nisba", _NEVER, "s", "m", (), loaded, weak=False)
                accusatives.setdefault(accusative, []).append(row)
    for form, rows in accusatives.items():
        if form not in single:  # it is the country's name, as of Russia
            single[form] = rows
    for table in (single, several):
        for rows in table.values():
            rows.sort(key=lambda r: (-len(r.rest), _ORDER.index(r.what)))
    return _Table(
        tuple(countries),
        {key: tuple(rows) for key, rows in single.items()},
        {key: tuple(rows) for key, rows in several.items()},
        {fold(word): entry.id for entry in country_entries() for word in entry.called},
    )


@cache
def _table() -> _Table:
    return compiled("countries", (SOURCE,), _Table, _build)


def _readings(word: str, rows: dict[str, tuple[_Row, ...]]) -> list[GeoReading]:
    countries = _table().countries
    result = []
    for start, stem, definite in splits(word):
        for row in rows.get(stem, ()):
            if row.article == _EITHER or (row.article == _ALWAYS) == definite:
                country = countries[row.country]
                result.append(
                    GeoReading(
                        iso3=country.iso3,
                        what=row.what,
                        definite=definite or row.what != "nisba",
                        number=row.number,
                        gender=row.gender,
                        start=start,
                        country=country,
                        tokens=(word[start:], *row.rest),
                        loaded=row.loaded,
                        weak=row.weak,
                    )
                )
    return result


@lru_cache(maxsize=65536)
def country(word: str) -> tuple[GeoReading, ...]:
    """The readings of one folded token as a name, nisba, capital, metonym or place; empty if there is none.

    «سورية» is both a name and a feminine nisba: both come, the name first. `definite` is true for every name,
    and for a nisba with the article.

    >>> [(r.iso3, r.what, r.start) for r in country("والسوري")]
    [('SYR', 'nisba', 1)]
    """
    return tuple(_readings(word, _table().single))


@lru_cache(maxsize=65536)
def places(first_word: str) -> tuple[GeoReading, ...]:
    """The names of several words that may begin with the folded token `first_word`, longest first.

    The caller compares `tokens[1:]` with the following tokens, or asks `at`.
    """
    return tuple(sorted(_readings(first_word, _table().several), key=lambda r: -len(r.tokens)))


def countries() -> tuple[Country, ...]:
    """All states, territories and regions, in the order of the table."""
    return _table().countries


def called() -> dict[str, str]:
    """The folded ordinary words by which the press means a state where no word says whose, and that state."""
    return _table().called


@lru_cache(maxsize=65536)
def opens(word: str) -> bool:
    """Whether a name or nisba of the table may begin with the folded token `word`: a quick test before `at`."""
    return bool(country(word) or places(word))


def at(words: Sequence[str], index: int) -> tuple[GeoReading, ...]:
    """All readings that fit at token `index` of the folded tokens `words`, the longest name first."""
    alone, longer = _by_second(words[index])
    if not longer or index + 1 >= len(words) or words[index + 1] not in longer:
        return alone
    several = longer[words[index + 1]]
    found = tuple(g for g in several if tuple(words[index + 1 : index + len(g.tokens)]) == g.tokens[1:])
    return found + alone if found else alone


@lru_cache(maxsize=65536)
def _by_second(word: str) -> tuple[tuple[GeoReading, ...], dict[str, list[GeoReading]]]:
    """The readings of the folded token alone, and its names of several words by their second word."""
    longer: dict[str, list[GeoReading]] = {}
    for reading in places(word):
        longer.setdefault(reading.tokens[1], []).append(reading)
    return country(word), longer
