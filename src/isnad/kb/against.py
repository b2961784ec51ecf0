"""The knowledge base held against a corpus: do its terms agree with the offices beside names in dated articles?

Every apposition whose office the base knows is counted, where somebody is known to hold that office on the article's
day and the name is a person of the base, or stands in three articles. A disagreement carries its cause.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from isnad.kb.appositions import Apposition, appositions
from isnad.kb.persons import is_short_of
from isnad.layout import read_layout
from isnad.lexicon import joined
from isnad.lexicon.kb.base import Office, Person, holders, persons_named, terms_of
from isnad.records import Document
from isnad.text import Reading, View

_LEAST = 3  # articles in which a name outside the base counts

Cause = Literal["former", "later", "acting", "another office", "outside the base"]


class Said(NamedTuple):
    """An office and a name side by side in an article, and whom the base has instead; None where they agree."""

    office: str
    name: str
    person: str | None
    cause: Cause | None
    holder: str
    article: str
    day: date


class Disagreement(NamedTuple):
    """One name beside one office of another, in all articles: how often, why, and an article that says so."""

    office: str
    name: str
    holder: str
    cause: Cause
    times: int
    article: str
    day: date


class Comparison(NamedTuple):
    """How many appositions agree with the base, and the disagreements, the most frequent first."""

    agree: int
    disagreements: tuple[Disagreement, ...]

    @property
    def disagree(self) -> int:
        """How many appositions do not agree."""
        return sum(row.times for row in self.disagreements)

    @property
    def causes(self) -> dict[str, int]:
        """How many disagree for each cause, the most frequent first."""
        counted: Counter[str] = Counter()
        for row in self.disagreements:
            counted[row.cause] += row.times
        return dict(counted.most_common())


def compared(documents: Iterable[Document]) -> Comparison:
    """The base against these documents; one without a date says nothing."""
    agree = 0
    others: dict[tuple[str, str], list[Said]] = {}
    for document in documents:
        for said in said_in(document):
            if said.cause is None:
                agree += 1
            else:
                others.setdefault((said.office, said.person or said.name), []).append(said)
    rows = []
    for found in others.values():
        if found[0].person is not None or len({said.article for said in found}) >= _LEAST:
            cause = Counter(said.cause for said in found).most_common(1)[0][0]
            assert cause is not None
            first = next(said for said in found if said.cause == cause)
            rows.append(
                Disagreement(first.office, first.name, first.holder, cause, len(found), first.article, first.day)
            )
    return Comparison(agree, tuple(sorted(rows, key=lambda row: (-row.times, row.office, row.name))))


def said_in(document: Document) -> list[Said]:
    """What one document says of offices in the base, each office and name once."""
    view = View(document.text)
    found = dict.fromkeys(appositions(Reading(view, (), joined.cuts).words))
    anchor = read_layout(document, view).anchor if found else None
    if anchor is None:
        return []
    day = date.fromisoformat(anchor.value[:10])
    judged = (_judged(apposition, document.id, day) for apposition in found)
    return list({(said.office, said.person or said.name): said for said in judged if said is not None}.values())


def _judged(said: Apposition, article: str, day: date) -> Said | None:
    """The apposition against the base, by the office that fits, else by the outermost; None where that says nothing:
    nobody is known to hold the office, several hold it, the text calls the holder a former one, or the name fits
    several people."""
    people = [person for person, _ in persons_named(said.name)]
    person = people[0] if people else None
    result = None
    for number, named in enumerate(said.offices if len(people) < 2 else ()):
        held = {h.person.id: h.person for office in named.offices for h in holders(office.id, day)}
        if named.words.former or named.words.elect or not held:
            continue
        right = person.id in held if person else any(is_short_of(said.name, known) for known in held.values())
        if right or (number == 0 and not named.offices[0].several):
            cause = None if right else "acting" if named.words.acting else _cause(person, named.offices, day)
            holder, written = next(iter(held.values())).name, " ".join(said.name)
            office, known = named.offices[0].id, person.id if person else None
            result = Said(office, written, known, cause, holder, article, day)
        if right:
            break
    return result


def _cause(person: Person | None, offices: tuple[Office, ...], day: date) -> Cause:
    """Why somebody who does not hold the office on the day may stand beside it."""
    if person is None:
        return "outside the base"
    terms = [term for term in terms_of(person.id) if term.office in {office.id for office in offices}]
    if not terms:
        return "another office"
    over = any(term.end and term.end[:10] <= day.isoformat() for term in terms)
    return "former" if over else "later"
