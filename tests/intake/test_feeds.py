from pathlib import Path

import pytest

from isnad.errors import InputError
from isnad.intake import Limits, read_paths
from isnad.records import Document

ITEM = "<item><title>عنوان &amp; آخر</title><link>https://example.org/1</link><description>نص أول</description></item>"


def rss(items: str, head: str = "<title>وكالة المثال</title>") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>{head}{items}</channel></rss>'


def read(tmp_path: Path, content: bytes | str, name: str = "feed.xml") -> list[Document | InputError]:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read_paths([str(path)], limits=Limits()))


def only(found: list[Document | InputError]) -> Document:
    (one,) = found
    assert isinstance(one, Document)
    return one


def test_item_is_title_and_text_with_link_date_and_outlet(tmp_path: Path) -> None:
    item = ITEM.replace("</item>", "<pubDate>الثلاثاء، 21 يوليو 2015 02:51</pubDate></item>")
    assert read(tmp_path, rss(item)) == [
        Document(
            id="feed.xml#1",
            text="عنوان & آخر\n\nنص أول",
            url="https://example.org/1",
            outlet="وكالة المثال",
            crawled="الثلاثاء، 21 يوليو 2015 02:51",
        )
    ]


def test_fullest_text_is_taken_and_its_markup_read_as_a_page(tmp_path: Path) -> None:
    item = (
        "<item><title>ع</title><content:encoded><![CDATA[<p>فقرة</p><p>ثانية<img src=x></p>]]></content:encoded>"
        "<description>موجز</description></item>"
    )
    assert only(read(tmp_path, rss(item))).text == "ع\n\nفقرة\n\nثانية"


def test_escaped_markup_is_markup_and_plain_text_keeps_its_lines(tmp_path: Path) -> None:
    assert only(
        read(tmp_path, rss("<item><description>&lt;p&gt;أ&lt;/p&gt;ب&amp;nbsp;</description></item>"))
    ).text == ("أ\n\nب\N{NO-BREAK SPACE}")
    assert only(read(tmp_path, rss("<item><description>أ\nب</description></item>"))).text == "أ\nب"


def test_atom_with_xhtml_text_and_two_links(tmp_path: Path) -> None:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">موقع</title><entry><title>ع &lt; غ</title>'
        '<link rel="self" href="https://example.org/self"/><link href="https://example.org/2"/>'
        "<updated>2020-02-02T00:00:00Z</updated><published>2020-01-01T00:00:00Z</published>"
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>أ &lt;ب</p><p>ج</p></div></content>'
        "</entry></feed>"
    )
    found = only(read(tmp_path, feed, "a.atom"))
    assert found.text == "ع < غ\n\nأ <ب\n\nج"
    assert found.url == "https://example.org/2"
    assert found.crawled == "2020-01-01T00:00:00Z"
    assert found.outlet == "موقع"


def test_rdf_feed_keeps_items_beside_the_channel(tmp_path: Path) -> None:
    feed = f"<rdf:RDF xmlns:rdf='x'><channel><title>موقع</title></channel>{ITEM}</rdf:RDF>"
    found = only(read(tmp_path, feed, "a.rdf"))
    assert found.outlet == "موقع"


@pytest.mark.parametrize("encoding", ["cp1256", "utf-16", "utf-8-sig"])
def test_feed_in_another_encoding_is_read_whatever_it_declares(tmp_path: Path, encoding: str) -> None:
    assert only(read(tmp_path, rss(ITEM).encode(encoding))).text == "عنوان & آخر\n\nنص أول"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("أ&nbsp;ب", "أ\N{NO-BREAK SPACE}ب"),
        ("أ & ب", "أ & ب"),
        ("أ&unknown;ب", "أ&unknown;ب"),
        ("أ\x02ب", "أ ب"),
    ],
)
def test_careless_feed_is_mended(tmp_path: Path, value: str, expected: str) -> None:
    assert only(read(tmp_path, rss(f"<item><title>{value}</title></item>"))).text == expected


@pytest.mark.parametrize(
    "declaration",
    [
        "<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>",
        "<!DOCTYPE rss SYSTEM 'http://example.org/rss.dtd'>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_doctype_is_refused(tmp_path: Path, declaration: str, encoding: str) -> None:
    source = rss(ITEM).replace("<rss", f"{declaration}<rss", 1)
    (error,) = read(tmp_path, source.encode(encoding))
    assert isinstance(error, InputError)
    assert "DOCTYPE" in error.reason


def test_doctype_inside_the_text_of_an_item_is_text(tmp_path: Path) -> None:
    item = "<item><title>ع</title><description><![CDATA[<!DOCTYPE html><p>أ</p>]]></description></item>"
    assert only(read(tmp_path, rss(item))).text == "ع\n\nأ"


@pytest.mark.parametrize("keep", [10, 60])
def test_half_a_feed_gives_its_whole_items_and_the_line_of_the_break(tmp_path: Path, keep: int) -> None:
    good, error = read(tmp_path, rss(ITEM + "\n" + ITEM).split("\n" + ITEM)[0] + "\n" + ITEM[:keep])
    assert isinstance(good, Document)
    assert isinstance(error, InputError)
    assert "line 3" in error.reason


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("<html><body>نص</body></html>", "no RSS or Atom feed"),
        ("نص فقط", "no RSS or Atom feed"),
        (rss(""), "no items"),
        ("", "empty"),
        ("<rss", "no RSS or Atom feed"),
    ],
)
def test_what_is_no_feed_says_why(tmp_path: Path, content: str, why: str) -> None:
    (error,) = read(tmp_path, content)
    assert isinstance(error, InputError)
    assert why in error.reason


def test_empty_item_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    error, good = read(tmp_path, rss("<item><link>https://example.org/0</link></item>" + ITEM))
    assert isinstance(error, InputError)
    assert error.where.endswith("feed.xml, item 1")
    assert isinstance(good, Document)
    assert good.id == "feed.xml#2"
