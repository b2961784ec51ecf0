"""Streams of records as Python users meet them: to loop over, to turn into a table, to look at in a notebook."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from isnad.errors import StoreError
from isnad.records import Arrangement, Claim, Event, Figure, Record
from isnad.store.read import Capture

if TYPE_CHECKING:
    from typing import Self

_SHOWN = 10  # records that a notebook shows
_COLUMNS = ("document", "outlet", "day", "url", "sha256")


class Told(Record):
    """A record with the document that tells it. `record` is a Claim, Event, Figure or Arrangement; its spans are
    positions in the text with the hash `sha256`; `quoted` are the words of its key span there."""

    capture: Capture
    record: Claim | Event | Figure | Arrangement
    quoted: str

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.capture.document

    @property
    def sha256(self) -> str:
        """The hash of the text that the record's spans are measured on."""
        return self.capture.sha256


class Tellings(Iterator[Told]):
    """A stream of records that is read once, a document at a time; looking at it in a notebook takes nothing away."""

    def __init__(self, source: Iterator[Told]) -> None:
        self._source = source
        self._ahead: deque[Told] = deque()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Told:
        return self._ahead.popleft() if self._ahead else next(self._source)

    def to_pandas(self) -> Any:
        """All records that are left as a pandas DataFrame, one a row; spans are columns `…_start` and `…_end`.

        Raises StoreError where pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise StoreError("to_pandas needs pandas, which is not installed: pip install pandas") from error
        return pandas.DataFrame([flat(told) for told in self])

    def _repr_html_(self) -> str:
        """The first records as a right-to-left table."""
        self._ahead.extend(islice(self._source, max(0, _SHOWN + 1 - len(self._ahead))))
        shown = list(self._ahead)[:_SHOWN]
        rows = "".join(_html(told) for told in shown)
        more = "<p>…</p>" if len(self._ahead) > _SHOWN else ""
        head = "".join(f"<th>{name}</th>" for name in ("day", "outlet", "who or what", "words", "document"))
        return f'<div dir="rtl"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}</div>'


def flat(told: Told) -> dict[str, Any]:
    """One record as a flat row: its document, its plain fields, its spans as two columns each; of a place or a date
    the fields behind its name; lists are left out."""
    capture = told.capture
    values = (capture.document, capture.outlet_name, capture.day, capture.url, capture.sha256)
    row: dict[str, Any] = dict(zip(_COLUMNS, values, strict=True))
    _flatten("", msgspec.to_builtins(told.record), row)
    return {**row, "quoted": told.quoted}


def _flatten(prefix: str, fields: dict[str, Any], row: dict[str, Any]) -> None:
    for name, value in fields.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}{name}_", value, row)
        elif isinstance(value, (list, tuple)):
            if len(value) == 2 and all(isinstance(part, int) for part in value):
                row[f"{prefix}{name}_start"], row[f"{prefix}{name}_end"] = value
        else:
            row[f"{prefix}{name}"] = value


def _html(told: Told) -> str:
    capture, record = told.capture, told.record
    match record:
        case Claim():
            what = f"{record.name or ''} ({record.stance})"
        case Event():
            what = f"{record.type} ({record.status})"
        case Figure():
            what = f"{record.measure} {'' if record.value is None else record.value} ({record.bound})"
        case _:
            what = f"{record.name} ({record.kind})"
    cells = (capture.day or "", capture.outlet_name or "", what, told.quoted, capture.document)
    return "<tr>" + "".join(f'<td dir="auto">{escape(cell)}</td>' for cell in cells) + "</tr>"
