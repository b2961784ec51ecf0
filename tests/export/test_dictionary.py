"""The data dictionary explains every column in both languages, and every column is there."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from isnad.export import Request, export, threads, tidy
from isnad.export.dictionary import Table, reference, tables
from isnad.store import Project

_ARABIC, _LATIN = re.compile(r"[\u0621-\u064a]"), re.compile(r"[A-Za-z]")


@pytest.mark.parametrize("table", tables().values(), ids=lambda table: table.id)
def test_every_table_and_column_is_explained_in_both_languages(table: Table) -> None:
    assert _ARABIC.search(table.ar)
    assert not _ARABIC.search(table.en)
    assert len(set(table.names)) == len(table.names)
    for column in table.columns:
        assert _LATIN.search(column.en), column.id
        assert not _ARABIC.search(column.en), column.id
        # A constant («None», «ara») is the same in both.
        assert _ARABIC.search(column.ar) or column.ar == column.en, column.id


def test_tables_of_statistics_lead_to_document_hash_and_span() -> None:
    for table in (*tidy.TABLES, *threads.TABLES, "spans"):
        assert {"document", "sha256", "start", "end"} <= set(tables()[table].names)


def test_what_the_json_formats_hold_is_in_the_dictionary(project: Project, tmp_path: Path) -> None:
    export(project, Request("plover", tmp_path / "p"))
    export(project, Request("ftm", tmp_path / "f"))
    export(project, Request("geojson", tmp_path / "g"))
    events = [json.loads(line) for line in (tmp_path / "p").read_text("utf-8").splitlines()]
    assert {name for event in events for name in event} == set(tables()["plover"].names)
    entities = [json.loads(line) for line in (tmp_path / "f").read_text("utf-8").splitlines()]
    used = {f"{entity['schema']}.{name}" for entity in entities for name in entity["properties"]}
    assert used <= set(tables()["ftm"].names)
    features = json.loads((tmp_path / "g").read_text("utf-8"))["features"]
    assert {name for feature in features for name in feature["properties"]} == set(tables()["events"].names)


def test_the_page_in_the_documentation_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "dictionary.md"
    assert page.read_text("utf-8") == reference(), "run make dictionary"
