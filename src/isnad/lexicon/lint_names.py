"""Checks of the tables of names: nouns, countries, entities, outlets and names of people.

A table may be correct YAML of the right shape and still hold what no reader could find: an invisible sign, a
presentation form, two entries for one key. `problems` names every such place.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from isnad.lexicon import actors, arrangements, geo, nouns, people
from isnad.lexicon.load import DATA
from isnad.text import fold, light

_FILES = (nouns.SOURCE, geo.SOURCE, actors.ENTITIES, actors.OUTLETS, people.SOURCE, people.STATISTICS)
_MOST_STATISTICS = 600_000  # bytes: the file is read and shipped by everybody


def problems() -> list[str]:
    """What is wrong in the tables of names, one line a problem; empty if nothing is."""
    return [
        *(line for name in _FILES for line in _characters(name)),
        *_nouns(),
        *_unique("countries.yaml", "id", (entry.id for entry in geo.country_entries())),
        *(line for entry in geo.country_entries() for line in _country(entry)),
        *_actors(),
        *_people(),
        *_ties(),
    ]


def _characters(name: str) -> Iterator[str]:
    text = (DATA / name).read_text("utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not unicodedata.is_normalized("NFC", line):
            yield f"{name}, line {number}: not in NFC"
        odd = {char for char in line if light(char) != char}
        if odd:
            names = ", ".join(sorted(f"U+{ord(char):04X}" for char in odd))
            yield f"{name}, line {number}: invisible sign, mark, presentation form or foreign letter {names}"


def _unique(name: str, what: str, keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield f"{name}: {what} {key} stands twice"
        seen.add(key)


def _nouns() -> Iterator[str]:
    entries = nouns.noun_entries()
    for kind in sorted({name for entry in entries for name in entry.classes}):
        keys = [
            " ".join((fold(entry.noun), *(fold(rest) for rest in entry.rest)))
            for entry in entries
            if kind in entry.classes
        ]
        yield from _unique(nouns.SOURCE, f"of class {kind}, the noun", keys)
    for entry in entries:
        forms = {form for form, _, _, _ in nouns.forms_of(entry)}
        words = fold(entry.example).replace(".", " ").split()
        if not any(r.noun.lemma == entry.noun for word in words for r in nouns.find(word)):
            yield f"{nouns.SOURCE}, {entry.noun}: its example holds none of its forms {sorted(forms)[:3]}"
        if not entry.classes:
            yield f"{nouns.SOURCE}, {entry.noun}: no class"


def _country(entry: geo.CountryEntry) -> Iterator[str]:
    for field in ("names", "nisba", "loaded", "capitals", "metonyms", "places"):
        keys = [fold(form) for form in getattr(entry, field)]
        yield from _unique(geo.SOURCE, f"{entry.id}, in {field}:", keys)
    forms = {fold(form) for form in (*entry.names, *entry.capitals, *entry.metonyms, *entry.places)}
    forms |= {fold(form.partition("/")[0]) for form in entry.nisba}
    for form in entry.weak:
        if fold(form) not in forms:
            yield f"{geo.SOURCE}, {entry.id}: weak «{form}» is none of its names"


def _actors() -> Iterator[str]:
    countries = {entry.id for entry in geo.country_entries()}
    entities, outlets = actors.entity_entries(), actors.outlet_entries()
    yield from _unique(actors.ENTITIES, "id", (entry.id for entry in entities))
    ids = [key.lower() for entry in outlets for key in (entry.id, *entry.aliases)]
    yield from _unique(actors.OUTLETS, "id or alias", ids)
    yield from _unique(actors.OUTLETS, "domain", (domain for entry in outlets for domain in entry.domains))
    names = (fold(name) for entry in entities for name in (*entry.names, *entry.loaded))
    yield from _unique(actors.ENTITIES, "name", names)
    yield from _unique(actors.OUTLETS, "name", (fold(name) for entry in outlets for name in entry.names))
    records: tuple[actors.EntityEntry | actors.OutletEntry, ...] = (*entities, *outlets)
    for entry in records:
        if entry.country is not None and entry.country not in countries:
            yield f"{entry.id}: country {entry.country} is not in {geo.SOURCE}"


def _ties() -> Iterator[str]:
    entries = arrangements.tie_entries()
    yield from _unique(arrangements.SOURCE, "id", (entry.id for entry in entries))
    for entry in entries:
        words = fold(entry.example).split()
        found = (arrangements.at(words, i) for i in range(len(words)))
        if not any(head is not None and head.entry.id == entry.id for head in found):
            yield f"{arrangements.SOURCE}, {entry.id}: the example has none of its forms: {entry.example}"
        if (entry.needs or entry.never) and not entry.counter:
            yield f"{arrangements.SOURCE}, {entry.id}: needs a counter-example"


def _people() -> Iterator[str]:
    for entry in people.names_entries():
        yield from _unique(people.SOURCE, f"{entry.id}:", (fold(word) for word in entry.words))
    text = (DATA / people.STATISTICS).read_text("utf-8")
    if len(text.encode()) > _MOST_STATISTICS:
        yield f"{people.STATISTICS}: more than {_MOST_STATISTICS} bytes"
    lines = text.splitlines()
    if lines != sorted(lines, key=lambda line: line.split("\t")[0]):
        yield f"{people.STATISTICS}: not sorted by word"
    try:
        counted = people.statistics()
    except ValueError as error:
        yield f"{people.STATISTICS}: {error}"
        return
    for word, (slot, total) in counted.items():
        if fold(word) != word or not 0 < slot <= total:
            yield f"{people.STATISTICS}: {word} {slot} {total}: not folded, or counts that cannot be"
