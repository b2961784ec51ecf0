from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from tests.explain.sample import TEXT, analysis, figure

from isnad.explain.page import page


class Reader(HTMLParser):
    """Keeps what a browser would show of the blocks, and which elements and addresses the page has."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, str]] = []
        self.block = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link", "br", "img"):
            self.stack.append((tag, dict(attrs).get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [name for _, name in self.stack]
        if any(name.startswith("block") for name in classes) and "latin" not in classes:
            self.block += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.stack, "elements left open"
    return reader


def test_text_stands_in_the_page_unchanged() -> None:
    assert read("".join(page([analysis()]))).block == TEXT


def test_document_without_blocks_shows_its_text_too() -> None:
    bare = analysis(skipped="no Arabic letters", blocks=(), stories=(), claims=(), unread=(), entities=())
    html = "".join(page([bare]))
    assert read(html).block == TEXT
    assert "skipped: no Arabic letters" in html


def test_text_of_the_article_is_never_markup() -> None:
    html = "".join(page([analysis()]))
    assert "<b>قريب" not in html
    assert "&lt;b&gt;قريب" in html
    assert "&lt;angle&gt; &amp; sign" in html


@pytest.mark.parametrize("id", ['"><script>alert(1)</script>', "a&b", "'x' onload=1"])
def test_id_of_a_document_is_never_markup(id: str) -> None:
    reader = read("".join(page([analysis(id=id)])))
    assert sum(tag == "script" for tag, _ in reader.tags) == 1


def test_page_needs_nothing_from_outside() -> None:
    html = "".join(page([analysis()]))
    reader = read(html)
    assert not [a for _, a in reader.tags if "src" in a or (a.get("href") or "#")[0] != "#"]
    assert "url(" not in html
    assert "@import" not in html


def test_policy_admits_exactly_our_style_and_script() -> None:
    html = "".join(page([analysis()]))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]


def test_nested_content_is_marked_for_both_claims() -> None:
    assert 'data-content="c1 c2"' in "".join(page([analysis()]))


def test_table_of_contents_leads_to_every_document() -> None:
    reader = read("".join(page([analysis(id=f"d{n}.txt") for n in range(3)])))
    targets = {a["href"] for tag, a in reader.tags if tag == "a"}
    assert targets == {f"#{a['id']}" for tag, a in reader.tags if tag == "article"}
    assert len(targets) == 3


def test_controls_that_html_cannot_hold_are_shown_as_replaced() -> None:
    bare = {"outlet": None, "stories": (), "claims": (), "unread": (), "entities": (), "blocks": ()}
    assert read("".join(page([analysis(text="قال\x00\x0c\x1bنعم", **bare)]))).block == "قال\ufffd\ufffd\ufffdنعم"


def test_label_of_a_block_is_beside_it() -> None:
    assert '<div class="block headline"><span class="latin">headline</span>' in "".join(page([analysis()]))


def test_figure_is_marked_in_the_text_and_listed_beside_it() -> None:
    html = "".join(page([analysis(figures=(figure("f1", "صوتا", claim="c3"),))]))
    assert 'data-figure="f1"' in html
    assert '<li tabindex="0" data-show="f1">' in html
    assert "killed · 3 · exact · all" in html
