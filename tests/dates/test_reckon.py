"""Days of the Iranian calendar, reckoned without a package."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from isnad.dates.reckon import Impossible, Settled, settle


@pytest.mark.parametrize(
    ("solar", "gregorian"),
    [
        ((1200, 1, 1), date(1821, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1395, 1, 1), date(2016, 3, 20)),
        ((1395, 12, 30), date(2017, 3, 20)),
        ((1399, 6, 31), date(2020, 9, 21)),
        ((1399, 7, 1), date(2020, 9, 22)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
    ],
)
def test_a_solar_day_is_its_gregorian_day(solar: tuple[int, int, int], gregorian: date) -> None:
    assert settle("solar-hijri", *solar, None) == Settled(gregorian, "")


@pytest.mark.parametrize("solar", [(1400, 12, 30), (1399, 7, 31), (1399, 12, 31), (1199, 1, 1), (1501, 1, 1)])
def test_a_day_that_the_solar_calendar_has_not_is_impossible(solar: tuple[int, int, int]) -> None:
    assert isinstance(settle("solar-hijri", *solar, None), Impossible)


def test_solar_days_follow_each_other_without_a_gap() -> None:
    days = [
        found.day
        for year in range(1200, 1501)
        for month in range(1, 13)
        for day in range(1, 32)
        if isinstance(found := settle("solar-hijri", year, month, day, None), Settled)
    ]
    assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
