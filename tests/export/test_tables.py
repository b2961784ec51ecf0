"""Tables read back: types, counts, spans, links between them; and what spreadsheets ask for."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from tests.export.conftest import fill
from tests.store.articles import add, article

from isnad.export import Request, export, threads, tidy
from isnad.export.dictionary import tables
from isnad.records import Span
from isnad.store import Project, open_project

ALL = (*tidy.TABLES, *threads.TABLES)


def csv_rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def parquet_rows(folder: Path, table: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = pyarrow.parquet.read_table(folder / f"{table}.parquet").to_pylist()
    return found


@pytest.fixture
def parquet(project: Project, tmp_path: Path) -> Path:
    """A folder of Parquet tables."""
    export(project, Request("parquet", tmp_path / "out"))
    return tmp_path / "out"


def test_every_row_leads_to_its_words(project: Project, parquet: Path) -> None:
    texts = {capture.sha256: project.text(capture.sha256) for capture in project.captures()}
    seen = 0
    for table in tidy.TABLES:
        for row in parquet_rows(parquet, table):
            text = texts[row["sha256"]]
            for name in tables()[table].names:
                if name.endswith("start") and row[name] is not None:
                    assert 0 <= row[name] <= row[name.removesuffix("start") + "end"] <= len(text)
            if row["start"] is not None and "quoted" in row:
                assert row["quoted"] == Span(row["start"], row["end"]).of(text)
                seen += 1
    assert seen > 30


def test_tables_hold_every_record_once_a_document(project: Project, parquet: Path) -> None:
    analyses = list(project.analyses())
    for table in ("claims", "events", "figures", "arrangements"):
        told = [(capture.document, record.id) for capture, found in analyses for record in getattr(found, table)]
        rows = parquet_rows(parquet, table)
        assert [(row["document"], row["key"]) for row in rows] == told
        assert told
        assert len({row["row_id"] for row in rows}) == len(rows)
    documents = {row["document"]: row for row in parquet_rows(parquet, "documents")}
    assert list(documents) == ["raid", "copy", "talks", "bridge", "english", "=formula"]
    assert documents["raid"]["sha256"] == documents["copy"]["sha256"]
    assert documents["english"]["skipped"]
    assert documents["raid"]["events"] == len(
        [row for row in parquet_rows(parquet, "events") if row["document"] == "raid"]
    )


def test_parts_belong_to_a_record_of_their_document(parquet: Path) -> None:
    for part, whole in (("speakers", "claims"), ("parties", "events"), ("members", "arrangements")):
        owners = {(row["document"], row["key"]) for row in parquet_rows(parquet, whole)}
        parts = parquet_rows(parquet, part)
        assert parts
        assert {(row["document"], row["key"]) for row in parts} <= owners


def test_a_figure_names_its_event_its_whole_and_its_teller(parquet: Path) -> None:
    rows = [row for row in parquet_rows(parquet, "figures") if row["document"] == "raid"]
    killed, children = (next(row for row in rows if row["value"] == value) for value in (12, 3))
    assert (killed["measure"], children["part_of"], children["who"]) == ("killed", killed["key"], "children")
    assert (killed["claim"], killed["teller"]) == (None, None)


def test_a_denial_keeps_its_status_and_stance(parquet: Path) -> None:
    claims = [row for row in parquet_rows(parquet, "claims") if row["document"] == "raid"]
    assert {row["stance"] for row in claims} >= {"accuses", "denies"}


def test_csv_and_parquet_say_the_same(place: str, tmp_path: Path) -> None:
    with open_project(place, create=True) as project:
        fill(project)
        for form in ("csv", "parquet"):
            export(project, Request(form, tmp_path / form))
    for table in ALL:
        typed = parquet_rows(tmp_path / "parquet", table)
        assert [{name: _as_csv(value) for name, value in row.items()} for row in typed] == csv_rows(
            tmp_path / "csv", table
        )


def _as_csv(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def test_every_row_has_the_columns_of_the_dictionary(project: Project) -> None:
    for capture, analysis in project.analyses():
        for table, row in tidy.rows(capture, analysis):
            assert set(row) == set(tables()[table].names)


def test_the_manifest_counts_rows_and_names_hashes(project: Project, tmp_path: Path) -> None:
    done = export(project, Request("csv", tmp_path / "out"))
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    for file in done.files:
        said = manifest["files"][file.name]
        assert said["rows"] == file.rows == len(csv_rows(tmp_path / "out", file.table))
        assert said["sha256"] == hashlib.sha256((tmp_path / "out" / file.name).read_bytes()).hexdigest()
    page = (tmp_path / "out" / "dictionary.md").read_text("utf-8")
    assert all(f"`{table}.csv`" in page for table in ALL)


def test_an_export_is_the_same_bytes_again(project: Project, tmp_path: Path) -> None:
    for name in ("one", "two"):
        export(project, Request("csv", tmp_path / name))
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_a_spreadsheet_gets_a_mark_and_cells_that_do_not_run(project: Project, tmp_path: Path) -> None:
    export(project, Request("csv", tmp_path / "plain"))
    assert not (tmp_path / "plain" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert csv_rows(tmp_path / "plain", "documents")[-1]["document"] == "=formula"
    export(project, Request("csv", tmp_path / "sheet", bom=True, safe=True))
    assert (tmp_path / "sheet" / "claims.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert csv_rows(tmp_path / "sheet", "documents")[-1]["document"] == "'=formula"
    for row in csv_rows(tmp_path / "sheet", "claims"):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values() if cell)


def test_a_zero_byte_in_a_text_breaks_no_table(tmp_path: Path) -> None:
    with open_project(tmp_path / "p.isnad", create=True) as project:
        add(project, article("nul", "قال سالم الحداد إن الجسر\0 مغلق.\r\nوأضاف أن الطريق مغلق.\n"))
        for form in ("csv", "parquet"):
            export(project, Request(form, tmp_path / form))
    assert csv_rows(tmp_path / "csv", "claims")[0]["quoted"].count("\ufffd") == 1
    assert "\0" in parquet_rows(tmp_path / "parquet", "claims")[0]["quoted"]


def test_a_number_beyond_every_column_is_left_empty(tmp_path: Path) -> None:
    assert [tidy.whole(number) for number in (0, 2**63 - 1, 2**63, None)] == [0, 2**63 - 1, None, None]


def test_decisions_and_times_count(project: Project, tmp_path: Path) -> None:
    capture, analysis = next(found for found in project.analyses() if found[0].document == "bridge")
    gone = analysis.claims[0]
    project.decide("reject", "claim", sha256=capture.sha256, span=gone.content, who="سلمى", why="")
    export(project, Request("csv", tmp_path / "now"))
    left = [row for row in csv_rows(tmp_path / "now", "claims") if row["document"] == "bridge"]
    assert len(left) == len(analysis.claims) - 1
    export(project, Request("csv", tmp_path / "press", published_before="2018-03-05"))
    assert [row["document"] for row in csv_rows(tmp_path / "press", "documents")] == ["talks"]
    export(project, Request("csv", tmp_path / "then", as_of="2001-01-01T00:00:00.000000Z"))
    assert csv_rows(tmp_path / "then", "documents") == []
