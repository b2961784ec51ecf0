"""Who published a document and when, as its furniture and its metadata say.

A date counts as that of publication only on a line of its own: a labelled line («تاريخ النشر: …»), or a line
made of the date and words that stand beside dates (weekday, clock, agency, place). A date inside a sentence
never counts.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from isnad.dates import PrintedDate, RefusedDate, find_printed, parse_timestamp
from isnad.layout.lines import Line
from isnad.lexicon.actors import OutletInfo, outlet_by_domain, outlet_by_id, outlet_by_name
from isnad.lexicon.geo import at as places_at
from isnad.lexicon.layout_marks import bare, stands_beside_date
from isnad.records import Anchor, Document, Outlet, Published, Record, Span
from isnad.text import View, fold

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\w+")
_LONGEST_DATE_LINE = 110
_MOST_DATE_LINES = 400  # of a page; what lies beyond is a list of dates, not a dateline
_SEPARATOR = re.compile(r"\s*(?:[|/+\u060c,]|\s[-\u2013\u2014]|[-\u2013\u2014]\s|[:\u061b])\s*")
_SLUG = re.compile(r"[\W_]+")


class DateLine(Record):
    """A line that states a date. `sure` is false where up to three unknown words stand beside it, as a place
    does: such a line counts only between headline and body."""

    date: PrintedDate | RefusedDate
    role: str
    labelled: bool
    sure: bool


def date_lines(view: View, lines: Sequence[Line]) -> dict[int, DateLine]:
    """The lines (by index) that consist of a date and its usual company."""
    found: dict[int, DateLine] = {}
    asked = 0
    for index, line in enumerate(lines):
        if line.size > _LONGEST_DATE_LINE or not _DIGIT.search(line.text):
            continue
        asked += 1
        if asked > _MOST_DATE_LINES:
            break
        read = _date_line(view, line)
        if read is not None:
            found[index] = read
    return found


def _date_line(view: View, line: Line) -> DateLine | None:
    mark = line.hit.mark if line.hit else None
    labelled = mark is not None and mark.role in ("date", "updated")
    if line.words > 20 or (line.stops and not labelled):
        return None
    date = find_printed(view, line.start, line.end)
    if date is None:
        return None
    role = (mark.role if mark else None) or "date"
    start, end = date.span
    before, after = _outside(view, line, start, end)
    strangers = 0
    for side in (before, after):
        for part in _SEPARATOR.split(side):
            if outlet_by_name(bare(part)) is None:
                strangers += sum(not _is_company(word) for word in _WORD.findall(part))
    if labelled and mark is not None and mark.kind == "labelled":
        return DateLine(date=date, role=role, labelled=True, sure=True) if strangers <= 8 else None
    if strangers == 0 or (labelled and strangers <= 3):
        return DateLine(date=date, role=role, labelled=labelled, sure=True)
    unsure = strangers <= 3 and mark is None
    return DateLine(date=date, role=role, labelled=False, sure=False) if unsure else None


def _outside(view: View, line: Line, start: int, end: int) -> tuple[str, str]:
    """The folded words of the line before and after the raw span [start, end)."""
    raw = view.span(line.start, line.end)
    return fold(view.raw[raw.start : max(raw.start, start)]), fold(view.raw[min(end, raw.end) : raw.end])


def _is_company(word: str) -> bool:
    return word.isdigit() or stands_beside_date(word) or outlet_by_name(word) is not None


def choose_published(dates: Sequence[tuple[bool, DateLine]]) -> Published | None:
    """The publication date among the date lines of the main story, with whether the headline is above each.

    A line that says «published» goes before one that says «updated», one under the headline before the rest
    (the day that a site prints at the top of every page), the first before the later ones.
    """
    best: tuple[tuple[bool, bool], DateLine] | None = None
    for under, line in dates:
        rank = (line.role == "updated", not under)
        if isinstance(line.date, PrintedDate) and (best is None or rank < best[0]):
            best = rank, line
    if best is None:
        return None
    date = best[1].date
    assert isinstance(date, PrintedDate)
    return Published(value=date.value, precision=date.precision, calendar=date.calendar, span=date.span)


def anchor_of(published: Published | None, document: Document) -> Anchor | None:
    """The date that relative expressions count from: the printed one, else the container's, else None."""
    if published is not None:
        return Anchor(value=published.value[:10], source="text")
    stamp = parse_timestamp(document.crawled) if document.crawled else None
    if stamp is None:
        return None
    day = stamp.date() if isinstance(stamp, datetime.datetime) else stamp
    return Anchor(value=day.isoformat(), source="metadata")


def _outlet(info: OutletInfo, span: Span | None) -> Outlet:
    return Outlet(id=info.id, name=info.name, country=info.country, span=span)


def outlet_of_metadata(document: Document) -> Outlet | None:
    """The outlet that the container names, or the one that owns the URL.

    A name that the table does not know becomes an outlet of its own, with a slug as id and no country.
    """
    named = (document.outlet or "").strip()
    info = (outlet_by_id(named) or outlet_by_name(fold(named))) if named else None
    if info is None and document.url:
        info = outlet_by_domain(document.url)
    if info is not None:
        return _outlet(info, None)
    return unknown_outlet(named, None)


def unknown_outlet(name: str, span: Span | None) -> Outlet | None:
    """An outlet that the table does not know, a slug of its name as id; None for a name without letters."""
    slug = _SLUG.sub("-", fold(name).lower()).strip("-")
    return Outlet(id=slug, name=name, country=None, span=span) if slug else None


def outlet_on(view: View, line: Line) -> Outlet | None:
    """The outlet that a line is, or is of with a place or an author beside it.

    «العالم- سوريا», «الجديد برس:», «سلمى الحداد – عين اليوم», «فرانس24/ أ ف ب». A name that is also an
    ordinary word («العالم») makes such a line only beside a place, one that is also a place («الرياض») never.
    """
    if line.size > 60 or line.words > 8 or line.stops or line.asks:
        return None
    at = 0
    found: OutletInfo | None = None
    where = (0, 0)
    beside_place = False
    for cut in [*_SEPARATOR.finditer(line.text), None]:
        end = cut.start() if cut else line.size
        part = line.text[at:end]
        name = bare(part)
        info = outlet_by_name(name) if name else None
        is_place = info is None or info.needs_head
        is_place = is_place and bool(name) and bool(places_at(name.split(), 0))
        beside_place |= is_place
        if info is not None and not is_place and found is None:
            found = info
            lead = len(part) - len(part.lstrip(' *#.«"(['))
            where = (line.start + at + lead, line.start + at + len(part.rstrip(' .»")]:')))
        elif info is None and len(part.split()) > 3:
            return None
        at = cut.end() if cut else end
    if found is None or (found.needs_head and not beside_place):
        return None
    return _outlet(found, view.span(*where))


def outlet_of_note(view: View, line: Line, start: int) -> Outlet | None:
    """The first outlet named in a source note; `start` is where its value begins in the line's text.

    «المصدر: “تايمز أوف إسرائيل” + RT» gives the first of the two that the table knows.
    """
    at = start
    for cut in [*_SEPARATOR.finditer(line.text, start), None]:
        end = cut.start() if cut else line.size
        part = line.text[at:end]
        name = bare(part)
        info = outlet_by_name(name) if name else None
        if info is not None:
            begin = line.start + at + len(part) - len(part.lstrip(' *.«"“('))
            return _outlet(info, view.span(begin, line.start + at + len(part.rstrip(' .»"”)'))))
        at = cut.end() if cut else end
    return None


def outlet_of_agency(view: View, line: Line) -> Outlet | None:
    """The outlet in the brackets of an agency's dateline: «عمان، الأردن (CNN) --»."""
    info = outlet_by_name(line.agency) if line.agency else None
    if info is None or line.agency is None:
        return None
    at = line.start + line.text.index(line.agency)
    return _outlet(info, view.span(at, at + len(line.agency)))
