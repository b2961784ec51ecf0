"""Reads the YAML tables in `data/` into typed entries and caches what is compiled from them.

The cache is only for speed: a file named after the digest of everything that went in, written under another
name and renamed, so that concurrent starts and stale versions cannot meet. Where no cache folder can be
written, the tables are compiled in memory.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from isnad.errors import LexiconError

T = TypeVar("T")

DATA = Path(__file__).parent / "data"


@cache
def _cache_folder() -> Path | None:
    base = os.environ.get("ISNAD_CACHE") or os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    folder = Path(base).expanduser() / "isnad"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return None
    return folder if os.access(folder, os.W_OK) else None


@cache
def _code_digest() -> str:
    """A digest of the lexicon's own code and its affixes: compiled tables depend on them as much as on their data."""
    digest = hashlib.sha256()
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    digest.update((Path(__file__).parent.parent / "text" / "view.py").read_bytes())
    digest.update((DATA / "affixes.yaml").read_bytes())
    return digest.hexdigest()


def digest(*names: str) -> str:
    """The SHA-256 (hexadecimal) of the named data files and of the code that compiles them."""
    total = hashlib.sha256(_code_digest().encode())
    for name in names:
        try:
            total.update((DATA / name).read_bytes())
        except OSError as error:
            raise LexiconError(f"{name}: cannot be read: {error.strerror}; install the package anew") from error
    return total.hexdigest()


def read_lines(name: str) -> list[str]:
    """The lines of the data file `name`, empty ones left out; raises LexiconError where it cannot be read."""
    try:
        return [line for line in (DATA / name).read_text("utf-8").split("\n") if line]
    except OSError as error:
        raise LexiconError(f"{name}: cannot be read: {error.strerror}; install the package anew") from error


def entries(name: str, entry: type[T]) -> tuple[T, ...]:
    """The entries of the data file `name` (a YAML list), each checked against the type `entry`.

    Raises LexiconError naming the file and the entry (its position and id) that breaks the schema.
    """
    import yaml

    try:
        rows = yaml.load((DATA / name).read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{name}: cannot be read as YAML: {error}") from error
    if not isinstance(rows, list):
        raise LexiconError(f"{name}: expected a list of entries at the top, found {type(rows).__name__}")
    result = []
    for number, row in enumerate(rows, 1):
        try:
            result.append(msgspec.convert(row, entry))
        except msgspec.ValidationError as error:
            label = row.get("id", "without id") if isinstance(row, dict) else repr(row)[:40]
            raise LexiconError(f"{name}, entry {number} ({label}): {error}") from error
    return tuple(result)


def add_once(table: dict[str, list[int]], key: str, number: int) -> None:
    """Adds `number` to the row of `key` where it does not stand in it yet."""
    row = table.setdefault(key, [])
    if number not in row:
        row.append(number)


def compiled(key: str, sources: tuple[str, ...], kind: Any, build: Callable[[], T]) -> T:
    """`build()`, or its cached result as long as the data files `sources` and the code are unchanged.

    `kind` is the type of the result, for decoding; `key` names the table in the cache folder.
    """
    folder = _cache_folder()
    if folder is None:
        return build()
    path = folder / f"{key}-{digest(*sources)[:24]}.msgpack"
    try:
        cached: T = msgspec.msgpack.decode(path.read_bytes(), type=kind)
        return cached
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        pass
    result = build()
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{key}-")
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(result))
        os.replace(temporary, path)
        for stale in folder.glob(f"{key}-*.msgpack"):
            if stale != path:
                stale.unlink(missing_ok=True)
    except OSError:
        pass  # a full disk or a foreign owner costs time at the next start, nothing else
    return result
