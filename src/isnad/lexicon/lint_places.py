"""Checks of the table of places and of its reviewed additions.

The table is generated: what is checked is that nobody edited it by hand and that it stays small. In the additions an
id, a country or a container that nothing bears would only show as a place that is never found.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from isnad.lexicon import geo, grammar, places_table
from isnad.lexicon.load import DATA
from isnad.lexicon.places_table import ALIASES, TABLE, AliasEntry
from isnad.text import fold

_MOST_BYTES = 1_500_000  # the table is read and shipped by everybody
_COLUMNS = 7
_CODE = 3  # letters


def problems() -> list[str]:
    """What is wrong in the tables of places, one line a problem; empty if nothing is."""
    return [*_table(), *_aliases(places_table.alias_entries())]


def _table() -> Iterator[str]:
    text = (DATA / TABLE).read_text("utf-8")
    head, _, rows = text.partition("\n")
    if len(text.encode()) > _MOST_BYTES:
        yield f"{TABLE}: more than {_MOST_BYTES} bytes"
    if not head.endswith(hashlib.sha256(rows.encode()).hexdigest()):
        yield f"{TABLE}: the rows are not those that its first line names; make it anew with tools/make_places.py"
    for number, line in enumerate(rows.splitlines(), 2):
        columns = line.split("\t")
        if len(columns) != _COLUMNS or len(columns[1]) != _CODE or not columns[1].isupper():
            yield f"{TABLE}, line {number}: not {_COLUMNS} columns with the code of a state in the second"


def _aliases(entries: tuple[AliasEntry, ...]) -> Iterator[str]:
    rows = {row[0] for row in places_table.table_rows()}
    states = {entry.id for entry in geo.country_entries()}
    ids = Counter(entry.id for entry in entries)
    yield from (f"{ALIASES}: id {id} stands {n} times" for id, n in ids.items() if n > 1)
    for entry in entries:
        known = entry.id in rows or entry.id in states
        names = [fold(name) for name in (*entry.names, *entry.near, *entry.weak)]
        if entry.kind == "none":
            if names or not (known or entry.id.isdigit()):
                yield f"{ALIASES}, {entry.id}: `none` is for an entry of another table, and takes no names"
            continue
        if not names:
            yield f"{ALIASES}, {entry.id}: no name"
        if len(set(names)) < len(names):
            yield f"{ALIASES}, {entry.id}: a name stands twice"
        if not known and (entry.name_en is None or entry.kind is None):
            yield f"{ALIASES}, {entry.id}: no row of {TABLE}, so it needs name_en and kind"
        if entry.country is not None and entry.country not in states:
            yield f"{ALIASES}, {entry.id}: country {entry.country} is not in {geo.SOURCE}"
        if entry.at is not None and not (-90 <= entry.at[0] <= 90 and -180 <= entry.at[1] <= 180):
            yield f"{ALIASES}, {entry.id}: {entry.at} is no latitude and longitude"
        if entry.part_of is not None and entry.part_of not in {*rows, *states, *ids}:
            yield f"{ALIASES}, {entry.id}: part_of {entry.part_of} is no place"
        ordinary = [name for name in entry.names if fold(name) in grammar.words("place-ordinary")]
        yield from (f"{ALIASES}, {entry.id}: «{name}» is an ordinary word, list it as weak" for name in ordinary)
