"""What the store holds of one document, as rows: computed apart from any database, in whatever process reads.

A `Bundle` is what one process hands to the writer: the capture, the text, and the analysis with its rows, all ready
to be inserted. Rows are keyed by table name; `analysis_id` is filled in by the writer.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from isnad.dates.metadata import parse_timestamp
from isnad.records import Analysis, Arrangement, Claim, Document, Entity, Event, Figure, Span
from isnad.store.passages import Passage, passages

Row = dict[str, Any]

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://")
_LEVEL = 6  # of zlib: higher costs more time than it saves room
# What most analyses have in common; it saves a quarter of their room. It is part of the format of a project: another
# dictionary would make every stored body unreadable.
_DICTIONARY = (
    b"arrangements.yaml alliance,consider (perfect) + act,demand (perfect) + act,c7 demands,no word of harm gov"
    b"erns this count,not said yet, or not said to be said,support_n (noun),wished, not said,arrangements.yaml "
    b"agreement,target (perfect),add (participle) + clause,c3 demands,arrangements.yaml agreement; bound: membe"
    b"r,stress (perfect) + clause,draw_attention (perfect) + clause,accuse (perfect) + act,kill behind the coun"
    b"t,attack_n (noun),take_control (perfect),reveal (perfect) + act,draw_attention (participle) + clause,no c"
    b"ue takes it as its content,continue (perfect) + direct,visit_n (noun),c5 demands,request (perfect) + act,"
    b"c2 demands,describe (perfect) + act,relay (perfect) + act,meeting_n (noun),consider (perfect) + clause,su"
    b"mmit (noun),military_support (noun),confirm (participle) + clause,reject (perfect) + act,kill (perfect),a"
    b"ccording_wafq + source,say (imperfect) + clause,assembly (noun),hit before the count,kill before the coun"
    b"t,call_for (perfect) + act,negated,point_out (participle) + clause,point_out (perfect) + clause,confirm ("
    b"perfect) + act,the counted noun is ,killing before the count,report_inform (perfect) + clause,announce (p"
    b"erfect) + clause,according_bihasab + source,speaker before a colon in a headline,add (perfect) + direct,m"
    b"ention (perfect) + clause,clarify (perfect) + clause,announce (perfect) + act,add (perfect) + clause,conf"
    b"irm (perfect) + clause,say (perfect) + direct,say (perfect) + clause"
    b'{"span":[],"what":"number without a measure","why":""},{"span":[],"what":"quotation without a speaker","why":""'
    b'"actors":[{"span":[],"entity":"e1","name":"","country":null}],"recipient":null,"recipient_entity":null,'
    b'"recipient_country":null,"recipients":[],"place":{"span":[],"name":"","lat":null,"lon":null,"country":"SYR"},'
    b'"date":{"value":"2018-02-","precision":"day","span":null},"status":"actual","background":false,"claim":null,'
    b'"figures":[{"id":"f1","span":[],"measure":"killed","value":1,"bound":"exact","who":"all","part_of":null,'
    b'"claim":"c1","event":"v1","score":0.9,"why":""}],"events":[{"id":"v1","story":0,"trigger":[],"mentions":[[]],'
    b'"type":"CONSULT","mode":null,"actor":null,"actor_entity":null,"actor_country":null,"arrangements":[]}'
    b'{"id":"","sha256":"","text":"","version":"isnad 0.1.0+lexicon.","skipped":null,"outlet":{"id":"","name":"",'
    b'"country":null,"span":null},"published":null,"anchor":{"value":"2018-","source":"metadata"},"blocks":[{"span":'
    b'[0,],"label":"headline","story":0},{"span":[],"label":"boilerplate","story":null},{"span":[],"label":"body",'
    b'"story":0}],"stories":[{"headline":[0,],"body":[]}],"entities":[{"id":"e1","kind":"government","name":"",'
    b'"country":null,"mentions":[{"span":[],"form":"short"},{"span":[],"form":"name"}],"kb":null,"kb_name":null,'
    b'"kb_by":null,"sector":null,"name_en":null},{"id":"e2","kind":"organisation","kind":"person","kind":"office"'
    b'"claims":[{"id":"c1","story":0,"cue":[],"speaker":null,"entity":null,"name":null,"kind":"anonymous","country":'
    b'null,"speakers":[],"content":[],"form":"indirect","stance":"states","via":null,"addressee":null,"outer":null,'
    b'"chain":["outlet","c1"],"score":0.95,"why":"subject behind the cue; "},{"id":"c2","story":0,"cue":[],"speaker":'
    b'[],"entity":"e1","name":"","kind":"person","country":"SYR","speakers":[{"span":[],"entity":"e1","name":"","kind":'
    b'"person","country":"SYR"}],"content":[],"form":"direct","stance":"affirms","via":null,"addressee":null,"outer":'
    b'null,"chain":["outlet","c2"],"score":0.9,"why":"'
)


class Bundle(msgspec.Struct, frozen=True):
    """One document as the writer takes it; `analysis` is None where the store holds that analysis already."""

    identity: str
    capture: Row
    sha256: str
    text: Row
    basis: str
    analysis: Row
    records: dict[str, list[Row]]
    passages: list[Passage]


def identity(document: Document) -> str:
    """A digest of what makes a capture: the input's id, the text, and what the container says of it.

    Two outlets with one text are two captures, one text under two ids too; the same input read again is none.
    """
    return _sha256([document.id, document.text, document.outlet, document.url, document.crawled])[:32]


def basis(document: Document) -> str:
    """A digest of what `analyse` reads beside the text, which says which captures share an analysis."""
    host = urlsplit(document.url).hostname if document.url and _parses(document.url) else None
    return _sha256([document.outlet, document.crawled, host])[:16]


def url_key(url: str | None) -> str | None:
    """A digest of what two addresses of one page share: no scheme, query, fragment and final slash.

    >>> url_key("https://Example.org/News/1/?from=rss") == url_key("http://example.org/News/1")
    True
    """
    if not url:
        return None
    bare = _SCHEME.sub("", url.strip()).partition("#")[0].partition("?")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return hashlib.sha256((host.lower() + slash + path).encode("utf-8", "replace")).hexdigest()[:16]


def seen(crawled: str | None) -> str | None:
    """A container's time as ISO 8601, in UTC where it names its zone; None where it cannot be read."""
    moment = parse_timestamp(crawled) if crawled else None
    if isinstance(moment, datetime):
        if moment.tzinfo is not None:
            moment = moment.astimezone(UTC)
        return moment.isoformat(timespec="minutes")
    return moment.isoformat() if isinstance(moment, date) else None


def pack(data: bytes) -> bytes:
    """`data`, compressed as the store keeps it."""
    packer = zlib.compressobj(_LEVEL, zdict=_DICTIONARY)
    return packer.compress(data) + packer.flush()


def unpack(data: bytes) -> bytes:
    """The bytes that `pack` took; raises zlib.error where they are damaged."""
    unpacker = zlib.decompressobj(zdict=_DICTIONARY)
    found = unpacker.decompress(data) + unpacker.flush()
    if not unpacker.eof:
        raise zlib.error("it breaks off")
    return found


def bundle(document: Document, analysis: Analysis, source: str | None = None) -> Bundle:
    """The rows of one document and its analysis."""
    key = basis(document)
    return Bundle(
        identity=identity(document),
        capture={
            "identity": identity(document),
            "document": document.id,
            "basis": key,
            "outlet": document.outlet,
            "url": document.url,
            "url_key": url_key(document.url),
            "crawled": document.crawled,
            "seen": seen(document.crawled),
            "source": source,
        },
        sha256=analysis.sha256,
        text={"sha256": analysis.sha256, "body": pack(document.text.encode()), "length": len(document.text)},
        basis=key,
        analysis=_analysis_row(analysis, key),
        records=record_rows(analysis),
        passages=passages(analysis),
    )


def day_of(analysis: Analysis) -> str | None:
    """The day of publication as far as the document tells it (ISO 8601)."""
    if analysis.published is not None:
        return analysis.published.value[:10]
    return analysis.anchor.value[:10] if analysis.anchor is not None else None


def _analysis_row(analysis: Analysis, key: str) -> Row:
    outlet, published = analysis.outlet, analysis.published
    return {
        "basis": key,
        "version": analysis.version,
        "skipped": analysis.skipped,
        "outlet": outlet.id if outlet is not None else None,
        "outlet_name": outlet.name if outlet is not None else None,
        "outlet_country": outlet.country if outlet is not None else None,
        "published": seen(published.value) if published is not None else None,
        "day": day_of(analysis),
        "body": pack(msgspec.json.encode(replace(analysis, id="", text=""))),
    }


def record_rows(analysis: Analysis) -> dict[str, list[Row]]:
    """The rows of all records of an analysis, by table."""
    found: dict[str, list[Row]] = {}
    for entity in analysis.entities:
        _entity(entity, found)
    for claim in analysis.claims:
        _claim(claim, found)
    for event in analysis.events:
        _event(event, found)
    for figure in analysis.figures:
        _add(found, "figures", _figure(figure))
    for arrangement in analysis.arrangements:
        _arrangement(arrangement, found)
    return found


def _entity(entity: Entity, found: dict[str, list[Row]]) -> None:
    names = ("kind", "name", "name_en", "kb", "sector", "country")
    _add(found, "entities", {"key": entity.id, **{name: getattr(entity, name) for name in names}})
    for number, mention in enumerate(entity.mentions):
        _add(found, "mentions", {"key": entity.id, "number": number, **_span("", mention.span), "form": mention.form})


def _claim(claim: Claim, found: dict[str, list[Row]]) -> None:
    names = ("story", "entity", "name", "kind", "country", "form", "stance", "outer", "score")
    via, addressee = claim.via, claim.addressee
    row = {
        "key": claim.id,
        **{name: getattr(claim, name) for name in names},
        **_span("cue_", claim.cue),
        **_span("speaker_", claim.speaker),
        **_span("content_", claim.content),
        "via": via.name if via is not None else None,
        **_span("via_", via.span if via is not None else None),
        "addressee": addressee.name if addressee is not None else None,
        **_span("addressee_", addressee.span if addressee is not None else None),
    }
    _add(found, "claims", row)
    for number, speaker in enumerate(claim.speakers if len(claim.speakers) > 1 else ()):
        words = {name: getattr(speaker, name) for name in ("entity", "name", "kind", "country")}
        _add(found, "claim_speakers", {"key": claim.id, "number": number, **_span("", speaker.span), **words})


def _event(event: Event, found: dict[str, list[Row]]) -> None:
    names = ("story", "type", "mode", "status", "background", "claim", "score")
    place, day = event.place, event.date
    row = {
        "key": event.id,
        **{name: getattr(event, name) for name in names},
        **_span("", event.trigger),
        "place": place.name if place is not None else None,
        **_span("place_", place.span if place is not None else None),
        "lat": place.lat if place is not None else None,
        "lon": place.lon if place is not None else None,
        "country": place.country if place is not None else None,
        "date": day.value if day is not None else None,
        "date_precision": day.precision if day is not None else None,
        **_span("date_", day.span if day is not None else None),
    }
    _add(found, "events", row)
    parties = [("actor", party) for party in event.actors] + [("recipient", party) for party in event.recipients]
    for number, (role, party) in enumerate(parties):
        words = {"role": role, "entity": party.entity, "name": party.name, "country": party.country}
        _add(found, "event_parties", {"key": event.id, "number": number, **_span("", party.span), **words})
    for number, mention in enumerate(event.mentions):
        _add(found, "event_mentions", {"key": event.id, "number": number, **_span("", mention)})


def _figure(figure: Figure) -> Row:
    names = ("measure", "bound", "who", "part_of", "claim", "event", "score")
    value = str(figure.value) if figure.value is not None else None
    row = {"key": figure.id, **_span("", figure.span), "value": value}
    return row | {name: getattr(figure, name) for name in names}


def _arrangement(arrangement: Arrangement, found: dict[str, list[Row]]) -> None:
    names = ("name", "kind", "loaded", "claim", "score")
    words = {name: getattr(arrangement, name) for name in names}
    _add(found, "arrangements", {"key": arrangement.id, **_span("", arrangement.span), **words})
    for number, member in enumerate(arrangement.members):
        words = {name: getattr(member, name) for name in ("name", "entity", "country", "role")}
        row = {"key": arrangement.id, "number": number, **_span("", member.span), **words}
        _add(found, "arrangement_members", row)


def _add(found: dict[str, list[Row]], table: str, row: Row) -> None:
    found.setdefault(table, []).append(row)


def _span(name: str, span: Span | None) -> Row:
    start, end = span if span is not None else (None, None)
    return {f"{name}start": start, f"{name}end": end}


def _parses(url: str) -> bool:
    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def _sha256(parts: list[str | None]) -> str:
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
