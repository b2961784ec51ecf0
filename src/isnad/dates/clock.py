"""Clock times: «07:46», «7:46 ص», «الساعة 5:11 م», with their zone: «بتوقيت غرينتش», «(ت غ)», «+03:00»."""

from __future__ import annotations

from typing import NamedTuple

from isnad.dates.values import PrintedClock
from isnad.dates.words import Words
from isnad.lexicon.calendars import ZoneRule
from isnad.text import View
from isnad.text.signs import COMMAS

_MINUS = ("-", "\u2212", "\u2013")


class Zone(NamedTuple):
    """A time zone as printed: its rules, or a fixed offset (`+03:00`); neither where it is unknown. `end` is
    the word index after it."""

    rules: tuple[ZoneRule, ...]
    fixed: str | None
    end: int


class Clock(NamedTuple):
    """A time of day in words `[first, end)`. `sure` where a sign (hour word, half of the day, zone) says
    that it is one; `problem` where there is no such time."""

    hour: int
    minute: int
    zone: Zone | None
    first: int
    end: int
    sure: bool
    problem: str


def zone_at(words: Words, i: int) -> Zone | None:
    """The zone that begins at word `i`."""
    bracket = words.word(i) == "("
    at = i + bracket
    zone = _named_zone(words, at) or (None if bracket else _numeric(words, at))
    if zone is None:
        return None
    closed = bracket and words.word(zone.end) == ")"
    return zone._replace(end=zone.end + closed)


def _named_zone(words: Words, i: int) -> Zone | None:
    sign = words.sense(i, "zone_sign")
    if sign is None:
        head = words.sense(i, "zone_word")
        if head is None:
            return None
        sign = words.sense(head[1], "zone")
        if sign is None:
            known = words.word(head[1]).isalpha()
            return Zone((), None, head[1] + known)
    sense, end = sign
    shifted = _numeric(words, end) if words.glued(end) else None
    return shifted or Zone(sense.rules, None, end)


def _numeric(words: Words, i: int) -> Zone | None:
    """An offset in digits: +03:00, +0300, +3 and -05:00."""
    sign = "+" if words.word(i) == "+" else "-" if words.word(i) in _MINUS else ""
    hours = words.word(i + 1)
    if not sign or not words.glued(i + 1) or not hours.isdecimal():
        return None
    end, minutes = i + 2, "00"
    if len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    elif len(hours) <= 2 and words.word(end) == ":" and words.glued(end) and len(words.word(end + 1)) == 2:
        minutes, end = words.word(end + 1), end + 2
    elif sign == "-" or len(hours) > 2:
        return None
    if not minutes.isdecimal() or int(hours) > 14 or int(minutes) > 59:
        return None
    return Zone((), f"{sign}{int(hours):02}:{minutes}", end)


def clock_at(words: Words, i: int) -> Clock | None:
    """The time of day that begins at word `i`: with minutes, or a full hour that a sign marks as one."""
    at = words.after(i, "clock_word")
    sure = at > i
    at = words.after(at, "article")
    hour = words.number(at, 2)
    if hour is None:
        return None
    at += 1
    minute, loose = 0, True
    if words.word(at) in (":", ".", *COMMAS) and len(words.word(at + 1)) == 2:
        after = words.number(at + 1, 2)
        colon = words.word(at) == ":"
        if after is not None and (colon or (words.glued(at) and words.glued(at + 1))):
            minute, loose, at = after, not colon, at + 2
            if words.word(at) == ":" and words.glued(at) and len(words.word(at + 1)) == 2:
                at += 2 if words.number(at + 1, 2) is not None else 0
                if words.word(at) == "." and words.glued(at + 1) and words.word(at + 1).isdecimal():
                    at += 2  # fractions of a second
    half = words.sense(at, "half")
    if half is not None:
        hour, at, sure = _on_24(hour, half[0].value), half[1], True
    zone = zone_at(words, at)
    if zone is not None:
        at, sure = zone.end, True
    if loose and not sure:
        return None
    problem = "" if hour <= 23 and minute <= 59 else f"there is no time {hour}:{minute:02}"
    return Clock(hour, minute, zone, i, at, sure, problem)


def _on_24(hour: int, half: int) -> int:
    """The hour on a 24-hour clock; `half` is 0 before noon, 1 after it, 2 around noon, 3 at night."""
    if hour == 12:
        return 12 if half in (1, 2) else 0
    if half == 1 or (half == 2 and hour < 6) or (half == 3 and hour >= 6):
        return hour + 12 if hour < 12 else hour
    return hour


def find_clock(view: View, start: int, end: int) -> PrintedClock | None:
    """The first clock time in the view positions `[start, end)` that a sign marks as one, without a date: the
    agency's «11:58 ت م» at the end of a story. None where there is none or it is impossible."""
    words = Words(view, start, end)
    at = 0
    while at < len(words):
        clock = clock_at(words, at)
        if clock is not None and clock.sure and not clock.problem:
            span = view.span(words.starts[clock.first], words.ends[clock.end - 1])
            return PrintedClock(value=f"{clock.hour:02}:{clock.minute:02}", offset=_fixed(clock.zone), span=span)
        at += 1
    return None


def _fixed(zone: Zone | None) -> str | None:
    """The offset of a zone that has the same one on every day."""
    if zone is None or zone.fixed:
        return zone.fixed if zone else None
    return zone.rules[0].offset if len(zone.rules) == 1 and zone.rules[0].summer is None else None
