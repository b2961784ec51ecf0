"""Checks of the knowledge base: offices, people, terms of office.

A term must stand on an article, one office has one holder at a time, and everything that is named exists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from isnad.errors import LexiconError
from isnad.lexicon import geo
from isnad.lexicon.kb import entries
from isnad.lexicon.kb.base import Base, Term, build, person_key
from isnad.lexicon.kb.entries import Tables, packaged
from isnad.lexicon.kb.when import OPEN, bounds
from isnad.text import fold

_ARTICLE = re.compile(r"[\w-]+/\S+")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def problems() -> list[str]:
    """What is wrong in the tables of the knowledge base, one sentence a problem."""
    try:
        tables = packaged()
        return list(problems_of(tables))
    except LexiconError as error:
        return [str(error)]


def problems_of(tables: Tables) -> Iterator[str]:
    """What is wrong in these tables, beyond what their schema refuses."""
    yield from _ids(entries.ROLES, (role.id for role in tables.roles))
    yield from _ids(entries.GOVERNMENTS, (government.id for government in tables.governments))
    yield from _ids(entries.OFFICES, (office.id for office in tables.offices))
    yield from _ids(entries.PERSONS, (person.id for person in tables.persons))
    yield from _offices(tables)
    yield from _persons(tables)
    known = build(tables)
    yield from _terms(tables, known)
    for office, terms in known.by_office.items():
        if office in known.offices and not known.offices[office].several:
            yield from _overlaps(office, terms)


def _ids(name: str, ids: Iterable[str]) -> Iterator[str]:
    for entry, times in Counter(ids).items():
        if times > 1:
            yield f"{name}: id {entry} stands {times} times"
        if not _ID.fullmatch(entry):
            yield f"{name}: id {entry!r} must be small Latin letters and digits joined by hyphens"


def _states() -> set[str]:
    return {entry.id for entry in geo.country_entries()}


def _offices(tables: Tables) -> Iterator[str]:
    states = _states()
    roles, governments = {r.id for r in tables.roles}, {g.id for g in tables.governments}
    for office in tables.offices:
        for what, value, known in (
            ("country", office.country, states),
            ("role", office.role, roles),
            ("government", office.government, governments),
        ):
            if value is not None and value not in known:
                yield f"{entries.OFFICES}, {office.id}: unknown {what} {value}"
        if office.role is None and not (office.titles or office.full):
            yield f"{entries.OFFICES}, {office.id}: neither a role nor titles; nothing names it"


def _persons(tables: Tables) -> Iterator[str]:
    states = _states()
    for person in tables.persons:
        if person.country is not None and person.country not in states:
            yield f"{entries.PERSONS}, {person.id}: unknown country {person.country}"
        keys = Counter(person_key(fold(name).split()) for name in (person.name, *person.aliases))
        for key, times in keys.items():
            if times > 1 or not key:
                yield f"{entries.PERSONS}, {person.id}: two of its names are one ({key})"


def _terms(tables: Tables, known: Base) -> Iterator[str]:
    for term in tables.terms:
        place = f"{entries.TERMS}, {term.person} as {term.office}"
        if term.person not in known.persons:
            yield f"{place}: no such person in {entries.PERSONS}"
        if term.office not in known.offices:
            yield f"{place}: no such office in {entries.OFFICES}, and no role of a state"
        if not term.attested:
            yield f"{place}: no article attests it"
        ends = [bounds(end) for end in (term.start, term.end) if end and end != OPEN]
        if None in ends or term.start == OPEN:
            yield f"{place}: a date must be YYYY, YYYY-MM or YYYY-MM-DD, an end may be {OPEN}"
            continue
        if len(ends) == 2 and ends[0] and ends[1] and ends[1].last < ends[0].first:
            yield f"{place}: it ends before it starts"
        yield from (f"{place}: {fault}" for fault in _attestations(term.attested, term.start, term.end))


def _attestations(attested: dict[str, str], start: str | None, end: str | None) -> Iterator[str]:
    first = bounds(start) if start else None
    last = bounds(end) if end and end != OPEN else None
    for article, written in attested.items():
        if not _ARTICLE.fullmatch(article):
            yield f"{article!r} is no id of an article"
        try:
            day = date.fromisoformat(written)
        except ValueError:
            yield f"{written!r} is no day"
            continue
        if (first and day < first.first) or (last and day > last.last):
            yield f"{article} of {written} lies outside the term"


def _overlaps(office: str, terms: Iterable[Term]) -> Iterator[str]:
    for one, other in combinations([term for term in terms if not term.acting], 2):
        if one.period.surely_overlaps(other.period):
            yield f"{entries.TERMS}: {one.person} and {other.person} held {office} at the same time"
