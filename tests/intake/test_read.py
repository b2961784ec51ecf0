"""Paths, folders, suffixes, compression: what the door lets in, and that one bad input never stops the rest."""

import bz2
import gzip
import io
import json
import lzma
import os
import socket
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from isnad.errors import InputError
from isnad.intake import Limits, read_paths
from isnad.intake.walk import FORMATS
from isnad.records import Document

TEXT = "قال وزير الخارجية سالم الحداد إن المحادثات انتهت.\r\nوأضاف أن الوفد عاد مساء.\n"


def documents(*paths: Path | str, limits: Limits | None = None) -> list[Document]:
    found = list(read_paths([str(path) for path in paths], limits=limits or Limits()))
    assert all(isinstance(each, Document) for each in found), found
    return [each for each in found if isinstance(each, Document)]


def errors(*paths: Path | str, limits: Limits | None = None) -> list[InputError]:
    found = read_paths([str(path) for path in paths], limits=limits or Limits())
    return [each for each in found if isinstance(each, InputError)]


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_text_file_is_unchanged_and_named_after_its_file(tmp_path: Path) -> None:
    path = tmp_path / "خبر.txt"
    path.write_bytes(TEXT.encode())
    assert documents(path) == [Document(id="خبر.txt", text=TEXT)]


def test_folder_is_read_in_code_point_order_of_whole_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/deep/c.txt", "a-b.txt", "B.txt", "é.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    names = [document.id for document in documents(tmp_path)]
    assert names == sorted(names)
    assert names == ["B.txt", "a-b.txt", "a.txt", "a/deep/c.txt", "a/z.txt", "b.txt", "é.txt"]


def test_other_suffixes_and_dot_names_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "._a.txt").write_bytes(b"\0\0")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    assert [document.id for document in documents(tmp_path)] == ["a.txt"]


def test_folder_without_any_file_of_ours_is_named(tmp_path: Path) -> None:
    (error,) = errors(tmp_path)
    assert str(tmp_path) in error.where
    assert ".jsonl" in error.reason


def test_file_of_another_suffix_named_outright_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"PK\x03\x04")
    (error,) = errors(path)
    assert ".txt .html .jsonl" in error.reason


def test_loops_of_links_end_and_linked_folders_are_read_once(tmp_path: Path) -> None:
    root, outside = tmp_path / "root", tmp_path / "outside"
    root.mkdir()
    outside.mkdir()
    (outside / "o.txt").write_text(TEXT)
    (root / "r.txt").write_text(TEXT)
    (root / "again").symlink_to(root)
    (root / "up").symlink_to(tmp_path)
    (root / "x").symlink_to(outside)
    (root / "y").symlink_to(outside)
    (root / "self").symlink_to(root / "self")
    (outside / "back").symlink_to(root)
    assert [document.id for document in documents(root)] == ["r.txt", "x/o.txt"]


def test_broken_and_looping_links_named_outright_are_errors(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    first, second = errors(tmp_path / "gone.txt", tmp_path / "loop.txt")
    assert "no such file" in first.reason
    assert "loop" in second.reason


def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    (error,) = errors(path)
    assert "not a regular file" in error.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (b"%PDF-1.7 \xe2\xe3", "PDF"),
        (gzip.compress(b"x", mtime=0), "gzip"),
        (TEXT.encode()[:-4] + b"\xd9", "broken UTF-8 at byte"),
        (TEXT.encode()[:5] + b"\xff" + TEXT.encode()[5:], "broken UTF-8 at byte 4 (line 1)"),
        (b"\xff\xfe\x27", "broken UTF-16-LE"),
    ],
)
def test_bad_file_is_named_and_the_others_are_read(tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "bad.txt").write_bytes(content)
    (tmp_path / "c.txt").write_text(TEXT)
    first, error, last = read_paths([str(tmp_path)])
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, InputError)
    assert error.where == str(tmp_path / "bad.txt")
    assert why in error.reason


def test_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    (error,) = errors(tmp_path / "a.txt")
    assert "permission" in error.reason
    assert "a.txt" in error.where


def test_file_that_vanishes_during_the_walk_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(TEXT)
    found = read_paths([str(tmp_path)])
    assert isinstance(next(found), Document)
    (tmp_path / "b.txt").unlink()
    vanished, last = found
    assert isinstance(vanished, InputError)
    assert "no such file" in vanished.reason
    assert isinstance(last, Document)


def test_missing_path_nul_in_a_path_and_odd_names_are_errors_of_ours(tmp_path: Path) -> None:
    assert "no such file" in errors(tmp_path / "none.txt")[0].reason
    assert len(errors("a\0b.txt")) == 1
    assert len(errors("")) == 1
    (odd,) = errors("a\udcff.txt")
    assert "\\xff" in odd.where
    odd.where.encode()


def test_name_that_is_no_utf8_gives_an_id_that_can_be_printed(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xe3.txt", "wb") as file:
        file.write(TEXT.encode())
    assert [document.id for document in documents(tmp_path)] == ["\\xe3.txt"]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress)])
class TestCompression:
    def test_is_undone_also_in_several_members(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"a.txt{suffix}"
        data = TEXT.encode()
        path.write_bytes(pack(data[:31]) + pack(data[31:]))
        assert documents(path) == [Document(id=path.name, text=TEXT)]

    def test_cut_off_rows_before_the_cut_are_read(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"a.jsonl{suffix}"
        row = json.dumps({"text": TEXT}).encode() + b"\n"
        path.write_bytes(pack(row) + pack(row * 3)[:-12])
        found = list(read_paths([str(path)]))
        assert isinstance(found[0], Document)
        assert isinstance(found[-1], InputError)
        assert "cut off" in found[-1].reason

    def test_damaged_data_is_named(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"a.txt{suffix}"
        path.write_bytes(b"this was never compressed" + pack(b""))
        (error,) = errors(path)
        assert f"no {suffix} data" in error.reason

    def test_expansion_without_end_is_refused(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"bomb.jsonl{suffix}"
        path.write_bytes(pack(bytes(32 << 20)))
        tracemalloc.start()
        (error,) = errors(path, limits=Limits(inflate_ratio=200))
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert "refused" in error.reason
        assert peak < 64 << 20

    def test_total_size_is_limited(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"a.txt{suffix}"
        path.write_bytes(pack(TEXT.encode() * 100))
        (error,) = errors(path, limits=Limits(inflated_bytes=1000))
        assert "expands to more than" in error.reason


def test_too_large_a_file_and_too_long_a_document_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("قال " * 100)
    assert "larger than" in errors(path, limits=Limits(file_bytes=100))[0].reason
    assert "document longer than 300 characters (400)" in errors(path, limits=Limits(document_chars=300))[0].reason
    assert len(documents(path, limits=Limits(document_chars=400))) == 1


def test_standard_input_is_json_lines() -> None:
    stdin = io.BytesIO(b'{"text": "\xd9\x82\xd8\xa7\xd9\x84"}\nno json\n{"text": "b", "id": "own"}\n')
    first, error, last = read_paths(["-"], stdin=stdin)
    assert first == Document(id="-#1", text="قال")
    assert isinstance(error, InputError)
    assert error.where == "standard input, line 2"
    assert last == Document(id="own", text="b")


def test_empty_standard_input_is_an_error() -> None:
    (error,) = read_paths(["-"], stdin=io.BytesIO())
    assert isinstance(error, InputError)
    assert "empty" in error.reason


def test_abandoned_reading_leaves_no_file_open(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "a"}\n' * 10)
    found = read_paths([str(path)])
    next(found)
    del found  # a file left open would be a ResourceWarning, which is an error here


def test_long_file_of_rows_is_streamed(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    row = json.dumps({"text": TEXT * 100}, ensure_ascii=False) + "\n"
    with path.open("w") as file:
        for _ in range(2000):
            file.write(row)
    tracemalloc.start()
    count = sum(isinstance(each, Document) for each in read_paths([str(path)]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 2000
    assert peak < 2 << 20 < path.stat().st_size


_PIECES = st.sampled_from(
    [
        b"<item><title>a</title>", b"<rss><channel>", b"</item>", b"<p hidden>", b"<script>", b"<!--", b"&#xD800;",
        b'{"text": "', b'"}\n', b'"\\ud800"', b"text,id\n", b'"', b"WARC/1.0\r\n", b"Content-Length: 9\r\n\r\n",
        b"WARC-Type: response\r\nContent-Type: application/http\r\n", b"HTTP/1.1 200 OK\r\n", b"\x1f\x8b\x08\0",
        b"Content-Type: text/html; charset=rot13\r\n\r\n", b"\xff\xfe", b"\xef\xbb\xbf", "قال إن".encode(),
        "قال إن".encode("cp1256"), "قال".encode("utf-16-le"), b"<?xml encoding='hex'?>", b"<!DOCTYPE x", b"\n",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=300), st.lists(st.one_of(_PIECES, st.binary(max_size=9))).map(b"".join)),
    suffix=st.sampled_from([*FORMATS, ".txt.gz", ".jsonl.xz", ".warc.gz", ".csv.bz2"]),
)
def test_any_bytes_under_any_suffix_give_documents_or_named_errors(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"any{suffix}"
    path.write_bytes(content)
    found: Iterator[Document | InputError] = read_paths([str(path)], limits=Limits(line_bytes=200))
    for each in found:
        if isinstance(each, Document):
            json.dumps([each.id, each.text, each.url, each.outlet, each.crawled], ensure_ascii=False).encode()
            assert each.text.strip()
        else:
            assert each.where.startswith(str(path))
            assert each.reason
            str(each).encode()
