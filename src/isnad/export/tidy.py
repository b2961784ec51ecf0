"""The rows of the tables for statistics: documents, records and their parts, from one document at a time.

Pure functions of a capture and its analysis. A row has exactly the columns of its table in the data dictionary.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import msgspec

from isnad.records import Analysis, Arrangement, Claim, Entity, Event, Figure, Party, Span, Speaker, Tie
from isnad.store import Capture
from isnad.store.decisions import Decidable, key_span

Row = dict[str, Any]
TABLES = ("documents", "claims", "speakers", "events", "parties", "figures", "arrangements", "members")
_LARGEST = 2**63 - 1  # what an integer column holds


class Told:
    """One document with what its rows ask for: its words, its cast and its claims by id."""

    __slots__ = ("analysis", "capture", "cast", "claims", "numbers")

    def __init__(self, capture: Capture, analysis: Analysis) -> None:
        self.capture = capture
        self.analysis = analysis
        self.cast: dict[str, Entity] = {entity.id: entity for entity in analysis.entities}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in analysis.claims}
        self.numbers: dict[tuple[str, Span], int] = {}

    def words(self, span: Span | None) -> str | None:
        """The words of the text at a span."""
        return span.of(self.analysis.text) if span is not None else None

    def known(self, entity: str | None) -> Row:
        """What the knowledge base has of a member of the cast."""
        found = self.cast.get(entity) if entity is not None else None
        return {"kb": found.kb if found else None, "name_en": found.name_en if found else None}

    def place(self) -> Row:
        """The columns that lead to the document."""
        return {"document": self.capture.document, "sha256": self.capture.sha256}

    def record(self, kind: str, record: Decidable) -> Row:
        """The columns that every record has."""
        span = key_span(record)
        capture = self.capture
        return {
            "row_id": self.row_id(kind, span),
            **self.place(),
            "key": record.id,
            **spread("", span),
            "quoted": self.words(span),
            "outlet": capture.outlet_id,
            "day": capture.day,
        }

    def row_id(self, kind: str, span: Span) -> str:
        """An id that rests on document, kind and span alone; records that share them are numbered in their order."""
        number = self.numbers[kind, span] = self.numbers.get((kind, span), 0) + 1
        named = [self.capture.document, self.capture.sha256, kind, span.start, span.end, number]
        return hashlib.sha256(msgspec.json.encode(named)).hexdigest()[:20]

    def part(self, key: str, number: int, span: Span | None) -> Row:
        """The columns that every part of a record has."""
        return {**self.place(), "key": key, "number": number, **spread("", span), "quoted": self.words(span)}

    def word(self, record: Event | Figure | Arrangement) -> Row:
        """By whose word a record stands."""
        claim = self.claims.get(record.claim) if record.claim is not None else None
        return {
            "claim": record.claim,
            "teller": claim.name if claim is not None else None,
            "stance": claim.stance if claim is not None else None,
            "score": record.score,
            "why": record.why,
        }


def rows(capture: Capture, analysis: Analysis) -> Iterator[tuple[str, Row]]:
    """All rows of one document, each with the id of its table."""
    told = Told(capture, analysis)
    yield "documents", _document(told)
    for claim in analysis.claims:
        yield "claims", _claim(told, claim)
        yield from _parts("speakers", told, claim.id, claim.speakers, _speaker)
    for event in analysis.events:
        yield "events", event_row(told, event)
        parties = [("actor", party) for party in event.actors] + [("recipient", party) for party in event.recipients]
        yield from _parts("parties", told, event.id, parties, _party)
    for figure in analysis.figures:
        yield "figures", _figure(told, figure)
    for arrangement in analysis.arrangements:
        yield "arrangements", _arrangement(told, arrangement)
        yield from _parts("members", told, arrangement.id, arrangement.members, _member)


def whole(value: int | None) -> int | None:
    """A number that a column of integers can hold, else None."""
    return value if value is not None and -_LARGEST <= value <= _LARGEST else None


def spread(name: str, span: Span | None) -> Row:
    """A span as its two columns."""
    start, end = span if span is not None else (None, None)
    return {f"{name}start": start, f"{name}end": end}


def _document(told: Told) -> Row:
    capture, analysis = told.capture, told.analysis
    headline = next((story.headline for story in analysis.stories if story.headline is not None), None)
    return {
        **told.place(),
        "start": 0,
        "end": capture.length,
        "outlet": capture.outlet_id,
        "outlet_name": capture.outlet_name,
        "outlet_country": capture.outlet_country,
        "url": capture.url,
        "page": capture.url_key,
        "seen": capture.seen,
        "published": capture.published,
        "day": capture.day,
        "recorded": capture.recorded,
        "source": capture.source,
        "version": capture.version,
        "skipped": capture.skipped,
        "headline": told.words(headline),
        **{name: len(getattr(analysis, name)) for name in ("claims", "events", "figures", "arrangements")},
    }


def _claim(told: Told, claim: Claim) -> Row:
    via, addressee = claim.via, claim.addressee
    names = ("story", "name", "kind", "country", "entity", "form", "stance", "outer", "score", "why")
    return {
        **told.record("claim", claim),
        **{name: getattr(claim, name) for name in names},
        "cue": told.words(claim.cue),
        **spread("cue_", claim.cue),
        "speaker": told.words(claim.speaker),
        **spread("speaker_", claim.speaker),
        **told.known(claim.entity),
        "via": via.name if via is not None else None,
        **spread("via_", via.span if via is not None else None),
        "addressee": addressee.name if addressee is not None else None,
        **spread("addressee_", addressee.span if addressee is not None else None),
        "chain": " ".join(claim.chain),
    }


def event_row(told: Told, event: Event) -> Row:
    """One row of the table events, which the map shows too."""
    place, day = event.place, event.date
    names = ("story", "type", "mode", "status", "background", "actor_country", "recipient_country")
    return {
        **told.record("event", event),
        **{name: getattr(event, name) for name in names},
        "date": day.value if day is not None else None,
        "date_precision": day.precision if day is not None else None,
        **spread("date_", day.span if day is not None else None),
        "place": place.name if place is not None else None,
        "place_en": place.name_en if place is not None else None,
        **spread("place_", place.span if place is not None else None),
        "latitude": place.lat if place is not None else None,
        "longitude": place.lon if place is not None else None,
        "country": place.country if place is not None else None,
        "actor": told.words(event.actor),
        "recipient": told.words(event.recipient),
        **told.word(event),
    }


def _figure(told: Told, figure: Figure) -> Row:
    names = ("measure", "bound", "who", "part_of", "event")
    row = {name: getattr(figure, name) for name in names}
    return {**told.record("figure", figure), **row, "value": whole(figure.value), **told.word(figure)}


def _arrangement(told: Told, arrangement: Arrangement) -> Row:
    row = {name: getattr(arrangement, name) for name in ("name", "kind", "loaded")}
    return {**told.record("arrangement", arrangement), **row, **told.word(arrangement)}


def _parts(
    table: str, told: Told, key: str, found: Sequence[Any], columns: Callable[[Told, Any], tuple[Span | None, Row]]
) -> Iterator[tuple[str, Row]]:
    for number, one in enumerate(found):
        span, row = columns(told, one)
        yield table, {**told.part(key, number, span), **row}


def _who(told: Told, one: Speaker | Party | Tie) -> Row:
    return {**{name: getattr(one, name) for name in ("name", "entity", "country")}, **told.known(one.entity)}


def _speaker(told: Told, speaker: Speaker) -> tuple[Span | None, Row]:
    return speaker.span, {**_who(told, speaker), "kind": speaker.kind}


def _party(told: Told, found: tuple[str, Party]) -> tuple[Span | None, Row]:
    role, party = found
    return party.span, {**_who(told, party), "role": role}


def _member(told: Told, member: Tie) -> tuple[Span | None, Row]:
    return member.span, {**_who(told, member), "role": member.role}
