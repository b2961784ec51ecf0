"""Number words: units, tens, hundreds and scales in all genders and cases, and vague counts («عشرات»).

The data is `data/numbers.yaml`: one base spelling an entry; gender, case, dual and the hundreds in one word are
generated here (Ryding, *A Reference Grammar of Modern Standard Arabic*, chapter 15). Keys are folded.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from isnad.lexicon.affixes import ALIF, DUAL_AN, FEMININE, OPEN_TA, PLURAL_IN, PLURAL_UN, YA
from isnad.lexicon.clitics import splits
from isnad.lexicon.load import compiled, entries
from isnad.records import Bound, Record
from isnad.text import fold

SOURCE = "numbers.yaml"

NumberKind = Literal["unit", "teen_head", "teen", "ten", "hundred", "scale", "fraction", "vague", "one"]


class NumberEntry(Record, forbid_unknown_fields=True):
    """One entry of `numbers.yaml`; the head of that file documents the fields."""

    id: str
    kind: NumberKind
    value: int
    forms: tuple[str, ...]
    example: str
    fixed: bool = False
    plural: tuple[str, ...] = ()
    bound: Bound = "exact"
    counter: str | None = None


class NumberWord(NamedTuple):
    """One reading of a token as a number word. `start` is its offset in the token, behind the proclitics (before
    the article); `dual`: the word holds its own two («ألفين», «مئتان»); `plural`: a scale as it stands after 3 to 10
    («آلاف»)."""

    kind: NumberKind
    value: int
    bound: Bound
    definite: bool
    dual: bool
    plural: bool
    start: int


class _Row(msgspec.Struct, frozen=True, array_like=True):
    kind: NumberKind
    value: int
    bound: Bound
    dual: bool = False
    plural: bool = False


def number_entries() -> tuple[NumberEntry, ...]:
    """The entries of `numbers.yaml` as written. Raises LexiconError where one breaks the schema."""
    return entries(SOURCE, NumberEntry)


def forms_of(entry: NumberEntry) -> dict[str, tuple[bool, bool]]:
    """The folded forms of one entry, each with whether it is a dual and whether it is a plural."""
    result: dict[str, tuple[bool, bool]] = {}
    for form in entry.forms:
        word = fold(form)
        if entry.fixed:
            result[word] = (False, False)
        elif entry.kind in ("unit", "teen"):
            result.update(dict.fromkeys((word, word + FEMININE), (False, False)))
        elif entry.kind == "ten":
            result.update(dict.fromkeys((word + PLURAL_UN, word + PLURAL_IN), (False, False)))
        else:
            stem = word[:-1] + OPEN_TA if word.endswith(FEMININE) else word
            result.update(dict.fromkeys((stem + ending for ending in (DUAL_AN, PLURAL_IN, ALIF, YA)), (True, False)))
            result[word] = (False, False)
    result.update(dict.fromkeys(map(fold, entry.plural), (False, True)))
    return result


def _build() -> dict[str, tuple[_Row, ...]]:
    table: dict[str, list[_Row]] = {}
    rows = number_entries()
    for entry in rows:
        for form, (dual, plural) in forms_of(entry).items():
            table.setdefault(form, []).append(_Row(entry.kind, entry.value, entry.bound, dual, plural))
    hundreds = [fold(form) for entry in rows if entry.kind == "hundred" for form in entry.forms]
    for entry in rows:
        if entry.kind == "unit" and not entry.fixed and entry.value < 10:
            for stem in entry.forms:
                for hundred in hundreds:
                    table.setdefault(fold(stem) + hundred, []).append(_Row("hundred", entry.value * 100, "exact"))
    return {form: tuple(found) for form, found in table.items()}


@cache
def _table() -> dict[str, tuple[_Row, ...]]:
    return compiled("numbers", (SOURCE,), dict[str, tuple[_Row, ...]], _build)


@lru_cache(maxsize=65536)
def find(word: str) -> tuple[NumberWord, ...]:
    """The readings of the folded token `word` as a number word, those that take fewer proclitics off first.

    >>> [(n.kind, n.value, n.start) for n in find("وعشرين")]
    [('ten', 20, 1)]
    """
    table = _table()
    result: list[NumberWord] = []
    for start, stem, definite in splits(word):
        for row in table.get(stem, ()):
            result.append(NumberWord(row.kind, row.value, row.bound, definite, row.dual, row.plural, start))
    return tuple(result)
