from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.command import COMMAND, isnad

NEWS = "وصول وفد إلى الوادي\nقال الوزير سالم الحداد إن الوفد وصل صباح الثلاثاء."


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for name in ("b", "a", "c"):
        (folder / f"{name}.txt").write_text(f"{NEWS}\nالنسخة {name}.", "utf-8")
    return folder


def test_each_document_is_one_json_object_in_a_stable_order(news: Path) -> None:
    done = isnad("extract", news)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["id"] for row in rows] == ["a.txt", "b.txt", "c.txt"]
    for row in rows:
        assert row["sha256"] == hashlib.sha256(row["text"].encode()).hexdigest()
        assert row["text"].startswith(NEWS)
        assert row["version"].startswith("isnad ")


def test_unreadable_input_is_named_and_costs_no_other(news: Path, tmp_path: Path) -> None:
    done = isnad("extract", news / "a.txt", tmp_path / "vanished.txt", news / "b.txt")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 2
    assert "vanished.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_text_in_another_language_comes_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "en.txt").write_text("The minister said nothing on Tuesday.", "utf-8")
    done = isnad("extract", tmp_path / "en.txt")
    row = json.loads(done.stdout)
    assert done.returncode == 0
    assert row["skipped"] == "no Arabic letters"
    assert row["claims"] == row["blocks"] == row["entities"] == []


def test_dash_reads_json_lines_from_standard_input() -> None:
    done = isnad("extract", "-", given=json.dumps({"id": "one", "text": NEWS}) + "\n")
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["one"]


def test_several_processes_print_the_same_in_the_same_order(tmp_path: Path) -> None:
    rows = [json.dumps({"id": f"d{n}", "text": f"{NEWS} {n}"}) for n in range(40)]
    rows.insert(20, "{ no json")
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(rows), "utf-8")
    one, two = isnad("extract", source), isnad("extract", source, "--jobs", "2")
    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert len(one.stdout.splitlines()) == 40


def test_output_goes_to_the_file_and_not_to_standard_output(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = isnad("extract", news, "-o", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert len(out.read_text("utf-8").splitlines()) == 3


@pytest.mark.parametrize(
    "arguments",
    [["extract"], ["extract", "--no-such-option", "x"], ["extract", "-j", "0", "x"], ["no-such-verb"]],
)
def test_wrong_usage_is_status_2_with_a_hint(arguments: list[str]) -> None:
    done = isnad(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Usage: isnad" in done.stderr


def test_output_in_a_folder_that_is_not_there_is_wrong_usage(news: Path, tmp_path: Path) -> None:
    done = isnad("extract", news, "-o", tmp_path / "none" / "out.jsonl")
    assert done.returncode == 2
    assert "cannot write in" in done.stderr


def test_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("".join(json.dumps({"id": f"d{n}", "text": NEWS * 20}) + "\n" for n in range(200)), "utf-8")
    with subprocess.Popen([COMMAND, "extract", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_version_names_engine_and_lexicon() -> None:
    done = isnad("--version")
    assert done.stdout.startswith("isnad 0.")
    assert "+lexicon." in done.stdout
