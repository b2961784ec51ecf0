"""Checks, backups and what changed between two moments."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from msgspec.structs import replace
from tests.store.articles import TALKS, add, article, corpus

from isnad.analyse import analyse, version
from isnad.errors import StoreError
from isnad.search import search
from isnad.store import open_project
from isnad.store.care import backup, doctor, restore
from isnad.store.history import diff
from isnad.store.rows import bundle
from isnad.store.schema import texts
from isnad.store.write import now


def test_a_sound_project_passes(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, *corpus(6))
        assert [finding for finding in doctor(project, version()) if finding.well is False] == []


def test_a_damaged_text_is_found(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        with project.engine.begin() as connection:
            connection.execute(sa.update(texts).values(length=3))
        bad = {finding.what for finding in doctor(project, version()) if finding.well is False}
        assert bad == {"texts", "spans"}


def test_what_an_older_engine_read_is_named(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        found = {finding.what: finding for finding in doctor(project, "isnad 9.9")}
        assert found["engine"].well is None
        assert "isnad reread" in found["engine"].detail


def test_a_backup_brings_everything_back(place: str, tmp_path: Path) -> None:
    copy = tmp_path / "copy.isnad"
    with open_project(place, create=True) as project:
        add(project, *corpus(5))
        claim = next(project.claims())
        kept = msgspec.to_builtins(claim.record)
        span = claim.record.content  # type: ignore[union-attr]
        project.decide("accept", "claim", sha256=claim.sha256, span=span, who="سلمى", why="صحيح", value=kept)
        backup(project, copy)
        held = (list(project.analyses()), project.decisions(), search(project, "سوريا"))
    restore(copy, str(tmp_path / "back.isnad"))
    with open_project(tmp_path / "back.isnad") as project:
        assert (list(project.analyses()), project.decisions(), search(project, "سوريا")) == held
    assert sorted(path.name for path in tmp_path.glob("*copy*")) == ["copy.isnad"]


def test_a_file_becomes_a_database_of_a_team(place: str, tmp_path: Path) -> None:
    with open_project(tmp_path / "own.isnad", create=True) as project:
        add(project, *corpus(5))
        held = (list(project.analyses()), search(project, "سوريا"))
        backup(project, tmp_path / "copy.isnad")
    restore(tmp_path / "copy.isnad", place)
    with open_project(place) as project:
        assert (list(project.analyses()), search(project, "سوريا")) == held
        assert add(project, *corpus(6)).captures == 1


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    target = tmp_path / "copy.isnad"
    target.write_text("كان هنا")
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, article("a"))
        with pytest.raises(StoreError, match="--force"):
            backup(project, target)
        assert target.read_text() == "كان هنا"
        backup(project, target, force=True)
    with pytest.raises(StoreError, match="--force"):
        restore(target, str(tmp_path / "p.isnad"))


def test_a_backup_that_breaks_off_leaves_no_half_file(tmp_path: Path) -> None:
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, article("a"))
        with pytest.raises(StoreError, match="does not exist"):
            backup(project, tmp_path / "none" / "copy.isnad")
    broken = tmp_path / "broken.isnad"
    broken.write_bytes((tmp_path / "p.isnad").read_bytes()[:8192])
    with pytest.raises(StoreError):
        restore(broken, str(tmp_path / "back.isnad"))
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".isnad") == ["broken.isnad", "p.isnad"]


def test_a_difference_names_what_came_and_what_went(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        first = now()
        read = analyse(article("a"))
        again = replace(read, version="isnad 9.9", claims=read.claims[:-1])
        project.renew([bundle(article("a"), again)])
        claim = read.claims[0]
        sha256 = read.sha256
        project.decide("reject", "claim", sha256=sha256, span=claim.content, who="سلمى", why="لا", value=None)
        add(project, article("b", TALKS))
        found = [(change.what, change.kind, change.quoted) for change in diff(project, first, now())]
        gone = [read.claims[0].content.of(read.text), read.claims[-1].content.of(read.text)]
        assert found == [("removed", "claim", gone[0]), ("removed", "claim", gone[1]), ("added", "document", None)]
        assert list(diff(project, now(), now())) == []
        assert len(list(project.claims(as_of=first))) == len(read.claims)
