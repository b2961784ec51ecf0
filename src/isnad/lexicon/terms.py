"""Words by which outlets name one actor, or victims, differently, from `data/terms.yaml`."""

from __future__ import annotations

from functools import cache

from isnad.lexicon.clitics import splits
from isnad.lexicon.load import entries
from isnad.records import Record
from isnad.text import fold

SOURCE = "terms.yaml"


class TermEntry(Record, forbid_unknown_fields=True):
    """One entry of `terms.yaml`; the head of that file documents the fields."""

    id: str
    slot: str
    forms: tuple[str, ...]
    example: str
    counter: str | None = None


@cache
def term_entries() -> tuple[TermEntry, ...]:
    """All entries of `terms.yaml`. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, TermEntry)


@cache
def _by_first() -> dict[str, tuple[tuple[tuple[str, ...], TermEntry], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], TermEntry]]] = {}
    for entry in term_entries():
        for form in entry.forms:
            words = tuple(fold(form).split())
            table.setdefault(words[0], []).append((words[1:], entry))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


def openers(word: str) -> tuple[tuple[tuple[str, ...], TermEntry], ...]:
    """The terms that the folded token may open, longest first, each with the folded words that must follow.

    >>> [entry.id for rest, entry in openers("وداعش")], openers("حجر")
    (['daesh'], ())
    """
    table = _by_first()
    return next((table[split.stem] for split in splits(word) if split.stem in table), ())
