"""The cast of a document with its identities, and the claims with the states of their speakers.

Whoever has no name and no office that the base knows stays without: nothing is invented.
"""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from isnad.kb.bodies import body_of
from isnad.kb.evidence import offices_said
from isnad.kb.persons import Link, holder_of, is_surname, person_of
from isnad.lexicon import grammar, nouns
from isnad.lexicon.affixes import AND
from isnad.lexicon.kb.base import Named, Person, base, persons_named, terms_of
from isnad.names.people import People
from isnad.records import Claim, Entity
from isnad.text import Reading, fold

_TITLES = frozenset({"role", "rank", "honorific"})
_BODIES = frozenset({"organisation", "media", "government", "group"})


def identified(
    r: Reading, entities: tuple[Entity, ...], claims: tuple[Claim, ...], people: People, anchor: date | None
) -> tuple[tuple[Entity, ...], tuple[Claim, ...]]:
    """The same entities and claims, as far as the base knows who they are on the day of the anchor.

    Where the base knows another holder of an office than the document names, the first claim of that speaker says so
    in its `why`.
    """
    notes: dict[str, str] = {}
    known: dict[str, Entity] = {}
    for entity in entities:
        known[entity.id], note = _identified(r, entity, people, anchor)
        if note:
            notes[entity.id] = note
    return tuple(known.values()), tuple(_settled(claim, known, notes) for claim in claims)


def _identified(r: Reading, entity: Entity, people: People, day: date | None) -> tuple[Entity, str]:
    if entity.kind in _BODIES:
        return _as_body(entity), ""
    if entity.kind not in ("person", "office"):
        return entity, ""
    if entity.kind == "office":
        said = offices_said(r, entity, people, entity.country)
        link = holder_of(said, day)
        return _as_person(entity, link, said, day), _own(link)
    words = _name_words(entity.name)
    called = persons_named(words)
    # A state that no word gives is the document's; whose name is known brings his own.
    said = offices_said(r, entity, people, called[0][0].country if len(called) == 1 else entity.country)
    link = person_of(words, said, entity.country, day)
    return _as_person(entity, link, said, day, words), link.note or _own(link)


def _name_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without a title that was read as its first («للرئيس سالم الحداد»)."""
    words = tuple(word for word in fold(name).split() if word[0].isalnum())
    # "Sultan" is a given name and a title: before "bin" it is no title.
    named = len(words) > 2 and words[1] in grammar.words("name-link")
    titled = len(words) > 2 and not named and any(_TITLES.intersection(n.noun.classes) for n in nouns.find(words[0]))
    return words[1:] if titled else words


def _as_body(entity: Entity) -> Entity:
    body = body_of(entity.name, entity.kind)
    if body is None:
        return entity
    return replace(
        entity,
        kb=body.id,
        kb_name=body.name,
        kb_by="name" if fold(body.name) == fold(entity.name) else "alias",
        sector=body.sector,
        name_en=body.name_en,
        country=body.country if body.country or entity.kind == "organisation" else entity.country,
    )


def _as_person(
    entity: Entity, link: Link, said: tuple[Named, ...], day: date | None, words: tuple[str, ...] = ()
) -> Entity:
    offices = [named.offices[0] for named in said if named.offices and not named.words.former]
    sector = next((office.sector for office in offices if office.sector), None)
    if link.person is None:
        country = offices[0].country if offices else entity.country
        return replace(entity, kb=local_id(words), sector=sector, country=country)
    served, served_sector = _service(link.person, {office.id for office in offices}, day)
    return replace(
        entity,
        kb=link.person.id,
        kb_name=link.person.name,
        kb_by=link.by,
        sector=sector or served_sector,
        name_en=link.person.name_en,
        country=served,
    )


def _service(person: Person, said: set[str], day: date | None) -> tuple[str | None, str | None]:
    """The state that the person serves on the day and the sector: those of the office that the document names, else
    of the one that the person holds, else the person's own state. The UN's envoy serves none."""
    terms = terms_of(person.id)
    serving = [t for t in terms if t.office in said] or [
        t for t in terms if day is not None and t.period.holds(day) != "no"
    ]
    offices = [base().offices[t.office] for t in serving]
    if not offices:
        return person.country, None
    countries = {office.country for office in offices}
    country = person.country if person.country in countries or len(countries) > 1 else countries.pop()
    return country, next((office.sector for office in offices if office.sector), None)


def local_id(words: tuple[str, ...]) -> str | None:
    """The id of somebody outside the base, from the folded full name; None for less than two words, and for two
    surnames of the base in a row («الحداد والصقر»), who are two people.

    >>> local_id(("سالم", "الحداد"))
    'local:سالم-الحداد'
    """
    kept = [word for word in words if word not in grammar.words("name-link")]
    two = any(word.startswith(AND) and is_surname(word.removeprefix(AND)) for word in kept[1:])
    return "local:" + "-".join(kept) if len(kept) > 1 and not two else None


def _own(link: Link) -> str:
    return f"{link.person.id} is an own entry" if link.person is not None and link.person.own else ""


def _settled(claim: Claim, known: dict[str, Entity], notes: dict[str, str]) -> Claim:
    """The claim with the states of its speakers as the cast has them now, and the note on its first speaker."""
    speakers = tuple(replace(s, country=known[s.entity].country) if s.entity in known else s for s in claim.speakers)
    countries = {s.country for s in speakers}
    note = notes.pop(claim.entity, "") if claim.entity else ""
    return replace(
        claim,
        speakers=speakers,
        country=countries.pop() if len(countries) == 1 else None,
        why=f"{claim.why}; {note}" if note else claim.why,
    )
