"""Which person of the knowledge base somebody is: by full name, by surname with an office or state, by office and day.

Nothing is guessed: where two people fit, nobody is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from isnad.lexicon.affixes import without_article
from isnad.lexicon.kb.base import Holding, Named, Office, Person, base, holder, holders, persons_named, terms_of
from isnad.lexicon.kb.when import bounds
from isnad.text import fold

_ELECT = timedelta(days=150)  # between an election and the term that it gives

By = Literal["name", "alias", "office and date"]


class Link(NamedTuple):
    """A person of the base, what it was found by, and what the base holds against the document's words."""

    person: Person | None
    by: By | None
    note: str = ""


def person_of(words: tuple[str, ...], said: tuple[Named, ...], state: str | None, day: date | None) -> Link:
    """The person with this folded name («سالم الحداد», «الحداد») to whom the document gives these offices.

    `state` is the state that the document gives; `day` the anchor, None where the text has no date.
    """
    found: dict[str, tuple[Person, By]] = {p.id: (p, by) for p, by in persons_named(words)}
    surname = len(words) == 1 and not found  # of leaders the base has names of one word
    if surname:
        found = {p.id: (p, "alias") for p in _of_surname(words[0])}
    if surname or len(found) > 1:
        found = {name: row for name, row in found.items() if _fits(row[0], said, state, day)}
    found = {name: row for name, row in found.items() if row[0].own} or found
    if len(found) == 1:
        person, by = next(iter(found.values()))
        return Link(person, by, _disagreement(person, said, day))
    if not found and len(words) > 1:
        expected = [h.person for named in said if (h := held(named, day)) is not None]
        same = {p.id: p for p in expected if is_short_of(words, p)}
        if len(same) == 1:
            return Link(next(iter(same.values())), "alias")
    return Link(None, None, _disagreement(None, said, day))


def holder_of(said: tuple[Named, ...], day: date | None) -> Link:
    """Whoever held the offices on the day, where all that can be told are one person («قال وزير الخارجية الروسي»)."""
    people = {h.person.id: h.person for named in said if (h := held(named, day)) is not None}
    return Link(next(iter(people.values())), "office and date") if len(people) == 1 else Link(None, None)


def held(named: Named, day: date | None) -> Holding | None:
    """Who held the named office on the day. A former holder is nobody in particular; «بالوكالة» is who acts for the
    holder, «المنتخب» who takes the office next."""
    if day is None or named.words.former:
        return None
    if named.words.elect:
        return _one(h for office in named.offices[:1] for h in _next(office, day))
    if named.words.acting:
        return _one(h for office in named.offices[:1] for h in holders(office.id, day) if h.sure and h.term.acting)
    return holder(named.offices[0].id, day) if named.offices else None


def _next(office: Office, day: date) -> list[Holding]:
    found = []
    for term in base().by_office.get(office.id, ()):
        start = bounds(term.start) if term.start else None
        if start is not None and day < start.first <= day + _ELECT:
            found.append(Holding(base().persons[term.person], term, sure=True))
    return found


def _one(found: Iterable[Holding]) -> Holding | None:
    people = {h.person.id: h for h in found}
    return next(iter(people.values())) if len(people) == 1 else None


def _fits(person: Person, said: tuple[Named, ...], state: str | None, day: date | None) -> bool:
    """Whether the document's offices, or without any its state and day, are the person's."""
    terms = terms_of(person.id)
    if said:
        offices = {office.id for named in said for office in named.offices}
        return any(t.office in offices and (day is None or _near(t.period.holds(day), named=said)) for t in terms)
    if state is None or state != person.country or day is None:
        return False
    return any(t.period.holds(day) != "no" for t in terms)


def _near(certainty: str, named: tuple[Named, ...]) -> bool:
    return certainty != "no" or any(n.words.former or n.words.elect for n in named)


@cache
def _surnames() -> dict[str, tuple[Person, ...]]:
    found: dict[str, dict[str, Person]] = {}
    for person in base().persons.values():
        for name in (person.name, *person.aliases):
            found.setdefault(without_article(fold(name).split()[-1]), {})[person.id] = person
    return {surname: tuple(people.values()) for surname, people in found.items()}


def _of_surname(word: str) -> tuple[Person, ...]:
    return _surnames().get(without_article(word), ())


def is_surname(word: str) -> bool:
    """Whether somebody in the base has this surname."""
    return bool(_of_surname(word))


def state_of_name(words: tuple[str, ...], day: date | None) -> str | None:
    """The state of whoever the folded name alone may mean: everybody of this name is of it; with a surname alone,
    everybody in office on the day, else everybody («بوتين»)."""
    if len(words) == 1:
        known = _of_surname(words[0])
        found = [p for p in known if _serving(p, day)] or list(known)
    else:
        found = [p for p, _ in persons_named(words)]
    states = {p.country for p in found}
    return states.pop() if len(states) == 1 else None


def _serving(person: Person, day: date | None) -> bool:
    return day is not None and any(t.period.holds(day) != "no" for t in terms_of(person.id))


def is_short_of(words: tuple[str, ...], person: Person) -> bool:
    """Whether the words stand in a name of the person («جاسم الحداد» in «سالم جاسم الحداد»), or begin and end like
    one: «سالم علي الحداد» and «سالم الحداد»."""
    names = [fold(name).split() for name in (person.name, *person.aliases)]
    ends = words[0], without_article(words[-1])
    alike = any(len(name) > 1 and (name[0], without_article(name[-1])) == ends for name in names)
    return alike or any(f" {' '.join(words)} " in f" {' '.join(name)} " for name in names)


def _disagreement(person: Person | None, said: tuple[Named, ...], day: date | None) -> str:
    """What the base holds against the document, which calls the person the holder of an office of somebody else."""
    for named in said:
        known = None if named.words.elect or named.words.acting else held(named, day)
        if known is None or not known.sure or (person is not None and known.person.id == person.id):
            continue
        own = {t.office for t in terms_of(person.id) if day and t.period.holds(day) != "no"} if person else set()
        if not own.intersection(office.id for office in named.offices):
            return f"the base has {known.person.name} as {named.offices[0].id} on {day}"
    return ""
