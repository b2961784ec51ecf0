"""Checks of the tables of triggers: ids, spellings, examples, counter-examples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from isnad.errors import LexiconError
from isnad.lexicon import triggers
from isnad.lexicon.triggers import Carrier, Trigger
from isnad.text import fold

_WORD = re.compile(r"[^\W\d_]+")


def problems() -> list[str]:
    """What is wrong in the tables of triggers, one line a problem; empty if nothing is."""
    try:
        return list(_problems())
    except LexiconError as error:
        return [str(error)]


def _problems() -> Iterator[str]:
    entries, carriers = triggers.entries(), triggers.carrier_entries()
    ids = Counter([*(entry.id for entry in entries), *(carrier.id for carrier in carriers)])
    yield from (f"trigger {name}: this id is given {n} times" for name, n in ids.items() if n > 1)
    for entry in entries:
        if (entry.kind == "verb") != (entry.verb is not None):
            yield f"trigger {entry.id}: `verb` is for verbs and for them alone"
        if not _has_example(entry):
            yield f"trigger {entry.id}: the example has none of its forms: {entry.example}"
        for hindering in entry.unless:
            if " " in hindering:
                yield f"trigger {entry.id}: `unless` holds single words, not «{hindering}»"
    for carrier in carriers:
        if not any(
            r.carrier.id == carrier.id for w in _WORD.findall(fold(carrier.example)) for r in triggers.carriers(w)
        ):
            yield f"light verb {carrier.id}: the example has none of its forms: {carrier.example}"


def _has_example(entry: Trigger | Carrier) -> bool:
    words = _WORD.findall(fold(entry.example))
    return any(
        reading.trigger.id == entry.id and triggers.follows(words, i + 1, reading.rest)
        for i, word in enumerate(words)
        for reading in triggers.find(word)
    )
