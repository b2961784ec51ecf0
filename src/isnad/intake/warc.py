"""Web archives (WARC 1.0 and 1.1): the pages that were fetched, each checked against its stated length.

Read here record by record rather than by a library: the ones tried stop in silence at a cut-off record, give
it as if whole, or stop at the first damaged byte; here a damaged record is named and the next one found.
Format: ISO 28500; https://iipc.github.io/warc-specifications/.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from isnad.errors import InputError
from isnad.intake.decode import decode
from isnad.intake.html import CHARSET, decode_page, read_page
from isnad.intake.limits import Limits, admit, size
from isnad.records import Document

_HEADER_LINE = 1 << 16
_HEADER_LINES = 256
_SKIP = 1 << 20
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_HTML = frozenset({"text/html", "application/xhtml+xml"})


def read_warc(stream: BinaryIO, where: str, name: str, limits: Limits) -> Iterator[Document | InputError]:
    """The pages (HTML and plain text, HTTP status 200) of an uncompressed WARC stream.

    Documents are named `name#n`, n the record's number (from 1) among records of every type. `crawled` is
    the date that the page gives of itself, else the record's WARC-Date. A record that is cut off, damaged or
    too large is an InputError naming it and is not given; reading goes on at the next record.
    """
    number = 0
    line = stream.readline(_HEADER_LINE)
    while line:
        if not line.strip():
            line = stream.readline(_HEADER_LINE)
            continue
        if not line.startswith(b"WARC/"):
            yield InputError(
                f"{where}, {f'after record {number}' if number else 'start'}",
                "damaged or no WARC data here: reading goes on at the next record, if there is one",
            )
            line = _next_record(stream)
            continue
        number += 1
        place = f"{where}, record {number}"
        try:
            headers = _headers(stream)
            length = int(headers["content-length"])
            if length < 0:
                raise ValueError
        except (KeyError, ValueError):
            yield InputError(place, "damaged header (no valid Content-Length)")
            line = _next_record(stream)
            continue
        kind = headers.get("warc-type", "").lower()
        wanted = kind in ("response", "resource", "conversion")
        fits = length <= limits.file_bytes
        body = stream.read(length) if wanted and fits else b""
        missing = length - (len(body) if wanted and fits else _skip(stream, length))
        if missing:
            yield InputError(place, f"cut off: {size(missing)} of its {size(length)} are missing; it is not read")
            return
        line = stream.readline(_HEADER_LINE)
        if line.strip() or b"\r\n\r\nWARC/1." in body:
            yield InputError(place, "damaged: its length is not what its Content-Length says; it is not read")
            if line.strip() and not line.startswith(b"WARC/"):
                line = _next_record(stream)
        elif wanted and not fits:
            yield InputError(place, f"larger than {size(limits.file_bytes)} ({size(length)})")
        elif wanted:
            try:
                document = _page(kind, headers, body, place, f"{name}#{number}", limits)
            except InputError as error:
                yield error
            else:
                if document is not None:
                    yield document
    if not number:
        yield InputError(where, "empty: no WARC record in it")


def _headers(stream: BinaryIO) -> dict[str, str]:
    """Header fields up to the empty line, names in lower case. ValueError where they do not end."""
    lines: list[bytes] = []
    for _ in range(_HEADER_LINES):
        line = stream.readline(_HEADER_LINE)
        if not line.strip():
            return _fields(lines)
        lines.append(line)
    raise ValueError


def _fields(lines: list[bytes]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        key, colon, value = line.decode("utf-8", "replace").partition(":")
        if colon:
            fields.setdefault(key.strip().lower(), value.strip())
    return fields


def _next_record(stream: BinaryIO) -> bytes:
    """The first line of the next record, or nothing at the end."""
    while line := stream.readline(_HEADER_LINE):
        if line.startswith((b"WARC/1.0", b"WARC/1.1")):
            break
    return line


def _skip(stream: BinaryIO, length: int) -> int:
    """Passes over `length` bytes; how many there were."""
    left = length
    while left and (chunk := stream.read(min(left, _SKIP))):
        left -= len(chunk)
    return length - left


def _page(
    kind: str, headers: Mapping[str, str], body: bytes, place: str, name: str, limits: Limits
) -> Document | InputError | None:
    """The document of one record, None where it is no page. Raises InputError."""
    url = headers.get("warc-target-uri", "").strip("<>") or None
    content_type = headers.get("content-type", "")
    if kind == "response":
        if not content_type.lower().startswith("application/http"):
            return None
        end = re.search(rb"\r?\n\r?\n", body)
        status = _STATUS.match(body)
        if not end or not status or status[1] != b"200":
            return None
        fields = _fields(body[: end.start()].splitlines()[1:])
        content_type = fields.get("content-type", "")
        body = body[end.end() :]
    else:
        fields = {}
    media = content_type.partition(";")[0].strip().lower()
    if media not in _HTML and media != "text/plain":
        return None
    if cut := headers.get("warc-truncated"):
        raise InputError(place, f"the crawler cut this page off (WARC-Truncated: {cut}); it is not read")
    body = _decoded(body, fields, place, limits)
    if not body:
        raise InputError(place, "empty: the page has no content")
    found = CHARSET.search(content_type)
    declared = found[1] if found else None
    if media == "text/plain":
        text = decode(body, place, declared=declared)
        document = Document(id=name, text=text, url=url, crawled=headers.get("warc-date"))
    else:
        page = read_page(decode_page(body, place, declared), url)
        document = Document(
            id=name,
            text=page.text,
            url=url,
            outlet=page.outlet,
            crawled=page.published or headers.get("warc-date"),
        )
    return admit(document, place, limits)


def _decoded(body: bytes, fields: Mapping[str, str], place: str, limits: Limits) -> bytes:
    """The content of an HTTP message, its transfer and content encodings undone.

    Many crawlers store the content already decoded and keep the header: then the bytes are taken as they are.
    """
    stated = fields.get("content-length", "")
    if "chunked" in fields.get("transfer-encoding", "").lower():
        body = _unchunked(body, place)
    elif stated.isdecimal() and len(body) < int(stated) and not fields.get("content-encoding"):
        raise InputError(place, f"the page was cut off at {size(len(body))} of {size(int(stated))}; it is not read")
    coding = fields.get("content-encoding", "").strip().lower()
    if coding in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return _inflated(body, 31, place, limits)
    if coding == "deflate" and body[:1] == b"\x78":
        return _inflated(body, 15, place, limits)
    if coding in ("br", "zstd") and not body.lstrip().startswith(b"<"):
        raise InputError(place, f"content encoding {coding}: identity, gzip and deflate are read")
    return body


def _inflated(body: bytes, wbits: int, place: str, limits: Limits) -> bytes:
    unpacker = zlib.decompressobj(wbits=wbits)
    try:
        content = unpacker.decompress(body, limits.file_bytes)
    except zlib.error as error:
        raise InputError(place, f"its compressed content is damaged ({error})") from None
    if unpacker.unconsumed_tail:
        raise InputError(place, f"its content expands to more than {size(limits.file_bytes)}")
    if not unpacker.eof:
        raise InputError(place, "its compressed content is cut off; it is not read")
    return content


def _unchunked(body: bytes, place: str) -> bytes:
    parts: list[bytes] = []
    position = 0
    while found := _CHUNK_SIZE.match(body, position):
        length = int(found[1], 16)
        if not length:
            return b"".join(parts)
        start = found.end()
        if start + length > len(body):
            break
        parts.append(body[start : start + length])
        position = start + length
        position += 2 if body.startswith(b"\r\n", position) else 1
    if parts:
        raise InputError(place, "the page was cut off between its chunks; it is not read")
    return body
