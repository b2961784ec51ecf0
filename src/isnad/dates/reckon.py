"""Days of three calendars, and the offset of a zone on a day. Pure reckoning: no words, no text.

Hijri dates follow the Umm al-Qura calendar (package hijridate, 1343-1500 AH); other countries begin a month
one day earlier or later, hence a Hijri date may move one day to fit its weekday. The package is imported when
the first such date turns up. Solar Hijri dates follow the Iranian calendar, whose leap years between 1200 and 1500
fall in a cycle of 33 years: 8 in each.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from isnad.lexicon.calendars import Calendar, ZoneRule

DAY = timedelta(days=1)
_NOWRUZ = (1397, date(2018, 3, 21))  # a first day of a Solar Hijri year
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Impossible(NamedTuple):
    """Why there is no such day."""

    reason: str


class Settled(NamedTuple):
    """A Gregorian day, and what was decided to reach it (empty: nothing)."""

    day: date
    why: str


def settle(kind: Calendar, year: int, month: int, day: int, weekday: int | None) -> Settled | Impossible:
    """The Gregorian day of a date in the calendar `kind`, checked against its printed weekday (Monday 0)."""
    found = _gregorian(kind, year, month, day)
    if isinstance(found, Impossible) or weekday is None or found.day.weekday() == weekday:
        return found
    if kind == "hijri":
        for move in (-DAY, DAY):
            if (found.day + move).weekday() == weekday:
                return Settled(found.day + move, f"hijri date moved one day to fit {WEEKDAYS[weekday]}")
    return Impossible(f"{found.day.isoformat()} is a {WEEKDAYS[found.day.weekday()]}, not a {WEEKDAYS[weekday]}")


def _gregorian(kind: Calendar, year: int, month: int, day: int) -> Settled | Impossible:
    if not 1 <= month <= 12:
        return Impossible(f"there is no month {month}")
    if not 1 <= day <= 31:
        return Impossible(f"there is no day {day}")
    if kind == "hijri":
        return _from_hijri(year, month, day)
    if kind == "solar-hijri":
        return _from_solar(year, month, day)
    if not date.min.year < year < date.max.year:
        return Impossible(f"the year {year} is out of range")
    if day > calendar.monthrange(year, month)[1]:
        return Impossible(f"{year:04}-{month:02} has no day {day}")
    return Settled(date(year, month, day), "")


def _from_hijri(year: int, month: int, day: int) -> Settled | Impossible:
    from hijridate import Hijri

    if day > 30:
        return Impossible(f"a Hijri month has no day {day}")
    try:
        length = Hijri(year, month, 1).month_length()
        found = Hijri(year, month, min(day, length)).to_gregorian()
    except (OverflowError, ValueError):
        return Impossible(f"the Hijri year {year} is outside the Umm al-Qura calendar (1343-1500)")
    first = date(found.year, found.month, found.day)
    if day > length:
        return Settled(first + DAY, "30th of a month that has 29 days in the Umm al-Qura calendar")
    return Settled(first, "")


def _from_solar(year: int, month: int, day: int) -> Settled | Impossible:
    if not 1200 <= year <= 1500:
        return Impossible(f"the Solar Hijri year {year} is out of range")
    # Six months of 31 days, five of 30; the last has 29, in a leap year 30.
    length = 31 if month <= 6 else 30 if month <= 11 else 29 + _leaps(year) - _leaps(year - 1)
    if day > length:
        return Impossible(f"the Solar Hijri month {year:04}-{month:02} has no day {day}")
    known, nowruz = _NOWRUZ
    days = (year - known) * 365 + _leaps(year - 1) - _leaps(known - 1) + (month - 1) * 30 + min(month - 1, 6)
    return Settled(nowruz + (days + day - 1) * DAY, "")


def _leaps(year: int) -> int:
    """How many leap years of the Iranian calendar there are up to this year, counted from any fixed one."""
    return (8 * year + 29) // 33


def own_year(kind: Calendar, day: date) -> int:
    """The year of a Gregorian day in the calendar `kind`; for `none` its Gregorian year."""
    if kind == "hijri":
        from hijridate import Gregorian

        try:
            return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
        except (OverflowError, ValueError):
            return 0
    if kind == "solar-hijri":
        return day.year - 621 if (day.month, day.day) >= (3, 21) else day.year - 622
    return day.year


def month_of(kind: Calendar, year: int, month: int) -> Settled | Impossible:
    """A day in the Gregorian month that holds most of a month of the calendar `kind`."""
    if kind == "gregorian":
        return settle(kind, year, month, 1, None)
    middle = settle(kind, year, month, 15, None)
    return middle if isinstance(middle, Impossible) else Settled(middle.day, f"most of the {kind} month")


def shift_month(day: date, months: int) -> date | None:
    """The first day of the month so many months after that of `day`, None outside of years 1-9999."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1) if 12 <= number < 12 * date.max.year else None


def offset_on(rules: tuple[ZoneRule, ...], day: date) -> str | None:
    """The offset from UTC (`+03:00`) that a zone has on a day; None where the rules do not say."""
    rule = next((rule for rule in reversed(rules) if rule.since <= day), None)
    if rule is None:
        return None
    if rule.summer and rule.begins and rule.ends and _nth(day.year, *rule.begins) <= day < _nth(day.year, *rule.ends):
        return rule.summer
    return rule.offset


def _nth(year: int, month: int, nth: int, weekday: int, after: int) -> date:
    """The n-th (-1: last) such weekday of a month, and so many days after it."""
    if nth < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - ((last.weekday() - weekday) % 7) * DAY + after * DAY
    first = date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1) + after) * DAY
