"""Finds places by their Arabic names, in the table of `isnad.lexicon.places_table`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple, cast

from isnad.lexicon import people
from isnad.lexicon.affixes import LIKE, THEN
from isnad.lexicon.clitics import splits
from isnad.lexicon.everyday import is_everyday
from isnad.lexicon.places_table import GRADES, SHORT, Grade, Place, PlaceKind, index

_NO_PROCLITIC = frozenset((THEN, LIKE))  # hardly ever before a place
_WHOLE = 0.3  # the score from which a word is a name that begins with what looks like a proclitic


class PlaceReading(NamedTuple):
    """One place that a name may mean, with what the name then asks for around it."""

    place: Place
    grade: Grade


class Naming(NamedTuple):
    """A name in a text and the places that bear it.

    `tokens` is the number of its tokens, `start` the offset of the name in the first of them. `grade`, the least that
    one of its places asks for, is nothing (`sure`), a word before it that asks for a place (`name`), or a head noun or
    a second witness (`common`: an everyday word, a person's name, a few letters). `countries` are those of its places.
    """

    readings: tuple[PlaceReading, ...]
    tokens: int
    start: int
    grade: Grade
    countries: frozenset[str | None]


class _Opening(NamedTuple):
    """What names one word may open behind one proclitic: the number of the key that it is alone, and longer ones by
    their second word (the words after the first and the number of the key, longest first)."""

    start: int
    definite: bool
    alone: int | None
    longer: dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@lru_cache(maxsize=4096)
def _place(number: int) -> Place:
    id, name_en, country, lat, lon, kind, population, part_of = index().places[number].split("\t")
    return Place(
        id=id, name_en=name_en, country=country or None, lat=float(lat) if lat else None,
        lon=float(lon) if lon else None, kind=cast(PlaceKind, kind), population=int(population),
        part_of=part_of or None,
    )  # fmt: skip


@cache
def _numbers() -> dict[str, int]:
    lines = index().places
    return {lines[n].partition("\t")[0]: n for n in range(len(lines))}


def place(id: str) -> Place | None:
    """The place with this id, None where there is none.

    >>> place("170654").name_en
    'Damascus'
    """
    number = _numbers().get(id)
    return _place(number) if number is not None else None


def _graded(number: int, tokens: int, definite: bool) -> list[tuple[int, Grade]]:
    """The numbers of the places of key `number`, each with its grade. A name that the text writes with the article and
    the table without, or the other way round, asks for one witness more; it counts only where no place is written as
    the text writes it."""
    table = index()
    refs = table.refs[table.first[number] : table.first[number + 1]]
    exact = [(ref >> 3, GRADES[ref % 4]) for ref in refs if bool(ref & 4) == definite]
    lower: Grade = "common" if tokens == 1 else "name"
    return exact or [(ref >> 3, lower) for ref in refs]


@lru_cache(maxsize=8192)
def _naming(number: int, tokens: int, start: int, definite: bool) -> Naming:
    """The places of key `number` as a name in a text."""
    readings = tuple(PlaceReading(_place(ref), grade) for ref, grade in _graded(number, tokens, definite))
    grade = min((reading.grade for reading in readings), key=GRADES.index)
    return Naming(readings, tokens, start, grade, frozenset(reading.place.country for reading in readings))


@lru_cache(maxsize=32768)
def _openings(word: str) -> tuple[_Opening, ...]:
    """What the folded token may open, for each way to take proclitics off it."""
    table = index()
    result: list[_Opening] = []
    keys = table.keys
    whole = is_everyday(word) or people.name_score(word) >= _WHOLE
    for start, stem, definite in splits(word):
        if stem not in table.opening:
            continue
        if not _NO_PROCLITIC.isdisjoint(word[:start]):
            continue  # a woman's name may look like a village behind a conjunction
        number = table.opening[stem]
        alone: int | None = None
        longer: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        if keys[number] == stem:
            # A name is no other name behind a preposition of one letter.
            rest_of_word = start and (whole or (len(stem) < SHORT and not definite))
            alone = None if rest_of_word else number
            number += 1
        while number < len(keys) and keys[number].startswith(stem + " "):
            rest = tuple(keys[number].split(" ")[1:])
            longer.setdefault(rest[0], []).append((rest, number))
            number += 1
        if alone is not None or longer:
            ordered = {first: tuple(sorted(names, key=lambda name: -len(name[0]))) for first, names in longer.items()}
            result.append(_Opening(start, definite, alone, ordered))
    return tuple(result)


def openings() -> frozenset[str]:
    """The first words of all names, folded, without article."""
    return frozenset(index().opening)


def alone(word: str) -> Grade | None:
    """The grade of the folded token as the name of a place by itself, None where it is none.

    >>> alone("دمشق"), alone("الباب"), alone("وزير")
    ('sure', 'common', None)
    """
    grades = [
        grade
        for opening in _openings(word)
        if opening.alone is not None
        for _, grade in _graded(opening.alone, 1, opening.definite)
    ]
    return min(grades, key=GRADES.index, default=None)


@lru_cache(maxsize=8192)
def seconds(word: str) -> frozenset[str]:
    """The folded words that make a name with the token before them: those after «دير»."""
    return frozenset(second for opening in _openings(word) for second in opening.longer)


def at(words: Sequence[str], first: int) -> Naming | None:
    """The name of a place at token `first` of the folded tokens `words`: the longest, of these the one that asks least
    around it, of these the one with the fewest letters taken off as proclitics.

    >>> found = at(["ودير", "الزور"], 0)
    >>> sorted(reading.place.name_en for reading in found.readings), found.tokens, found.start
    (['Deir ez-Zor', 'Deir ez-Zor Governorate'], 2, 1)
    """
    best: Naming | None = None
    following = words[first + 1] if first + 1 < len(words) else ""
    for opening in _openings(words[first]):
        number, tokens = opening.alone, 1
        for rest, longer in opening.longer.get(following, ()):
            if tuple(words[first + 1 : first + 1 + len(rest)]) == rest:
                number, tokens = longer, 1 + len(rest)
                break
        if number is not None:
            found = _naming(number, tokens, opening.start, opening.definite)
            if best is None or _rank(found) < _rank(best):
                best = found
    return best


def _rank(found: Naming) -> tuple[int, int]:
    return -found.tokens, GRADES.index(found.grade)
