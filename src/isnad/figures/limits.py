"""How far the rules of figures look, in tokens, and what a count of people can be."""

from __future__ import annotations

MOST = 10_000_000_000  # more people than there are
FAR = 14  # from a verb to the count that it governs, in one clause
TOLL = 24  # from the noun of a toll to its number
MOST_COUNTS = 60  # in one sentence; what has more is a table
