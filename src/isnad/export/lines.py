"""Writes the formats that are one file: PLOVER, POLECAT, FollowTheMoney, GeoJSON; one document at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

import msgspec

from isnad.export import ftm, geojson, plover, polecat
from isnad.export.dictionary import tables
from isnad.export.tables import CsvWriter
from isnad.export.tidy import Row, Told
from isnad.export.written import Documents, Exported, File

_SPANS = "spans.csv"


class _Format(NamedTuple):
    """How a file is made: what stands before, between and behind its records, the records of a document (or why one
    is left out), the bytes of one, and whether each has a row in the file of spans beside it."""

    table: str
    records: Callable[[Told], Iterator[tuple[Row, Row] | str]]
    encoded: Callable[[Row], bytes]
    spans: bool = False
    head: bytes = b""
    between: bytes = b""
    tail: bytes = b""


def write(name: str, documents: Documents, folder: Path, stem: str) -> Exported:
    """Writes the format `name` as the file `stem` in `folder`."""
    form = _FORMATS[name]
    left_out: Counter[str] = Counter()
    number = 0
    with ExitStack() as stack:
        file = stack.enter_context((folder / stem).open("wb"))
        spans = None
        if form.spans:
            spans = stack.enter_context(CsvWriter(folder / f"{stem}.{_SPANS}", tables()["spans"]))
        file.write(form.head)
        for capture, analysis in documents:
            for found in form.records(Told(capture, analysis)):
                if isinstance(found, str):
                    left_out[found] += 1
                    continue
                record, span = found
                file.write((form.between if number else b"") + form.encoded(record))
                number += 1
                if spans is not None:
                    spans.add(span)
        file.write(form.tail)
    files = [File(stem, form.table, number)]
    if form.spans:
        files.append(File(f"{stem}.{_SPANS}", "spans", number))
    return Exported(tuple(files), dict(left_out))


def _json_line(record: Row) -> bytes:
    return msgspec.json.encode(record) + b"\n"


_FORMATS = {
    "plover": _Format("plover", plover.records, _json_line),
    "polecat": _Format("polecat", polecat.rows, polecat.line, spans=True, head=polecat.header()),
    "ftm": _Format("ftm", ftm.entities, _json_line, spans=True),
    "geojson": _Format(
        "events", geojson.features, msgspec.json.encode, head=geojson.HEAD, between=geojson.BETWEEN, tail=geojson.TAIL
    ),
}
