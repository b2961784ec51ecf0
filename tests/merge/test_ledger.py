"""Which figures belong to an event, and what is best under a policy."""

from __future__ import annotations

import pytest
from tests.merge.stories import bare, told
from tests.merge.stories import toll as figure

from isnad.merge.belonging import belonging
from isnad.merge.ledger import POLICIES, Policy, collect, toll
from isnad.merge.origins import Origins
from isnad.merge.records import Estimate, Profile, Toll

DAY, NEXT = "2018-05-08", "2018-05-09"


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        pytest.param(figure(9), "event", id="no-date"),
        pytest.param(figure(9, day=DAY), "event", id="its-day"),
        pytest.param(figure(9, day=NEXT), "event", id="the-night-after"),
        pytest.param(figure(9, day="2018-04-09"), "other", id="an-earlier-attack"),
        pytest.param(figure(9, day="2016"), "other", id="another-year"),
        pytest.param(figure(90, day="2018-03-30", since=True), "running", id="since-another-day"),
        pytest.param(figure(9, day="2018-08-01"), "event", id="a-date-to-come-says-nothing"),
    ],
)
def test_a_figure_in_a_report_of_the_event(one: Toll, expected: str) -> None:
    assert belonging(one, DAY, NEXT, about=True) == expected


def test_a_mention_counts_only_with_the_day() -> None:
    assert belonging(figure(9), DAY, "2018-06-01", about=False) == "other"
    assert belonging(figure(9, day=DAY), DAY, "2018-06-01", about=False) == "event"


def best(policy: Policy, *profiles: Profile) -> Estimate:
    found = toll(collect(profiles, [], DAY, Origins(profiles)), policy)["killed"]
    assert isinstance(found, Estimate)
    return found


REPORTS = (
    bare("a", figure(9, teller="الدفاع المدني", official=True), outlet="a", time="2018-05-08T10:00+00:00"),
    bare("b", figure(12, teller="المرصد"), outlet="b", time="2018-05-08T12:00+00:00"),
    bare("c", figure(12, teller="المرصد"), outlet="c", time="2018-05-08T13:00+00:00"),
    bare("d", figure(7, teller="شهود"), outlet="d", time="2018-05-08T11:00+00:00"),
)


@pytest.mark.parametrize(
    ("policy", "value"),
    [("latest official", 9), ("majority of origins", 12), ("lowest", 7), ("widest range", 9)],
)
def test_each_policy_has_its_best(policy: Policy, value: int) -> None:
    assert best(policy, *REPORTS) == Estimate(low=7, best=value, high=12)
    assert policy in POLICIES


def test_a_count_that_its_teller_has_replaced_stands_only_in_the_widest_range() -> None:
    earlier = bare("e", figure(3, teller="المرصد"), outlet="b", time="2018-05-08T09:00+00:00")
    assert best("latest official", earlier, *REPORTS).low == 7
    assert best("widest range", earlier, *REPORTS).low == 3


def test_the_dead_of_an_anniversary_are_no_victims_of_the_day() -> None:
    text = "مسيرة في الوادي\n\nأصيب 20 شخصا الثلاثاء في مسيرة تحيي ذكرى مقتل ستة عمال من أبناء البلدة.\n"
    assert {t.value for t in told("a", text).tolls} == {20}


def test_arrests_after_an_attack_are_no_victims() -> None:
    report = bare("a", figure(9), figure(2, id="f2", measure="detained", at=50))
    assert [c.toll.measure for c in collect([report], [], DAY, Origins([report]))] == ["killed"]
    arrests = bare("a", figure(2, measure="detained"))
    assert [c.toll.measure for c in collect([arrests], [], DAY, Origins([arrests]))] == ["detained"]
