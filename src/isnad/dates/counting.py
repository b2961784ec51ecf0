"""Counting from an anchor: which day «أمس الإثنين» is, and which year a date without one belongs to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from isnad.dates.grammar import Parts, day_of
from isnad.dates.reckon import WEEKDAYS, Settled, month_of, own_year, shift_month
from isnad.lexicon.calendars import Unit

Precision = Literal["minute", "day", "week", "month", "year"]
NO_ANCHOR = "no anchor"


class Answer(NamedTuple):
    """An ISO 8601 prefix as long as the precision warrants, None where unresolved, and why."""

    value: str | None
    precision: Precision
    why: str


def _relative(anchor: date) -> str:
    return f"relative to anchor {anchor.isoformat()}"


def _shift(anchor: date, days: int) -> date | None:
    try:
        return anchor + timedelta(days=days)
    except OverflowError:
        return None


def _day(found: date | None, why: str) -> Answer:
    return Answer(found.isoformat() if found else None, "day", why if found else "outside of the years 1-9999")


def day_near(anchor: date | None, days: int, weekday: int | None) -> Answer:
    """The day so many days after the anchor. A weekday beside it that is another day decides: an anchor is
    often the day after, when the page was fetched."""
    if anchor is None:
        return Answer(None, "day", NO_ANCHOR)
    target = _shift(anchor, days)
    if target is None or weekday is None or target.weekday() == weekday:
        return _day(target, _relative(anchor))
    # The nearest such weekday; at three days' distance either way the past is likelier.
    back = (target.weekday() - weekday) % 7
    moved = _shift(target, -back if back <= 3 else 7 - back)
    return _day(moved, f"{_relative(anchor)}, moved to the {WEEKDAYS[weekday]} beside it")


def weekday_near(anchor: date | None, weekday: int, side: int | None, week: int | None) -> Answer:
    """A weekday (Monday 0): in the week so many weeks from the anchor's (`week`), else by `side` strictly
    before (negative) or after (positive) the anchor, else the nearest in the past, the anchor's own day
    included."""
    if anchor is None:
        return Answer(None, "day", NO_ANCHOR)
    if week is not None:
        days = 7 * week + weekday - anchor.weekday()
    elif side is not None and side > 0:
        days = (weekday - anchor.weekday() - 1) % 7 + 1
    else:
        days = -((anchor.weekday() - weekday) % 7)
        if side is not None and side < 0:
            days = (days or -7) + 7 * (side + 1)
    return _day(_shift(anchor, days), _relative(anchor))


def period(anchor: date | None, unit: Unit, count: int) -> Answer:
    """The week (its Monday), month or year so many after the anchor's; the day for the unit day."""
    if anchor is None:
        return Answer(None, unit, NO_ANCHOR)
    why = _relative(anchor)
    found: date | None
    if unit == "year":
        year = anchor.year + count
        return Answer(f"{year:04}" if 1 <= year <= 9999 else None, "year", why)
    if unit == "month":
        found = shift_month(anchor, count)
        return Answer(found.isoformat()[:7] if found else None, "month", why)
    found = _shift(anchor, count if unit == "day" else 7 * count - anchor.weekday())
    return Answer(found.isoformat() if found else None, unit, why)


def ago(anchor: date | None, unit: Unit, count: int, *, about: bool) -> Answer:
    """So many units before the anchor."""
    answer = period(anchor, unit, -count)
    return answer._replace(why=answer.why + ", about") if about and answer.value else answer


def yearless(parts: Parts, weekday: int | None, which: tuple[str, int] | None, anchor: date | None) -> Answer:
    """A date or month without its year: the occurrence nearest to the anchor that fits its weekday, where
    what lies ahead counts as twice as far. With `which` ("day", n) the one before (negative), after
    (positive) or near (0) the anchor, ("since", 0) the last one up to the anchor, ("year", n) the one in
    the year so many after it."""
    precision: Precision = "month" if parts.day is None else "day"
    if parts.problem:
        return Answer(None, precision, parts.problem)
    if anchor is None:
        return Answer(None, precision, NO_ANCHOR)
    own = own_year(parts.kind, anchor)
    count = which[1] if which else 0
    years = [own + count] if which and which[0] == "year" else [own - 1, own, own + 1]
    reason = ""
    days: list[date] = []
    for year in years:
        if parts.day is None:
            found = month_of(parts.kind, year, parts.month)
        else:
            found = day_of(parts._replace(year=year), weekday)
        if isinstance(found, Settled):
            days.append(found.day)
        else:
            reason = found.reason
    month = _month_index(anchor)
    if which and which[0] == "day" and count < 0:
        start = anchor.replace(day=1) if parts.day is None else anchor
        days = [day for day in days if day < start][-1:]
    elif which and which[0] == "day" and count > 0:
        days = [day for day in days if (_month_index(day) > month if parts.day is None else day > anchor)][:1]
    elif which and which[0] == "since":
        days = [day for day in days if (_month_index(day) <= month if parts.day is None else day <= anchor)]
    if not days:
        return Answer(None, precision, reason or "no such date near the anchor")
    # News tells mostly of what was: what lies ahead counts as twice as far.
    gaps = {day: _month_index(day) - month if parts.day is None else (day - anchor).days for day in days}
    best = min(days, key=lambda day: max(-gaps[day], 2 * gaps[day]))
    return Answer(best.isoformat()[:7] if parts.day is None else best.isoformat(), precision, _relative(anchor))


def _month_index(day: date) -> int:
    return day.year * 12 + day.month
