"""The knowledge base: which office do these words name, who held it on that day, who is called so.

Own entries of a user (`isnad.lexicon.kb.own`) win over those of the package: a person or office of the same id
replaces it, and a term of the same office pushes back the package's terms for its days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad.lexicon import geo, grammar
from isnad.lexicon.affixes import AND, BY, FOR
from isnad.lexicon.kb.entries import SOURCES, OfficeEntry, Tables, packaged
from isnad.lexicon.kb.own import own_file, own_tables
from isnad.lexicon.kb.titles import GovernmentWords, Meaning, OfficeWords, Title, Titles, key, read_offices, stripped
from isnad.lexicon.kb.when import Period
from isnad.lexicon.load import compiled
from isnad.records import Record
from isnad.text import fold


class Office(Record):
    """An office. `country` is ISO 3166-1 alpha-3; `government` one of rival governments of that state; `several`: it
    has several holders at a time. `own`: an entry of the user."""

    id: str
    name: str
    name_en: str
    role: str | None
    country: str | None
    government: str | None
    body: str | None
    sector: str | None
    several: bool
    own: bool = False


class Person(Record):
    """A person. `name` is the Arabic name, `name_en` the English one; `own`: an entry of the user."""

    id: str
    name: str
    name_en: str
    country: str | None
    aliases: tuple[str, ...]
    own: bool = False


class Term(Record):
    """A term of office. `start` and `end` are ISO 8601 to the precision that is known, None where unknown, `end` is
    `open` where none is known of; `attested`: id of an article to its date; `own`: an entry of the user."""

    person: str
    office: str
    start: str | None
    end: str | None
    acting: bool
    attested: dict[str, str]
    own: bool = False

    @property
    def period(self) -> Period:
        """Its days, as far as they are known."""
        seen = sorted(date.fromisoformat(day) for day in self.attested.values())
        return Period(self.start, self.end, (seen[0], seen[-1]) if seen else None)


class Holding(NamedTuple):
    """Who held an office on a day; `sure` is false where the day lies in the blur of a start or an end."""

    person: Person
    term: Term
    sure: bool


class Named(NamedTuple):
    """An office that a phrase names: the offices that it can be, the likeliest first (rival governments have one
    each), empty where the base has none or the state is missing; and its words."""

    offices: tuple[Office, ...]
    words: OfficeWords


class Base(msgspec.Struct, dict=True):
    """The compiled tables. `by_name` leads from `person_key` to ids of people, `of_role` from a role to the ids of
    its offices by state."""

    offices: dict[str, Office]
    persons: dict[str, Person]
    terms: tuple[Term, ...]
    titles: Titles
    of_role: dict[str, dict[str, tuple[str, ...]]]
    by_name: dict[str, tuple[tuple[str, Literal["name", "alias"]], ...]]

    @cached_property
    def by_office(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each office, in the order of the tables."""
        return _grouped(self.terms, "office")

    @cached_property
    def by_person(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each person, in the order of the tables."""
        return _grouped(self.terms, "person")


def _grouped(terms: tuple[Term, ...], field: str) -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(getattr(term, field), []).append(term)
    return {name: tuple(rows) for name, rows in found.items()}


def person_key(words: Sequence[str]) -> str:
    """The key under which a person's folded words are looked up: joined, without «بن».

    >>> person_key("عبد الله بن سالم الحداد".split()) == person_key("عبدالله سالم الحداد".split())
    True
    """
    return "".join(word for word in words if word not in grammar.words("name-link") and word[0].isalnum())


_NOTHING = Tables()


def build(tables: Tables, own: Tables = _NOTHING) -> Base:
    """The compiled base of the package's tables and the user's own ones."""
    own_ids = {entry.id for entry in own.offices} | {entry.id for entry in own.persons}
    office_entries = {e.id: e for e in (*_plain_offices(tables, own), *tables.offices, *own.offices)}
    person_entries = {e.id: e for e in (*tables.persons, *own.persons)}
    roles = {role.id: role for role in tables.roles}
    offices = {}
    for entry in office_entries.values():
        role = roles.get(entry.role) if entry.role else None
        offices[entry.id] = Office(
            id=entry.id,
            name=entry.name
            or _arabic_name(entry, role.titles[0] if role else (*entry.full, *entry.titles, entry.id)[0]),
            name_en=entry.name_en or _english_name(entry, role.name_en if role else entry.id),
            role=entry.role,
            country=entry.country,
            government=entry.government,
            body=entry.body,
            sector=entry.sector or (role.sector if role else None),
            several=entry.several or (role is not None and role.several),
            own=entry.id in own_ids,
        )
    persons = {
        e.id: Person(id=e.id, name=e.name, name_en=e.name_en, country=e.country, aliases=e.aliases, own=e.id in own_ids)
        for e in person_entries.values()
    }
    terms = tuple(
        Term(person=e.person, office=e.office, start=e.start, end=e.end, acting=e.acting, attested=e.attested, own=mine)
        for mine, rows in ((True, own.terms), (False, tables.terms))
        for e in rows
    )
    of_role: dict[str, dict[str, list[str]]] = {}
    rivals = {g.id for g in tables.governments if g.rival}
    for office in sorted(offices.values(), key=lambda o: o.government in rivals):
        if office.role and office.country:
            of_role.setdefault(office.role, {}).setdefault(office.country, []).append(office.id)
    by_name: dict[str, list[tuple[str, Literal["name", "alias"]]]] = {}
    for person in persons.values():
        for how, names in (("name", (person.name,)), ("alias", person.aliases)):
            for name in names:
                rows = by_name.setdefault(person_key(fold(name).split()), [])
                if all(known != person.id for known, _ in rows):
                    rows.append((person.id, "name" if how == "name" else "alias"))
    return Base(
        offices=offices,
        persons=persons,
        terms=terms,
        titles=_titles(tables, office_entries),
        of_role={role: {state: tuple(ids) for state, ids in found.items()} for role, found in of_role.items()},
        by_name={name: tuple(rows) for name, rows in by_name.items()},
    )


def _plain_offices(*sources: Tables) -> Iterator[OfficeEntry]:
    """Offices without an entry of their own that a term names: a role with a state, «rus-foreign-minister»."""
    roles = {role.id for tables in sources for role in tables.roles}
    for office in dict.fromkeys(term.office for tables in sources for term in tables.terms):
        country, _, role = office.partition("-")
        if role in roles and country.upper() in _countries():
            yield OfficeEntry(id=office, role=role, country=country.upper())


def _arabic_name(entry: OfficeEntry, title: str) -> str:
    country = _countries().get(entry.country or "")
    return f"{title} ({country[0]})" if country else title


def _english_name(entry: OfficeEntry, title: str) -> str:
    country = _countries().get(entry.country or "")
    return f"{title} of {country[1]}" if country else title


@cache
def _countries() -> dict[str, tuple[str, str]]:
    return {entry.id: (entry.names[0], entry.name_en) for entry in geo.country_entries()}


def _titles(tables: Tables, offices: dict[str, OfficeEntry]) -> Titles:
    found: dict[tuple[str, ...], list[Meaning]] = {}

    def add(title: str, meaning: Meaning) -> None:
        keys, state = stripped(fold(title).split())
        if state and meaning.state is None and not meaning.role:
            meaning = msgspec.structs.replace(meaning, state=state)
        meanings = found.setdefault(keys, [])
        if meaning not in meanings:
            meanings.append(meaning)

    for entry in offices.values():
        for title in entry.full:
            add(title, Meaning(entry.id, role=False))
        for title in entry.titles:
            add(title, Meaning(entry.id, role=False, state=entry.country))
    for role in tables.roles:
        for title in role.titles:
            add(title, Meaning(role.id, role=True, construct=role.construct))
    titles: dict[str, list[Title]] = {}
    for keys, meanings in sorted(found.items(), key=lambda item: (-len(item[0]), item[0])):
        titles.setdefault(keys[0], []).append(Title(keys, tuple(meanings)))
    governments: dict[str, list[GovernmentWords]] = {}
    for government in tables.governments:
        for words in government.words:
            keys = tuple(key(word) for word in fold(words).split())
            rows = governments.setdefault(keys[0], [])
            rows.append(GovernmentWords(keys, government.id, government.country, government.rival))
    return Titles(
        {first: tuple(rows) for first, rows in titles.items()},
        {first: tuple(sorted(rows, key=lambda g: -len(g.keys))) for first, rows in governments.items()},
    )


@cache
def base() -> Base:
    """The base of the package with the user's own entries. Raises LexiconError where a table is broken."""
    own = own_file()
    if own is None:
        return compiled("kb", (*SOURCES, geo.SOURCE, "grammar.yaml"), Base, lambda: build(packaged()))
    sources = (*SOURCES, geo.SOURCE, "grammar.yaml", str(own))
    return compiled("own-kb", sources, Base, lambda: build(packaged(), own_tables(own, packaged())))


def offices_named(words: Sequence[str], state: str | None = None) -> tuple[Named, ...]:
    """The offices that the folded words of a phrase name, the person's own name left out.

    `state` (ISO 3166-1 alpha-3) stands in where the words name none: the state of the story or of the outlet.

    >>> [o.id for o in offices_named("وزير الخارجيه الروسي".split())[0].offices]
    ['rus-foreign-minister']
    """
    return tuple(Named(_offices_of(read, state), read) for read in _read(tuple(words)))


@lru_cache(maxsize=1 << 14)
def _read(words: tuple[str, ...]) -> tuple[OfficeWords, ...]:
    return read_offices(words, base().titles)


def _offices_of(read: OfficeWords, fallback: str | None) -> tuple[Office, ...]:
    known = base()
    found: list[str] = []
    for meaning in read.meanings:
        if not meaning.role:
            if meaning.state is None and read.state:  # «the secretary-general of the Lebanese party»
                country = known.offices[meaning.id].country
                fits = country in (None, read.state)
            else:
                fits = meaning.state in (None, read.state or fallback)
            found.extend([meaning.id] if fits else [])
        else:
            found.extend(known.of_role.get(meaning.id, {}).get(read.state or fallback or "", ()))
    offices = [known.offices[name] for name in dict.fromkeys(found)]
    if read.government is not None:
        named = [office for office in offices if office.government == read.government]
        # A minister of the government in Sanaa is not the one of the state.
        offices = named or [o for o in offices if o.government is None and not (read.rival and o.role)]
    return tuple(offices)


def holders(office: str, day: date) -> tuple[Holding, ...]:
    """Everybody who held the office on the day, surely or perhaps: own entries first, then who held it surely."""
    rows = base().by_office.get(office, ())
    found = [
        Holding(base().persons[t.person], t, held == "surely") for t in rows if (held := t.period.holds(day)) != "no"
    ]
    sure = [h for h in found if h.sure]
    if any(h.term.own for h in sure):
        return tuple(h for h in sure if h.term.own)
    if sure:
        return tuple(sorted(sure, key=lambda h: h.term.acting))
    return tuple(h for h in found if not _replaced(h.term, day, rows))


def _replaced(term: Term, day: date, others: Sequence[Term]) -> bool:
    """Whether somebody else surely had the office between `day` and the days on which this term is known."""
    seen = term.period.seen
    if seen is None:
        return False
    for other in others:
        known = other.period.seen
        if other is term or known is None or other.acting:
            continue
        if seen[1] < known[0] <= day or day <= known[1] < seen[0]:
            return True
    return False


def holder(office: str, day: date) -> Holding | None:
    """Who held the office on the day; None where nobody is known or several may have."""
    known = base().offices.get(office)
    if known is None or known.several:
        return None
    found = holders(office, day)
    settled = [h for h in found if h.sure and not h.term.acting] or list(found)
    people = {h.person.id for h in settled}
    return settled[0] if len(people) == 1 else None


def persons_named(words: Sequence[str]) -> tuple[tuple[Person, Literal["name", "alias"]], ...]:
    """The people whose name or alias these folded words are, all of them; empty if there is none.

    >>> [person.id for person, _ in persons_named("سيرغي لافروف".split())]
    ['sergey-lavrov']
    """
    known = base()
    return tuple((known.persons[name], how) for name, how in known.by_name.get(person_key(words), ()))


@cache
def states_of_surnames() -> dict[str, str]:
    """The state of each person whom the press calls by one word («بوتين»), by that folded word, with and without a
    conjunction or preposition written onto it."""
    found: dict[str, str] = {}
    for person in base().persons.values():
        for name in person.aliases:
            if " " not in name and person.country is not None:
                found.update((lead + fold(name), person.country) for lead in ("", AND, FOR, BY))
    return found


def terms_of(person: str) -> tuple[Term, ...]:
    """The terms of the person with this id."""
    return base().by_person.get(person, ())
