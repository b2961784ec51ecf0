"""Exports that cannot be written: what was there stays, and no half file is left."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.export.conftest import RAID
from tests.store.articles import add, article

from isnad.errors import StoreError
from isnad.export import FORMATS, Request, export
from isnad.export.run import FOLDERS, Format
from isnad.store import Project, open_project


def left(folder: Path) -> set[str]:
    """What lies in a folder, but for the project."""
    return {path.name for path in folder.iterdir() if not path.name.startswith("p.isnad")}


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_there_is_kept_without_force(project: Project, tmp_path: Path, form: Format) -> None:
    target = tmp_path / "out"
    target.write_text("mine")
    with pytest.raises(StoreError, match="--force"):
        export(project, Request(form, target))
    assert target.read_text() == "mine"
    assert left(tmp_path) == {"out"}


@pytest.mark.parametrize("form", FORMATS)
def test_force_replaces_an_earlier_export(project: Project, tmp_path: Path, form: Format) -> None:
    target = tmp_path / "out"
    export(project, Request(form, target, published_before="2018-03-05"))
    before = left(tmp_path)
    with pytest.raises(StoreError, match="--force"):
        export(project, Request(form, target))
    done = export(project, Request(form, target, force=True))
    assert sum(file.rows for file in done.files) > 10
    assert left(tmp_path) == before


@pytest.mark.parametrize("form", FOLDERS)
def test_force_never_deletes_a_folder_that_is_no_export(project: Project, tmp_path: Path, form: Format) -> None:
    target = tmp_path / "letters"
    target.mkdir()
    (target / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="no earlier export"):
        export(project, Request(form, target, force=True))
    assert (target / "letter.txt").read_text() == "mine"


def test_a_folder_is_no_file(project: Project, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(StoreError, match="name a file"):
        export(project, Request("plover", tmp_path / "out", force=True))


def test_a_folder_that_is_not_there_is_named(project: Project, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        export(project, Request("csv", tmp_path / "none" / "out"))


def files(folder: Path) -> dict[Path, bytes]:
    """All files with what they hold, but for the project."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "p.isnad" not in path.name}


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Lets no file grow over `size` bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
@pytest.mark.parametrize("form", ["csv", "plover", "polecat", "ftm", "geojson"])
def test_a_full_disk_leaves_no_half_export(tmp_path: Path, form: Format) -> None:
    target = tmp_path / "out"
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, *(article(f"r{n}", RAID.replace("12", str(n + 12)), crawled="2018-03-07") for n in range(60)))
        export(project, Request(form, target, published_before="2018-03-01"))
        before = files(tmp_path)
        with little_room(40_000), pytest.raises(StoreError, match="cannot be written"):
            export(project, Request(form, target, force=True))
        after = files(tmp_path)
    assert after == before


def test_an_error_while_reading_leaves_no_half_export(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise StoreError("the text is damaged")

    with pytest.raises(StoreError, match="damaged"):
        export(project, Request("parquet", tmp_path / "out", step=broken))
    assert left(tmp_path) == set()
