"""The project as Python users meet it."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from tests.store.articles import BRIDGE, add, article

import isnad
from isnad.errors import StoreError
from isnad.store import open_project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project file with one article."""
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, article("<a>", outlet="Alalam", crawled="2018-03-01"))
    return tmp_path / "p.isnad"


def test_a_project_opens_and_streams(path: Path) -> None:
    with isnad.open(path) as project:
        told = next(project.claims())
        assert told.quoted in BRIDGE
        assert (told.document, told.capture.day) == ("<a>", "2018-03-01")


def test_looking_at_a_stream_takes_nothing_away(path: Path) -> None:
    with isnad.open(path) as project:
        whole = list(project.claims())
        stream = project.claims()
        page = stream._repr_html_()
        assert 'dir="rtl"' in page
        assert "&lt;a&gt;" in page
        assert list(stream) == whole


def test_a_table_has_one_row_a_record(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", SimpleNamespace(DataFrame=list))
    with isnad.open(path) as project:
        rows = project.claims().to_pandas()
        assert len(rows) == len(list(project.claims()))
        first = rows[0]
        assert BRIDGE[first["content_start"] : first["content_end"]] == first["quoted"]


def test_a_table_without_pandas_says_what_to_install(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with isnad.open(path) as project, pytest.raises(StoreError, match="pip install pandas"):
        project.claims().to_pandas()


def test_a_project_shows_what_it_holds(path: Path) -> None:
    with isnad.open(path) as project:
        assert "1 captures, 1 texts" in project._repr_html_()
