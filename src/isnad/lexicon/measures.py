"""What happens to counted people, by verb or noun; and the phrases that bound a count.

The data is `data/measures.yaml` (verbs with root and form: all spellings are generated), `data/bounds.yaml` and, for
closed classes, `data/counting.yaml`. Keys are folded.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad.errors import LexiconError
from isnad.lexicon.affixes import AND, FOR, FUTURE, IMPERFECT, THEN
from isnad.lexicon.clitics import splits, suffixes
from isnad.lexicon.grammar import WordClass
from isnad.lexicon.load import compiled, entries
from isnad.lexicon.morphology import Verb, citation, inflect, noun
from isnad.records import Bound, Measure, Record
from isnad.text import fold

SOURCE = "measures.yaml"
BOUNDS = "bounds.yaml"
CLASSES = "counting.yaml"

Part = Literal["verb", "noun"]


class MeasureEntry(Record, forbid_unknown_fields=True):
    """One entry of `measures.yaml`; the head of that file documents the fields."""

    id: str
    measure: Measure
    lemma: str
    example: str
    counter: str | None = None
    verb: Verb | None = None
    forms: tuple[str, ...] = ()
    victim: Literal["object", "subject"] = "object"
    prep: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    person: bool = False
    people: bool = False
    close: bool = False
    sentence: bool = False
    without: tuple[Literal["masdar"], ...] = ()
    never: tuple[str, ...] = ()


class BoundEntry(Record, forbid_unknown_fields=True):
    """One entry of `bounds.yaml`; the head of that file documents the fields."""

    id: str
    bound: Bound
    before: tuple[str, ...]
    after: tuple[str, ...]
    example: str


class Harm(Record):
    """What a word says has happened. `prep`, `near` are folded; see `measures.yaml` for the fields. `agent`: whoever
    did it may stand between the verbal noun and the count («قتل الجيش خمسة شبان»)."""

    id: str
    measure: Measure
    subject: bool
    prep: tuple[str, ...]
    near: tuple[str, ...]
    person: bool
    people: bool
    close: bool
    sentence: bool
    agent: bool
    never: tuple[str, ...]


class HarmReading(NamedTuple):
    """One reading of one token as a word of harm. `part`: a finite verb, or a noun; `active`, `passive`: what the
    spelling of a verb may be; `number` of a verb (s, d, p); `start`: offset behind the proclitics; `suffix`: the
    pronoun on a verbal noun («اعتقالهم»)."""

    harm: Harm
    part: Part
    active: bool
    passive: bool
    number: str
    start: int
    suffix: str


class _Table(msgspec.Struct):
    harms: tuple[Harm, ...]
    verbs: dict[str, tuple[tuple[int, bool, bool, str], ...]]
    nouns: dict[str, tuple[int, ...]]
    joined: dict[str, tuple[int, ...]]


class _Bounds(msgspec.Struct):
    before: dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]
    after: dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]


_VERB_CLITICS = ("", FUTURE, FOR)
_CONJUNCTIONS = ("", AND, THEN)


def measure_entries() -> tuple[MeasureEntry, ...]:
    """The entries of `measures.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, MeasureEntry)


def bound_entries() -> tuple[BoundEntry, ...]:
    """The entries of `bounds.yaml` as written."""
    return entries(BOUNDS, BoundEntry)


def verb_forms(entry: MeasureEntry) -> dict[str, tuple[bool, bool, str]]:
    """The folded finite forms of the third person, each with whether it may be active, may be passive, and its
    number; forms that stand only after «لم» are left out, since they deny the harm.

    Raises LexiconError where the lemma is not the one that root and form give.
    """
    if entry.verb is None:
        return {}
    if fold(citation(entry.verb)) != fold(entry.lemma):
        raise LexiconError(f"{SOURCE}, entry {entry.id}: root and form give {citation(entry.verb)}, not {entry.lemma}")
    never = {fold(word) for word in entry.never}
    result: dict[str, tuple[bool, bool, str]] = {}
    for i in inflect(entry.verb):
        form = fold(i.spelling)
        if i.tense in ("perfect", "imperfect") and i.person == 3 and not i.short and form not in never:
            active, passive, number = result.get(form, (False, False, i.number))
            result[form] = (active or i.voice == "active", passive or i.voice == "passive", number)
    return result


def noun_forms(entry: MeasureEntry) -> dict[str, tuple[str, ...]]:
    """The folded verbal nouns of one entry, each with its spellings before a pronoun."""
    never = {fold(word) for word in entry.never}
    result = {fold(i.spelling): tuple(map(fold, i.joined)) for word in entry.forms for i in noun(word, plural=False)}
    if entry.verb is not None and "masdar" not in entry.without:
        result |= {
            fold(i.spelling): tuple(map(fold, i.joined))
            for i in inflect(entry.verb)
            if i.tense == "masdar" and i.number == "s"
        }
    return {form: joined for form, joined in result.items() if form not in never}


def _build() -> _Table:
    harms: list[Harm] = []
    verbs: dict[str, list[tuple[int, bool, bool, str]]] = {}
    nouns: dict[str, list[int]] = {}
    joined: dict[str, list[int]] = {}
    for entry in measure_entries():
        harms.append(
            Harm(
                id=entry.id, measure=entry.measure, subject=entry.victim == "subject",
                prep=tuple(map(fold, entry.prep)), near=tuple(map(fold, entry.near)),
                person=entry.person, people=entry.people, close=entry.close, sentence=entry.sentence,
                agent=entry.verb is not None and entry.victim == "object", never=tuple(map(fold, entry.never)),
            )
        )  # fmt: skip
        at = len(harms) - 1
        for form, (active, passive, number) in verb_forms(entry).items():
            verbs.setdefault(form, []).append((at, active, passive, number))
        for form, before_pronoun in noun_forms(entry).items():
            nouns.setdefault(form, []).append(at)
            for stem in before_pronoun:
                joined.setdefault(stem, []).append(at)
    return _Table(
        tuple(harms),
        {form: tuple(rows) for form, rows in verbs.items()},
        {form: tuple(dict.fromkeys(rows)) for form, rows in nouns.items()},
        {form: tuple(dict.fromkeys(rows)) for form, rows in joined.items()},
    )


@cache
def _table() -> _Table:
    return compiled("measures", (SOURCE,), _Table, _build)


@lru_cache(maxsize=65536)
def find(word: str) -> tuple[HarmReading, ...]:
    """The readings of the folded token `word` as a word of harm, verbs first.

    >>> [(r.harm.id, r.part, r.start) for r in find("ومقتل")]
    [('killing', 'noun', 1)]
    """
    table = _table()
    result: list[HarmReading] = []
    for conjunction in _CONJUNCTIONS:
        for clitic in _VERB_CLITICS:
            lead = conjunction + clitic
            # The particles stand before an imperfect alone; before a perfect their letter is part of another word.
            if word.startswith(lead) and (not clitic or word[len(lead) :][:1] in IMPERFECT):
                for row, active, passive, number in table.verbs.get(word[len(lead) :], ()):
                    result.append(HarmReading(table.harms[row], "verb", active, passive, number, len(lead), ""))
    for start, stem, definite in splits(word):
        for row in table.nouns.get(stem, ()):
            result.append(HarmReading(table.harms[row], "noun", False, False, "", start, ""))
        for suffix in () if definite else suffixes(stem):
            for row in table.joined.get(stem[: -len(suffix)], ()):
                result.append(HarmReading(table.harms[row], "noun", False, False, "", start, suffix))
    return tuple(reading for reading in dict.fromkeys(result) if word not in reading.harm.never)


@cache
def _bounds() -> _Bounds:
    def build() -> _Bounds:
        before: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
        after: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
        for entry in bound_entries():
            for phrase in entry.before:
                tokens = tuple(fold(phrase).split())
                before.setdefault(tokens[-1], []).append((tokens, entry.bound))
            for phrase in entry.after:
                tokens = tuple(fold(phrase).split())
                after.setdefault(tokens[0], []).append((tokens, entry.bound))

        def ordered(
            table: dict[str, list[tuple[tuple[str, ...], Bound]]],
        ) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
            return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in table.items()}

        return _Bounds(ordered(before), ordered(after))

    return compiled("bounds", (BOUNDS,), _Bounds, build)


def bounds_ending(word: str) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """The phrases before a number whose last folded token is `word`, longest first, with the bound that they set."""
    return _bounds().before.get(word, ())


def bounds_opening(word: str) -> tuple[tuple[tuple[str, ...], Bound], ...]:
    """The phrases behind a number whose first folded token is `word`, longest first, with their bound."""
    return _bounds().after.get(word, ())


@cache
def bound_openers() -> frozenset[str]:
    """The first folded tokens of the phrases that stand before a number."""
    return frozenset(tokens[0] for rows in _bounds().before.values() for tokens, _ in rows)


@cache
def _classes() -> dict[str, frozenset[str]]:
    def build() -> dict[str, frozenset[str]]:
        return {row.id: frozenset(fold(word) for word in row.words) for row in entries(CLASSES, WordClass)}

    return compiled("counting", (CLASSES,), dict[str, frozenset[str]], build)


def words(name: str) -> frozenset[str]:
    """The folded words (or phrases, joined by one space) of the class `name` of counting; KeyError if unknown."""
    return _classes()[name]
