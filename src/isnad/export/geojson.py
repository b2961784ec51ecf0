"""Events on a map: a GeoJSON FeatureCollection (RFC 7946, WGS 84), one event a feature. Events without a place, or with
one whose coordinates are not known, are there too, without a geometry."""

from __future__ import annotations

from collections.abc import Iterator

from isnad.export.tidy import Row, Told, event_row

HEAD = b'{"type":"FeatureCollection","features":[\n'
BETWEEN = b",\n"
TAIL = b"\n]}\n"


def features(told: Told) -> Iterator[tuple[Row, Row]]:
    """The events of a document as features; their properties are the columns of the table events, which come with
    each."""
    for event in told.analysis.events:
        row = event_row(told, event)
        latitude, longitude = row["latitude"], row["longitude"]
        point = None
        if latitude is not None and longitude is not None:
            point = {"type": "Point", "coordinates": [longitude, latitude]}
        yield {"type": "Feature", "id": row["row_id"], "geometry": point, "properties": row}, row
