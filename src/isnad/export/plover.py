"""PLOVER's JSON records, one event a line. What its format has no field for (status, teller, figures, where it stands)
is in named extra fields, as its manual allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from isnad.export.coding import Coded, LeftOut, coded
from isnad.export.tidy import Row, Told, spread
from isnad.records import Event, Party, Span

_CODEBOOK = "PLOVER 2.0"
_COUNTED = {"killed": "dead", "injured": "injured", "detained": "arrested"}


def records(told: Told) -> Iterator[tuple[Row, Row] | LeftOut]:
    """The events of a document as PLOVER's records, each with its columns of a record; or why one is not coded."""
    for found in coded(told):
        yield found if isinstance(found, str) else _record(told, found)


def _record(told: Told, found: Coded) -> tuple[Row, Row]:
    event, capture = found.event, told.capture
    claim = told.claims.get(event.claim) if event.claim is not None else None
    row = told.record("event", event)
    record = {
        "id": row["row_id"],
        "date": found.date,
        "actor": [_entity(told, party) for party in found.actors],
        "recipient": [_entity(told, party) for party in found.recipients],
        "event": [found.type],
        "mode": [found.mode] if found.mode is not None else [],
        "context": list(found.contexts),
        "quad_code": found.quad,
        "event_scale": found.scale,
        "event_loc": _location(told, event),
        "event_text": row["quoted"],
        "text_info": {**spread("", event.trigger), "sequence": event.story},
        "size": _size(told, event),
        "link": capture.url,
        "cite_info": {
            "url": capture.url,
            "title": _headline(told),
            "language": "ar",
            "publication": capture.outlet_name,
            "codebook": _CODEBOOK,
            "version": capture.version,
        },
        "coder": "isnad",
        "coded_date": capture.recorded[:10],
        "document": capture.document,
        "sha256": capture.sha256,
        "key": event.id,
        "date_precision": found.precision,
        "status": event.status,
        "background": event.background,
        "teller": claim.name if claim is not None else None,
        "stance": claim.stance if claim is not None else None,
        "score": event.score,
    }
    return record, row


def _entity(told: Told, party: Party) -> dict[str, Any]:
    """One of PLOVER's actors: country and sector as codes, the words of the text, the identity where it is known."""
    known = told.cast.get(party.entity) if party.entity is not None else None
    return {
        "code": party.country,
        "sector": [known.sector] if known is not None and known.sector is not None else [],
        "entity_text": told.words(party.span),
        "identifier_id": known.kb if known is not None else None,
        "identifier_text": (known.name_en or known.name) if known is not None else party.name,
        **spread("", party.span),
    }


def _location(told: Told, event: Event) -> dict[str, Any] | None:
    place = event.place
    if place is None:
        return None
    return {
        "extracted_place": told.words(place.span),
        "resolved_place": place.name_en or place.name,
        "lat": place.lat,
        "lon": place.lon,
        "country_code": place.country,
    }


def _size(told: Told, event: Event) -> dict[str, int | None]:
    """The first whole count of victims that the document gives for the event, by kind."""
    found: dict[str, int | None] = dict.fromkeys(_COUNTED.values())
    for figure in told.analysis.figures:
        name = _COUNTED.get(figure.measure)
        if name is not None and figure.event == event.id and figure.part_of is None and found[name] is None:
            found[name] = figure.value
    return found


def _headline(told: Told) -> str | None:
    spans: Iterator[Span] = (story.headline for story in told.analysis.stories if story.headline is not None)
    return told.words(next(spans, None))
