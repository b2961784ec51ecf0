"""Threads of a project: kept, brought up to date by what is new, the same whatever the order."""

from __future__ import annotations

from typing import Any

import pytest
from tests.merge.stories import BACKGROUND, DEPOT, DEPOT_LATER, FERRY
from tests.store.articles import add, article

from isnad.records import Document, Span
from isnad.store import Project, open_project, write

REPORTS = [
    article("depot", DEPOT, outlet="Alarabia", crawled="2018-05-08T10:00:00Z"),
    article("copy", DEPOT, outlet="Skynews", crawled="2018-05-08T12:00:00Z"),
    article("later", DEPOT_LATER, outlet="Skynews", crawled="2018-05-09T09:00:00Z"),
    article("ferry", FERRY + BACKGROUND, outlet="Alarabia", crawled="2018-05-08T11:00:00Z"),
]


@pytest.fixture
def project(place: str) -> Project:
    return open_project(place, create=True)


def filled(project: Project, *steps: list[Document]) -> list[Any]:
    """The threads after the documents were added and merged step by step, without their names."""
    for step in steps:
        add(project, *step)
        project.merge()
    return sorted(({**thread, "id": ""} for thread in project.threads()), key=str)


def test_one_by_one_and_in_another_order_equal_all_at_once(project: Project) -> None:
    with project:
        single = filled(project, *([report] for report in reversed(REPORTS)))
    with open_project(project.name + "-2", create=True) if "://" not in project.name else project as other:
        if other is not project:
            assert filled(other, REPORTS) == single
    assert {frozenset(d["id"] for d in thread["documents"]) for thread in single} == {
        frozenset({"depot", "copy", "later"}),
        frozenset({"ferry"}),
    }


def test_every_capture_stands_under_its_own_id_and_copies_share_an_origin(project: Project) -> None:
    with project:
        (thread,) = (t for t in filled(project, REPORTS) if len(t["documents"]) > 1)
    origin = {d["id"]: d["origin"] for d in thread["documents"]}
    assert origin["depot"] == origin["copy"]
    assert {d["id"]: d["copy_of"] for d in thread["documents"]}["copy"] == "depot"


def test_a_second_run_changes_nothing(project: Project) -> None:
    with project:
        before = filled(project, REPORTS)
        assert project.merge() == (0, 0, 0)
        assert sorted(({**thread, "id": ""} for thread in project.threads()), key=str) == before


def test_a_thread_keeps_its_name_when_documents_come(project: Project) -> None:
    with project:
        add(project, REPORTS[2])
        project.merge()
        (name,) = (thread["id"] for thread in project.threads())
        add(project, REPORTS[0])
        project.merge()
        assert [thread["id"] for thread in project.threads()] == [name]


def test_a_link_that_people_rejected_stays_cut(project: Project) -> None:
    with project:
        add(project, REPORTS[0], REPORTS[2])
        ends = {"a": "depot", "b": "later"}
        sha256 = project.find("depot").sha256
        project.decide("reject", "link", sha256=sha256, span=Span(0, 5), who="s", why="two fires", value=ends)
        project.merge()
        assert _about(project) == {frozenset({"depot"}), frozenset({"later"})}


def test_a_link_rejected_after_a_merge_is_cut_by_the_next(project: Project) -> None:
    with project:
        filled(project, [REPORTS[0], REPORTS[2]])
        assert _about(project) == {frozenset({"depot", "later"})}
        ends = {"a": "depot", "b": "later"}
        sha256 = project.find("depot").sha256
        project.decide("reject", "link", sha256=sha256, span=Span(0, 5), who="s", why="two fires", value=ends)
        project.merge()
        assert _about(project) == {frozenset({"depot"}), frozenset({"later"})}
        assert project.merge() == (0, 0, 0)


def test_a_link_that_people_made_holds_and_an_undo_parts_it_again(project: Project) -> None:
    with project:
        filled(project, [REPORTS[0], REPORTS[3]])
        apart = {frozenset({"depot"}), frozenset({"ferry"})}
        assert _about(project) == apart
        ends = {"a": "depot", "b": "ferry"}
        sha256 = project.find("depot").sha256
        project.decide("accept", "link", sha256=sha256, span=Span(0, 5), who="s", why="one fire", value=ends)
        project.merge()
        assert _about(project) == {frozenset({"depot", "ferry"})}
        assert project.merge() == (0, 0, 0)
        project.undo(who="s", why="")
        project.merge()
        assert _about(project) == apart


def test_another_policy_counts_every_thread_anew(project: Project) -> None:
    with project:
        filled(project, REPORTS)
        before = list(project.threads())
        done = project.merge(policy="lowest")
        assert (done.documents, done.links, done.threads) == (0, 0, len(before))
        assert {thread["toll"]["policy"] for thread in project.threads()} == {"lowest"}
        assert [thread["id"] for thread in project.threads()] == [thread["id"] for thread in before]
        assert project.merge(policy="lowest") == (0, 0, 0)


def test_threads_of_then_hold_what_had_been_published(project: Project) -> None:
    with project:
        add(project, *REPORTS)
        unmerged = list(project.threads(published_before="2018-05-09"))
        project.merge()
        then = list(project.threads(published_before="2018-05-09"))
        assert {frozenset(d["id"] for d in t["documents"]) for t in then} == {
            frozenset({"depot", "copy"}),
            frozenset({"ferry"}),
        }
        assert then == unmerged
        everything = list(project.threads(as_of=write.now()))
        assert sorted(map(str, everything)) == sorted(map(str, project.threads()))
        assert list(project.threads(as_of="2001-01-01T00:00:00.000000Z")) == []


def test_a_figure_that_a_person_rejected_leaves_the_ledger(project: Project) -> None:
    with project:
        filled(project, REPORTS[:1])
        (thread,) = project.threads()
        (killed, *_) = (figure for figure in thread["figures"] if figure["measure"] == "killed")
        sha256 = project.find("depot").sha256
        project.decide("reject", "figure", sha256=sha256, span=Span(*killed["span"]), who="s", why="a typing error")
        assert project.merge().documents == 1
        (thread,) = project.threads()
        assert killed["span"] not in [figure["span"] for figure in thread["figures"] if figure["measure"] == "killed"]
        assert project.merge() == (0, 0, 0)


def _about(project: Project) -> set[frozenset[str]]:
    """The documents about each event."""
    return {frozenset(d["id"] for d in t["documents"] if d["role"] == "about") for t in project.threads()}
