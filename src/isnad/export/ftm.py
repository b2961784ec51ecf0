"""FollowTheMoney entities, one JSON object a line: articles, the people and bodies that they name, what each says of
whom (Documentation: a source's words in an article), and events.

Who is in the knowledge base has one id in all documents; everybody else one of the document's own, since two people
of one name are not one person. Lines with one id are fragments of one entity, as tools of that format expect.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from isnad.export.codes import two_letters
from isnad.export.tidy import Row, Told
from isnad.records import Claim, Entity, Event, Party, Span
from isnad.store.decisions import key_span

_SCHEMATA = {
    "person": "Person",
    "organisation": "Organization",
    "media": "Organization",
    "group": "Organization",
    "government": "PublicBody",
}
_LANGUAGE = "ara"
_ROLE = "speaker"
_OWN = "local:"  # the knowledge base's id for somebody outside it, by the name alone


def entities(told: Told) -> Iterator[tuple[Row, Row] | Literal["no fact"]]:
    """The entities of a document, each with the row that leads to its words. An event that is not told as one that
    happened is left out, since that format cannot say so."""
    article = _id("article", told.capture.document, told.capture.sha256)
    yield _entity(article, "Article", _article(told)), _span(told, article, "", None)
    cast = {entity.id: _cast_id(told, entity) for entity in told.analysis.entities if entity.kind in _SCHEMATA}
    for entity in told.analysis.entities:
        if entity.id in cast:
            found = cast[entity.id]
            yield (
                _entity(found, _SCHEMATA[entity.kind], _who(entity)),
                _span(told, found, entity.id, key_span(entity)),
            )
    for claim in told.analysis.claims:
        speakers = {cast[s.entity] for s in claim.speakers if s.entity in cast}
        for speaker in sorted(speakers):
            found = _id("claim", article, told.row_id("claim", claim.content), speaker)
            said = _entity(found, "Documentation", _claim(told, claim, article, speaker))
            yield said, _span(told, found, claim.id, claim.content)
    for event in told.analysis.events:
        if event.status != "actual":
            yield "no fact"
            continue
        found = _id("event", told.row_id("event", event.trigger))
        yield _entity(found, "Event", _event(told, event, cast)), _span(told, found, event.id, event.trigger)


def _id(*parts: str) -> str:
    return "isnad-" + hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:32]


def _cast_id(told: Told, entity: Entity) -> str:
    if entity.kb is not None and not entity.kb.startswith(_OWN):
        return _id("kb", entity.kb)
    span = key_span(entity)
    return _id("entity", told.capture.sha256, entity.kind, entity.name, str(span.start))


def _entity(number: str, schema: str, properties: dict[str, str | list[str] | None]) -> Row:
    """An entity in the form of that format: every property is a list of strings, without empty ones."""
    listed = {
        name: list(
            dict.fromkeys(text for one in (value if isinstance(value, list) else [value]) if (text := _clean(one)))
        )
        for name, value in properties.items()
    }
    return {"id": number, "schema": schema, "properties": {name: value for name, value in listed.items() if value}}


def _clean(value: str | None) -> str:
    """One value, without line breaks and signs that its readers take out."""
    return " ".join((value or "").replace("\0", " ").split())


def _span(told: Told, number: str, key: str, span: Span | None) -> Row:
    start, end = span if span is not None else (None, None)
    return {"id": number, **told.place(), "key": key or None, "start": start, "end": end, "quoted": told.words(span)}


def _article(told: Told) -> dict[str, Any]:
    capture = told.capture
    headline = next((story.headline for story in told.analysis.stories if story.headline is not None), None)
    return {
        "title": told.words(headline) or capture.document,
        "fileName": capture.document,
        "sourceUrl": capture.url if capture.url and capture.url.startswith(("http://", "https://")) else None,
        "publishedAt": capture.day,
        "author": capture.outlet_name,
        "language": _LANGUAGE,
    }


def _who(entity: Entity) -> dict[str, Any]:
    name = entity.kb_name or entity.name
    return {
        "name": name,
        "alias": [other for other in (entity.name, entity.name_en) if other and other != name],
        "country": two_letters(entity.country),
    }


def _claim(told: Told, claim: Claim, article: str, speaker: str) -> dict[str, Any]:
    return {
        "document": article,
        "entity": speaker,
        "role": _ROLE,
        "status": claim.stance,
        "summary": told.words(claim.content),
        "date": told.capture.day,
        "recordId": claim.id,
    }


def _event(told: Told, event: Event, cast: dict[str, str]) -> dict[str, Any]:
    def known(parties: tuple[Party, ...]) -> list[str]:
        return [cast[party.entity] for party in parties if party.entity in cast]

    place = event.place
    return {
        "name": f"{event.type}: {told.words(event.trigger)}",
        "date": event.date.value if event.date is not None else None,
        "location": place.name if place is not None else None,
        "country": two_letters(place.country) if place is not None else None,
        "involved": known(event.actors) + known(event.recipients),
        "keywords": [event.type, *([event.mode] if event.mode else [])],
        "recordId": event.id,
    }
