import gzip
import zlib
from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.intake import Limits, read_paths
from isnad.records import Document

PAGE = "<p>أعلن المتحدث باسم البلدية إغلاق الطريق</p>"
SEEN = "أعلن المتحدث باسم البلدية إغلاق الطريق"


def http(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(
    content: bytes, kind: str = "response", mime: str = "application/http; msgtype=response", more: str = ""
) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.example.org/1\r\n"
        f"WARC-Date: 2018-10-02T07:46:00Z\r\nContent-Type: {mime}\r\n{more}Content-Length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content + b"\r\n\r\n"


INFO = record(b"software: x\r\n", "warcinfo", "application/warc-fields")
GOOD = record(http(PAGE.encode()))


def read(
    tmp_path: Path, content: bytes, name: str = "a.warc", limits: Limits | None = None
) -> list[Document | InputError]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(read_paths([str(path)], limits=limits or Limits()))


def only(found: list[Document | InputError]) -> Document | InputError:
    (one,) = found
    return one


def test_page_is_read_with_its_address_and_date(tmp_path: Path) -> None:
    assert read(tmp_path, INFO + GOOD) == [
        Document(
            id="a.warc#2",
            text=SEEN,
            url="https://www.example.org/1",
            outlet="example.org",
            crawled="2018-10-02T07:46:00Z",
        )
    ]


def test_date_that_the_page_gives_outranks_that_of_the_visit(tmp_path: Path) -> None:
    page = f"<meta property=article:published_time content=2017-01-01>{PAGE}"
    found = only(read(tmp_path, record(http(page.encode()))))
    assert isinstance(found, Document)
    assert found.crawled == "2017-01-01"


def test_gzip_a_member_a_record_and_plain_text_pages(tmp_path: Path) -> None:
    plain = record(http("قال\nنعم".encode(), "text/plain; charset=utf-8"))
    found = read(tmp_path, gzip.compress(GOOD) + gzip.compress(plain), "a.warc.gz")
    assert [each.text for each in found if isinstance(each, Document)] == [SEEN, "قال\nنعم"]


@pytest.mark.parametrize(
    "content",
    [
        http(PAGE.encode("cp1256"), "text/html; charset=windows-1256"),
        http(PAGE.encode("cp1256"), "text/html"),
        http(PAGE.encode("cp1256"), "text/html; charset=utf-8"),
        http(gzip.compress(PAGE.encode(), mtime=0), more="Content-Encoding: gzip\r\n"),
        http(PAGE.encode(), more="Content-Encoding: gzip\r\n"),
        http(zlib.compress(PAGE.encode()), more="Content-Encoding: deflate\r\n"),
        http(
            b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE.encode()), PAGE.encode()),
            more="Transfer-Encoding: chunked\r\n",
        ),
        http(PAGE.encode(), more="Transfer-Encoding: chunked\r\n"),
        http(PAGE.encode(), more=f"Content-Length: {len(PAGE.encode())}\r\n"),
    ],
)
def test_encodings_of_the_page_and_of_the_transfer_are_undone(tmp_path: Path, content: bytes) -> None:
    found = only(read(tmp_path, record(content)))
    assert isinstance(found, Document)
    assert found.text == SEEN


@pytest.mark.parametrize(
    "content",
    [
        record(http(b"<p>gone</p>", status="404 Not Found")),
        record(http(b"\x89PNG", "image/png")),
        record(b"GET / HTTP/1.1\r\n\r\n", "request"),
        record(b"", "metadata", "application/warc-fields"),
        INFO,
    ],
)
def test_what_is_no_page_is_passed_over(tmp_path: Path, content: bytes) -> None:
    assert len(read(tmp_path, content + GOOD)) == 1


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (record(http(PAGE.encode(), more="Content-Length: 5000\r\n")), "cut off"),
        (record(http(PAGE.encode()), more="WARC-Truncated: length\r\n"), "WARC-Truncated"),
        (record(http(gzip.compress(PAGE.encode(), mtime=0)[:-9], more="Content-Encoding: gzip\r\n")), "cut off"),
        (record(http(b"fff\r\n<p>a", more="Transfer-Encoding: chunked\r\n")), None),
        (record(http(b"3\r\n<p>\r\nff\r\na", more="Transfer-Encoding: chunked\r\n")), "cut off"),
        (record(http(b"\x0b\x02\x80", more="Content-Encoding: br\r\n")), "content encoding br"),
        (record(http(b"")), "empty"),
        (record(http(b"<script></script>")), "empty"),
        (record(http("قال ".encode() + b"\xff" + PAGE.encode())), "broken UTF-8"),
    ],
)
def test_bad_page_is_named_and_the_next_is_read(tmp_path: Path, content: bytes, why: str | None) -> None:
    bad, good = read(tmp_path, content + GOOD)
    assert isinstance(good, Document)
    if why is not None:
        assert isinstance(bad, InputError)
        assert bad.where.endswith("a.warc, record 1")
        assert why in bad.reason


def test_last_record_cut_off_is_not_given(tmp_path: Path) -> None:
    good, error = read(tmp_path, GOOD + GOOD[:-20])
    assert isinstance(good, Document)
    assert isinstance(error, InputError)
    assert error.where.endswith("record 2")
    assert "cut off" in error.reason


def test_cut_off_gzip_gives_the_records_before(tmp_path: Path) -> None:
    good, error = read(tmp_path, gzip.compress(GOOD) + gzip.compress(GOOD)[:-30], "a.warc.gz")
    assert isinstance(good, Document)
    assert isinstance(error, InputError)
    assert "cut off" in error.reason


@pytest.mark.parametrize(
    "damage", [GOOD.replace(b"Length: ", b"Length: 1"), GOOD.replace(b"Length:", b"Width:"), b"junk\r\n"]
)
def test_damage_in_the_middle_is_named_and_a_later_record_found(tmp_path: Path, damage: bytes) -> None:
    found = read(tmp_path, GOOD + damage + GOOD * 8)
    assert isinstance(found[0], Document)
    assert isinstance(found[1], InputError)
    assert isinstance(found[-1], Document)


def test_too_large_a_record_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    big = record(http(b"<p>" + b"a" * 5000))
    error, good = read(tmp_path, big + GOOD, limits=Limits(file_bytes=1000))
    assert isinstance(error, InputError)
    assert "larger than" in error.reason
    assert isinstance(good, Document)


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n"])
def test_empty_archive_is_an_error(tmp_path: Path, content: bytes) -> None:
    found = only(read(tmp_path, content))
    assert isinstance(found, InputError)
    assert "empty" in found.reason


def test_page_that_expands_without_end_is_refused(tmp_path: Path) -> None:
    content = record(http(gzip.compress(b" " * 4_000_000), more="Content-Encoding: gzip\r\n"))
    error, good = read(tmp_path, content + GOOD, limits=Limits(file_bytes=1 << 20))
    assert isinstance(error, InputError)
    assert "expands" in error.reason
    assert isinstance(good, Document)
