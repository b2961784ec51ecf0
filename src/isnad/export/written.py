"""What goes into an export and what came of it, as values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from isnad.records import Analysis
from isnad.store import Capture

Documents = Iterator[tuple[Capture, Analysis]]


class File(NamedTuple):
    """One file that was written: its name, the table of the data dictionary that explains it, its rows."""

    name: str
    table: str
    rows: int


class Exported(NamedTuple):
    """What was written, and how many records were left out for which reason."""

    files: tuple[File, ...]
    left_out: dict[str, int]
