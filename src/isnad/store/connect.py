"""Opens the database of a project: a SQLite file, or a PostgreSQL URL.

A SQLite project carries Isnad's application id in its head, so that a foreign database is refused before anything is
written to it. Its revision is looked at with one query; alembic is imported only to make or upgrade a project.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from isnad.errors import StoreError
from isnad.store.migrations import HEAD, KNOWN, upgrade

APPLICATION = 0x49534E44  # «ISND», at byte 68 of a SQLite file
_WAIT = 10.0  # seconds to wait for another writer
_PAGE = 8192  # bytes; smaller pages waste room behind the stored analyses
_MAGIC = b"SQLite format 3\0"


def is_url(project: str) -> bool:
    """Whether `project` names a PostgreSQL database, not a file."""
    return project.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def connect(project: str | os.PathLike[str], *, create: bool = False) -> sa.Engine:
    """An engine for the project, upgraded to this version's tables; with `create` made where there is none.

    Raises StoreError for a file that is no project, one of a newer version, or one that cannot be read.
    """
    name = os.fspath(project)
    engine = _postgres(name) if is_url(name) else _sqlite(Path(name), create=create)
    try:
        with errors(name):
            _prepare(engine, name, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def errors(name: str) -> Iterator[None]:
    """Turns what a database raises into a StoreError that names the project and what to try."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{name}: {_advice(error)}") from error


def _advice(error: DBAPIError) -> str:
    reason = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    advice = {
        "locked": "another process is writing to it; wait for it to end, then run the command again",
        "readonly": "it cannot be written to; check the permissions of the file and its folder",
        "read-only": "it cannot be written to; check the permissions of the file and its folder",
        "full": "the disk is full; what was stored before stands. Make room, then run the command again",
        "No space left": "the disk is full; what was stored before stands. Make room, then run the command again",
        "malformed": "the file is damaged; run isnad doctor, or isnad restore from a backup",
        "not a database": "is no project of Isnad (no SQLite file); name another file",
        "unable to open": "cannot be opened; check the path and its permissions",
        "connection": "the database does not answer; check the URL, the server and the password",
    }
    return next((f"{text} ({reason})" for part, text in advice.items() if part in reason), reason)


def _sqlite(path: Path, *, create: bool) -> sa.Engine:
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; a project is a file, for example {path / 'project.isnad'}")
    if not path.exists():
        if not create:
            raise StoreError(f"{path}: there is no such project; make one with: isnad add {path} PATH")
        if not path.absolute().parent.is_dir():
            raise StoreError(f"{path}: the folder {path.parent} does not exist")
    elif path.stat().st_size:
        _check_head(path)
    # isolation_level None: the driver begins nothing by itself, `_begin` does.
    engine = sa.create_engine(_address(path), connect_args={"timeout": _WAIT, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        wants = connection.get_execution_options().get("isnad_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if wants else "BEGIN")

    return engine


def _address(path: Path) -> sa.URL:
    """The address of a project file; of one that may not be written, an address that only reads."""
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)):
        return sa.URL.create("sqlite+pysqlite", database=str(path))
    query = {"mode": "ro", "uri": "true"}
    if not path.with_name(path.name + "-wal").exists():
        query["immutable"] = "1"
    return sa.URL.create("sqlite+pysqlite", database=path.absolute().as_uri(), query=query)


def _check_head(path: Path) -> None:
    """Refuses a file that is no SQLite database, or one of another program."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise StoreError(f"{path}: cannot be read: {error.strerror}") from error
    if not head.startswith(_MAGIC):
        raise StoreError(f"{path}: is no project of Isnad (no SQLite file); name another file")
    if int.from_bytes(head[68:72], "big") not in (APPLICATION, 0):
        raise StoreError(f"{path}: is a database of another program; name another file")


def _postgres(url: str) -> sa.Engine:
    rest = url.partition("://")[2]
    try:
        return sa.create_engine(f"postgresql+psycopg://{rest}", pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError(f"a PostgreSQL project needs psycopg: pip install 'isnad[postgres]' ({error})") from error


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine, its transactions begun as a writer's, so that two writers wait for each other."""
    return engine.execution_options(isnad_writes=True)


def _prepare(engine: sa.Engine, name: str, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        revision = None
        if "alembic_version" in tables and "captures" in tables:
            revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if revision == HEAD:
        return
    if revision is not None and revision not in KNOWN:
        raise StoreError(f"{name}: was written by a newer Isnad (its tables are {revision}); install that version")
    if revision is None and tables and (not create or "captures" not in tables) and "alembic_version" not in tables:
        raise StoreError(f"{name}: is a database of another program; name another one")
    if revision is None and not create and not tables:
        raise StoreError(f"{name}: is empty; fill it with: isnad add {name} PATH")
    if engine.dialect.name == "sqlite":
        with closing(sqlite3.connect(engine.url.database or "", timeout=_WAIT)) as raw:
            raw.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file; another one keeps its own
            raw.execute("PRAGMA journal_mode = WAL")
    with writing(engine).begin() as connection:
        upgrade(connection)
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
