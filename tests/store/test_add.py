"""What a project keeps of the documents that are added to it."""

from __future__ import annotations

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace
from tests.store.articles import BRIDGE, ENGLISH, TALKS, add, article, bundles, corpus

from isnad.analyse import analyse
from isnad.store import open_project, read
from isnad.store.rows import bundle, url_key
from isnad.store.schema import texts


def test_an_analysis_comes_back_as_it_went_in(place: str) -> None:
    documents = [
        article("bridge"),
        article("talks", TALKS, outlet="Alalam", crawled="2018-03-01"),
        article("e", ENGLISH),
    ]
    with open_project(place, create=True) as project:
        add(project, *documents)
        assert [found for _, found in project.analyses()] == [analyse(document) for document in documents]


def test_adding_twice_changes_nothing(place: str) -> None:
    with open_project(place, create=True) as project:
        assert add(project, *corpus(6)).captures == 6
        assert add(project, *corpus(6)) == (0, 0, 0)
        assert len(list(project.captures())) == 6


def test_two_outlets_with_one_text_are_two_captures(place: str) -> None:
    with open_project(place, create=True) as project:
        stored = add(project, article("a", outlet="Alalam"), article("b", outlet="Alarabia"))
        assert stored == (2, 1, 2)
        assert [capture.document for capture in project.captures()] == ["a", "b"]


def test_a_text_under_two_ids_is_analysed_once(place: str) -> None:
    with open_project(place, create=True) as project:
        assert add(project, article("a"), article("b")) == (2, 1, 1)
        assert [found.id for _, found in project.analyses()] == ["a", "b"]


def test_two_texts_under_one_id_are_both_kept(place: str) -> None:
    with open_project(place, create=True) as project:
        assert add(project, article("a"), article("a", TALKS)).captures == 2
        assert len({capture.sha256 for capture in project.captures()}) == 2


def test_captures_of_one_page_are_ordered_versions(place: str) -> None:
    later = article("later", TALKS, url="https://example.org/1/?from=rss", crawled="2018-03-02 10:00:00")
    earlier = article("earlier", url="http://Example.org/1", crawled="Thu, 01 Mar 2018 23:00:00 +0400")
    with open_project(place, create=True) as project:
        add(project, later, earlier, article("other", url="http://example.org/2"))
        assert [capture.document for capture in project.versions("example.org/1/")] == ["earlier", "later"]


def test_addresses_of_different_pages_differ() -> None:
    assert url_key("http://example.org/News") != url_key("http://example.org/news")
    assert url_key(None) is None
    assert url_key("https://example.org/?id=1#top") == url_key("http://EXAMPLE.org")


def test_rows_keep_their_spans(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("bridge"))
        rows = list(project.rows("claims"))
        claims = analyse(article("bridge")).claims
        assert [(row["content_start"], row["content_end"]) for row in rows] == [claim.content for claim in claims]
        assert [row["name"] for row in rows] == [claim.name for claim in claims]
        told = list(project.claims())
        assert [item.quoted for item in told] == [claim.content.of(BRIDGE) for claim in claims]


def test_a_new_version_reads_again_and_closes_what_stood(place: str) -> None:
    old = replace(analyse(article("a")), version="isnad 0.0.1", claims=())
    with open_project(place, create=True) as project:
        project.put([bundle(article("a"), old)])
        add(project, article("b", TALKS))
        before = next(project.captures()).recorded
        stale = read.stale(project.engine, analyse(article("a")).version)
        again = list(stale.documents())
        assert [document.text for document in again] == [BRIDGE]
        assert project.renew(bundles(*again)).analyses == 1
        assert len(next(project.analyses())[1].claims) == len(analyse(article("a")).claims)
        assert next(project.analyses(as_of=before))[1].claims == ()
        assert project.renew(bundles(*again)).analyses == 0


def test_published_before_leaves_out_what_came_later(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a", crawled="2018-03-01"), article("b", crawled="2018-03-05"))
        assert [c.document for c in project.captures(published_before="2018-03-04")] == ["a"]


def test_the_press_is_asked_by_the_minute_and_in_one_zone(place: str) -> None:
    stated = "انهيار جسر الوادي\nالثلاثاء 6 مارس 2018 - 12:30 بتوقيت غرينتش\n" + BRIDGE
    with open_project(place, create=True) as project:
        add(
            project,
            article("noon", crawled="2018-03-06T12:00:00+03:00"),
            article("stated", stated, crawled="2018-03-09"),
        )
        (stated_at,) = [c.published for c in project.captures() if c.document == "stated"]
        assert stated_at == "2018-03-06T12:30+00:00"
        for before, told in (
            ("2018-03-06T09:00", []),
            ("2018-03-06T09:01", ["noon"]),
            ("2018-03-06T13", ["noon", "stated"]),
        ):
            assert [c.document for c in project.captures(published_before=before)] == told


def test_any_character_survives(place: str) -> None:
    odd = BRIDGE + "\0 \U0001f600 \ufffe\u202e\r\n"
    with open_project(place, create=True) as project:
        add(project, article("a\0b", odd, outlet="x\0y"))
        capture, analysis = next(project.analyses())
        assert analysis.text == odd
        assert capture.document == "a\ufffdb"


def test_texts_are_kept_compressed(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a", BRIDGE * 20))
        with project.engine.connect() as connection:
            size = connection.scalar(sa.select(sa.func.length(texts.c.body)))
        assert size is not None
        assert size < len(BRIDGE * 20)


def test_records_are_plain_values(place: str) -> None:
    with open_project(place, create=True) as project:
        add(project, article("a"))
        told = next(project.claims())
        assert msgspec.json.encode(told)
        assert told.document == "a"
