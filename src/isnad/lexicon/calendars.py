"""The words of dates and clock times: `data/calendars.yaml` as one table of typed senses.

The table maps the first folded word of every spelling to the senses that begin with it. Spellings with the
letters that Arabic writes on to the next word (و، بـ، لـ …) are in the table too, so that one look-up
answers.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from isnad.errors import LexiconError
from isnad.lexicon.affixes import ARTICLE, FOR
from isnad.lexicon.load import compiled, entries
from isnad.text import View, fold, light

SOURCE = "calendars.yaml"

Kind = Literal[
    "month", "weekday", "day", "daypart", "day_word", "qualifier", "this", "the_unit", "one_unit",
    "two_units", "units", "ago", "about", "from_now", "away", "year_word", "month_word", "edge", "prep", "name_head",
    "of", "article", "same_day", "link", "clock_word", "rank", "era", "half", "ordinal", "number", "zone_word",
    "zone", "zone_sign", "prefix",
]  # fmt: skip
Calendar = Literal["gregorian", "solar-hijri", "hijri", "none"]
Unit = Literal["day", "week", "month", "year"]

# Kinds that take a letter written on to them: «in July», «and Thursday», «for yesterday».
_PREFIXED = frozenset(
    ("month", "weekday", "day", "daypart", "day_word", "the_unit", "ago", "year_word", "month_word", "edge",
     "prep", "this", "ordinal", "number")
)  # fmt: skip
_WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


class ZoneRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Offset from UTC (`+03:00`) from the day `since` on; in summer time `summer`, between the days that
    `begins` and `ends` name as (month, n-th or -1 for the last, weekday with Monday 0, days after it)."""

    since: date
    offset: str
    summer: str | None = None
    begins: tuple[int, int, int, int] | None = None
    ends: tuple[int, int, int, int] | None = None


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the data file; its comment at the top says what the fields mean."""

    id: str
    kind: Kind
    example: str
    forms: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    value: int = 0
    calendar: Calendar = "none"
    unit: Unit = "day"
    rules: tuple[ZoneRule, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    counter: str | None = None


class Sense(msgspec.Struct, frozen=True):
    """What a spelling stands for. `value`: month 1-12, weekday 0-6 with Monday 0, a number, or periods
    counted from the anchor. `not_after` and `not_before` hold folded words beside it that make it something
    else."""

    id: str
    kind: Kind
    value: int
    calendar: Calendar
    unit: Unit
    rules: tuple[ZoneRule, ...]
    not_after: frozenset[str]
    not_before: frozenset[str]


class Form(NamedTuple):
    """A spelling: folded words `rest` that follow its first word, the sense's index, the number of letters
    of a prefix, the light spelling that is required (empty: any) and how doubtful it is (0, 1 weak, 2
    doubtful)."""

    rest: tuple[str, ...]
    sense: int
    prefix: int
    exact: str
    doubt: int


class Calendars(msgspec.Struct, frozen=True):
    """All senses, and the forms by first folded word, longest first."""

    senses: tuple[Sense, ...]
    forms: dict[str, tuple[Form, ...]]


def words_of(text: str) -> tuple[str, ...]:
    """The lower-case words, numbers and signs of a short text, folded as a view folds it."""
    return tuple(_WORD.findall(View(text).fold.lower()))


def _senses_of(entry: Entry) -> list[Sense]:
    def sense(kind: Kind) -> Sense:
        return Sense(
            id=entry.id,
            kind=kind,
            value=entry.value,
            calendar=entry.calendar,
            unit=entry.unit,
            rules=entry.rules,
            not_after=frozenset(map(fold, entry.not_after)),
            not_before=frozenset(map(fold, entry.not_before)),
        )

    return [sense(entry.kind), sense("zone_sign")] if entry.signs else [sense(entry.kind)]


def _build() -> Calendars:
    rows = entries(SOURCE, Entry)
    prefixes = tuple(fold(form) for row in rows if row.kind == "prefix" for form in row.forms)
    senses: list[Sense] = []
    table: dict[str, list[Form]] = {}
    seen: dict[tuple[str, tuple[str, ...]], str] = {}

    def add(text: str, sense: int, *, exact: bool = False, doubt: int = 0) -> None:
        first, *rest = words_of(text)
        plain = light(text) if exact else ""
        kind, row_id = senses[sense].kind, senses[sense].id
        other = seen.setdefault((kind + plain, (first, *rest)), row_id)
        form = Form(tuple(rest), sense, 0, plain, doubt)
        known = table.setdefault(first, [])
        if other != row_id or any(form[:4] == twin[:4] for twin in known):
            raise LexiconError(f"{SOURCE}, entry {row_id}: {text} stands twice (also in {other})")
        known.append(form)
        if kind not in _PREFIXED or doubt or first.isascii():
            return
        for prefix in prefixes:
            glued = prefix + FOR + first[2:] if prefix[-1] == FOR and first.startswith(ARTICLE) else prefix + first
            table.setdefault(glued, []).append(Form(tuple(rest), sense, len(glued) - len(first), plain, doubt))

    for row in rows:
        for n, sense in enumerate(_senses_of(row)):
            senses.append(sense)
            at = len(senses) - 1
            if n:
                for sign in row.signs:
                    add(sign, at)
                continue
            for form in row.forms:
                add(form, at)
            for form in row.exact:
                add(form, at, exact=True)
            for form in row.weak:
                add(form, at, doubt=1)
            for form in row.doubtful:
                add(form, at, doubt=2)
    # A whole word comes before a word with a prefix, a longer spelling before a shorter one.
    ordered = {
        word: tuple(sorted(forms, key=lambda form: (form.prefix > 0, -len(form.rest), form.doubt)))
        for word, forms in table.items()
    }
    return Calendars(senses=tuple(senses), forms=ordered)


@cache
def calendars() -> Calendars:
    """The table of all words of dates, read once. Raises LexiconError where the data breaks the schema."""
    return compiled("calendars", (SOURCE,), Calendars, _build)
