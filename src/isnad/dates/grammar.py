"""The forms of a calendar date, in words and in figures, without saying yet which day it is.

In words: «02 أكتوبر 2018», «5 تموز/ يوليو 2021», «السابع من تشرين الأول/أكتوبر», «3 آذار (مارس) 2008», «Oct
2, 2018», «7th, October 2023», «يوليو 2015», «10 شوال 1436هـ». In figures: 2018-10-02, 14/5/2015,
12/2/1439هـ.
"""

from __future__ import annotations

from typing import NamedTuple

from isnad.dates.reckon import DAY, Impossible, Settled, settle
from isnad.dates.words import Words
from isnad.lexicon.calendars import Calendar
from isnad.text.signs import ASIDES, BRACKETS, COLONS, COMMAS, DASHES

_NUMERIC = ("/", "-", ".", "\\", "\u2013")
# Between two dates that name one day, beside the word for «corresponding to».
_BETWEEN = ASIDES | BRACKETS | COLONS | {"/", "|", "="}
# A bare year of four figures is Gregorian from 1500 on. News prints Hijri years of its readers' time.
_GREGORIAN_YEARS = range(1500, 2101)
_HIJRI_YEARS = range(1300, 1501)
# Unmarked figures such as 1395/10/19: which calendar gives a year that news is printed in (1990-2035)?
_SOLAR_NEWS = range(1369, 1410)


class Parts(NamedTuple):
    """A date in words `[first, end)`. `free`: day and month are figures that could change places. `problem`:
    why it can be no date, though it has the form of one."""

    kind: Calendar
    year: int | None
    month: int
    day: int | None
    first: int
    end: int
    free: bool = False
    problem: str = ""

    @property
    def full(self) -> bool:
        """Whether year and day are given."""
        return self.year is not None and self.day is not None


class _Month(NamedTuple):
    kind: Calendar
    value: int
    end: int
    doubt: int
    problem: str


def parts_at(words: Words, i: int) -> Parts | None:
    """The date that begins at word `i`, complete or without day or year."""
    return _figures(words, i) or _named(words, i)


def _figures(words: Words, i: int) -> Parts | None:
    a, sep = words.word(i), words.word(i + 1)
    if sep not in _NUMERIC or words.word(i + 3) != sep or not a.isdecimal():
        return None
    b, c = words.word(i + 2), words.word(i + 4)
    if not (b.isdecimal() and c.isdecimal()):
        return None
    if sorted((len(a), len(c)))[1] != 4 or min(len(a), len(c)) > 2 or len(b) > 2:
        return None
    glued = [words.glued(i + n) for n in range(1, 5)]
    if sep == "." and not all(glued):
        return None
    before, end = words.word(i - 1), i + 5
    if words.glued(i) and (before in (sep, ".", "_") or (before.isascii() and before.isalpha())):
        return None  # part of an address, a version or a longer number
    if words.glued(end) and words.glued(end + 1) and words.word(end) in (sep, "_"):
        return None
    year_first = len(a) == 4
    year, month, day = (int(a), int(b), int(c)) if year_first else (int(c), int(b), int(a))
    swap = month > 12 >= day
    if swap:
        month, day = day, month
    era, end = _era(words, end)
    kind = _calendar_of(year, era, year_first=year_first)
    if kind is None:
        return None
    free = not (year_first or swap) and month <= 12 and day <= 12 and month != day
    return Parts(kind, year, month, day, i, end, free)


def _calendar_of(year: int, era: Calendar | None, *, year_first: bool) -> Calendar | None:
    if era is not None:
        return era if era != "none" else None
    if year in _GREGORIAN_YEARS:
        return "gregorian"
    if year not in _HIJRI_YEARS:
        return None
    return "solar-hijri" if year_first and year in _SOLAR_NEWS else "hijri"


def _named(words: Words, i: int) -> Parts | None:
    day, at = _day(words, i)
    month = _month(words, at, after_day=day is not None, figure=words.sense(i, "ordinal") is None)
    if month is None:
        return None
    year, end, problem = _year(words, month)
    if day is None and year is None:
        day, at = _day(words, month.end)
        if day is not None:
            # «October 2, 2018»: the day after its month only with the year after both.
            year, end, problem = _year(words, month._replace(end=at))
            if year is None:
                day, end = None, month.end
    if year is None and month.doubt > (day is not None):
        return None
    return Parts(month.kind, year, month.value, day, i, end, problem=month.problem or problem)


def _day(words: Words, i: int) -> tuple[int | None, int]:
    """The day number at word `i` and the index after it and what may stand between it and its month."""
    at = words.after(i, "article")
    day = words.number(at, 2)
    if day is not None:
        if at > i and not words.glued(at):
            return None, i
        at = words.after(at + 1, "rank")
    else:
        ordinal = words.sense(i, "ordinal")
        if ordinal is None:
            return None, i
        day, at = ordinal[0].value, ordinal[1]
    return day, at


def _month(words: Words, i: int, *, after_day: bool, figure: bool) -> _Month | None:
    at = i
    if after_day:
        # Only a figure has a sign before its month: a word there is the rest of a month's other name.
        if figure and words.word(at) in (*ASIDES, "/"):
            at += 1
        at = words.after(at, "of")
    plain = words.after(at, "month_word")
    named = plain > at
    found = words.sense(plain, "month", doubt=2)
    if found is None:
        return None
    sense, end = found
    doubt = 0 if named else words.doubt(plain, "month")
    problem = ""
    bracket = words.word(end) == "("
    slash = words.word(end) == "/"
    dashed = words.word(end) in DASHES
    other = words.sense(end + (bracket or slash or dashed), "month", doubt=2)
    if other is not None and other[0].calendar == sense.calendar:
        if other[0].value == sense.value:
            end, doubt = other[1], 0
        elif bracket or slash:
            end, problem = other[1], "the two month names disagree"
        if bracket and end == other[1]:
            end += words.word(end) == ")"
    return _Month(sense.calendar, sense.value, end, doubt, problem)


def _year(words: Words, month: _Month) -> tuple[int | None, int, str]:
    """The year after a month, the index after it, and a problem: «رمضان 2015» mixes two calendars."""
    at = month.end
    if words.word(at) in (*ASIDES, "/"):
        at += 1
    at = words.after(at, "of")
    at = words.after(at, "year_word")
    plain = at == month.end
    year = words.number(at, 4)
    if year is None or _decimal(words, at + 1):
        return None, month.end, ""
    era, end = _era(words, at + 1)
    if era == "none":
        return None, month.end, ""
    if era is not None:
        if era != month.kind and (era, month.kind) != ("hijri", "solar-hijri"):
            return year, end, f"a year of the {era} calendar beside a month of the {month.kind} one"
        return year, end, ""
    if len(words.word(at)) != 4:
        return None, month.end, ""
    if year in (_GREGORIAN_YEARS if month.kind == "gregorian" else _HIJRI_YEARS):
        return year, end, ""
    if plain and month.kind != "gregorian" and year in range(1900, 2101):
        return year, end, f"a Gregorian year beside a month of the {month.kind} calendar"
    return None, month.end, ""


def _decimal(words: Words, i: int) -> bool:
    """Whether the figure before word `i` goes on there: a decimal, a clock time, a percentage."""
    sign = words.word(i)
    return sign == "%" or (sign in (".", ":", *COMMAS) and words.glued(i + 1) and words.word(i + 1).isdecimal())


def _era(words: Words, i: int) -> tuple[Calendar | None, int]:
    """The era sign at word `i`, in brackets or not, and the index after it."""
    found = words.sense(i, "era")
    return (None, i) if found is None else (found[0].calendar, found[1])


def twin_at(words: Words, parts: Parts) -> tuple[Parts | None, int]:
    """The same day in another calendar after `parts` («… الموافق 26 يوليو 2015م») and the index after
    both."""
    at, marked = parts.end, False
    for _ in range(4):
        same = words.sense(at, "same_day")
        if same is not None:
            at, marked = same[1], True
        elif words.word(at) in _BETWEEN:
            at += 1
        else:
            break
    if words.sense(at, "weekday") and marked:
        at += 1
    twin = parts_at(words, at) if at < len(words) else None
    if twin is None or twin.kind == parts.kind or twin.day is None or not (marked or twin.full):
        return None, parts.end
    return twin, twin.end + (words.word(twin.end) == ")" and "(" in words.folded[parts.end : at])


def day_of(parts: Parts, weekday: int | None, *, day_first: bool = True) -> Settled | Impossible:
    """The Gregorian day of a full date. Figures that could change places follow the weekday, else
    `day_first`."""
    assert parts.year is not None
    assert parts.day is not None
    if parts.problem:
        return Impossible(parts.problem)
    orders = [(parts.month, parts.day)]
    if parts.free:
        orders = [(parts.month, parts.day), (parts.day, parts.month)][:: 1 if day_first else -1]
        orders = orders if weekday is not None else orders[:1]
    result: Settled | Impossible = Impossible("")
    for n, (month, day) in enumerate(orders):
        found = settle(parts.kind, parts.year, month, day, weekday)
        if isinstance(found, Settled):
            return found._replace(why="the weekday decides the order of day and month") if n else found
        result = result if n else found
    return result


def same_day(
    parts: Parts, twin: Parts | None, weekday: int | None, *, day_first: bool = True
) -> tuple[Parts, Settled | Impossible]:
    """The day that a full date and, where given, its twin in another calendar name, and the one that
    decides: the Gregorian one. Two dates more than a day apart are impossible unless the weekday supports
    the Gregorian."""
    if twin is None or not twin.full:
        return parts, day_of(parts, weekday, day_first=day_first)
    if not parts.full:
        return twin, day_of(twin, weekday, day_first=day_first)
    lead, other = (parts, twin) if parts.kind == "gregorian" else (twin, parts)
    day = day_of(lead, weekday, day_first=day_first)
    if isinstance(day, Impossible):
        return lead, day
    check = day_of(other, None, day_first=day_first)
    if isinstance(check, Impossible):
        return lead, day._replace(why=f"the {other.kind} date beside it is impossible: {check.reason}")
    apart = abs(day.day - check.day)
    if apart <= DAY:
        return lead, day
    if weekday is None:
        return lead, Impossible(f"the {lead.kind} and the {other.kind} date are {apart.days} days apart")
    return lead, day._replace(why=f"the {other.kind} date beside it is {apart.days} days away; the weekday decides")
