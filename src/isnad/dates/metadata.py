"""Dates in the metadata of a container: ISO 8601, e-mail dates, and what feeds print instead of them."""

from __future__ import annotations

import re
from datetime import date, datetime

from isnad.dates.printed import find_printed
from isnad.dates.values import PrintedDate
from isnad.text import View, light

_ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[T ](?P<time>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{2,4}\s+\d{1,2}:\d{2}")
_LONGEST = 200  # code points: no date is longer, and metadata may hold anything


def parse_timestamp(value: str) -> datetime | date | None:
    """The moment or day that a metadata string names, None where it cannot be read.

    Accepted: ISO 8601 with or without time, seconds and zone (a space for T), e-mail dates («Mon, 19 Feb
    2018 00:16:11 +0400», GMT), and every form of `find_printed` («الثلاثاء، 21 يوليو 2015 02:51»). A moment
    without a zone comes back without one.

    >>> parse_timestamp("2015-07-21 02:51:32").isoformat()
    '2015-07-21T02:51:32'
    """
    if len(value) > _LONGEST:
        return None
    text = light(value).strip()
    iso = _ISO.fullmatch(text)
    try:
        if iso is not None:
            if iso["time"] is None:
                return date.fromisoformat(iso["date"])
            zone = (iso["zone"] or "").upper().replace("UTC", "Z")
            return datetime.fromisoformat(f"{iso['date']}T{iso['time']}{zone}")
        if _MAIL.match(text):
            # Imported here: it costs more than the rest of the room at start-up.
            from email.utils import parsedate_to_datetime

            return parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    view = View(value)
    found = find_printed(view, 0, len(view.light))
    if not isinstance(found, PrintedDate):
        return None
    return datetime.fromisoformat(found.value) if found.precision == "minute" else date.fromisoformat(found.value)
