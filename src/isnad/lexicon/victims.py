"""Nouns for people who are counted: who they are, and what has happened to whoever is called so.

The data is `data/victims.yaml`; the forms are those of `isnad.lexicon.nouns`. Keys are folded.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from isnad.lexicon.affixes import PLURAL_IN
from isnad.lexicon.clitics import splits, suffixes
from isnad.lexicon.load import compiled, entries
from isnad.lexicon.nouns import Gender, NounEntry, Number, forms_of
from isnad.records import Measure, Record, Who
from isnad.text import fold

SOURCE = "victims.yaml"
_BARE, _ARTICLE, _SUFFIX = 1, 2, 4  # what a form may take, as in `nouns.forms_of`


class VictimEntry(Record, forbid_unknown_fields=True):
    """One entry of `victims.yaml`; the head of that file documents the fields."""

    noun: str
    who: Who
    example: str
    measure: Measure | None = None
    state: bool = False
    pair: bool = False
    never: tuple[Measure, ...] = ()
    unlike: tuple[str, ...] = ()
    counter: str | None = None
    gender: Gender | None = None
    fem: bool | str = False
    sound: bool = False
    defective: bool = False
    at: bool = False
    plurals: tuple[str, ...] = ()
    fixed: bool = False
    number: Number = "s"


class Victim(Record):
    """A noun for counted people. `measure` is what its name says has happened to them; a `state` gives way to what
    is done to them; `never` are measures that are no victims' figure with it."""

    lemma: str
    who: Who
    measure: Measure | None
    state: bool
    never: tuple[Measure, ...]


class VictimReading(NamedTuple):
    """One reading of one token. `number` is p where one spelling is dual and plural, unless the plural is rare;
    `start`: offset in the token behind the proclitics, at the article; `suffix`: an attached pronoun."""

    victim: Victim
    number: Number
    definite: bool
    start: int
    suffix: str


class _Table(msgspec.Struct):
    victims: tuple[Victim, ...]
    forms: dict[str, tuple[tuple[int, Number, int], ...]]


def victim_entries() -> tuple[VictimEntry, ...]:
    """The entries of `victims.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, VictimEntry)


def spellings(entry: VictimEntry) -> dict[str, tuple[Number, int]]:
    """The folded forms of one entry, each with its number and what it may take (see `nouns.forms_of`).

    A spelling of dual and plural («مدنيين») counts as plural where the noun has a plural in ين, unless it says that
    the pair is meant («شرطيين»).
    """
    noun = NounEntry(
        noun=entry.noun, classes=("human",), example=entry.example, gender=entry.gender, fem=entry.fem,
        sound=entry.sound, defective=entry.defective, at=entry.at, plurals=entry.plurals, fixed=entry.fixed,
        number=entry.number,
    )  # fmt: skip
    rank: dict[Number, int] = {"s": 3, "p": 2, "d": 1}
    result: dict[str, tuple[Number, int]] = {}
    unlike = {fold(word) for word in entry.unlike}
    for form, number, _, takes in forms_of(noun):
        if form in unlike:
            continue
        old = result.get(form)
        if entry.pair and form.endswith(PLURAL_IN):
            number = "d"
        if old is None or rank[number] > rank[old[0]]:
            result[form] = (number, takes | (old[1] if old else 0))
    return result


def _build() -> _Table:
    victims: list[Victim] = []
    forms: dict[str, list[tuple[int, Number, int]]] = {}
    for entry in victim_entries():
        victims.append(
            Victim(lemma=entry.noun, who=entry.who, measure=entry.measure, state=entry.state, never=entry.never)
        )
        for form, (number, takes) in spellings(entry).items():
            forms.setdefault(form, []).append((len(victims) - 1, number, takes))
    return _Table(tuple(victims), {form: tuple(rows) for form, rows in forms.items()})


@cache
def _table() -> _Table:
    return compiled("victims", (SOURCE,), _Table, _build)


@lru_cache(maxsize=65536)
def find(word: str) -> VictimReading | None:
    """The reading of the folded token `word` as a noun of counted people that takes fewest letters off it.

    >>> reading = find(fold("والقتيلان"))
    >>> reading.victim.lemma, reading.number, reading.definite, reading.start
    ('قتيل', 'd', True, 1)
    """
    table = _table()
    for start, stem, definite in splits(word):
        for row, number, takes in table.forms.get(stem, ()):
            if takes & (_ARTICLE if definite else _BARE):
                return VictimReading(table.victims[row], number, definite, start, "")
        for suffix in () if definite else suffixes(stem):
            for row, number, takes in table.forms.get(stem[: -len(suffix)], ()):
                if takes & _SUFFIX and number != "d":
                    return VictimReading(table.victims[row], number, True, start, suffix)
    return None


def harmed() -> frozenset[str]:
    """The folded plurals of nouns whose name says what has happened («قتلى»)."""
    return frozenset(
        form for form, rows in _table().forms.items() if any(_table().victims[row].measure for row, _, _ in rows)
    )
