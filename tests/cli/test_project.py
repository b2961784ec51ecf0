"""The verbs of projects as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.command import isnad
from tests.store.articles import BRIDGE, TALKS


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that `isnad add` made of two articles."""
    for name, text in (("bridge.txt", BRIDGE), ("talks.txt", TALKS)):
        (tmp_path / "news").mkdir(exist_ok=True)
        (tmp_path / "news" / name).write_text(text)
    done = isnad("add", tmp_path / "p.isnad", tmp_path / "news", "--jobs", "2")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "2 documents added" in done.stderr
    return tmp_path / "p.isnad"


def test_a_second_run_adds_nothing(project: Path) -> None:
    done = isnad("add", project, project.parent / "news", project.parent / "none.txt")
    assert done.returncode == 1
    assert "2 were there already, 1 could not be read" in done.stderr


def test_a_search_prints_its_hits(project: Path) -> None:
    done = isnad("search", project, "سوريا")
    assert done.returncode == 0
    assert "[بسوريا]" in done.stdout
    hit = json.loads(isnad("search", project, "سوريا", "--json", "-n", "1").stdout)
    assert hit["quoted"] == TALKS[slice(*hit["span"])]
    assert isnad("search", project, "زيمبابوي").returncode == 1
    broken = isnad("search", project, '"سوريا')
    assert (broken.returncode, broken.stdout) == (1, "")
    assert "never closed" in broken.stderr


def test_a_decision_is_made_listed_undone_and_exported(project: Path) -> None:
    hit = json.loads(isnad("search", project, "سوريا", "--json", "-n", "1").stdout)
    made = isnad("decisions", "add", project, "reject", "talks.txt", hit["key"], "--who", "سلمى", "--why", "سؤال")
    assert made.returncode == 0, made.stderr
    assert "[applies]" in isnad("decisions", "list", project).stdout
    assert isnad("undo", project, "--who", "سلمى").returncode == 0
    assert isnad("decisions", "list", project).stdout == ""
    assert len(isnad("decisions", "export", project).stdout.splitlines()) == 2
    assert "nothing to undo" in isnad("undo", project).stderr


def test_a_project_is_checked_copied_and_compared(project: Path) -> None:
    copy = project.with_name("copy.isnad")
    assert isnad("doctor", project).returncode == 0
    assert isnad("backup", project, copy).returncode == 0
    assert "--force" in isnad("restore", copy, project).stderr
    assert isnad("restore", copy, project, "--force").returncode == 0
    changes = isnad("diff", project, "2020-01-01", "2999-01-01").stdout.splitlines()
    assert [json.loads(line)["document"] for line in changes] == ["bridge.txt", "talks.txt"]
    assert isnad("reread", project).returncode == 0


def test_an_export_says_what_is_in_it(project: Path) -> None:
    done = isnad("export", project, "--format", "csv")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "documents.csv: 2 rows" in done.stderr
    assert (project.parent / "p-csv" / "claims.csv").is_file()
    again = isnad("export", project, "--format", "csv")
    assert again.returncode == 1
    assert "--force" in again.stderr
    assert isnad("export", project, "--format", "csv", "--force").returncode == 0
    assert isnad("export", project, "-f", "plover", "-o", project.parent / "events.jsonl").returncode == 0
    assert {path.name for path in project.parent.glob("events.jsonl*")} == {
        "events.jsonl",
        "events.jsonl.dictionary.md",
        "events.jsonl.manifest.json",
    }


def test_an_export_of_no_known_format_is_wrong_usage(project: Path) -> None:
    assert isnad("export", project, "--format", "xls").returncode == 2
    assert isnad("export", project, "--format", "plover", "--bom").returncode == 2
    assert isnad("export", project, "--format", "csv", "--as-of", "gestern").returncode == 2


def test_many_documents_are_profiled_in_two_processes_as_in_one(tmp_path: Path) -> None:
    with (tmp_path / "news.jsonl").open("w", encoding="utf-8") as file:
        for number in range(520):
            text = BRIDGE.replace("الثلاثاء", f"الثلاثاء {number % 28 + 1} مارس")
            file.write(
                json.dumps({"id": f"a{number}", "text": text, "crawled": f"2018-03-{number % 28 + 1:02}"}) + "\n"
            )
    told = []
    for jobs in ("1", "2"):
        project = tmp_path / f"{jobs}.isnad"
        assert isnad("add", project, tmp_path / "news.jsonl").returncode == 0
        done = isnad("merge", project, "--jobs", jobs)
        assert "520 documents" in done.stderr, done.stderr
        told.append(isnad("threads", project).stdout)
    assert told[0] == told[1] != ""
