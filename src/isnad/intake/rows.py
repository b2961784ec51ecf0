"""One document a row: JSON Lines and CSV, streamed, with limits on the length of a row."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

import msgspec

from isnad.errors import InputError
from isnad.intake.decode import decode
from isnad.intake.limits import Limits, admit, size
from isnad.intake.streams import utf8_lines
from isnad.records import Document

_decode_json = msgspec.json.decode
_NOT_UTF8 = re.compile("[\udc80-\udcff]")
_DELIMITERS = (",", ";", "\t", "|")


def read_jsonl(stream: BinaryIO, where: str, name: str, limits: Limits) -> Iterator[Document | InputError]:
    """The documents of a JSON Lines stream: an object a line, with `text` and optional `id`, `url`, `outlet`
    and `crawled`; other keys are not read, blank lines are passed over.

    An object without `id` is named `name#n`, n its line (from 1). A line that cannot be used is an
    InputError naming the line.
    """
    empty = True
    for number, line in enumerate(utf8_lines(stream, limits.line_bytes), 1):
        place = f"{where}, line {number}"
        if line is None:
            empty = False
            yield InputError(place, f"a line of more than {size(limits.line_bytes)}: one document a line is accepted")
            continue
        if not line.strip():
            continue
        empty = False
        try:
            row = _object(line, place)
            yield _document(row, place, f"{name}#{number}", limits)
        except InputError as error:
            yield error
    if empty:
        yield InputError(where, "empty: no JSON line in it")


def _object(line: bytes, place: str) -> Mapping[str, object]:
    try:
        row = _decode_json(line)
    except RecursionError:
        raise InputError(place, "JSON nested too deeply") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        row = _object_the_long_way(line, place)
    if not isinstance(row, dict):
        raise InputError(place, 'no JSON object: a line must look like {"text": "…"}')
    return row


def _object_the_long_way(line: bytes, place: str) -> object:
    """Lines in another encoding, and a reason in words for those that are no JSON."""
    text = decode(line, place)
    try:
        return json.loads(text)
    except RecursionError:
        raise InputError(place, "JSON nested too deeply") from None
    except ValueError as error:
        why = f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(place, f'no valid JSON ({why}): a line must look like {{"text": "…"}}') from None


def _document(row: Mapping[str, object], place: str, fallback: str, limits: Limits) -> Document | InputError:
    text = row.get("text")
    if text is None:
        return InputError(place, f"no `text`: {_keys(row)}")
    if not isinstance(text, str):
        return InputError(place, f"`text` is {_kind(text)}, not a string")
    values: dict[str, str | None] = {}
    for key in ("id", "url", "outlet", "crawled"):
        value = row.get(key)
        if isinstance(value, int) and key == "id" and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            return InputError(place, f"`{key}` is {_kind(value)}: a string or null is accepted")
        values[key] = value or None
    return admit(
        Document(
            id=values["id"] or fallback,
            text=text,
            url=values["url"],
            outlet=values["outlet"],
            crawled=values["crawled"],
        ),
        place,
        limits,
    )


def _keys(row: Mapping[str, object]) -> str:
    return f"the keys are {_names(list(row))}" if row else "the object is empty"


def _names(names: list[str]) -> str:
    """The first of `names` for a message, whatever characters they hold."""
    return ", ".join(name[:40] for name in names[:12]).encode("utf-8", "replace").decode()


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    return "a list" if isinstance(value, list) else "an object"


def read_csv(stream: BinaryIO, where: str, name: str, limits: Limits) -> Iterator[Document | InputError]:
    """The documents of a CSV stream; its header names `text`, if wished `id`, `url`, `outlet`, `crawled`.

    Comma, semicolon, tab or bar as separator, whichever makes the header hold `text`; fields may be quoted
    and hold line breaks. A row without `id` is named `name#n`, n its number below the header (from 1).
    A row that cannot be used is an InputError naming the row and the line it ends at.
    """
    # The limit is the process's own and its default (128 KiB) is less than a long article; it is only raised.
    csv.field_size_limit(max(csv.field_size_limit(), limits.line_bytes))
    source = _CsvLines(stream, where, limits)
    header = next(source, "")
    if separator := re.fullmatch(r"sep=([,;\t|])\s*", header):
        delimiter, header = separator[1], next(source, "")
        columns = _columns(header, delimiter)
    else:
        delimiter, columns = _choose(header)
    if not header.strip():
        yield InputError(where, "empty: no header in it")
        return
    if "text" not in columns:
        yield InputError(where, f"the first line must name the columns, `text` among them; it says {_names(columns)}")
        return
    rows = csv.reader(source, delimiter=delimiter)
    number = 0
    while True:
        source.row_bytes = 0
        place = f"{where}, row {number + 1} (line {source.number + 1})"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            number += 1
            yield InputError(place, f"no valid CSV ({error})")
            continue
        if source.over_long:
            number += 1
            source.over_long = False
            yield InputError(place, f"a line of more than {size(limits.line_bytes)}")
            continue
        if not row:
            continue
        number += 1
        if source.ended:
            yield InputError(place, "a quotation mark opens here and is never closed: the rest cannot be read")
            break
        yield _csv_document(row, columns, place, f"{name}#{number}", limits)
    if not number:
        yield InputError(where, "empty: no row below the header")


class _CsvLines(Iterator[str]):
    """Decoded lines for csv.reader, with what it does not tell: where it stands, and whether it asked for
    more than there is. Bytes that are no UTF-8 stay as escapes until their row is known."""

    def __init__(self, stream: BinaryIO, where: str, limits: Limits) -> None:
        self._lines = utf8_lines(stream, limits.line_bytes)
        self._where = where
        self._limit = limits.line_bytes
        self.number = 0
        self.row_bytes = 0
        self.over_long = False
        self.ended = False

    def __next__(self) -> str:
        line = next(self._lines, b"")
        if line == b"":
            self.ended = True
            raise StopIteration
        self.number += 1
        if line is None:
            self.over_long = True
            return "\n"
        self.row_bytes += len(line)
        if self.row_bytes > self._limit:
            raise InputError(
                f"{self._where}, line {self.number}",
                f"a row of more than {size(self._limit)}: a quotation mark left open? The rest is not read",
            )
        return line.decode("utf-8", "surrogateescape")


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        return [column.strip().lower() for column in next(csv.reader([header], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _choose(header: str) -> tuple[str, list[str]]:
    """The separator with which the header names `text`, and its columns; else that with most columns."""
    options = [(delimiter, _columns(header, delimiter)) for delimiter in _DELIMITERS]
    return max(options, key=lambda option: ("text" in option[1], len(option[1])))


def _csv_document(
    row: list[str], columns: list[str], place: str, fallback: str, limits: Limits
) -> Document | InputError:
    if len(row) > len(columns):
        return InputError(
            place,
            f"{len(row)} fields, but the header names {len(columns)}: "
            "put quotation marks around fields that hold the separator",
        )
    if any(map(_NOT_UTF8.search, row)):
        try:
            row = [decode(field.encode("utf-8", "surrogateescape"), place) if field else "" for field in row]
        except InputError as error:
            return error
    return _document(dict(zip(columns, row, strict=False)), place, fallback, limits)
