"""Days that are known to the day, the month or the year: «2014-09-16», «2014-09», «2014».

The length of the written form is its precision. What is not known is None; `OPEN` says that no end is known of.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

OPEN = "open"
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")

Certainty = Literal["surely", "perhaps", "no"]


class Bounds(NamedTuple):
    """The first and the last day that a written date may mean."""

    first: date
    last: date


def bounds(written: str) -> Bounds | None:
    """The days that the written date covers; None where it is no date of the calendar.

    >>> bounds("2014-09")
    Bounds(first=datetime.date(2014, 9, 1), last=datetime.date(2014, 9, 30))
    """
    shape = _SHAPE.fullmatch(written)
    if shape is None:
        return None
    year, month, day = (int(part) if part else None for part in shape.groups())
    assert year is not None
    try:
        if month is None:
            return Bounds(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            following = date(year + month // 12, month % 12 + 1, 1)
            return Bounds(date(year, month, 1), date.fromordinal(following.toordinal() - 1))
        return Bounds(date(year, month, day), date(year, month, day))
    except ValueError:
        return None


class Period(NamedTuple):
    """A stretch of time whose ends may be known to a month or a year, or not at all.

    `start` and `end` are written dates, `end` may be `OPEN`; `seen` are the first and last day on which somebody
    saw it last: an end that is not known reaches at least so far.
    """

    start: str | None
    end: str | None
    seen: tuple[date, date] | None = None

    def holds(self, day: date) -> Certainty:
        """Whether the day lies inside: surely, perhaps (in the blur of an end), or not.

        >>> Period("2014-09", "2018-03-12").holds(date(2014, 9, 10))
        'perhaps'
        """
        if self.seen is not None and self.seen[0] <= day <= self.seen[1]:
            return "surely"
        after, before = self._after_start(day), self._before_end(day)
        if "no" in (after, before):
            return "no"
        return "surely" if after == before == "surely" else "perhaps"

    def _after_start(self, day: date) -> Certainty:
        known = bounds(self.start) if self.start else None
        if known is None:
            return "surely" if self.seen is not None and day >= self.seen[0] else "perhaps"
        return "no" if day < known.first else "surely" if day >= known.last else "perhaps"

    def _before_end(self, day: date) -> Certainty:
        if self.end == OPEN:
            return "surely"
        known = bounds(self.end) if self.end else None
        if known is None:
            return "surely" if self.seen is not None and day <= self.seen[1] else "perhaps"
        return "no" if day > known.last else "surely" if day <= known.first else "perhaps"

    def surely_overlaps(self, other: Period) -> bool:
        """Whether both hold on one day for certain, their common border day not counted: who hands over an office
        and who takes it over have that day in common."""
        first, last = self._sure(), other._sure()
        if first is None or last is None:
            return False
        return max(first[0], last[0]) < min(first[1], last[1])

    def _sure(self) -> tuple[date, date] | None:
        """The days on which it surely holds."""
        start = bounds(self.start) if self.start else None
        end = bounds(self.end) if self.end and self.end != OPEN else None
        first = start.last if start else (self.seen[0] if self.seen else None)
        last = date.max if self.end == OPEN else end.first if end else (self.seen[1] if self.seen else None)
        if self.seen is not None and first is not None and last is not None:
            first, last = min(first, self.seen[0]), max(last, self.seen[1])
        return (first, last) if first is not None and last is not None and first <= last else None
