"""What one input may cost, and the one gate through which every document leaves the intake."""

from __future__ import annotations

import re

from isnad.errors import InputError
from isnad.records import Document, Record


class Limits(Record, frozen=True, kw_only=True):
    """Bounds on what is read, and with it on the memory that one input needs; in bytes unless said otherwise.

    `document_chars`: the longest text of one document, in code points.
    `file_bytes`: the largest text, page or feed, and the largest record of a web archive (files of rows and
    web archives themselves are streamed and have no such limit). A file of this size needs about four
    times its size in memory while it is decoded.
    `line_bytes`: the longest line of a JSON Lines file and the longest row of a CSV file.
    `inflated_bytes`: what one compressed file may expand to in all.
    `inflate_ratio`: how many times its size a compressed file may expand, counted once it has given
    `inflate_grace` bytes. Text of the news compresses 3 to 10 times, files of repeats up to about 100 times.
    """

    document_chars: int = 4_000_000
    file_bytes: int = 32 << 20
    line_bytes: int = 24 << 20
    inflated_bytes: int = 64 << 30
    inflate_ratio: int = 250
    inflate_grace: int = 4 << 20


DEFAULT = Limits()

_SURROGATE = re.compile("[\ud800-\udfff]")


def size(count: int) -> str:
    """A size in bytes for people: `24 MiB`.

    >>> size(24 << 20), size(1500), size(64 << 30)
    ('24 MiB', '1.5 KiB', '64 GiB')
    """
    amount, unit = float(count), "bytes"
    for bigger in ("KiB", "MiB", "GiB"):
        if amount < 1024:
            break
        amount, unit = amount / 1024, bigger
    return f"{amount:.2g} {unit}" if amount < 10 else f"{amount:.0f} {unit}"


def admit(document: Document, where: str, limits: Limits) -> Document | InputError:
    """`document` itself, or why it cannot go on: no text, too long, or half a surrogate pair in it.

    `where` names the input for the message.
    """
    if not document.text or document.text.isspace():
        return InputError(where, "empty: there is no text in it")
    if len(document.text) > limits.document_chars:
        return InputError(
            where,
            f"document longer than {limits.document_chars:,} characters ({len(document.text):,}): "
            "split it into its articles",
        )
    for value in (document.text, document.id, document.url, document.outlet, document.crawled):
        if value and (found := _SURROGATE.search(value)):
            return InputError(
                where,
                f"half of a surrogate pair (U+{ord(found[0]):04X}) is no character: write the file as UTF-8",
            )
    return document
