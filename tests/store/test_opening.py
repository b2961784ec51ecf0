"""Files and databases that are no project, or none of ours: clear errors, nothing written."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from tests.store.articles import TALKS, add, article

from isnad.errors import StoreError
from isnad.store import connect, open_project, schema_records
from isnad.store.migrations import KNOWN, upgrade, versions


def test_a_project_that_is_not_there_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such project"):
        open_project(tmp_path / "none.isnad")
    assert not (tmp_path / "none.isnad").exists()


def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("ملاحظات")
    with pytest.raises(StoreError, match="no SQLite file"):
        open_project(path, create=True)
    assert path.read_text() == "ملاحظات"


def test_a_database_of_another_program_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE birds (name)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        open_project(path, create=True)
    assert path.read_bytes() == before


def test_a_project_of_a_newer_version_is_refused(place: str) -> None:
    with open_project(place, create=True) as project, project.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer Isnad"):
        open_project(place)


def test_a_folder_is_no_project(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_project(tmp_path)


def test_a_project_that_cannot_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "project.isnad"
    with open_project(path, create=True) as project:
        add(project, article("a"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_project(path) as project:
        assert [capture.document for capture in project.captures()] == ["a"]
        with pytest.raises(StoreError, match="cannot be written"):
            add(project, article("b", TALKS))


def test_a_second_writer_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "project.isnad"
    monkeypatch.setattr(connect, "_WAIT", 0.1)
    with open_project(path, create=True) as project, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another process is writing"):
            add(project, article("a"))
        other.execute("COMMIT")
        assert add(project, article("a")).captures == 1


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "project.isnad"
    with open_project(path, create=True) as project:
        add(project, article("a"))
        with project.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()

        @sa.event.listens_for(project.engine, "begin")
        def _limit(connection: sa.Connection) -> None:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

        with pytest.raises(StoreError, match="disk is full"):
            add(project, article("big", "\n".join(f"كلمة{n} " * 40 for n in range(500))))
        assert [capture.document for capture in project.captures()] == ["a"]
        with project.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_an_interrupted_upgrade_leaves_the_database_as_it_was(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: sa.Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(connect, "upgrade", broken)
    with pytest.raises(KeyboardInterrupt):
        open_project(place, create=True)
    monkeypatch.undo()
    with open_project(place, create=True) as project:
        assert add(project, article("a")).captures == 1


def test_every_migration_is_known() -> None:
    files = sorted(path.name[1:5] for path in Path(versions.__file__).parent.glob("v*.py"))
    assert tuple(files) == KNOWN


def test_the_migrations_make_the_tables_that_the_code_expects(place: str) -> None:
    with open_project(place, create=True) as project, project.engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found = compare_metadata(context, schema_records.metadata)
        assert [change for change in found if "passage_words" not in str(change)] == []
