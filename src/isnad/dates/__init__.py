"""Dates of three calendars in any script: printed dates, metadata strings, time expressions."""

from isnad.dates.clock import find_clock
from isnad.dates.expressions import find_expressions
from isnad.dates.metadata import parse_timestamp
from isnad.dates.printed import find_printed
from isnad.dates.values import PrintedClock, PrintedDate, RefusedDate, TimeExpression

__all__ = [
    "PrintedClock",
    "PrintedDate",
    "RefusedDate",
    "TimeExpression",
    "find_clock",
    "find_expressions",
    "find_printed",
    "parse_timestamp",
]
