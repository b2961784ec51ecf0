"""Every time expression of a text, counted from an anchor.

The words that can open one are looked up first; grammar runs only there, from left to right, and never
looks further than a few words ahead, so that the time stays linear. What names no point in time («خلال
الأيام الماضية», «قبل يومين من الانتخابات») gives nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from isnad.dates.clock import clock_at
from isnad.dates.counting import Answer, ago, day_near, period, weekday_near, yearless
from isnad.dates.grammar import Parts, parts_at, same_day, twin_at
from isnad.dates.reckon import Impossible, month_of, offset_on
from isnad.dates.values import TimeExpression
from isnad.dates.words import Words, opening
from isnad.lexicon.affixes import AND, THEN
from isnad.lexicon.calendars import calendars
from isnad.text import View
from isnad.text.signs import COLONS, COMMAS

_OPENERS = frozenset(
    ("month", "weekday", "day", "daypart", "day_word", "the_unit", "this", "ago", "year_word", "month_word",
     "edge", "prep", "ordinal", "article")
)  # fmt: skip
_FIGURE = frozenset(("figure",))
_DATE_OPENERS = ("figure", "ordinal", "article", "month", "month_word")
_REST_OPENERS = ("ago", "this", "the_unit", "edge", "month", "month_word", "year_word", "prep")
# What can follow a day in figures, beside words.
_SIGNS = COMMAS | {"/", "-", ".", "\\", "\u2013"}
_BARE_YEARS = range(1900, 2100)


class _Found(NamedTuple):
    """An answer for the words before index `end`; without one they are passed over: a name such as «ثورة 25
    يناير»."""

    answer: Answer | None
    end: int


class _Opener(NamedTuple):
    """A word that can begin a time expression, as what: alone, before one of the words `seconds`, before a
    figure."""

    kinds: frozenset[str]
    alone: bool
    seconds: frozenset[str]
    figure: bool


@cache
def _openers() -> dict[str, _Opener]:
    """The folded words that can begin a time expression."""
    table = calendars()
    result: dict[str, _Opener] = {}
    for word, forms in table.forms.items():
        kinds = [(table.senses[form.sense].kind, form.rest) for form in forms]
        kinds = [(kind, rest) for kind, rest in kinds if kind in _OPENERS]
        if kinds:
            result[word] = _Opener(
                frozenset(kind for kind, _ in kinds),
                any(kind != "prep" and not rest for kind, rest in kinds),
                frozenset(rest[0] for _, rest in kinds if rest),
                any(kind == "prep" for kind, _ in kinds),
            )
    return result


def find_expressions(
    view: View, anchor: date | None, ranges: Sequence[tuple[int, int]] | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions in the view positions `ranges` (default: the whole text), in the order of the
    text.

    Without an anchor, what must be counted from one stays unresolved. A bare weekday is the nearest one in
    the past, the anchor's own day included; a date without its year is the occurrence nearest to the
    anchor.

    >>> [e.value for e in find_expressions(View("قال أمس الإثنين"), date(2018, 10, 2))]
    ['2018-10-01']
    """
    openers, after_figures = _openers(), opening("month", "month_word", "of", "rank") | _SIGNS
    result: list[TimeExpression] = []
    for start, end in ranges if ranges is not None else ((0, len(view.light)),):
        words = Words(view, start, end)
        folded = words.folded
        at = 0
        for i, (word, following) in enumerate(zip(folded, [*folded[1:], ""], strict=False)):
            opener = openers.get(word)
            if opener is None:
                if following not in after_figures or not word.isdecimal():
                    continue
            elif not (opener.alone or following in opener.seconds or (opener.figure and following.isdecimal())):
                continue
            if i < at:
                continue
            found = _expression(words, i, _FIGURE if opener is None else opener.kinds, anchor)
            if found is None:
                continue
            at = found.end
            answer = found.answer
            if answer is None:
                continue
            first = words.starts[i] + (0 if opener is None else words.letters_before(i))
            result.append(
                TimeExpression(
                    span=view.span(first, words.ends[found.end - 1]),
                    value=answer.value,
                    precision=answer.precision,
                    resolved=answer.value is not None,
                    why=answer.why,
                )
            )
    return tuple(result)


def _expression(words: Words, i: int, kinds: frozenset[str], anchor: date | None) -> _Found | None:
    """The time expression that begins at word `i`, which is of these kinds."""
    part = words.after(i, "daypart") if "daypart" in kinds else i
    at = words.after(part, "day_word") if part > i or "day_word" in kinds else i
    if at > i or not kinds.isdisjoint(("day", "weekday")):
        found = _day(words, at, anchor) or _weekday(words, at, anchor)
        if found is not None:
            return found
    if at > i or not kinds.isdisjoint(_DATE_OPENERS):
        dated = _date(words, at, None, anchor)
        if dated is not None:
            named = at == i and dated.yearless and words.sense(i - 1, "name_head")
            return dated.found._replace(answer=None) if named else dated.found
    if part > i or kinds.isdisjoint(_REST_OPENERS):
        return None
    edge = words.after(i, "edge")
    return (
        _ago(words, i, anchor)
        or _period(words, edge, anchor)
        or _month(words, edge, i, anchor)
        or _year(words, edge, i)
    )


class _Dated(NamedTuple):
    found: _Found
    yearless: bool


def _day(words: Words, i: int, anchor: date | None) -> _Found | None:
    """«أمس», «اليوم (الاثنين)», «أمس الثلاثاء 2 أكتوبر»."""
    found = words.sense(i, "day")
    if found is None:
        return None
    sense, end = found
    weekday, after = _beside(words, end)
    dated = _date(words, after, weekday, anchor)
    if dated is not None and dated.found.answer and dated.found.answer.value:
        return dated.found
    if weekday is None:
        if words.word(i - 1) in sense.not_after or words.word(end) in sense.not_before:
            return None
        if sense.value == 0 and (words.sense(end, "ordinal") or words.sense(end, "qualifier")):
            return None  # «the first day», «the past day»: a day of something else
    return _Found(day_near(anchor, sense.value, weekday), after)


def _beside(words: Words, i: int) -> tuple[int | None, int]:
    """The weekday that follows at once, in brackets or not, and the index after it (`i` where there is
    none)."""
    at = words.after(i, "day_word")
    opened = words.word(at) in ("(", *COMMAS)
    found = words.sense(at + opened, "weekday")
    if found is None or words.letters_before(at + opened):
        return None, i
    end = found[1]
    bracket = opened and words.word(at) == "("
    if opened and not bracket:
        return None, i
    return found[0].value, end + (bracket and words.word(end) == ")")


def _weekday(words: Words, i: int, anchor: date | None) -> _Found | None:
    """«الخميس», «الخميس الماضي», «الخميس 22 يوليو», «الثلاثاء من الأسبوع الماضي»."""
    found = words.sense(i, "weekday")
    if found is None:
        return None
    sense, end = found
    if words.word(i - 1) in sense.not_after:
        return None
    qualifier = words.sense(end, "qualifier")
    after = qualifier[1] if qualifier else end
    for _ in range(3):
        same = words.after(after, "same_day")
        link = words.after(same, "link") if same == after else same
        after = link if link > after else after + (words.word(after) in ("(", "-", *COMMAS, *COLONS))
    dated = _date(words, after, sense.value, anchor)
    if dated is not None:
        closed = words.word(dated.found.end) == ")" and "(" in words.folded[end:after]
        return _Found(dated.found.answer, dated.found.end + closed)
    unit = words.sense(words.after(end, "of"), "the_unit")
    if unit is not None and unit[0].unit == "week":
        of_week = words.sense(unit[1], "qualifier")
        if of_week is not None:
            return _Found(weekday_near(anchor, sense.value, None, of_week[0].value), of_week[1])
    if qualifier is None:
        other = words.sense(end, "weekday")  # «the night of Friday to Saturday»
        if other is not None and not words.letters_before(end):
            end = other[1]
        return _Found(weekday_near(anchor, sense.value, None, None), end)
    return _Found(weekday_near(anchor, sense.value, qualifier[0].value, None), qualifier[1])


def _date(words: Words, i: int, weekday: int | None, anchor: date | None) -> _Dated | None:
    """A date with its day: «22 يوليو», «السابع من أكتوبر الماضي», «5 أكتوبر/تشرين الأول 2023», «28 من الشهر
    الجاري»."""
    parts = parts_at(words, i)
    if parts is None or parts.day is None:
        return _day_of_month(words, i, weekday, anchor)
    twin, end = twin_at(words, parts)
    if parts.full or (twin is not None and twin.full):
        lead, day = same_day(parts, twin, weekday)
        if isinstance(day, Impossible):
            return _Dated(_Found(Answer(None, "day", day.reason), end), False)
        why = day.why or f"full {lead.kind} date"
        hour = words.after(end, "clock_word")
        clock = clock_at(words, end) if hour > end else None
        if clock is None or clock.problem:
            return _Dated(_Found(Answer(day.day.isoformat(), "day", why), end), False)
        zone = clock.zone
        offset = (zone.fixed or offset_on(zone.rules, day.day) or "") if zone else ""
        value = f"{day.day.isoformat()}T{clock.hour:02}:{clock.minute:02}{offset}"
        return _Dated(_Found(Answer(value, "minute", why), clock.end), False)
    lead = twin if twin is not None and twin.kind == "gregorian" else parts
    which, end = _which_year(words, end)
    if which is None and _since(words, i):
        which = ("since", 0)
    return _Dated(_Found(yearless(lead, weekday, which, anchor), end), True)


def _which_year(words: Words, i: int) -> tuple[tuple[str, int] | None, int]:
    """What a qualifier after a date without its year says: («day», -1) for «الماضي», («year», -1) for «من
    العام الماضي»; and the index after it."""
    qualifier = words.sense(i, "qualifier")
    if qualifier is not None:
        return ("day", qualifier[0].value), qualifier[1]
    at = words.after(i, "of")
    this = words.after(at, "this")
    unit = words.sense(this, "the_unit")
    if unit is None or unit[0].unit != "year":
        return None, i
    if this > at:
        return ("year", 0), unit[1]
    of_year = words.sense(unit[1], "qualifier")
    return (("year", of_year[0].value), of_year[1]) if of_year else (None, i)


def _since(words: Words, i: int) -> bool:
    """Whether «منذ» stands before word `i`."""
    found = words.sense(i - 1, "ago")
    return found is not None and found[0].id == "since"


def _day_of_month(words: Words, i: int, weekday: int | None, anchor: date | None) -> _Dated | None:
    """«19 من الشهر الجاري», «27 الجاري»."""
    at = words.after(i, "article")
    number = words.number(at, 2)
    ordinal = words.sense(i, "ordinal")
    if number is not None:
        day, at = number, at + 1
    elif ordinal is not None:
        day, at = ordinal[0].value, ordinal[1]
    else:
        return None
    of = words.after(at, "of")
    this = words.after(of, "this")
    unit = words.sense(this, "the_unit")
    if unit is None or unit[0].unit != "month" or of == at:
        return None
    qualifier = words.sense(unit[1], "qualifier")
    if qualifier is None and this == of:
        return None
    value, end = (qualifier[0].value, qualifier[1]) if qualifier else (0, unit[1])
    base = period(anchor, "month", value)
    if base.value is None:
        return _Dated(_Found(Answer(None, "day", base.why), end), False)
    parts = Parts("gregorian", int(base.value[:4]), int(base.value[5:7]), day, i, end)
    _, found = same_day(parts, None, weekday)
    if isinstance(found, Impossible):
        return _Dated(_Found(Answer(None, "day", found.reason), end), False)
    return _Dated(_Found(Answer(found.day.isoformat(), "day", base.why), end), False)


def _ago(words: Words, i: int, anchor: date | None) -> _Found | None:
    """«قبل ثلاثة أيام», «منذ نحو أسبوعين», «قبل عام»; not «قبل يومين من الانتخابات» and «منذ يوم الجمعة»."""
    found = words.sense(i, "ago")
    if found is None:
        return None
    since = found[0].id == "since"
    at = words.after(found[1], "about")
    about = at > found[1]
    one = False
    number = words.number(at, 3)
    counted = words.sense(at, "number") if number is None else None
    two = words.sense(at, "two_units")
    if two is not None:
        count, unit, end = 2, two[0].unit, two[1]
    elif number is not None or counted is not None:
        count, end = (number, at + 1) if number is not None else (counted[0].value, counted[1]) if counted else (0, at)
        units = words.sense(end, "units")
        if units is None:
            return None
        unit, end = units[0].unit, units[1]
    else:
        single = words.sense(at, "one_unit")
        if single is None:
            return None
        one, count, unit, end = True, 1, single[0].unit, single[1]
    if one and (
        words.word(end).isdecimal()
        or any(words.sense(end, kind, doubt=2) for kind in ("month", "weekday", "day", "ordinal", "the_unit"))
    ):
        return None
    if not since and words.sense(end, "away") and not words.sense(end, "from_now"):
        return None
    return _Found(ago(anchor, unit, count, about=about), end)


def _period(words: Words, i: int, anchor: date | None) -> _Found | None:
    """«الأسبوع الماضي», «مطلع الشهر المقبل», «هذا العام»."""
    at = words.after(i, "this")
    found = words.sense(at, "the_unit")
    if found is None or words.word(at - 1) in found[0].not_after:
        return None
    sense, end = found
    if words.number(end, 4) is not None and len(words.word(end)) == 4:
        return None
    qualifier = words.sense(end, "qualifier")
    if qualifier is not None:
        return _Found(period(anchor, sense.unit, qualifier[0].value), qualifier[1])
    return _Found(period(anchor, sense.unit, 0), end) if at > i else None


def _month(words: Words, i: int, first: int, anchor: date | None) -> _Found | None:
    """A month with a year or qualifier, or after a word that makes it a time: «يوليو 2015», «في
    آذار/مارس»."""
    parts = parts_at(words, i)
    if parts is None:
        at = words.after(i, "month_word")
        parts = parts_at(words, at) if at > i else None
        if parts is None:
            parts = _after_month_word(words, i)
    if parts is None or parts.day is not None:
        return None
    if parts.problem:
        return _Found(Answer(None, "month", parts.problem), parts.end)
    if parts.year is not None:
        found = month_of(parts.kind, parts.year, parts.month)
        if isinstance(found, Impossible):
            return _Found(Answer(None, "month", found.reason), parts.end)
        return _Found(Answer(found.day.isoformat()[:7], "month", found.why or "month and year"), parts.end)
    which, end = _which_year(words, parts.end)
    said = i > first or words.after(i, "month_word") > i or words.sense(i - 1, "prep") or words.governed(i)
    if which is None and not said:
        return _Found(None, end)
    if which is None and _since(words, first):
        which = ("since", 0)
    return _Found(yearless(parts, None, which, anchor), end)


def _after_month_word(words: Words, i: int) -> Parts | None:
    """A month whose name is also a common word, made one by «شهر» («شهر رمضان»)."""
    at = words.after(i, "month_word")
    found = words.sense(at, "month", doubt=2) if at > i else None
    return Parts(found[0].calendar, None, found[0].value, None, i, found[1]) if found else None


def _year(words: Words, i: int, first: int) -> _Found | None:
    """«عام 2015», «مطلع 2016», «في 2017», «عام 1436هـ»."""
    named = words.after(i, "year_word")
    edged = i > first
    at = named if named > i or edged else words.after(i, "prep")
    year = words.number(at, 4)
    if year is None or len(words.word(at)) != 4 or at == first:
        return None
    if words.word(at + 1) in (".", ",", ":", "/", "-", "%") and words.glued(at + 1) and words.word(at + 2).isdecimal():
        return None
    era = words.sense(at + 1, "era")
    end = era[1] if era else at + 1
    kind = era[0].calendar if era else "gregorian"
    if era is None and named > i and 1400 <= year <= 1460:
        kind = "hijri"
    if kind == "none":
        return None
    if era is None and named == i and (year not in _BARE_YEARS or not _ends_phrase(words, end, edged=edged)):
        return None
    if kind == "gregorian":
        return _Found(Answer(f"{year:04}", "year", "year"), end) if year >= 1 else None
    found = month_of(kind, year, 7)
    if isinstance(found, Impossible):
        return _Found(Answer(None, "year", found.reason), end)
    return _Found(Answer(f"{found.day.year:04}", "year", f"most of the {kind} year"), end)


def _ends_phrase(words: Words, i: int, *, edged: bool) -> bool:
    """Whether a bare figure is a year, by what follows: a round one before a noun counts something («في 2000
    قرية»)."""
    word = words.word(i)
    if edged or not word.isalpha():
        return True
    return words.folded[i - 1][-2:] != "00" or word[0] in (AND, THEN)
