"""The one door: paths in, documents and named errors out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import BinaryIO

from isnad.errors import InputError
from isnad.intake.decode import decode
from isnad.intake.html import decode_page, read_page
from isnad.intake.limits import DEFAULT, Limits, admit
from isnad.intake.rows import read_csv, read_jsonl
from isnad.intake.streams import inflate, open_regular, os_error, read_all, stream_of
from isnad.intake.walk import Source, printable, sources
from isnad.records import Document


def read_paths(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits = DEFAULT
) -> Iterator[Document | InputError]:
    """All documents of `paths` in input order, one at a time, and an InputError for each input that is none.

    A path is a file or a folder; `-` is JSON Lines from `stdin` (default: the process's standard input).
    Errors come as values, in their place among the documents, so that no input stops another. Their
    `where` names the file and, inside one, the line, row, record or item.

    A document's `text` is the decoded input, unchanged, for .txt, .jsonl and .csv (a byte order mark is no
    text; line ends stay as they are), the visible text for pages. Its `id` is the object's own, else the
    path below the path given, with `#n` for rows, records and items. `crawled` is the container's own
    string. Nothing here opens a connection.
    """
    for path in paths:
        if path == "-":
            yield from _caught(read_jsonl(stdin or sys.stdin.buffer, "standard input", "-", limits), "standard input")
            continue
        for found in sources(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _caught(_file(found, limits), printable(found.path))


def _caught(documents: Iterator[Document | InputError], where: str) -> Iterator[Document | InputError]:
    """`documents`, with what is raised on the way as their last value."""
    try:
        yield from documents
    except InputError as error:
        yield error
    except OSError as error:
        yield os_error(where, error)


def _file(file: Source, limits: Limits) -> Iterator[Document | InputError]:
    where = printable(file.path)
    with closing(open_regular(file.path)) as raw:
        stream = stream_of(inflate(raw, file.compression, where, limits)) if file.compression else raw
        match file.format:
            case "jsonl":
                yield from read_jsonl(stream, where, file.name, limits)
            case "csv":
                yield from read_csv(stream, where, file.name, limits)
            case "warc":
                from isnad.intake.warc import read_warc

                yield from read_warc(stream, where, file.name, limits)
            case "feed":
                from isnad.intake.feeds import read_feed

                yield from read_feed(read_all(stream, where, limits), where, file.name, limits)
            case "page":
                page = read_page(decode_page(read_all(stream, where, limits), where))
                document = Document(
                    id=file.name, text=page.text, url=page.url, outlet=page.outlet, crawled=page.published
                )
                yield admit(document, where, limits)
            case _:
                text = decode(read_all(stream, where, limits), where)
                yield admit(Document(id=file.name, text=text), where, limits)
