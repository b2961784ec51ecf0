import json
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.intake import Limits, read_paths
from isnad.records import Document

Found = Document | InputError


def read(path: Path, content: bytes, limits: Limits | None = None) -> list[Found]:
    path.write_bytes(content)
    return list(read_paths([str(path)], limits=limits or Limits()))


@pytest.fixture
def jsonl(tmp_path: Path) -> Path:
    return tmp_path / "news.jsonl"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "news.csv"


def test_object_gives_its_own_id_and_metadata(jsonl: Path) -> None:
    row = {
        "id": "x/1",
        "text": "قال\r\n نعم ",
        "url": "http://a",
        "outlet": "o",
        "crawled": "2018",
        "more": [1],
    }
    assert read(jsonl, json.dumps(row).encode()) == [
        Document(id="x/1", text="قال\r\n نعم ", url="http://a", outlet="o", crawled="2018")
    ]


def test_objects_without_id_are_named_by_their_line(jsonl: Path) -> None:
    found = read(jsonl, b'\xef\xbb\xbf{"text": "a"}\r\n\n{"text": "b", "id": null}\n{"text": "c", "id": 7}')
    assert [each.id for each in found if isinstance(each, Document)] == ["news.jsonl#1", "news.jsonl#3", "7"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b"this is no json", "no valid JSON"),
        (b'{"text": "a"', "no valid JSON"),
        (b'{"text": "a"} {"text": "b"}', "no valid JSON"),
        (b'"text"', "no JSON object"),
        (b"[1]", "no JSON object"),
        (b"{}", "no `text`"),
        (b'{"title": "a"}', "the keys are title"),
        (b'{"text": null}', "no `text`"),
        (b'{"text": 5}', "`text` is a number"),
        (b'{"text": ["a"]}', "`text` is a list"),
        (b'{"text": ""}', "empty"),
        (b'{"text": " \\n"}', "empty"),
        (b'{"text": "a", "url": {"a": 1}}', "`url` is an object"),
        (b'{"text": "a", "id": true}', "`id` is true or false"),
        (b'{"text": "a\\ud800b"}', "surrogate"),
        (b'{"text": "a", "id": "\\udc00"}', "surrogate"),
        (b'{"text": "\xd9\x82\xd8\xa7 \xd9 "}', "broken UTF-8"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"\x00\x01\x02\x03", "binary"),
    ],
)
def test_bad_line_is_named_and_the_others_are_read(jsonl: Path, line: bytes, why: str) -> None:
    first, error, last = read(jsonl, b'{"text": "a"}\n' + line + b'\n{"text": "c"}\n')
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert last.id == "news.jsonl#3"
    assert isinstance(error, InputError)
    assert error.where == f"{jsonl}, line 2"
    assert why in error.reason


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_file_without_a_line_is_empty(jsonl: Path, content: bytes) -> None:
    (error,) = read(jsonl, content)
    assert isinstance(error, InputError)
    assert "empty" in error.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_json_lines_in_another_encoding_are_read(jsonl: Path, encoding: str) -> None:
    content = '{"text": "أعلن المتحدث إغلاق الطريق"}\n{"text": "قالت المصادر إن الجسر سليم"}\n'
    found = read(jsonl, content.encode(encoding))
    assert [each.text for each in found if isinstance(each, Document)] == [
        "أعلن المتحدث إغلاق الطريق",
        "قالت المصادر إن الجسر سليم",
    ]


def test_line_of_50_mb_is_refused_in_bounded_memory_and_time(jsonl: Path) -> None:
    with jsonl.open("wb") as file:
        file.write(b'{"text": "a"}\n{"text": "')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"text": "c"}\n')
    start = time.process_time()
    tracemalloc.start()
    first, error, last = read_paths([str(jsonl)])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, InputError)
    assert "line 2" in error.where
    assert peak < 80 << 20
    assert time.process_time() - start < 2


def test_csv_columns_in_any_order_and_case(table: Path) -> None:
    found = read(table, 'ID,Outlet, Text \n1,o,"قال: ""نعم"",\nوأضاف"\n,,b\n'.encode())
    assert found == [
        Document(id="1", outlet="o", text='قال: "نعم",\nوأضاف'),
        Document(id="news.csv#2", text="b"),
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_told_from_the_header(table: Path, separator: str) -> None:
    content = f'\ufeffid{separator}text\r\n1{separator}"قال; نعم, لا"\r\n'
    assert read(table, content.encode()) == [Document(id="1", text="قال; نعم, لا")]


def test_line_that_names_the_separator_is_obeyed(table: Path) -> None:
    assert read(table, b"sep=;\nid;text\n1;a\n") == [Document(id="1", text="a")]


def test_long_field_is_read(table: Path) -> None:
    (found,) = read(table, b"text\n" + b"a" * 300_000)
    assert isinstance(found, Document)
    assert len(found.text) == 300_000


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16"])
def test_csv_in_another_encoding_is_read(table: Path, encoding: str) -> None:
    content = "id,text\n1,أعلن المتحدث إغلاق الطريق\n2,قالت المصادر إن الجسر سليم\n"
    found = read(table, content.encode(encoding))
    assert [each.text for each in found if isinstance(each, Document)] == [
        "أعلن المتحدث إغلاق الطريق",
        "قالت المصادر إن الجسر سليم",
    ]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b"1,a,b", "3 fields"),
        (b"1,", "empty"),
        (b"1", "no `text`"),
        (b"1,\xd9\x82\xd8\xa7\xd9 ", "broken UTF-8"),
        (b"1," + b"a" * 3000, "a line of more than"),
    ],
)
def test_bad_row_is_named_and_the_others_are_read(table: Path, row: bytes, why: str) -> None:
    found = read(table, b"id,text\n0,a\n" + row + b"\n2,c\n", Limits(line_bytes=2000))
    first, error, last = found
    assert first == Document(id="0", text="a")
    assert last == Document(id="2", text="c")
    assert isinstance(error, InputError)
    assert error.where == f"{table}, row 2 (line 3)"
    assert why in error.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"id,text\n", "no row below the header"),
        (b"id,title\n1,a\n", "it says id, title"),
        (b'id,text\n1,"a\n2,b\n', "never closed"),
    ],
)
def test_table_that_cannot_be_read_says_why(table: Path, content: bytes, why: str) -> None:
    (error,) = read(table, content)
    assert isinstance(error, InputError)
    assert why in error.reason


def test_quotation_left_open_in_an_endless_table_is_refused_in_bounded_memory(table: Path) -> None:
    with table.open("wb") as file:
        file.write(b'text\n"')
        for _ in range(300):
            file.write(b"x" * 99_999 + b"\n")
    tracemalloc.start()
    found: Iterator[Found] = read_paths([str(table)], limits=Limits(line_bytes=1 << 20))
    (error,) = found
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(error, InputError)
    assert peak < 16 << 20
