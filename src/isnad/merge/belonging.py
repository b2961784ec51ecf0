"""Which of a document's figures count the victims of one event, and which those of another day or of a longer time."""

from __future__ import annotations

from typing import Literal

from isnad.merge.days import ordinal
from isnad.merge.records import Toll

Belonging = Literal["event", "running", "other"]
_NIGHT = 1  # day by which the date of an event may be told differently


def belonging(toll: Toll, day: str | None, published: str | None, *, about: bool) -> Belonging:
    """Whether a figure counts this event's victims, `running` ones since an earlier day, or others.

    `about`: the document tells of the event; in one that only mentions it a figure must give the event's day.
    """
    if toll.day is None or day is None or (published is not None and toll.day > published):
        return "event" if about else "other"
    if len(toll.day) < len("2018-01-01"):
        inside = day.startswith(toll.day)
        return "running" if toll.since else "event" if inside and about else "other"
    late = ordinal(toll.day) - ordinal(day)
    if -_NIGHT <= late <= _NIGHT:
        return "event"
    if late > _NIGHT:
        # The day of the news is that of the words about the victims, where somebody gives or corrects a count.
        told = toll.teller is not None or toll.rising or toll.final
        return "event" if about and told and toll.day == published else "other"
    return "running" if toll.since else "other"
