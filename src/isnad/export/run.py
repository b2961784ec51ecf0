"""One export from beginning to end: reads a project once, writes the data, its dictionary and its manifest, and puts
them under their names when all of it is whole.

Tables become a folder, the other formats a file; the dictionary and the manifest (what was asked, rows and hash of each
file, what was left out and why) lie in the folder, or beside the file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, get_args

import msgspec

from isnad.analyse import version
from isnad.errors import StoreError
from isnad.export import lines, threads, tidy
from isnad.export.dictionary import page, tables
from isnad.export.tables import CsvWriter, ParquetWriter, Tables, Writer
from isnad.export.written import Documents, Exported, File
from isnad.store import Project
from isnad.store.decisions import in_force
from isnad.store.files import beside, free

Format = Literal["csv", "parquet", "plover", "polecat", "ftm", "geojson"]
FORMATS: tuple[Format, ...] = get_args(Format)
FOLDERS: tuple[Format, ...] = ("csv", "parquet")
_MANIFEST, _DICTIONARY = "manifest.json", "dictionary.md"
_SPANS = "code points of the text with that sha256; start is the first, end the one behind the last"


class Request(NamedTuple):
    """What is asked for. `bom` and `safe` are for spreadsheets, of CSV only; `step` is called after each document."""

    format: Format
    target: Path
    force: bool = False
    as_of: str | None = None
    published_before: str | None = None
    bom: bool = False
    safe: bool = False
    step: Callable[[], None] = lambda: None


def export(project: Project, request: Request) -> Exported:
    """Writes the export; raises StoreError where something has its name already (unless `force`), or there is no room.

    After an error what was there before is as it was, and no part of the new export is left.
    """
    target = request.target
    _check_free(request)
    with beside(target) as folder:
        inner = folder / "export"
        inner.mkdir()
        documents = _stepped(project, request)
        if request.format in FOLDERS:
            done, prefix = _tables(project, documents, inner, request), ""
        else:
            done, prefix = lines.write(request.format, documents, inner, target.name), f"{target.name}."
        sections = [(tables()[file.table], file.name, file.rows) for file in done.files]
        (inner / f"{prefix}{_DICTIONARY}").write_text(page(sections), encoding="utf-8")
        (inner / f"{prefix}{_MANIFEST}").write_bytes(_manifest(project, request, done, inner))
        if request.format in FOLDERS:
            _replace_folder(inner, target, folder / "old")
        else:
            # The data comes last: where it stands, its dictionary stands beside it.
            for path in sorted(inner.iterdir(), key=lambda path: path.name == target.name):
                os.replace(path, target.parent / path.name)
    return done


def _check_free(request: Request) -> None:
    target = request.target
    if request.format not in FOLDERS:
        if target.is_dir():
            raise StoreError(f"{target}: is a folder; name a file")
        for name in (target.name, f"{target.name}.{_DICTIONARY}", f"{target.name}.{_MANIFEST}"):
            free(target.parent / name, force=request.force)
        return
    free(target, force=request.force)
    # Only an export may be replaced by one: a folder of anything else is nobody's to delete.
    if target.exists() and not (target / _MANIFEST).is_file():
        raise StoreError(f"{target}: is no earlier export, so it is not replaced; name another folder")


def _replace_folder(new: Path, target: Path, old: Path) -> None:
    """Puts the folder `new` under the name `target`; what was there goes to `old`, and back where that fails."""
    if not target.exists():
        os.rename(new, target)
        return
    os.rename(target, old)
    try:
        os.rename(new, target)
    except OSError:
        os.rename(old, target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _stepped(project: Project, request: Request) -> Documents:
    found = project.analyses(as_of=request.as_of, published_before=request.published_before)
    for capture, analysis in found:
        yield capture, analysis
        request.step()


def _tables(project: Project, documents: Documents, folder: Path, request: Request) -> Exported:
    """All tables, one file each."""
    names = {table: f"{table}.{request.format}" for table in (*tidy.TABLES, *threads.TABLES)}

    def writer(table: str, path: Path) -> Writer:
        if request.format == "csv":
            return CsvWriter(path, tables()[table], bom=request.bom, safe=request.safe)
        return ParquetWriter(path, tables()[table], version=version())

    with Tables({table: writer(table, folder / name) for table, name in names.items()}) as written:
        for capture, analysis in documents:
            written.add(tidy.rows(capture, analysis))
        find = _finder(project)
        for thread in project.threads(as_of=request.as_of, published_before=request.published_before):
            written.add(threads.rows(thread, find))
    return Exported(tuple(File(name, table, written.counts[table]) for table, name in names.items()), {})


def _finder(project: Project) -> Callable[[str], threads.Source]:
    """Gives the texts of documents; threads of nearby days name the same ones."""

    @lru_cache(maxsize=2_000)
    def find(document: str) -> threads.Source:
        sha256 = project.find(document).sha256
        return threads.Source(sha256, project.text(sha256))

    return find


def _manifest(project: Project, request: Request, done: Exported, folder: Path) -> bytes:
    """What was asked for, by which version, and the rows, size and hash of each file."""
    files = {}
    for file in done.files:
        digest = hashlib.sha256()
        with (folder / file.name).open("rb") as opened:
            while part := opened.read(1 << 20):
                digest.update(part)
        size = (folder / file.name).stat().st_size
        files[file.name] = {"rows": file.rows, "bytes": size, "sha256": digest.hexdigest()}
    said = {
        "format": request.format,
        "version": version(),
        "as_of": request.as_of,
        "published_before": request.published_before,
        "decisions": len(in_force(project.decisions(as_of=request.as_of))),
        "spans": _SPANS,
        "files": files,
        "left_out": done.left_out,
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"
