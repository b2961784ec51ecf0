"""The entries that a user adds to the knowledge base: one YAML file outside the package, checked before it is used.

The file is a mapping with the lists `persons`, `offices` and `terms`; their entries have the fields of the package's
own tables (`entries.py`), and a term needs no article. A file with a fault is refused as a whole.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from isnad.errors import LexiconError
from isnad.lexicon import geo
from isnad.lexicon.kb.entries import OfficeEntry, PersonEntry, Tables, TermEntry
from isnad.lexicon.kb.when import OPEN, Period, bounds
from isnad.text import fold

KINDS: dict[str, type[PersonEntry | OfficeEntry | TermEntry]] = {
    "persons": PersonEntry,
    "offices": OfficeEntry,
    "terms": TermEntry,
}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Row(NamedTuple):
    """One entry of the file, and the line that it begins on."""

    line: int
    entry: PersonEntry | OfficeEntry | TermEntry


class Fault(NamedTuple):
    """What is wrong on a line of the file, and what is accepted."""

    line: int
    what: str


def own_path() -> Path:
    """Where the user's entries are kept: `ISNAD_KB`, else `isnad/kb.yaml` in the user's configuration folder."""
    named = os.environ.get("ISNAD_KB")
    if named:
        return Path(named).expanduser().absolute()
    return (Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "isnad" / "kb.yaml").absolute()


def own_file() -> Path | None:
    """The file with the user's entries; None where there is none."""
    try:
        path = own_path()
    except RuntimeError:  # a user without a home folder
        return None
    return path if path.is_file() else None


def own_tables(path: Path, packaged: Tables) -> Tables:
    """The entries of the user's file. Raises LexiconError with file and line where something in it is wrong."""
    tables, faults = checked(path, packaged)
    if faults:
        raise LexiconError(f"{path}, line {faults[0].line}: {faults[0].what}")
    return tables


def checked(path: Path, packaged: Tables) -> tuple[Tables, list[Fault]]:
    """The entries of the file and all its faults in the order of the lines."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        return Tables(), [Fault(1, f"cannot be read: {error.strerror}; name a file of YAML in UTF-8")]
    except UnicodeDecodeError as error:
        return Tables(), [Fault(1, f"byte {error.start} is not UTF-8; write the file in UTF-8")]
    rows, faults = read_rows(text)
    persons = tuple(row.entry for row in rows if isinstance(row.entry, PersonEntry))
    offices = tuple(row.entry for row in rows if isinstance(row.entry, OfficeEntry))
    terms = tuple(row.entry for row in rows if isinstance(row.entry, TermEntry))
    tables = Tables(persons=persons, offices=offices, terms=terms)
    return tables, sorted([*faults, *_faults(rows, tables, packaged)])


def read_rows(text: str) -> tuple[list[Row], list[Fault]]:
    """The entries that keep their schema, and the faults of the others."""
    import yaml

    loader = yaml.BaseLoader(text)  # every scalar a string: `2018-05` and `2018` are written dates
    try:
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return [], [Fault(line, f"not YAML: {error.problem}")]
    except yaml.YAMLError as error:
        return [], [Fault(1, f"not YAML: {str(error).splitlines()[0]}")]
    if root is None:
        return [], []
    accepted = f"a mapping with the lists {', '.join(KINDS)}"
    if not isinstance(root, yaml.MappingNode):
        return [], [Fault(1, f"a list or a word stands at the top; accepted is {accepted}")]
    rows: list[Row] = []
    faults: list[Fault] = []
    for key, value in root.value:
        line = key.start_mark.line + 1
        if key.value not in KINDS or not isinstance(value, yaml.SequenceNode):
            faults.append(Fault(line, f"{key.value!r} is no list of entries; accepted is {accepted}"))
            continue
        for node in value.value:
            row = _row(KINDS[key.value], node.start_mark.line + 1, loader.construct_object(node, deep=True))
            rows.extend([row] if isinstance(row, Row) else [])
            faults.extend([row] if isinstance(row, Fault) else [])
    return rows, faults


def _row(kind: type[PersonEntry | OfficeEntry | TermEntry], line: int, value: Any) -> Row | Fault:
    try:
        return Row(line, msgspec.convert(value, kind, strict=False))
    except msgspec.ValidationError as error:
        return Fault(line, f"{error}; the fields are {', '.join(kind.__struct_fields__)}")


def _faults(rows: list[Row], tables: Tables, packaged: Tables) -> Iterator[Fault]:
    states = {entry.id for entry in geo.country_entries()}
    people = {p.id for p in (*packaged.persons, *tables.persons)}
    offices = {o.id for o in (*packaged.offices, *tables.offices)} | {t.office for t in packaged.terms}
    roles = {role.id for role in packaged.roles}
    seen: set[tuple[type, str]] = set()
    names: dict[str, str] = {}
    for line, entry in rows:
        if isinstance(entry, TermEntry):
            yield from (Fault(line, what) for what in _of_term(entry, people, offices, roles, states))
            continue
        if not _ID.fullmatch(entry.id):
            yield Fault(line, f"id {entry.id!r}; accepted are small Latin letters and digits joined by hyphens")
        if (type(entry), entry.id) in seen:
            yield Fault(line, f"id {entry.id} stands twice; an id is accepted once a list")
        seen.add((type(entry), entry.id))
        if entry.country is not None and entry.country not in states:
            yield Fault(line, f"unknown country {entry.country!r}; accepted are ISO 3166-1 codes of three capitals")
        if isinstance(entry, PersonEntry):
            yield from (Fault(line, what) for what in _of_names(entry, names))
        elif entry.role is not None and entry.role not in roles:
            yield Fault(line, f"unknown role {entry.role!r}; accepted are {', '.join(sorted(roles))}")
    yield from _overlaps(rows, packaged, tables)


def _of_names(person: PersonEntry, names: dict[str, str]) -> Iterator[str]:
    """Names that two entries share: an alias of one that is the name of the other leads in a circle."""
    for name in dict.fromkeys(fold(name) for name in (person.name, *person.aliases)):
        if not name.strip():
            yield "an empty name; accepted is an Arabic name"
        elif names.setdefault(name, person.id) != person.id:
            yield f"the name {name} is {names[name]}'s too; accepted is a name or alias of one person"


def _of_term(term: TermEntry, people: set[str], offices: set[str], roles: set[str], states: set[str]) -> Iterator[str]:
    if term.person not in people:
        yield f"no person {term.person!r}; accepted is an id of persons, here or in the package"
    country, _, role = term.office.partition("-")
    if term.office not in offices and not (role in roles and country.upper() in states):
        yield f"no office {term.office!r}; accepted is an id of offices, or state and role: rus-foreign-minister"
    ends = [bounds(end) for end in (term.start, term.end) if end and end != OPEN]
    if None in ends or term.start == OPEN:
        yield f"a date of the term cannot be read; accepted are YYYY, YYYY-MM, YYYY-MM-DD, and {OPEN!r} for an end"
    elif len(ends) == 2 and ends[0] and ends[1] and ends[1].last < ends[0].first:
        yield "the term ends before it starts; accepted is an end that is later"


def _overlaps(rows: list[Row], packaged: Tables, tables: Tables) -> Iterator[Fault]:
    """Terms of the file that give one office two holders on one day."""
    shared = {r.id for r in packaged.roles if r.several}
    several = {o.id for o in (*packaged.offices, *tables.offices) if o.several or o.role in shared}
    terms = [(line, entry) for line, entry in rows if isinstance(entry, TermEntry) and not entry.acting]
    for (_, one), (line, other) in combinations(terms, 2):
        same = one.office == other.office and one.office not in several
        if not same or one.office.partition("-")[2] in shared or not (_readable(one) and _readable(other)):
            continue
        if Period(one.start, one.end).surely_overlaps(Period(other.start, other.end)):
            what = f"{one.person} and {other.person} hold {one.office} at the same time"
            yield Fault(line, f"{what}; accepted are terms that do not overlap")


def _readable(term: TermEntry) -> bool:
    return all(bounds(end) for end in (term.start, term.end) if end and end != OPEN)
