"""Numbers of a text: in figures with all separators, in words of all genders and cases, and both mixed («70 ألف»).

A number is read from left to right and only as far as it goes on falling («ثلاثة وعشرين ألفا ومئتين»), so that two
counts that stand side by side never become one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from isnad.lexicon import numbers
from isnad.lexicon.affixes import ALIF, AND
from isnad.lexicon.numbers import NumberKind, NumberWord
from isnad.records import Bound
from isnad.text import Reading

_SEPARATED = re.compile(r"\d{1,3}(?:[.,\u066b\u066c]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,\u066b\u066c](\d+)")
_MOST = 10_000_000_000  # more people than there are
_LONGEST = 15  # digits of a number that is still a count of anything


class Number(NamedTuple):
    """A number in the tokens `[first, end)`; `start` is the offset in its first token, behind the proclitics.

    `value` is None for a vague one («عشرات»), whose `bound` says how large; a number that counts no people («3.5»,
    more than there are people) has the value -1. `plain`: written in figures alone; `definite`: with the article.
    """

    first: int
    end: int
    start: int
    value: int | None
    bound: Bound
    plain: bool
    definite: bool


class _Part(NamedTuple):
    """A part of a number: its value and the token after it."""

    value: Fraction
    end: int


def number_at(r: Reading, i: int, stop: int) -> Number | None:
    """The number that begins at token `i` of a sentence that ends before `stop`, None where there is none."""
    if r.words[i][0].isdigit():
        return _in_figures(r, i, stop)
    for reading in numbers.find(r.words[i]):
        found = _in_words(r, i, stop, reading)
        if found is not None:
            return found
    return None


def _in_figures(r: Reading, i: int, stop: int) -> Number:
    scaled = _scale(r, i + 1, stop) is not None
    whole = _falling(r, _Part(_figures(r.words[i], scaled=scaled), i + 1), stop)
    return Number(i, whole.end, 0, _count(whole.value), "exact", not scaled, False)


def _figures(text: str, *, scaled: bool) -> Fraction:
    """The value of a token in figures: three digits behind a separator are thousands («270.000»), unless a scale
    follows («2.500 مليون»)."""
    if _SEPARATED.fullmatch(text) and not scaled and text[0] != "0":
        text = re.sub(r"\D", "", text)
    decimal = _DECIMAL.fullmatch(text)
    if decimal is not None and len(text) <= _LONGEST:
        return Fraction(int(decimal[1] + decimal[2]), 10 ** len(decimal[2]))
    return Fraction(int(text)) if text.isdecimal() and len(text) <= _LONGEST else Fraction(-1)


def _in_words(r: Reading, i: int, stop: int, first: NumberWord) -> Number | None:
    if first.kind == "vague":
        return _vague(r, i, stop, first)
    if first.kind in ("one", "teen") or (first.value == 2 and first.definite and first.kind == "unit"):
        return None  # the word for «two» is Monday too
    part = _leading(r, i, stop, first)
    if part is None:
        return None
    whole = _falling(r, part, stop, alone=first.kind == "scale")
    return Number(i, whole.end, first.start, _count(whole.value), "exact", False, first.definite)


def _leading(r: Reading, i: int, stop: int, first: NumberWord) -> _Part | None:
    """The first part of a number in words: a group under a thousand, a scale by itself, a fraction of a scale."""
    if first.kind == "scale":
        # A bare plural is no number but a vague one.
        return None if first.plural else _Part(Fraction(first.value * (2 if first.dual else 1)), i + 1)
    if first.kind == "fraction":
        scale = _word(r, i + 1, stop, "scale")
        return None if scale is None else _Part(Fraction(scale.value * first.value, 100), i + 2)
    return _group(r, i, stop, first)


def _group(r: Reading, i: int, stop: int, first: NumberWord) -> _Part | None:
    """A number under a thousand: «ثلاثمئة», «ثلاث مئة وخمسين», «خمسة وعشرين», «ثلاثة عشر»."""
    hundred = _word(r, i + 1, stop, "hundred") if first.kind == "unit" and 2 < first.value < 10 else None
    if hundred is not None and not hundred.dual and hundred.value == 100:
        return _after_hundred(r, first.value * 100, i + 2, stop)
    if first.kind == "hundred":
        return _after_hundred(r, first.value * (2 if first.dual else 1), i + 1, stop)
    return _under_hundred(r, i, stop, first)


def _after_hundred(r: Reading, value: int, end: int, stop: int) -> _Part:
    for following in _joined(r, end, stop):
        rest = _under_hundred(r, end, stop, following)
        if rest is not None:
            return _Part(value + rest.value, rest.end)
    return _Part(Fraction(value), end)


def _under_hundred(r: Reading, i: int, stop: int, first: NumberWord) -> _Part | None:
    if first.kind == "ten":
        return _Part(Fraction(first.value), i + 1)
    teen = _word(r, i + 1, stop, "teen") if first.kind in ("unit", "teen_head") and first.value < 10 else None
    if teen is not None:
        return _Part(Fraction(first.value + 10), i + 2)
    if first.kind != "unit":
        return None
    if 0 < first.value < 10:
        for following in _joined(r, i + 1, stop):
            if following.kind == "ten":
                return _Part(Fraction(first.value + following.value), i + 2)
    return _Part(Fraction(first.value), i + 1)


def _falling(r: Reading, part: _Part, stop: int, *, alone: bool = False) -> _Part:
    """The whole number: the first part times its scale, and what is added under that scale; the part may be a scale
    by itself (`alone`: «ألف ومئتان»)."""
    total, end = part
    scale, limit = _scale(r, end, stop), 1
    if scale is not None:
        total, end, limit = total * scale.value, end + 1, scale.value
    elif alone:
        limit = 1000 if total < 1_000_000 else 1_000_000
    while limit > 1:
        added = _added(r, end, stop, limit)
        if added is None:
            break
        total, end, limit = total + added[0].value, added[0].end, added[1]
    return _Part(total, end)


def _added(r: Reading, i: int, stop: int, limit: int) -> tuple[_Part, int] | None:
    """What «و» adds to a number whose last scale was `limit`: a smaller scale, or a group without one."""
    for following in _joined(r, i, stop):
        if following.kind == "fraction":
            # «a million and a half», «a million and a half of the million»
            again = _word(r, i + 1, stop, "scale")
            same = again is not None and again.value == limit
            return _Part(Fraction(limit * following.value, 100), i + 1 + same), 1
        part = _leading(r, i, stop, following) if following.kind not in ("vague", "one", "teen") else None
        if part is None:
            continue
        scale = _word(r, part.end, stop, "scale") if following.kind != "scale" else None
        if scale is not None and scale.value < limit:
            return _Part(part.value * scale.value, part.end + 1), scale.value
        if scale is None and part.value < limit:
            return part, int(part.value) if following.kind == "scale" else 1
    if i + 1 < stop and r.words[i] == AND and r.words[i + 1][0].isdigit():
        scale = _word(r, i + 2, stop, "scale")
        value = _figures(r.words[i + 1], scaled=scale is not None)
        if scale is not None and scale.value < limit:
            return _Part(value * scale.value, i + 3), scale.value
        if scale is None and limit >= 1000 > value >= 100:
            return _Part(value, i + 2), 1
    return None


def _vague(r: Reading, i: int, stop: int, first: NumberWord) -> Number | None:
    """«عشرات», «مئات الآلاف»: the largest scale says how many."""
    end, bound = i + 1, first.bound
    while end < stop:
        scale = next((n for n in numbers.find(r.words[end]) if n.kind in ("vague", "scale") and n.start == 0), None)
        if scale is None or scale.dual:
            break
        bound, end = "thousands", end + 1
    return Number(i, end, first.start, None, bound, False, first.definite)


def _joined(r: Reading, i: int, stop: int) -> list[NumberWord]:
    """The readings of token `i` behind the «و» that joins it to the number before."""
    if i >= stop or r.words[i][0] != AND:
        return []
    return [n for n in numbers.find(r.words[i]) if r.words[i][: n.start] == AND]


def _scale(r: Reading, i: int, stop: int) -> NumberWord | None:
    """The scale at token `i` that multiplies the number before it: «ألف», «ألفا», «آلاف», no dual."""
    found = _word(r, i, stop, "scale")
    return found if found is not None and (not found.dual or r.words[i].endswith(ALIF)) else None


def _word(r: Reading, i: int, stop: int, kind: NumberKind) -> NumberWord | None:
    """The reading of token `i` as a number word of this kind without proclitics."""
    if i >= stop:
        return None
    return next((n for n in numbers.find(r.words[i]) if n.kind == kind and n.start == 0), None)


def _count(value: Fraction) -> int:
    """The value as a count of people, -1 where it is none."""
    return int(value) if value.denominator == 1 and 0 <= value <= _MOST else -1
