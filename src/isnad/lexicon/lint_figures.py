"""Checks of the tables of figures: number words, nouns for victims, words of harm, bounds and classes of counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from isnad.errors import LexiconError
from isnad.lexicon import measures, numbers, victims
from isnad.lexicon.grammar import WordClass
from isnad.lexicon.load import entries
from isnad.lexicon.measures import BoundEntry, MeasureEntry
from isnad.lexicon.numbers import NumberEntry
from isnad.lexicon.victims import VictimEntry
from isnad.text import fold
from isnad.text.signs import COMMA


def problems() -> list[str]:
    """What is wrong in the tables of figures, one line a problem; empty if nothing is."""
    try:
        return [
            *number_problems(numbers.number_entries()),
            *victim_problems(victims.victim_entries()),
            *measure_problems(measures.measure_entries()),
            *bound_problems(measures.bound_entries()),
            *class_problems(entries(measures.CLASSES, WordClass)),
        ]
    except LexiconError as error:
        return [str(error)]


def number_problems(rows: Iterable[NumberEntry]) -> Iterator[str]:
    """Number words with an example that holds none of their forms, and vague ones without a bound."""
    rows = tuple(rows)
    yield from _twice(numbers.SOURCE, (row.id for row in rows))
    for row in rows:
        if not _holds(row.example, numbers.forms_of(row)):
            yield f"{numbers.SOURCE}, {row.id}: its example holds none of its forms"
        if (row.kind == "vague") != (row.bound != "exact"):
            yield f"{numbers.SOURCE}, {row.id}: `bound` is for vague numbers and for them alone"


def victim_problems(rows: Iterable[VictimEntry]) -> Iterator[str]:
    """Nouns given twice, without a form in their example, or that are a state of nothing."""
    rows = tuple(rows)
    yield from _twice(victims.SOURCE, (fold(row.noun) for row in rows))
    for row in rows:
        if not _holds(row.example, victims.spellings(row)):
            yield f"{victims.SOURCE}, {row.noun}: its example holds none of its forms"
        if row.state and row.measure is None:
            yield f"{victims.SOURCE}, {row.noun}: a state needs the measure that it is"


def measure_problems(rows: Iterable[MeasureEntry]) -> Iterator[str]:
    """Words of harm without any form, with a wrong lemma, or whose example holds none of their forms."""
    rows = tuple(rows)
    yield from _twice(measures.SOURCE, (row.id for row in rows))
    for row in rows:
        forms = {*measures.verb_forms(row), *measures.noun_forms(row)}
        if (row.verb is None) == (not row.forms):
            yield f"{measures.SOURCE}, {row.id}: needs either `verb` or `forms`"
        if not _holds(row.example, forms):
            yield f"{measures.SOURCE}, {row.id}: its example holds none of its forms"


def bound_problems(rows: Iterable[BoundEntry]) -> Iterator[str]:
    """Phrases that would set two bounds, and examples without one of the phrases."""
    seen: dict[tuple[str, str], str] = {}
    for row in rows:
        for side, phrases in (("before", row.before), ("after", row.after)):
            for phrase in phrases:
                other = seen.setdefault((side, fold(phrase)), row.id)
                if other != row.id:
                    yield f"{measures.BOUNDS}, {row.id}: «{phrase}» also stands in {other}"
        if not any(fold(phrase) in fold(row.example) for phrase in (*row.before, *row.after)):
            yield f"{measures.BOUNDS}, {row.id}: its example holds none of its phrases"


def class_problems(rows: Iterable[WordClass]) -> Iterator[str]:
    """Classes without a sense or words, named twice, or with a word twice."""
    rows = tuple(rows)
    yield from _twice(measures.CLASSES, (row.id for row in rows))
    for row in rows:
        if not row.sense or not row.words:
            yield f"{measures.CLASSES}: class {row.id} needs a sense and words"
        yield from _twice(f"{measures.CLASSES}, class {row.id}", row.words)


def _twice(where: str, keys: Iterable[str]) -> Iterator[str]:
    yield from (f"{where}: {key} stands {n} times" for key, n in Counter(keys).items() if n > 1)


def _holds(example: str, forms: Iterable[str]) -> bool:
    """Whether a word of the example ends in one of the folded forms: proclitics may stand before it."""
    endings = tuple(forms)
    return bool(endings) and any(word.strip(f".{COMMA}").endswith(endings) for word in fold(example).split())
