"""A stretch of a view cut into words, with look-up of the senses that the calendar lexicon gives them.

All indices are word indices; `starts` and `ends` are view positions. A line break is a word of its own, so
that no date is read across lines.
"""

from __future__ import annotations

import re
from functools import cache

from isnad.lexicon.calendars import Kind, Sense, calendars
from isnad.text import View

_CONJUNCTIONS = "\u0648\u0641"  # waw and fa, written on to the next word
_WORD = re.compile(r"\d+|[^\W\d_]+|\n|[^\w\s]|_")


@cache
def opening(*kinds: Kind) -> frozenset[str]:
    """The folded words at which a sense of one of these kinds can begin."""
    table = calendars()
    return frozenset(
        word for word, forms in table.forms.items() if any(table.senses[form.sense].kind in kinds for form in forms)
    )


class Words:
    """The words of `view` from `start` to `end` (view positions)."""

    __slots__ = ("ends", "folded", "forms", "senses", "starts", "view")

    def __init__(self, view: View, start: int, end: int) -> None:
        table = calendars()
        self.view, self.forms, self.senses = view, table.forms, table.senses
        text = view.fold[start:end]
        lower = text.lower()
        if len(lower) == len(text):  # a few letters, such as the Turkish dotted I, grow when lowered
            text = lower
        matches = list(_WORD.finditer(text))
        self.folded = [match.group() for match in matches]
        self.starts = [match.start() + start for match in matches]
        self.ends = [match.end() + start for match in matches]

    def __len__(self) -> int:
        return len(self.folded)

    def word(self, i: int) -> str:
        """The folded word `i`, empty outside of the stretch."""
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def glued(self, i: int) -> bool:
        """Whether word `i` follows the one before it without a space."""
        return 0 < i < len(self.folded) and self.starts[i] == self.ends[i - 1]

    def sense(self, i: int, kind: Kind, *, doubt: int = 0) -> tuple[Sense, int] | None:
        """The sense of this kind whose longest spelling begins at word `i`, and the index after it; spellings
        that are also other words only up to `doubt` (1 weak, 2 doubtful)."""
        found = self._find(i, kind, doubt)
        return None if found is None else found[:2]

    def doubt(self, i: int, kind: Kind) -> int:
        """How doubtful the least doubtful spelling of this kind at word `i` is."""
        found = self._find(i, kind, 2)
        return 0 if found is None else found[2]

    def _find(self, i: int, kind: Kind, doubt: int) -> tuple[Sense, int, int] | None:
        if not 0 <= i < len(self.folded):
            return None
        for form in self.forms.get(self.folded[i], ()):
            sense = self.senses[form.sense]
            if sense.kind != kind or form.doubt > doubt:
                continue
            end = i + 1 + len(form.rest)
            if form.rest and tuple(self.folded[i + 1 : end]) != form.rest:
                continue
            if form.exact and self.view.light[self.starts[i] + form.prefix : self.ends[i]] != form.exact:
                continue
            return sense, end, form.doubt
        return None

    def after(self, i: int, kind: Kind) -> int:
        """The index after the sense of this kind at word `i`, or `i` itself where there is none."""
        found = self.sense(i, kind)
        return i if found is None else found[1]

    def letters_before(self, i: int) -> int:
        """How many letters are written on to word `i` that are no part of it (the و of «وأمس»)."""
        return min((form.prefix for form in self.forms.get(self.folded[i], ())), default=0)

    def governed(self, i: int) -> bool:
        """Whether a preposition is written on to word `i` («بتموز»); the conjunctions و and ف are none."""
        return self.letters_before(i) > 0 and self.view.fold[self.starts[i]] not in _CONJUNCTIONS

    def number(self, i: int, digits: int) -> int | None:
        """The value of a number of at most so many digits at word `i`."""
        word = self.word(i)
        return int(word) if word.isdecimal() and len(word) <= digits else None
