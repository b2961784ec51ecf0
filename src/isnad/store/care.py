"""Looks after a project: `doctor` checks it, `backup` copies it into one file, `restore` brings a copy back.

A backup is itself a project in a SQLite file, also where the project lives in PostgreSQL; it appears under its name
only when it is whole.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import sqlalchemy as sa

from isnad.errors import StoreError
from isnad.store import read
from isnad.store.connect import connect, errors, is_url, writing
from isnad.store.files import beside, free
from isnad.store.index import rebuild
from isnad.store.migrations import HEAD
from isnad.store.project import Project, open_project
from isnad.store.rows import unpack
from isnad.store.schema import analyses, captures, texts
from isnad.store.schema_records import RECORDS, decisions, passages

_CHUNK = 500
_COPIED = (texts, captures, analyses, *RECORDS, decisions)


class Finding(NamedTuple):
    """One thing that was looked at; `well` is None for what is neither good nor bad."""

    what: str
    well: bool | None
    detail: str


def doctor(project: Project, version: str) -> Iterator[Finding]:
    """Checks a project, one finding after the other. `version` is the engine that runs now."""
    with errors(project.name):
        engine = project.engine
        with engine.connect() as connection:
            counts = [f"{_count(connection, table)} {table.name}" for table in (captures, texts, analyses, decisions)]
        yield Finding("holds", None, ", ".join(counts))
        yield Finding("tables", True, f"{engine.dialect.name}, revision {HEAD}")
        if engine.dialect.name == "sqlite":
            yield from _file(engine)
        yield _all_well("texts", _damaged_texts(engine))
        yield _all_well("analyses", _damaged_analyses(engine))
        yield _all_well("documents", _unread(engine))
        yield _all_well("spans", _outside(engine))
        yield _all_well("search", _without_passages(engine))
        stale = read.stale(engine, version).texts
        advice = f"{stale} of another engine version; isnad reread {project.name}"
        yield Finding("engine", None if stale else True, advice if stale else version)
        states = [one.state for _, one in project.settled()]
        waiting = f"{states.count('review')} wait for review, {states.count('human')} held by people alone"
        yield Finding("decisions", None if "review" in states else True, f"{states.count('applies')} apply, {waiting}")


def _all_well(what: str, problems: Iterator[str]) -> Finding:
    """A finding that names the first problems, or says that there is none."""
    found = list(problems)
    more = f" and {len(found) - 3} more" if len(found) > 3 else ""
    return Finding(what, not found, "; ".join(found[:3]) + more if found else "no problem")


def _count(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _file(engine: sa.Engine) -> Iterator[Finding]:
    with engine.connect() as connection:
        whole = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check(3)")]
        yield Finding("file", whole == ["ok"], "; ".join(whole))
        strangers = len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())
        yield Finding("links", not strangers, f"{strangers} rows point nowhere" if strangers else "no problem")


def _damaged_texts(engine: sa.Engine) -> Iterator[str]:
    for row in _rows(engine, sa.select(texts.c.id, texts.c.sha256, texts.c.body, texts.c.length)):
        try:
            raw = unpack(row.body)
            if hashlib.sha256(raw).hexdigest() != row.sha256 or len(raw.decode()) != row.length:
                yield f"text {row.sha256} is not what was added"
        except (zlib.error, UnicodeDecodeError) as error:
            yield f"text {row.sha256} cannot be read: {error}"


def _damaged_analyses(engine: sa.Engine) -> Iterator[str]:
    for row in _rows(engine, sa.select(analyses.c.id, analyses.c.body)):
        try:
            read.decoded_body(row.id, row.body)
        except StoreError as error:
            yield str(error)


def _unread(engine: sa.Engine) -> Iterator[str]:
    """The captures that have no analysis that stands, or several."""
    joined = captures.outerjoin(
        analyses,
        (analyses.c.text_id == captures.c.text_id)
        & (analyses.c.basis == captures.c.basis)
        & analyses.c.closed.is_(None),
    )
    number = sa.func.count(analyses.c.id)
    grouped = (captures.c.id, captures.c.document)
    chosen = sa.select(captures.c.document, number.label("n")).select_from(joined).group_by(*grouped)
    with engine.connect() as connection:
        for row in connection.execute(chosen.having(number != 1)):
            yield f"document {row.document} has {row.n} analyses"


def _outside(engine: sa.Engine) -> Iterator[str]:
    """The records whose spans do not lie in their text."""
    for table in RECORDS:
        for column in (c for c in table.c if c.name.endswith("end")):
            start = table.c[column.name.removesuffix("end") + "start"]
            chosen = (
                sa.select(table.c.analysis_id, table.c.key)
                .join(analyses, analyses.c.id == table.c.analysis_id)
                .join(texts, texts.c.id == analyses.c.text_id)
                .where(sa.or_(start < 0, column < start, column > texts.c.length))
            )
            with engine.connect() as connection:
                for row in connection.execute(chosen.limit(10)):
                    yield f"{table.name} {row.analysis_id} {row.key}: {column.name} lies outside its text"


def _without_passages(engine: sa.Engine) -> Iterator[str]:
    """The analyses whose passages are not all there."""
    own = passages.c.id.between(analyses.c.passages_start, analyses.c.passages_end - 1)
    number = sa.select(sa.func.count()).where(own).scalar_subquery()
    chosen = sa.select(analyses.c.id).where(number != analyses.c.passages_end - analyses.c.passages_start)
    with engine.connect() as connection:
        for found in connection.scalars(chosen):
            yield f"analysis {found} cannot be searched"


def _rows(engine: sa.Engine, chosen: sa.Select[Any]) -> Iterator[sa.Row[Any]]:
    """The rows of a selection whose first column is an ascending id, in chunks."""
    number, after = chosen.selected_columns[0], -1
    while True:
        with engine.connect() as connection:
            found = connection.execute(chosen.where(number > after).order_by(number).limit(_CHUNK)).all()
        yield from found
        if len(found) < _CHUNK:
            return
        after = found[-1][0]


def backup(project: Project, target: Path, *, force: bool = False) -> None:
    """Copies the whole project into the file `target`, which appears only when it is whole.

    Raises StoreError where there is such a file already (unless `force`), or no room for it.
    """
    free(target, force=force)
    with beside(target) as folder:
        path = folder / "project.isnad"
        if project.engine.dialect.name == "sqlite":
            with project.engine.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("VACUUM INTO ?", [str(path)])
        else:
            _copy(project.engine, connect(path, create=True), str(path))
        os.replace(path, target)


def restore(source: Path, target: str, *, force: bool = False) -> None:
    """Makes the project `target` (a file or an empty PostgreSQL database) from a backup.

    Raises StoreError where the backup is damaged, or where `target` is there already (a file: unless `force`).
    """
    with open_project(source) as copy:
        bad = [finding for finding in doctor(copy, "") if finding.well is False]
        if bad:
            raise StoreError(f"{source}: the backup is damaged: {bad[0].what}: {bad[0].detail}")
        if is_url(target):
            with open_project(target, create=True) as project:
                if next(project.captures(), None) is not None:
                    raise StoreError(f"{target}: there is a project in this database; restore into an empty one")
                _copy(copy.engine, project.engine, target)
            return
        backup(copy, Path(target), force=force)
        for rest in ("-wal", "-shm"):
            Path(target + rest).unlink(missing_ok=True)


def _copy(source: sa.Engine, target: sa.Engine, name: str) -> None:
    """Copies all rows between stores of different kinds, and builds the index of search anew."""
    with errors(name), writing(target).begin() as out, source.connect() as connection:
        for table in _COPIED:
            result = connection.execution_options(yield_per=_CHUNK).execute(sa.select(table))
            for part in result.mappings().partitions():
                out.execute(sa.insert(table), [dict(row) for row in part])
    rebuild(target, name)
    target.dispose()
