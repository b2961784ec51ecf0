"""Threads as tables: every row of the ledger leads to the words it rests on."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet
import pytest

from isnad.export import Request, export
from isnad.store import Project


def test_a_thread_is_a_row_with_its_documents_figures_relations_and_blame(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    figures = [
        (capture.document, figure)
        for capture, analysis in project.analyses()
        for figure in analysis.figures
        if figure.value == 12
    ]
    (first, one), (second, two) = figures
    thread = {
        "id": "t1", "type": "ASSAULT", "date": "2018-03-06", "place": {"name": "Douma", "country": "SYR"},
        "score": 0.9, "weakest": "raid and copy: one text",
        "documents": [
            {"id": first, "role": "about", "origin": 1, "copy_of": None},
            {"id": second, "role": "about", "origin": 1, "copy_of": first},
            {"id": "talks", "role": "mentions", "origin": 2, "copy_of": None},
        ],
        "figures": [
            {"document": name, "span": list(figure.span), "measure": "killed", "value": 12, "bound": "exact",
             "who": "civilians", "teller": "outlet", "as_of": "2018-03-07T10:00+00:00"}
            for name, figure in figures
        ],
        "relations": [
            {"a": [first, list(one.span)], "b": [second, list(two.span)], "relation": "same", "why": "one text"}
        ],
        "links": [{"a": first, "b": second, "score": 0.9, "judgement": "same", "why": "one text"}],
        "terms": [{"slot": "victims", "term": "مدنيا", "outlet": "alalam", "own": 1, "quoted": 0,
                   "places": [[first, list(one.span)]]}],
        "toll": {"policy": "latest official", "killed": {"low": 12, "best": 12, "high": 12}},
        "blame": [{"blamed": "الحكومة السورية", "by": "سالم الحداد", "stance": "asserts", "document": first,
                   "span": list(one.span)}],
    }  # fmt: skip
    monkeypatch.setattr(Project, "threads", lambda _, **then: iter([thread]))
    export(project, Request("parquet", tmp_path / "out"))
    found = {
        path.stem: pyarrow.parquet.read_table(path).to_pylist() for path in (tmp_path / "out").glob("thread*.parquet")
    }
    (row,) = found["threads"]
    assert (row["document"], row["documents"], row["mentions"], row["origins"]) == (first, 2, 1, 1)
    assert (row["killed_best"], row["injured_best"], row["policy"]) == (12, None, "latest official")
    assert [told["role"] for told in found["thread_documents"]] == ["about", "about", "mentions"]
    for told in (*found["thread_figures"], *found["thread_blame"]):
        assert told["quoted"] == project.text(told["sha256"])[told["start"] : told["end"]]
    assert (found["thread_links"][0]["other_document"], found["thread_terms"][0]["quoted"]) == (second, "12 مدنيا")
    (relation,) = found["thread_relations"]
    assert (relation["document"], relation["other_document"], relation["relation"]) == (first, second, "same")
    assert relation["sha256"] == relation["other_sha256"]


def test_threads_that_were_merged_are_exported_and_those_of_then_too(project: Project, tmp_path: Path) -> None:
    project.merge()
    told = list(project.threads())
    assert told
    done = export(project, Request("parquet", tmp_path / "out"))
    rows = {file.table: file.rows for file in done.files}
    assert rows["threads"] == len(told)
    assert rows["thread_documents"] == sum(len(thread["documents"]) for thread in told)
    assert rows["thread_figures"] == sum(len(thread["figures"]) for thread in told)
    for row in pyarrow.parquet.read_table(tmp_path / "out" / "thread_figures.parquet").to_pylist():
        assert row["quoted"] == project.text(row["sha256"])[row["start"] : row["end"]]
    export(project, Request("parquet", tmp_path / "then", published_before="2018-03-05"))
    then = pyarrow.parquet.read_table(tmp_path / "then" / "thread_documents.parquet").to_pylist()
    assert {row["document"] for row in then} == {"talks"}
