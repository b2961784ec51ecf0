"""Full calendar dates as sites print them beside their articles, with weekday, clock time and zone.

Whether such a date is the publication date is not decided here: the layout knows the place.
"""

from __future__ import annotations

from isnad.dates.clock import Clock, clock_at, zone_at
from isnad.dates.grammar import Parts, parts_at, same_day, twin_at
from isnad.dates.reckon import Impossible, offset_on
from isnad.dates.values import PrintedDate, RefusedDate
from isnad.dates.words import Words, opening
from isnad.text import View
from isnad.text.signs import ASIDES, BRACKETS, COLONS

_SEPARATORS = ASIDES | BRACKETS | COLONS | {"|", "/", "\u2022", "\u00b7", "[", "]"}


def find_printed(view: View, start: int, end: int, *, day_first: bool = True) -> PrintedDate | RefusedDate | None:
    """The first full calendar date in the view positions `[start, end)`, one line or region.

    The result's span holds its weekday, clock time and zone. A date in two calendars («10 شوال 1436هـ الموافق
    26 يوليو 2015م») counts as Gregorian. `day_first` decides 02/10/2018 where neither a figure above 12 nor a
    weekday does. RefusedDate where only impossible dates stand there; None where there is no full date.

    >>> text = "الثلاثاء ٠٢ أكتوبر ٢٠١٨ - ٠٧:٤٦ بتوقيت غرينتش"
    >>> find_printed(View(text), 0, len(text)).value
    '2018-10-02T07:46+00:00'
    """
    words = Words(view, start, end)
    first_words = opening("month", "month_word", "ordinal", "article")
    refused: RefusedDate | None = None
    at = 0
    while at < len(words):
        word = words.folded[at]
        parts = parts_at(words, at) if word.isdecimal() or word in first_words else None
        if parts is None or parts.day is None:
            at += 1
            continue
        twin, after = twin_at(words, parts)
        if not (parts.full or (twin is not None and twin.full)):
            at = parts.end
            continue
        found = _read(words, parts, twin, after, day_first=day_first)
        if isinstance(found, PrintedDate):
            return found
        refused = refused or found
        at = after
    return refused


def _read(words: Words, parts: Parts, twin: Parts | None, end: int, *, day_first: bool) -> PrintedDate | RefusedDate:
    first = parts.first
    weekday, first = _weekday_before(words, first)
    if weekday is None:
        weekday, end = _weekday_after(words, end)
    lead, day = same_day(parts, twin, weekday, day_first=day_first)
    clock = _clock_after(words, end) or _clock_before(words, first)
    zone = clock.zone if clock else zone_at(words, end)
    if clock is not None:
        first, end = min(first, clock.first), max(end, clock.end)
    elif zone is not None:
        end = zone.end
    whole = words.folded[first:end]
    end += words.word(end) == ")" and whole.count("(") > whole.count(")")
    span = words.view.span(words.starts[first], words.ends[end - 1])
    if isinstance(day, Impossible):
        return RefusedDate(span=span, reason=day.reason)
    assert lead.kind != "none"
    if clock is None:
        return PrintedDate(value=day.day.isoformat(), precision="day", calendar=lead.kind, span=span, why=day.why)
    if clock.problem:
        return RefusedDate(span=span, reason=clock.problem)
    offset = (zone.fixed or offset_on(zone.rules, day.day) or "") if zone else ""
    value = f"{day.day.isoformat()}T{clock.hour:02}:{clock.minute:02}{offset}"
    return PrintedDate(value=value, precision="minute", calendar=lead.kind, span=span, why=day.why)


def _weekday_before(words: Words, first: int) -> tuple[int | None, int]:
    """The weekday before the date, and the index at which the whole then begins."""
    at = first - 1
    for _ in range(3):
        if words.word(at) in _SEPARATORS or words.sense(at, "same_day") or words.sense(at, "link"):
            at -= 1
    found = words.sense(at, "weekday", doubt=1)
    return (found[0].value, at) if found else (None, first)


def _weekday_after(words: Words, end: int) -> tuple[int | None, int]:
    at = end
    while at < end + 2 and words.word(at) in _SEPARATORS:
        at += 1
    found = words.sense(at, "weekday")
    if found is None or words.letters_before(at):
        return None, end
    return found[0].value, found[1]


def _clock_after(words: Words, end: int) -> Clock | None:
    at = end
    for _ in range(5):
        clock = clock_at(words, at)
        if clock is not None:
            return clock
        link = words.after(at, "link")
        at = link if link > at else at + (words.word(at) in _SEPARATORS)
    return None


def _clock_before(words: Words, first: int) -> Clock | None:
    """A clock time that ends where the date begins, separators between them; the longest reading of it."""
    end = first
    while end > max(0, first - 4) and (words.word(end - 1) in _SEPARATORS or words.sense(end - 1, "link")):
        end -= 1
    for at in range(max(0, end - 9), end):
        clock = clock_at(words, at)
        if clock is not None and clock.end in (end, first):
            return clock
    return None
