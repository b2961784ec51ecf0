"""POLECAT's table: 40 columns with tabs between them, one event a row. It has no column for a status, so only what is
told as news that happened, or was agreed on, goes in; plans, demands, denials and older events are left out.

Nor has it one for the place in the text: `spans` gives those rows, which are written to a file beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from isnad.export.codes import war_number
from isnad.export.coding import Coded, LeftOut, codebook, coded, is_fact
from isnad.export.dictionary import tables
from isnad.export.tidy import Row, Told
from isnad.records import Party

_NONE = "None"
_KINDS = {
    "Story People": ("person",),
    "Story Organizations": ("organisation", "media", "group"),
    "Story Locations": ("place", "government"),
}


def header() -> bytes:
    """The line with the names of the columns."""
    return "\t".join(tables()["polecat"].names).encode() + b"\n"


def line(row: Row) -> bytes:
    """A row as it stands in the file."""
    return "\t".join(_cell(row[name]) for name in tables()["polecat"].names).encode() + b"\n"


def rows(told: Told) -> Iterator[tuple[Row, Row] | LeftOut | Literal["no fact"]]:
    """The events of a document as rows, each with the row that leads to its words; or why one is left out."""
    story = {name: _story(told, kinds) for name, kinds in _KINDS.items()}
    for found in coded(told):
        if isinstance(found, str):
            yield found
        elif not is_fact(found):
            yield "no fact"
        else:
            yield _row(told, found, story)


def _row(told: Told, found: Coded, story: Row) -> tuple[Row, Row]:
    event, capture, place = found.event, told.capture, found.event.place
    source = told.record("event", event)
    number = f"{found.date.replace('-', '')}-{source['row_id']}_{found.type}"
    if found.mode is not None:
        number += f"_{found.mode[0].upper()}"
    name = (place.name_en or place.name) if place is not None else None
    row = {
        "Event ID": number,
        "Event Date": found.date,
        "Event Type": found.type,
        "Event Mode": found.mode,
        "Intensity": found.scale,
        "Quad Code": codebook().quads[found.quad],
        "Contexts": None,
        **_side(told, "Actor", found.actors),
        **_side(told, "Recipient", found.recipients),
        "Placename": name,
        "City": None,
        "District": None,
        "Province": None,
        "Country": place.country if place is not None else None,
        "Latitude": place.lat if place is not None else None,
        "Longitude": place.lon if place is not None else None,
        "GeoNames ID": None,
        "Raw Placename": told.words(place.span) if place is not None else None,
        "Feature Type": None,
        "Source": capture.outlet_name or capture.outlet_id,
        "Publication Date": capture.day,
        **story,
        "Language": "ara",
        "Version": capture.version,
    }
    names = ("document", "sha256", "key", "start", "end", "quoted")
    return row, {"id": number, **{name: source[name] for name in names}}


def _side(told: Told, side: str, parties: tuple[Party, ...]) -> Row:
    """The eight columns of the actors or of the recipients."""
    known = [told.cast.get(party.entity) if party.entity is not None else None for party in parties]
    sectors = [entity.sector for entity in known if entity is not None and entity.sector is not None]
    codes = [party.country for party in parties if party.country is not None]
    numbers = [str(number) for code in codes if (number := war_number(code)) is not None]
    named = zip(parties, known, strict=True)
    return {
        f"{side} Name": _joined((e.name_en or e.name) if e is not None else party.name for party, e in named),
        f"{side} Country": _joined(codes),
        f"{side} COW": _joined(numbers),
        f"Primary {side} Sector": sectors[0] if sectors else None,
        f"{side} Sectors": _joined(sectors),
        f"{side} Title": None,
        f"{side} Name Raw": _joined(told.words(party.span) or "" for party in parties),
        f"Wikipedia {side} ID": None,
    }


def _story(told: Told, kinds: tuple[str, ...]) -> str | None:
    return _joined(entity.name_en or entity.name for entity in told.analysis.entities if entity.kind in kinds)


def _joined(values: Iterable[str]) -> str | None:
    """Several values in one cell, each once."""
    return "; ".join(dict.fromkeys(value.replace(";", ",") for value in values if value)) or None


def _cell(value: object) -> str:
    """A cell on one line and in one column; what is missing is the word None."""
    return _NONE if value is None else " ".join(str(value).split()) or _NONE
