"""What two figures are to each other."""

from __future__ import annotations

import pytest
from tests.merge.stories import bare, toll

from isnad.merge.records import Profile, Relation, Toll
from isnad.merge.relations import Counted, relate, scope

LATER = "2018-05-09T10:00+00:00"


def counted(*profiles: Profile) -> list[Counted]:
    return [
        Counted(p, t, number, scope(t, running=t.since), p.tolls)
        for number, p in enumerate(profiles)
        for t in p.tolls
    ]  # fmt: skip


def only(*profiles: Profile) -> Relation:
    (found,) = (r for r in relate(counted(*profiles)) if r.a[1] != r.b[1] or r.a[0] != r.b[0])
    return found


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(toll(9), toll(9), "same", id="one-value"),
        pytest.param(toll(9), toll(12), "update", id="the-toll-grows"),
        pytest.param(toll(12), toll(9), "conflict", id="a-lower-count-told-later-is-stale"),
        pytest.param(toll(8), toll(7, final=True), "update", id="the-final-report-lowers-it"),
        pytest.param(toll(12), toll(9, who="militants"), "different_scope", id="attackers-are-others"),
        pytest.param(toll(0), toll(9), "conflict", id="none-against-nine"),
        pytest.param(
            toll(80, measure="injured"), toll(12, measure="injured", narrow="serious"), "different_scope",
            id="the-badly-hurt-among-the-hurt",
        ),
        pytest.param(toll(9), toll(40, since=True), "different_scope", id="a-running-total"),
    ],
)  # fmt: skip
def test_two_outlets_on_two_days(first: Toll, second: Toll, expected: str) -> None:
    assert only(bare("a", first), bare("b", second, outlet="z", time=LATER)).relation == expected


def test_one_document_with_two_counts_contradicts_itself() -> None:
    assert only(bare("a", toll(17), toll(16, id="f2", at=90))).relation == "conflict"


def test_one_document_that_calls_one_count_older_updates_it() -> None:
    assert only(bare("a", toll(32, earlier=True), toll(100, id="f2", at=90, rising=True))).relation == "update"


def test_sites_that_make_up_the_total_are_parts_of_it() -> None:
    found = relate(counted(bare("a", toll(5), toll(2, id="f2", at=50), toll(7, id="f3", at=90))))
    with_the_total = [r.relation for r in found if 90 in (r.a[1].start, r.b[1].start)]
    assert with_the_total == ["different_scope", "different_scope"]


def test_a_total_with_the_attackers_is_another_scope() -> None:
    total = bare("a", toll(16), toll(8, id="f2", at=50, who="militants", part_of="f1"))
    found = list(relate(counted(total, bare("b", toll(8), outlet="z", time=LATER))))
    assert next(r for r in found if r.a[1].start == 10 and r.b[0] == "b").relation == "different_scope"


def test_fewer_injured_because_some_died_is_an_update() -> None:
    first = bare("a", toll(9), toll(16, id="f2", at=50, measure="injured"))
    second = bare("b", toll(10), toll(15, id="f2", at=50, measure="injured"), outlet="z", time=LATER)
    found = {r.a[1].start: r for r in relate(counted(first, second)) if r.a[0] != r.b[0]}
    assert found[50].relation == "update"
    assert "died" in found[50].why


def test_figures_of_two_measures_are_not_related() -> None:
    assert not list(relate(counted(bare("a", toll(9), toll(40, id="f2", at=50, measure="injured")))))
