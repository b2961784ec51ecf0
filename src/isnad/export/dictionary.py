"""The data dictionary: every table with its columns, explained in English and Arabic, from `data/dictionary.yaml`.

The writers take names and types of columns from here, so that no file can hold a column that is not explained.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from isnad.records import Record

DATA = Path(__file__).parent / "data"
Type = Literal["string", "integer", "number", "boolean", "list", "object"]  # the last two in JSON only


class Column(Record, forbid_unknown_fields=True):
    """One column with what it holds, in both languages."""

    id: str
    type: Type
    en: str
    ar: str


class Table(Record):
    """One table with its columns in their order."""

    id: str
    en: str
    ar: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.id for column in self.columns)


class _Group(Record, forbid_unknown_fields=True):
    group: str


class _Table(Record, forbid_unknown_fields=True):
    id: str
    en: str
    ar: str
    columns: tuple[dict[str, str], ...]


class _Source(Record, forbid_unknown_fields=True):
    groups: dict[str, tuple[Column, ...]]
    tables: tuple[_Table, ...]


@cache
def tables() -> dict[str, Table]:
    """All tables by id.

    >>> tables()["claims"].names[:5]
    ('row_id', 'document', 'sha256', 'key', 'start')
    """
    import yaml

    loaded = yaml.safe_load((DATA / "dictionary.yaml").read_text("utf-8"))
    source = msgspec.convert(loaded, _Source)
    return {
        table.id: Table(id=table.id, en=table.en, ar=table.ar, columns=tuple(_columns(table, source.groups)))
        for table in source.tables
    }


def _columns(table: _Table, groups: dict[str, tuple[Column, ...]]) -> Iterable[Column]:
    for column in table.columns:
        if "group" in column:
            yield from groups[msgspec.convert(column, _Group).group]
        else:
            yield msgspec.convert(column, Column)


def page(sections: Iterable[tuple[Table, str, int]]) -> str:
    """The dictionary of an export as Markdown: each table with the file that holds it and its number of rows."""
    parts = [_section(table, f"`{file}`: {rows}\n\n") for table, file, rows in sections]
    return "# Data dictionary\n" + "".join(parts)


def reference() -> str:
    """The dictionary of all formats as Markdown, which stands in the documentation."""
    head = "# Data dictionary\n\nMade from `src/isnad/export/data/dictionary.yaml` by `make dictionary`.\n"
    return head + "".join(_section(table, "") for table in tables().values())


def _section(table: Table, where: str) -> str:
    rows = "".join(f"| `{c.id}` | {c.type} | {c.en} | {c.ar} |\n" for c in table.columns)
    head = "| column | type | en | ar |\n|---|---|---|---|\n"
    return f"\n## {table.id}\n\n{where}{table.en}\n\n{table.ar}\n\n{head}{rows}"
