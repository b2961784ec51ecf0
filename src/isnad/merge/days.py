"""Calendar days of documents and incidents, as ISO strings and their ordinals."""

from __future__ import annotations

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=65536)
def ordinal(day: str) -> int:
    """The number of an ISO day, for distances between days.

    >>> ordinal("2018-03-02") - ordinal("2018-02-28")
    2
    """
    return date.fromisoformat(day[:10]).toordinal()


def iso(number: int) -> str:
    """The ISO day with this number."""
    return date.fromordinal(number).isoformat()
