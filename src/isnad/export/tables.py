"""Writers of tables: one CSV or Parquet file a table, filled row by row, so that no table is held in memory."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from isnad.export.dictionary import Table
from isnad.export.tidy import Row

_BATCH = 5_000  # rows of a Parquet row group
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for the beginning of a formula
_NUL, _UNKNOWN = "\0", "\ufffd"


class Writer(Protocol):
    """Takes the rows of one table; `close` completes the file."""

    def add(self, row: Row) -> None:
        """Writes one row."""

    def close(self) -> None:
        """Completes the file."""


class CsvWriter:
    """UTF-8 with the line ends of RFC 4180. `bom` writes a byte order mark in front; `safe` an apostrophe before
    cells that a spreadsheet would run as a formula."""

    def __init__(self, path: Path, table: Table, *, bom: bool = False, safe: bool = False) -> None:
        self._file = path.open("w", encoding="utf-8-sig" if bom else "utf-8", newline="")
        self._names = table.names
        self._safe = safe
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow(self._names)

    def add(self, row: Row) -> None:
        """Writes one row."""
        self._writer.writerow([self._cell(row[name]) for name in self._names])

    def close(self) -> None:
        """Completes the file."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _cell(self, value: Any) -> Any:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            # Readers of CSV stop at U+0000.
            value = value.replace(_NUL, _UNKNOWN)
            return f"'{value}" if self._safe and value.startswith(_FORMULA) else value
        return value


class ParquetWriter:
    """Typed columns by the data dictionary; the file's own metadata names the table and the engine."""

    def __init__(self, path: Path, table: Table, *, version: str) -> None:
        import pyarrow
        import pyarrow.parquet

        types = {
            "string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64(),
            "boolean": pyarrow.bool_(),
        }  # fmt: skip
        fields = [pyarrow.field(c.id, types[c.type], metadata={"en": c.en, "ar": c.ar}) for c in table.columns]
        self._schema = pyarrow.schema(fields, metadata={"isnad.table": table.id, "isnad.version": version})
        self._arrow = pyarrow
        self._file = pyarrow.parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Writes one row, with the next ones of its group."""
        self._rows.append(row)
        if len(self._rows) == _BATCH:
            self._write()

    def close(self) -> None:
        """Completes the file."""
        if self._rows:
            self._write()
        self._file.close()

    def _write(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()


class Tables:
    """The writers of several tables together; counts what goes into each. Leaving the block closes all files."""

    def __init__(self, writers: dict[str, Writer]) -> None:
        self.counts = dict.fromkeys(writers, 0)
        self._writers = writers

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with ExitStack() as stack:
            for writer in self._writers.values():
                stack.callback(writer.close)

    def add(self, rows: Iterable[tuple[str, Row]]) -> None:
        """Writes rows, each into its table."""
        for table, row in rows:
            self._writers[table].add(row)
            self.counts[table] += 1
