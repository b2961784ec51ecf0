"""Which documents tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

from tests.merge.stories import DEPOT, DEPOT_LATER, FERRY, told

from isnad.merge import NO_RULINGS, Profile, Rulings, Thread, compare, renamed, threads


def merged(*profiles: Profile, rulings: Rulings = NO_RULINGS) -> list[Thread]:
    return threads(profiles, compare(profiles), rulings=rulings)


def groups(found: Sequence[Thread]) -> set[frozenset[str]]:
    return {frozenset(d.id for d in thread.documents if d.role == "about") for thread in found}


def test_a_report_and_its_follow_up_are_one_thread() -> None:
    later = told("b", DEPOT_LATER, outlet="Skynews", crawled="2018-05-09T09:00:00Z")
    (thread,) = merged(told("a", DEPOT), later)
    assert groups([thread]) == {frozenset({"a", "b"})}
    assert thread.date == "2018-05-08"
    assert thread.weakest is not None


def test_two_disasters_of_one_morning_with_one_toll_are_two_threads() -> None:
    assert groups(merged(told("a", DEPOT), told("b", FERRY))) == {frozenset("a"), frozenset("b")}


def test_the_same_kind_of_event_a_month_later_is_another_thread() -> None:
    again = told("b", DEPOT, crawled="2018-06-12T10:00:00Z")
    assert groups(merged(told("a", DEPOT), again)) == {frozenset("a"), frozenset("b")}


def test_a_rejected_link_stays_cut() -> None:
    profiles = told("a", DEPOT), told("b", DEPOT_LATER, crawled="2018-05-09T09:00:00Z")
    assert len(merged(*profiles)) == 1
    assert len(merged(*profiles, rulings=Rulings(apart=frozenset({frozenset("ab")})))) == 2


def test_an_accepted_link_joins_what_would_be_two_threads() -> None:
    profiles = told("a", DEPOT), told("b", FERRY)
    rulings = Rulings(together=frozenset({frozenset("ab")}))
    (thread,) = merged(*profiles, rulings=rulings)
    assert groups([thread]) == {frozenset("ab")}
    assert thread.links[0].why == "a person has made it"
    assert len(merged(*profiles, rulings=rulings._replace(apart=rulings.together))) == 2


def test_every_link_says_why() -> None:
    (link,) = compare([told("a", DEPOT), told("b", DEPOT_LATER, crawled="2018-05-09T09:00:00Z")])
    assert "wording" in link.why
    assert "2018-05-08" in link.why


def test_the_later_toll_is_an_update() -> None:
    (thread,) = merged(told("a", DEPOT), told("b", DEPOT_LATER, crawled="2018-05-09T09:00:00Z"))
    updates = [r for r in thread.relations if r.relation == "update"]
    assert {(r.a[0], r.b[0]) for r in updates} == {("a", "b")}


def test_a_thread_keeps_its_name_and_a_merger_leaves_an_alias() -> None:
    (thread,) = merged(told("a", DEPOT), told("b", DEPOT_LATER, crawled="2018-05-09T09:00:00Z"))
    (kept,), aliases = renamed({"t1": frozenset("a"), "t2": frozenset("b")}, [thread])
    assert kept.id == "t1"
    assert aliases == {"t2": "t1"}
