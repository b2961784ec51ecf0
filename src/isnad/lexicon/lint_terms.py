"""Checks of the tables of merging: terms, and the spread of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from isnad.errors import LexiconError
from isnad.lexicon import spread, terms
from isnad.lexicon.load import read_lines
from isnad.lexicon.terms import TermEntry
from isnad.text import fold


def problems() -> list[str]:
    """What is wrong in the tables of merging, one line a problem; empty if nothing is."""
    try:
        return [*term_problems(terms.term_entries()), *spread_problems(read_lines(spread.SOURCE))]
    except LexiconError as error:
        return [str(error)]


def term_problems(rows: Iterable[TermEntry]) -> Iterator[str]:
    """Ids and forms given twice, slots with a single term, examples that hold none of the forms."""
    rows = tuple(rows)
    ids = Counter(row.id for row in rows)
    forms = Counter(form for row in rows for form in {fold(f) for f in row.forms})
    slots = Counter(row.slot for row in rows)
    yield from (f"{terms.SOURCE}, {id}: this id is given {n} times" for id, n in ids.items() if n > 1)
    yield from (f"{terms.SOURCE}: the form {form} is in {n} entries" for form, n in forms.items() if n > 1)
    yield from (f"{terms.SOURCE}: the slot {slot} has one term alone" for slot, n in slots.items() if n < 2)
    for row in rows:
        if not any(fold(form) in fold(row.example) for form in row.forms):
            yield f"{terms.SOURCE}, {row.id}: its example holds none of its forms"


def spread_problems(lines: Iterable[str]) -> Iterator[str]:
    """Lines that are not a folded word and its rarity, or not in order."""
    last = ""
    for number, line in enumerate(lines, 1):
        word, _, rarity = line.partition("\t")
        if fold(word) != word or not rarity.isdigit() or not 0 <= int(rarity) <= spread.RAREST:
            yield f"{spread.SOURCE}, line {number}: not a folded word, a tab and its half bits"
        if word <= last:
            yield f"{spread.SOURCE}, line {number}: out of order; make the table anew with tools/word_spread.py"
        last = word
